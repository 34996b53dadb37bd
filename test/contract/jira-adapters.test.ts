import { JiraRefused, JiraUnavailable } from '../../src/app/errors';
import { jiraProjectFields } from '../../src/adapters/jira/project-fields';
import { jiraRights } from '../../src/adapters/jira/rights';
import { HORIZON, instant } from '../../src/domain/time/instant';
import { presentAt } from '../../src/domain/timer/unmet';
import { visitors } from '../site/sample/people';
import type { Caller } from '../site/seams';
import { AppOnSite, commentsOf, factsOf } from './jira/app-on-site';
import { admin, agent, customer, manager } from './site/jira-fixture';

const PROJECT = '10000';

let app: AppOnSite;

beforeEach(() => {
  app = new AppOnSite();
});

describe('issues', () => {
  it('come with what happened to them, however much it was', async () => {
    const issue = app.site.issue();
    const { id } = issue;
    app.site.editTimes(issue, 45);
    app.site.commentTimes(issue, 25);
    const [reading] = await app.issues.read([id], ['summary']);
    expect(factsOf(reading).filter(({ kind }) => kind === 'changed')).toHaveLength(45);
    expect(commentsOf(reading)).toHaveLength(25);
    expect(reading).toMatchObject({ id, project: PROJECT, updated: app.site.now });
    expect(reading?.history.gap).toBeUndefined();
  });

  it('lead through all that can be changed here to what they hold now, without a gap', async () => {
    const issue = app.site.issue();
    const { store, changes } = app.site.jira;
    const fields = [...store.customFields.values()];
    const values = new Map(
      fields.map((field) => [field.id, field.type === 'text' ? 'words' : store.optionId(field, 'One')]),
    );
    const change = (change: Parameters<typeof changes.change>[2]): void => {
      app.site.now += 60_000;
      changes.change(agent, issue, change);
    };
    change({
      edits: {
        priorityId: '1',
        assigneeId: visitors.projectAdministrator.accountId,
        labels: ['vip', 'printer'],
        custom: values,
      },
    });
    for (let move = 0; move < 6; move += 1) {
      const transition = store.projectOf(issue).transitions.find(({ from }) => from.includes(issue.statusId));
      change({ transition: transition! });
    }
    change({
      edits: {
        reporterId: visitors.projectAdministrator.accountId,
        assigneeId: null,
        labels: ['vip'],
        summary: 'Cold again',
      },
    });
    change({ edits: { custom: new Map(fields.map(({ id }) => [id, null])) } });

    const followed = [
      'status',
      'priority',
      'assignee',
      'reporter',
      'resolution',
      'labels',
      'summary',
      'project',
    ];
    const [reading] = await app.issues.read([issue.id], [...followed, ...values.keys()]);
    expect(reading?.history.gap).toBeUndefined();
    const [creation] = factsOf(reading);
    const atCreation = creation?.kind === 'created' ? creation.fields : {};
    expect(atCreation).toMatchObject({
      status: ['10001'],
      priority: ['3'],
      assignee: [],
      reporter: [visitors.customer.accountId],
      labels: [],
      summary: ['Printer on fire'],
    });
    const now = presentAt({ facts: factsOf(reading) }, HORIZON).fields;
    expect(now).toMatchObject({
      status: [issue.statusId],
      priority: ['1'],
      assignee: [],
      reporter: [visitors.projectAdministrator.accountId],
      labels: ['vip'],
      summary: ['Cold again'],
      project: [PROJECT],
    });
    expect([...values.keys()].flatMap((id) => now[id])).toEqual([]);
    const set = factsOf(reading)[1];
    expect(set?.kind === 'changed' && set.changes).toEqual(
      expect.arrayContaining([...values].map(([field, value]) => ({ field, from: [], to: [value] }))),
    );
  });

  it('cost one request, and one more once per site and process to learn its fields', async () => {
    const { id } = app.site.issue();
    await app.issues.read([id], []);
    expect(app.asked).toEqual(['GET field', 'POST issue/bulkfetch']);
    await app.issues.read([id], []);
    expect(app.asked.slice(2)).toEqual(['POST issue/bulkfetch']);
    app.calledByAnotherSite();
    await app.issues.read([id], []);
    expect(app.asked.slice(3)).toEqual(['GET field', 'POST issue/bulkfetch']);
  });

  it('are read another time when Jira did not tell the fields', async () => {
    const { id } = app.site.issue();
    app.answer = async () => new Response('{}', { status: 503 });
    await expect(app.issues.read([id], [])).rejects.toThrow(JiraUnavailable);
    app.answer = (request, caller) => app.site.jira.rest(request, caller);
    expect(await app.issues.read([id], [])).toHaveLength(1);
  });

  it('tell who was the reporter when a comment was written', async () => {
    const issue = app.site.issue();
    app.site.commentTimes(issue, 1);
    app.site.now += 60_000;
    app.site.jira.changes.change(manager, issue, { edits: { reporterId: visitors.agent.accountId } });
    app.site.commentTimes(issue, 1);
    const [reading] = await app.issues.read([issue.id], []);
    expect(commentsOf(reading).map(({ by }) => by)).toEqual(['agent', 'customer']);
  });

  it('tell who takes part in the request, by the field that the site has for it', async () => {
    const issue = app.site.issue();
    app.site.commentTimes(issue, 1);
    const field = 'customfield_10031';
    const custom = 'com.atlassian.servicedesk:sd-request-participants';
    app.amend<object[]>('/field', (fields) => [
      ...fields,
      { id: field, name: 'Request participants', schema: { type: 'array', items: 'user', custom } },
    ]);
    app.amend<{ issues: { fields: Record<string, unknown> }[] }>('issue/bulkfetch', ({ issues: [first] }) => {
      if (first) first.fields[field] = [{ accountId: visitors.agent.accountId }];
      return undefined;
    });
    const bodies: string[] = [];
    const before = app.answer;
    app.answer = async (request, caller) => {
      bodies.push(await request.clone().text());
      return before(request, caller);
    };
    const [reading] = await app.issues.read([issue.id], []);
    expect(commentsOf(reading).map(({ by }) => by)).toEqual(['customer']);
    expect(bodies.at(-1)).toContain(field);
  });

  it('that Jira hides from the app, or does not have, are left out', async () => {
    const seen = app.site.issue();
    const hidden = app.site.issue();
    app.site.hide(hidden);
    const readings = await app.issues.read([seen.id, hidden.id, '99999'], []);
    expect(readings.map(({ id }) => id)).toEqual([seen.id]);
  });

  it.each([
    [429, JiraUnavailable],
    [503, JiraUnavailable],
    [400, JiraRefused],
    [403, JiraRefused],
  ])('are not read when Jira answers %d', async (status, error) => {
    app.answer = async () => new Response('{}', { status, headers: { 'Retry-After': '17' } });
    await expect(app.issues.read(['1'], [])).rejects.toThrow(error);
    if (status === 429)
      await expect(app.issues.read(['1'], [])).rejects.toMatchObject({ retryAfterSeconds: 17 });
  });

  it('are not read when there is no answer, or none that is JSON', async () => {
    app.answer = () => Promise.reject(new Error('socket hang up'));
    await expect(app.issues.read(['1'], [])).rejects.toThrow(JiraUnavailable);
    app.answer = async () => new Response('<html>');
    await expect(app.issues.read(['1'], [])).rejects.toThrow(JiraRefused);
  });
});

describe('the fields of a project', () => {
  it.each([
    ['status', { id: '10001', name: 'New' }],
    ['priority', { id: '1', name: '1 - Critical' }],
    ['issuetype', { id: '10100', name: 'Incident' }],
    ['resolution', { id: '10000', name: 'Done' }],
  ])('have the values that can be listed, by id and name: %s', async (field, value) => {
    const fieldOf = await jiraProjectFields.in(PROJECT);
    expect(fieldOf(field)?.values).toContainEqual(value);
  });

  it.each<[field: string, kind: string, more?: object]>([
    ['labels', 'label', { several: true }],
    ['assignee', 'person'],
    ['summary', 'text'],
    ['created', 'instant'],
    ['security', 'numbered'],
    ['customfield_10050', 'numbered'],
    ['customfield_10054', 'text'],
  ])('that can hold anything of their kind have a kind: %s is %s', async (field, kind, more = {}) => {
    const fieldOf = await jiraProjectFields.in(PROJECT);
    expect(fieldOf(field)).toEqual({ kind, ...more });
  });

  it.each(['updated', 'resolutiondate', 'comment', 'customfield_99999', 'constructor'])(
    'are not those that the site does not have, or keeps no past of: %s',
    async (field) => {
      const fieldOf = await jiraProjectFields.in(PROJECT);
      expect(fieldOf(field)).toBeUndefined();
    },
  );

  it('are known as soon as they are made', async () => {
    await jiraProjectFields.in(PROJECT);
    const id = 'customfield_10070';
    app.site.jira.store.customFields.set(id, { id, name: 'Back by', type: 'date', options: new Map() });
    const fieldOf = await jiraProjectFields.in(PROJECT);
    expect(fieldOf(id)).toEqual({ kind: 'date' });
  });
});

describe('rights', () => {
  let now = instant(0);
  const rights = jiraRights({ now: () => now });

  it('to configure are the project administrators’', async () => {
    expect(await rights.mayConfigure(PROJECT)).toBe(false);
    app.user = manager;
    expect(await rights.mayConfigure(PROJECT)).toBe(true);
  });

  it('to monitor are theirs who have the permission for it or administer the project, asked in one call', async () => {
    const may = async (caller: Caller): Promise<boolean> => {
      app.user = caller;
      return rights.mayMonitor(PROJECT);
    };
    app.providePermission();
    expect([await may(agent), await may(manager), await may(customer)]).toEqual([false, true, false]);
    app.providePermission('Service Desk Team');
    expect([await may(agent), await may(manager), await may(customer)]).toEqual([true, true, false]);
    expect(app.asked).toEqual(Array(6).fill('GET mypermissions'));
  });

  it('to monitor are the administrators’ alone where Jira does not know the permission, and it hears so once an hour', async () => {
    expect(await rights.mayMonitor(PROJECT)).toBe(false);
    expect(app.asked).toHaveLength(2);
    app.user = manager;
    expect(await rights.mayMonitor(PROJECT)).toBe(true);
    expect(app.asked).toHaveLength(3);
    app.user = agent;
    app.providePermission('Service Desk Team');
    expect(await rights.mayMonitor(PROJECT)).toBe(false);
    now = instant(now + 3_600_000);
    expect(await rights.mayMonitor(PROJECT)).toBe(true);
    expect(app.asked).toHaveLength(5);
  });

  it('that Jira does not speak of are nobody’s', async () => {
    app.providePermission('Service Desk Team');
    app.amend<{ permissions: object }>('mypermissions', () => ({ permissions: {} }));
    expect(await rights.mayMonitor(PROJECT)).toBe(false);
  });

  it('to see a project are theirs whom Jira lets browse it, whose yes is remembered for a minute', async () => {
    app.user = manager;
    expect(await rights.mayBrowse(PROJECT, 'manager')).toBe(true);
    app.user = customer;
    expect(await rights.mayBrowse(PROJECT, 'casey')).toBe(false);
    expect(await rights.mayBrowse(PROJECT, 'manager')).toBe(true);
    expect(await rights.mayBrowse('10999', 'manager')).toBe(false);
    now = instant(now + 60_000);
    expect(await rights.mayBrowse(PROJECT, 'manager')).toBe(false);
  });

  it('to repair are the Jira administrators’, whose yes is remembered for a minute and no other', async () => {
    expect(await rights.mayAdminister('agent')).toBe(false);
    app.user = manager;
    expect(await rights.mayAdminister('manager')).toBe(false);
    app.user = admin;
    expect(await rights.mayAdminister('jordan')).toBe(true);
    app.user = manager;
    now = instant(now + 59_999);
    expect(await rights.mayAdminister('jordan')).toBe(true);
    expect(await rights.mayAdminister('manager')).toBe(false);
    now = instant(now + 1);
    expect(await rights.mayAdminister('jordan')).toBe(false);
    app.user = admin;
    expect(await rights.mayAdminister('jordan')).toBe(true);
    app.calledByAnotherSite();
    app.user = manager;
    expect(await rights.mayAdminister('jordan')).toBe(false);
  });
});
