import { jiraPublisher } from '../../src/adapters/jira/publisher';
import { jiraProjectFields } from '../../src/adapters/jira/project-fields';
import type { Publication, PublishedFields } from '../../src/app/ports';
import { instant } from '../../src/domain/time/instant';
import type { PublishedState } from '../../src/domain/timer/published-state';
import type { Issue } from '../site/jira/model';
import { AppOnSite } from './jira/app-on-site';

const WRITE_FIELDS = 'POST app/field/value';
const due = instant(Date.UTC(2026, 10, 18, 16, 40));
const fields: PublishedFields = { due, state: 'running', agreement: 'Desk' };
const state: PublishedState = {
  due,
  state: 'running',
  agreement: 'Desk',
  kinds: { resolution: { due, state: 'running' }, response: { due: null, state: 'met' } },
};

let app: AppOnSite;
let logged: unknown[];
const publisher = jiraPublisher({ warn: (...words) => void logged.push(words) });

beforeEach(() => {
  app = new AppOnSite();
  app.provideFields();
  logged = [];
});

const publication = ({ id }: Pick<Issue, 'id'>, more: Partial<Publication> = {}): Publication => ({
  issue: id,
  fields,
  property: state,
  ...more,
});

/** What was asked of Jira by `work`, without the list of fields, which is asked for once. */
async function askedBy(work: () => Promise<unknown>): Promise<string[]> {
  app.asked.length = 0;
  await work();
  return app.asked.filter((operation) => operation !== 'GET field');
}

const shown = async ({ id }: Issue) => (await app.issues.read([id], []))[0]?.shown;
const incidents = (count: number): Issue[] => Array.from({ length: count }, () => app.site.issue());

describe('an issue that is published', () => {
  it('takes two requests, and is read as it was written, with no entry in its history', async () => {
    const issue = app.site.issue();
    expect(await shown(issue)).toEqual({
      fields: { due: null, state: null, agreement: null },
      property: null,
    });
    const asked = await askedBy(() => publisher.write([publication(issue)]));
    expect(asked).toEqual([WRITE_FIELDS, `PUT issue/${issue.id}/properties/serviceLevels`]);
    expect(await shown(issue)).toEqual({ fields, property: state });
    expect(issue.histories).toEqual([]);
  });

  it('keeps the fields that are left out, and empties those that are null', async () => {
    const issue = app.site.issue();
    await publisher.write([publication(issue)]);
    await publisher.write([publication(issue, { fields: { due: null }, property: undefined })]);
    expect(await shown(issue)).toEqual({ fields: { ...fields, due: null }, property: state });
  });

  it('has no fields where the site does not list them all, only the property', async () => {
    app.calledByAnotherSite();
    app.provideFields(['sla-due', 'sla-state']);
    const issue = app.site.issue();
    const asked = await askedBy(() => publisher.write([publication(issue)]));
    expect(asked).toEqual([`PUT issue/${issue.id}/properties/serviceLevels`]);
    expect(await shown(issue)).toEqual({ fields: null, property: state });
  });

  it.each([
    ['a word of its own', { state: 'late', kinds: {} }],
    ['something more', { state: 'running', kinds: {}, note: 'me' }],
    ['a time that Jira does not index', { state: 'running', due: '2026-11-18 16:40', kinds: {} }],
    ['no object', 'running'],
  ])('is read as none of the app’s when somebody writes %s', async (_, value) => {
    const issue = app.site.issue();
    issue.properties.set('serviceLevels', value);
    expect((await shown(issue))?.property).toBeUndefined();
  });

  it('has fields that no definitions can refer to, so that no timer depends on timers', async () => {
    const known = await jiraProjectFields.in('10000');
    const own = [...app.site.jira.store.customFields.values()].filter(({ appKey }) => appKey !== undefined);
    expect(own).toHaveLength(3);
    expect(own.map(({ id }) => known(id))).toEqual([undefined, undefined, undefined]);
  });
});

describe('many issues', () => {
  it('take two requests; what they have in common is said once, and a task writes their properties', async () => {
    const issues = incidents(5);
    const bodies: string[] = [];
    const { answer } = app;
    app.answer = async (request, caller) => {
      bodies.push(await request.clone().text());
      return answer(request, caller);
    };
    let task: string | undefined;
    const asked = await askedBy(async () => {
      ({ task } = await publisher.write(issues.map((issue) => publication(issue))));
    });
    expect(asked).toEqual([WRITE_FIELDS, 'POST issue/properties/multi']);
    const sent = bodies.find((body) => body.includes('updates')) ?? '';
    expect((JSON.parse(sent) as { updates: unknown[] }).updates).toHaveLength(3);

    const ids = issues.map(({ id }) => id);
    await expect(publisher.failed(task!, ids)).rejects.toMatchObject({ name: 'JiraUnavailable' });
    await app.site.pass(10_000);
    expect(await publisher.failed(task!, ids)).toEqual([]);
    expect(await shown(issues[4]!)).toEqual({ fields, property: state });
  });

  it('are published but for those that are gone, however many requests that takes', async () => {
    const issues = incidents(8);
    const gone = issues[5]!;
    app.site.jira.changes.delete({ kind: 'app' }, gone);
    const { task } = await publisher.write(issues.map((issue) => publication(issue)));
    await app.site.pass(10_000);
    const ids = issues.map(({ id }) => id);
    expect(await publisher.failed(task!, ids)).toEqual([gone.id]);
    for (const issue of issues)
      if (issue !== gone) expect(await shown(issue)).toEqual({ fields, property: state });
    expect(logged).toEqual([['not published', { status: 400, count: 1 }]]);
  });

  it('are given up when Jira refuses them all', async () => {
    app.refuse('app/field/value', 400);
    const publications = incidents(100).map((issue) => publication(issue));
    const asked = await askedBy(() => publisher.write(publications));
    expect(asked.length).toBeLessThan(40);
    expect(logged).toEqual([['not published', { status: 400, count: 100 }]]);
  });

  it('wait while another task writes to them', async () => {
    const publications = incidents(2).map((issue) => publication(issue));
    await publisher.write(publications);
    await expect(publisher.write(publications)).rejects.toMatchObject({ retryAfterSeconds: 10 });
    await app.site.pass(10_000);
    expect((await publisher.write(publications)).task).toBeDefined();
  });

  it('count as written when Jira has forgotten the task, and as failed when it was cancelled', async () => {
    const issues = incidents(2);
    const ids = issues.map(({ id }) => id);
    expect(await publisher.failed('99999', ids)).toEqual([]);
    const { task } = await publisher.write(issues.map((issue) => publication(issue)));
    app.site.jira.store.tasks.get(task!)!.status = 'CANCELLED';
    expect(await publisher.failed(task!, ids)).toEqual(ids);
  });
});

describe('what Jira does not take', () => {
  it.each([
    ['app/field/value', 403],
    ['app/field/value', 404],
    ['properties/serviceLevels', 403],
    ['properties/serviceLevels', 404],
  ])('of %s, with %s, is logged and left; the rest is written', async (operation, status) => {
    app.refuse(operation, status);
    const issue = app.site.issue();
    await publisher.write([publication(issue)]);
    expect(logged).toEqual([['not published', { status, count: 1 }]]);
    const isField = operation.startsWith('app');
    expect(issue.properties.has('serviceLevels')).toBe(isField);
    expect(issue.custom.size > 0).toBe(!isField);
  });

  it.each(['app/field/value', 'properties/serviceLevels'])(
    'just now of %s is tried again',
    async (operation) => {
      app.refuse(operation, 503);
      await expect(publisher.write([publication(app.site.issue())])).rejects.toMatchObject({
        name: 'JiraUnavailable',
      });
      expect(logged).toEqual([]);
    },
  );
});
