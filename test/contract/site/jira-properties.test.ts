import { agent, app, customer, manager, TestJira } from './jira-fixture';
import type { Body } from './jira-fixture';

let site: TestJira;
beforeEach(() => {
  site = new TestJira();
});

describe('issue properties', () => {
  it('are written, listed, read and deleted without a trace in the history', async () => {
    const issue = site.issue();
    const updated = issue.updated;
    site.now += 60_000;
    expect((await site.ask('PUT', 'issue/ITSD-1/properties/sla', app, { due: 1 })).status).toBe(201);
    expect((await site.ask('PUT', 'issue/ITSD-1/properties/sla', app, { due: 2 })).status).toBe(200);
    expect((await site.ask('GET', 'issue/ITSD-1/properties')).body.keys).toMatchObject([{ key: 'sla' }]);
    expect((await site.ask('GET', 'issue/ITSD-1/properties/sla')).body).toEqual({
      key: 'sla',
      value: { due: 2 },
    });
    const fetched = await site.ask('GET', 'issue/ITSD-1?fields=summary&properties=sla,other');
    expect(fetched.body.properties).toEqual({ sla: { due: 2 } });
    expect((await site.ask('DELETE', 'issue/ITSD-1/properties/sla', app)).status).toBe(204);
    expect((await site.ask('GET', 'issue/ITSD-1/properties/sla')).status).toBe(404);
    expect([issue.updated, issue.histories]).toEqual([updated, []]);
  });

  it('refuses values over 32,768 characters, no value, and deleting what is not there', async () => {
    site.issue();
    expect((await site.ask('PUT', 'issue/ITSD-1/properties/a', app, 'x'.repeat(32_767))).status).toBe(400);
    expect((await site.ask('PUT', 'issue/ITSD-1/properties/a', app)).status).toBe(400);
    expect((await site.ask('DELETE', 'issue/ITSD-1/properties/a', app)).status).toBe(404);
    expect((await site.ask('PUT', 'issue/ITSD-1/properties/a', customer, 1)).status).toBe(404);
  });
});

it.each([
  ['a comment', 'comment/10000/properties', agent],
  ['a project', 'project/ITSD/properties', manager],
  ['a user', 'user/properties?accountId=712020:alex-morgan', agent],
])('%s has properties of its own', async (_name, path, caller) => {
  site.commentTimes(site.issue(), 1);
  const [at = '', query = ''] = path.split('?');
  const key = `${at}/a%20b?${query}`;
  expect((await site.ask('GET', path, caller)).body.keys).toEqual([]);
  expect((await site.ask('PUT', key, caller, [1, null])).status).toBe(201);
  const { keys } = (await site.ask('GET', path, caller)).body;
  expect(keys.map((each) => each.key)).toEqual(['a b']);
  expect(keys[0]!.self).toContain('/properties/a%20b');
  expect((await site.ask('GET', key, caller)).body).toEqual({ key: 'a b', value: [1, null] });
  expect((await site.ask('PUT', `${at}/${'k'.repeat(256)}?${query}`, caller, 1)).status).toBe(400);
  expect((await site.ask('PUT', `${at}/${'k'.repeat(255)}?${query}`, caller, 1)).status).toBe(201);
});

describe('bulk properties', () => {
  /** Where the answer leads, which is a task. */
  async function submit(method: string, path: string, body: unknown, caller = app): Promise<string> {
    const location = await site.location(method, path, caller, body);
    const [, task = ''] =
      /^https:\/\/api\.atlassian\.com\/ex\/jira\/cloud-1\/rest\/api\/3\/(task\/\d+)$/.exec(location) ?? [];
    return task;
  }

  const task = async (path: string): Promise<Body> => (await site.ask('GET', path, app)).body;

  it('are written to all issues at once when the task is over', async () => {
    const issues = [site.issue(), site.issue()];
    const properties = { due: 5, state: { a: 1 } };
    const path = await submit('POST', 'issue/properties', { entitiesIds: [10000, 10001], properties });
    expect(await task(path)).toMatchObject({ status: 'ENQUEUED', progress: 0, elapsedRuntime: 0 });
    await site.pass(600);
    expect(await task(path)).toMatchObject({ status: 'RUNNING', elapsedRuntime: 100 });
    expect(issues.map((issue) => issue.properties.size)).toEqual([0, 0]);
    await site.pass(1_000);
    expect(await task(path)).toMatchObject({ status: 'COMPLETE', progress: 100, elapsedRuntime: 1_010 });
    for (const issue of issues) expect(Object.fromEntries(issue.properties)).toEqual(properties);
  });

  it('are on none of them when one may not be edited', async () => {
    const issue = site.issue();
    site.hide(site.issue());
    const body = { entitiesIds: [10000, 10001], properties: { due: 5 } };
    expect((await site.ask('POST', 'issue/properties', app, body)).status).toBe(400);
    await site.pass(60_000);
    expect(issue.properties.size).toBe(0);
  });

  it('wait for one another on the same issue, and on no other', async () => {
    for (let count = 0; count < 2; count += 1) site.issue();
    const set = (id: number): unknown => ({ issues: [{ issueID: id, properties: { due: id } }] });
    await submit('POST', 'issue/properties/multi', set(10000));
    expect((await site.ask('POST', 'issue/properties/multi', agent, set(10000))).status).toBe(409);
    expect((await site.ask('POST', 'issue/properties/multi', agent, set(10001))).status).toBe(303);
    await site.pass(2_000);
    expect((await site.ask('POST', 'issue/properties/multi', agent, set(10000))).status).toBe(303);
  });

  it('of each issue are written where that can be done, and tell where not', async () => {
    const issue = site.issue();
    const properties = { due: 5 };
    const issues = [10000, 4711].map((issueID) => ({ issueID, properties }));
    const path = await submit('POST', 'issue/properties/multi', { issues });
    await site.pass(2_000);
    expect(await task(path)).toMatchObject({
      status: 'COMPLETE',
      result: {
        updatedIssues: [10000],
        errors: { 4711: ['Issue does not exist or you do not have permission to edit it.'] },
      },
    });
    expect(issue.properties.get('due')).toBe(5);
  });

  it('are found by what is there, and deleted by what is there', async () => {
    const [first, second] = [site.issue(), site.issue()];
    first.properties.set('state', { a: 1 });
    await submit('PUT', 'issue/properties/state', { value: 'new', filter: { hasProperty: false } });
    await site.pass(2_000);
    expect([first, second].map((issue) => issue.properties.get('state'))).toEqual([{ a: 1 }, 'new']);
    await submit('DELETE', 'issue/properties/state', { currentValue: { a: 1 } });
    await site.pass(2_000);
    expect([first, second].map((issue) => issue.properties.has('state'))).toEqual([false, true]);
  });

  it('stop when they are cancelled in time, and Jira forgets them after 14 days', async () => {
    const issue = site.issue();
    const path = await submit('PUT', 'issue/properties/state', { value: 1 });
    await site.pass(600);
    expect((await site.ask('POST', `${path}/cancel`, app)).status).toBe(202);
    expect(await task(path)).toMatchObject({ status: 'CANCEL_REQUESTED' });
    await site.pass(2_000);
    expect(await task(path)).toMatchObject({ status: 'CANCELLED' });
    expect((await site.ask('POST', `${path}/cancel`, app)).status).toBe(400);
    expect(issue.properties.size).toBe(0);
    await site.pass(15 * 86_400_000);
    expect((await site.ask('GET', path, app)).status).toBe(404);
  });

  it('take 10 properties and 10,000 issues, or 100 issues by issue', async () => {
    const entitiesIds = Array.from({ length: 10_001 }, (_, at) => at);
    const properties = { due: 5 };
    expect((await site.ask('POST', 'issue/properties', app, { entitiesIds, properties })).status).toBe(400);
    const issues = Array.from({ length: 101 }, (_, issueID) => ({ issueID, properties }));
    expect((await site.ask('POST', 'issue/properties/multi', app, { issues })).status).toBe(400);
    const fewer = { issues: issues.slice(1) };
    expect((await site.ask('POST', 'issue/properties/multi', app, fewer)).status).toBe(303);
  });

  it('do not compute values', async () => {
    const { status } = await site.ask('PUT', 'issue/properties/state', app, { expression: 'issue.id' });
    expect(status).toBe(501);
  });
});
