import { visitors } from '../../site/sample/people';
import { admin, agent, app, customer, fieldRefusal, manager, TestJira } from './jira-fixture';
import type { Body } from './jira-fixture';

const { agent: alex, projectAdministrator: sam, jiraAdministrator: jordan } = visitors;

let site: TestJira;
beforeEach(() => {
  site = new TestJira();
});

describe('mail about an issue', () => {
  const notify = (body: unknown, caller = app): Promise<{ status: number; body: Body }> =>
    site.ask('POST', 'issue/ITSD-1/notify', caller, body);

  it('is collected, by sender and instant, with a subject of its own', async () => {
    const { id } = site.issue();
    const said = { subject: 'Due soon', textBody: 'In an hour', htmlBody: '<b>In an hour</b>' };
    await notify({ ...said, to: { users: [{ accountId: alex.accountId }] } });
    await notify({ to: { users: [{ accountId: alex.accountId }] } });
    const sent = {
      at: site.now,
      senderId: '557058:service-levels-for-jira',
      issueId: id,
      to: [alex.accountId],
    };
    expect(site.jira.mails()).toEqual([
      { ...sent, ...said },
      { ...sent, subject: 'ITSD-1: Printer on fire' },
    ]);
  });

  it('goes to assignee, watchers and groups, each once, and not to the sender', async () => {
    const issue = site.issue();
    site.jira.changes.change(agent, issue, { edits: { assigneeId: alex.accountId } });
    await site.ask('POST', 'issue/ITSD-1/watchers', manager, jordan.accountId);
    const to = { assignee: true, watchers: true, groups: [{ name: 'service-desk' }] };
    await notify({ to });
    await notify({ to }, agent);
    expect(site.jira.mails().map((mail) => mail.to)).toEqual([
      [alex.accountId, jordan.accountId, sam.accountId],
      [jordan.accountId, sam.accountId],
    ]);
  });

  it('reaches nobody who may not see the issue, and only whom a restriction leaves', async () => {
    site.hide(site.issue());
    const to = { reporter: true, groups: [{ name: 'service-desk' }] };
    await notify({ to }, admin);
    const restrict = {
      groups: [{ name: 'jira-administrators' }],
      permissions: [{ key: 'ADMINISTER_PROJECTS' }],
    };
    await notify({ to, restrict }, admin);
    expect(site.jira.mails().map((mail) => mail.to)).toEqual([[sam.accountId], []]);
  });

  it.each([
    { to: {} },
    { to: { users: [] } },
    { to: { assignee: true } },
    { to: { users: [{ accountId: 'nobody' }] } },
    { subject: 'To whom?' },
    { to: { everybody: true } },
    { to: { reporter: true }, restrict: { permissions: [{ key: 'FLY' }] } },
  ])('is refused as %j', async (body) => {
    site.issue();
    expect((await notify(body)).status).toBe(400);
    expect(site.jira.mails()).toEqual([]);
  });
});

it('watchers come and go, by themselves or by those who manage them', async () => {
  const issue = site.issue();
  const watchers = async (caller = agent): Promise<[unknown, unknown, string[]]> => {
    const { body } = await site.ask('GET', 'issue/ITSD-1/watchers', caller);
    const { watchCount, isWatching } = body as unknown as { watchCount: number; isWatching: boolean };
    return [watchCount, isWatching, body.watchers.map(({ displayName }) => displayName)];
  };
  expect(await watchers()).toEqual([0, false, []]);
  await site.ask('POST', 'issue/ITSD-1/watchers', agent, alex.accountId);
  await site.ask('POST', 'issue/ITSD-1/watchers', manager, jordan.accountId);
  expect(await watchers()).toEqual([2, true, ['Alex Morgan', 'Jordan Lee']]);
  const { fields } = (await site.ask('GET', 'issue/ITSD-1?fields=watches')).body;
  expect(fields).toMatchObject({ watches: { watchCount: 2, isWatching: true } });
  const remove = (accountId: string, caller = agent): Promise<{ status: number }> =>
    site.ask('DELETE', `issue/ITSD-1/watchers?accountId=${accountId}`, caller);
  expect((await remove(jordan.accountId)).status).toBe(403);
  expect((await remove(alex.accountId)).status).toBe(204);
  expect((await remove(jordan.accountId, manager)).status).toBe(204);
  expect(await watchers()).toEqual([0, false, []]);
  expect([issue.histories, site.events.length]).toEqual([[], 1]);
});

describe('links', () => {
  const blocks = {
    type: { name: 'Blocks' },
    inwardIssue: { key: 'ITSD-1' },
    outwardIssue: { key: 'ITSD-2' },
  };
  const linksOf = async (key: string, caller = agent): Promise<readonly Body[]> =>
    (await site.ask('GET', `issue/${key}?fields=issuelinks`, caller)).body.fields.issuelinks;

  it('are seen from both ends, in the histories and as an event of their own', async () => {
    const [first, second] = [site.issue(), site.issue('Second')];
    site.now += 60_000;
    expect((await site.ask('POST', 'issueLink', app, blocks)).status).toBe(201);
    const type = { name: 'Blocks', outward: 'blocks', inward: 'is blocked by' };
    expect(await linksOf('ITSD-1')).toMatchObject([
      { id: '10000', type, outwardIssue: { key: 'ITSD-2', fields: { summary: 'Second' } } },
    ]);
    expect(await linksOf('ITSD-2')).toMatchObject([{ id: '10000', type, inwardIssue: { key: 'ITSD-1' } }]);
    const ends = { inwardIssue: { key: 'ITSD-1' }, outwardIssue: { key: 'ITSD-2' } };
    expect((await site.ask('GET', 'issueLink/10000')).body).toMatchObject(ends);
    const item = { field: 'Link', fieldtype: 'jira', from: null, fromString: null };
    expect([first, second].map(({ histories }) => histories[0]?.items)).toEqual([
      [{ ...item, to: 'ITSD-2', toString: 'This issue blocks ITSD-2' }],
      [{ ...item, to: 'ITSD-1', toString: 'This issue is blocked by ITSD-1' }],
    ]);
    expect([first.updated, second.updated]).toEqual([site.now, site.now]);
    const told = site.events.slice(2);
    expect(told).toMatchObject([{ eventType: 'avi:jira:created:issuelink', by: app }]);
    expect(told[0]?.payload).toMatchObject({
      id: '10000',
      sourceIssueId: '10000',
      destinationIssueId: '10001',
      sourceProjectId: '10000',
      destinationProjectId: '10000',
      issueLinkType: type,
    });
  });

  it('are made once, and taken away with an event', async () => {
    const [first] = [site.issue(), site.issue()];
    await site.ask('POST', 'issueLink', agent, blocks);
    expect((await site.ask('POST', 'issueLink', agent, blocks)).status).toBe(201);
    expect(await linksOf('ITSD-1')).toHaveLength(1);
    await site.ask('DELETE', 'issueLink/10000', agent);
    expect(await linksOf('ITSD-2')).toEqual([]);
    expect(site.events.map(({ eventType }) => eventType).slice(2)).toEqual([
      'avi:jira:created:issuelink',
      'avi:jira:deleted:issuelink',
    ]);
    expect(first.histories.at(-1)?.items[0]).toMatchObject({ from: 'ITSD-2', to: null });
    expect((await site.ask('GET', 'issueLink/10000')).status).toBe(404);
  });

  it('to an issue that one may not see are not there, and go with it without an event', async () => {
    const [first, second] = [site.issue(), site.issue()];
    await site.ask('POST', 'issueLink', agent, blocks);
    site.hide(second);
    expect([await linksOf('ITSD-1'), (await linksOf('ITSD-1', manager)).length]).toEqual([[], 1]);
    expect((await site.ask('GET', 'issueLink/10000')).status).toBe(404);
    await site.ask('DELETE', 'issue/ITSD-2', manager);
    expect(site.events.at(-1)?.eventType).toBe('avi:jira:deleted:issue');
    expect([first.links, first.histories.length]).toEqual([[], 2]);
  });

  it('are as searches saw them a moment ago', async () => {
    const both = [site.issue(), site.issue()];
    site.now += 5_000;
    await site.ask('POST', 'issueLink', agent, blocks);
    const search = { jql: 'key = ITSD-1', fields: ['issuelinks'] };
    const found = async (): Promise<number | undefined> =>
      (await site.ask('POST', 'search/jql', agent, search)).body.issues[0]?.fields.issuelinks.length;
    expect([both.length, await found()]).toEqual([2, 0]);
    site.now += 5_000;
    expect(await found()).toBe(1);
  });
});

describe('operations of an edit', () => {
  const edit = (body: unknown, caller = agent): Promise<{ status: number; body: Body }> =>
    site.ask('PUT', 'issue/ITSD-1', caller, body);
  const label = (...labels: unknown[]): unknown => ({ update: { labels } });

  it('add and remove labels, in their order and as one history', async () => {
    const issue = site.issue();
    await edit({ fields: { labels: ['old', 'kept'] } });
    await edit(label({ add: 'new' }, { remove: 'old' }, { add: 'kept' }));
    expect(issue.labels).toEqual(['kept', 'new']);
    expect(issue.histories.at(-1)?.items).toMatchObject([{ fromString: 'old kept', toString: 'kept new' }]);
    await edit(label({ add: 'new' }));
    expect(issue.histories).toHaveLength(2);
    await edit({ update: { labels: [{ set: ['last'] }], summary: [{ set: 'Said anew' }] } });
    expect([issue.labels, issue.summary]).toEqual([['last'], 'Said anew']);
  });

  it('add links in both directions, at a creation too', async () => {
    const [first] = [site.issue(), site.issue()];
    const add = (end: string, key: string): unknown => ({
      add: { type: { name: 'Blocks' }, [end]: { key } },
    });
    await edit({ update: { issuelinks: [add('outwardIssue', 'ITSD-2'), add('inwardIssue', 'ITSD-2')] } });
    expect(first.links.map(({ sourceId, targetId }) => [sourceId, targetId])).toEqual([
      ['10000', '10001'],
      ['10001', '10000'],
    ]);
    const fields = { project: { key: 'ITSD' }, issuetype: { id: '10100' }, summary: 'Root cause' };
    const update = { issuelinks: [add('outwardIssue', 'ITSD-1')], labels: [{ add: 'sla' }] };
    const properties = [{ key: 'alert', value: { id: 'a1' } }];
    const { body } = await site.ask('POST', 'issue', app, { fields, update, properties });
    const read = await site.ask('GET', `issue/${body.key}?fields=issuelinks,labels&properties=alert`);
    expect(read.body).toMatchObject({
      fields: { labels: ['sla'], issuelinks: [{ outwardIssue: { key: 'ITSD-1' } }] },
      properties: { alert: { id: 'a1' } },
    });
  });

  it('are refused for a field that is set as well, for bad values and for those who may not', async () => {
    const issue = site.issue();
    const both = await edit({ fields: { labels: [] }, update: { labels: [{ add: 'x' }] } });
    const refused = "Field 'labels' cannot appear in both 'fields' and 'update'";
    expect([both.status, both.body]).toEqual([400, fieldRefusal({ labels: refused })]);
    expect((await edit(label({ add: 'two words' }))).status).toBe(400);
    expect((await edit(label({ add: 7 }))).status).toBe(400);
    expect((await edit(label({ add: 'x' }), customer)).status).toBe(404);
    expect((await edit({ update: { comment: [{ add: {} }] } })).status).toBe(501);
    expect(issue.labels).toEqual([]);
  });
});

it('a comment with properties of its own can be found again by them', async () => {
  site.issue();
  const body = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [] }] };
  const properties = [
    { key: 'alert', value: { id: 'a1' } },
    { key: 'sd.public.comment', value: { internal: true } },
  ];
  const { id, jsdPublic } = (await site.ask('POST', 'issue/ITSD-1/comment', app, { body, properties })).body;
  expect(jsdPublic).toBe(false);
  expect((await site.ask('GET', `comment/${id}/properties/alert`, app)).body).toMatchObject({
    value: { id: 'a1' },
  });
  const { comments } = (await site.ask('GET', 'issue/ITSD-1/comment?expand=properties', app)).body;
  expect(comments[0]?.properties).toEqual(properties);
});
