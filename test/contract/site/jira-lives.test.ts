import { admin, agent, app, manager, TestJira } from './jira-fixture';

let site: TestJira;
beforeEach(() => {
  site = new TestJira();
});

const infer = { inferFieldDefaults: true, inferClassificationDefaults: true, inferSubtaskTypeDefault: true };

/** Moves issues as a task, which it waits for, and says how the task ended. */
async function move(
  target: string,
  issueIdsOrKeys: string[],
  more: object = {},
  caller = agent,
): Promise<unknown> {
  const sources = { issueIdsOrKeys, inferStatusDefaults: true, ...infer, ...more };
  const body = { targetToSourcesMapping: { [target]: sources } };
  const submitted = await site.ask('POST', 'bulk/issues/move', caller, body);
  if (submitted.status !== 201) return submitted.body;
  const { taskId } = submitted.body as unknown as { taskId: string };
  await site.pass(3_000);
  return (await site.ask('GET', `bulk/queue/${taskId}`, caller)).body;
}

const found = async (jql: string): Promise<string[]> => {
  site.now += 5_000;
  const { body } = await site.ask('POST', 'search/jql', agent, { jql, fields: ['key'] });
  return body.issues.map(({ key }) => key);
};

it('an issue becomes one of another type, with a history and an event', async () => {
  const issue = site.issue();
  const edit = (id: string): Promise<{ status: number }> =>
    site.ask('PUT', 'issue/ITSD-1', agent, { fields: { issuetype: { id } } });
  expect((await edit('10101')).status).toBe(204);
  const item = {
    field: 'issuetype',
    fieldtype: 'jira',
    fieldId: 'issuetype',
    from: '10100',
    fromString: 'Incident',
    to: '10101',
    toString: 'Service request',
  };
  expect([issue.typeId, issue.histories[0]?.items]).toEqual(['10101', [item]]);
  expect(site.events.at(-1)?.payload).toMatchObject({ changelog: { items: [item] } });
  expect((await edit('10999')).status).toBe(400);
});

describe('an issue that is moved to another project', () => {
  it('keeps its id and gets another key, to which the old one leads', async () => {
    site.addProject('OPS');
    const issue = site.issue();
    expect(await move('OPS,10101', ['ITSD-1'])).toMatchObject({
      status: 'COMPLETE',
      progressPercent: 100,
      processedAccessibleIssues: [10000],
      totalIssueCount: 1,
    });
    const read = await site.ask('GET', 'issue/ITSD-1?fields=project,status,issuetype');
    expect(read.body).toMatchObject({
      id: '10000',
      key: 'OPS-1',
      fields: { project: { key: 'OPS' }, status: { name: 'Triage' }, issuetype: { id: '10101' } },
    });
    const items = issue.histories[0]?.items.map(({ field, from, fromString, to, toString }) => [
      [field, from, fromString],
      [to, toString],
    ]);
    expect(items).toEqual([
      [
        ['project', '10000', 'IT Service Desk'],
        ['10001', 'Project OPS'],
      ],
      [
        ['Key', null, 'ITSD-1'],
        [null, 'OPS-1'],
      ],
      [
        ['issuetype', '10100', 'Incident'],
        ['10101', 'Service request'],
      ],
      [
        ['status', '10001', 'New'],
        ['10900', 'Triage'],
      ],
    ]);
    expect(issue.statusCategoryChanged).toBe(issue.updated);
    expect(site.events.at(-1)).toMatchObject({
      eventType: 'avi:jira:updated:issue',
      payload: { issue: { id: '10000', key: 'OPS-1' }, jiraEventTypeName: 'issue_moved' },
    });
    expect([await found('project = OPS'), await found('project = ITSD')]).toEqual([['OPS-1'], []]);
    expect(await found('key = ITSD-1')).toEqual(['OPS-1']);
    site.issue('Next');
    expect((await site.ask('GET', 'issue/ITSD-2')).status).toBe(200);
  });

  it('takes the status that is named for its own, leaves its security level, and keeps its properties', async () => {
    site.addProject('OPS');
    const issue = site.issue();
    issue.properties.set('timers', 1);
    site.hide(issue);
    const targetStatus = [{ statuses: { 5: ['10001'] } }];
    await move('OPS,10100', ['ITSD-1'], { inferStatusDefaults: false, targetStatus }, manager);
    expect([issue.statusId, issue.securityLevelId, issue.properties.get('timers')]).toEqual(['5', null, 1]);
    expect((await site.ask('GET', 'issue/OPS-1')).status).toBe(200);
  });

  it('is refused where a status is missing, and left out where one may not see it', async () => {
    site.addProject('OPS');
    const issue = site.issue();
    expect(await move('OPS,10100', ['ITSD-1'], { inferStatusDefaults: false })).toEqual({
      errors: [{ message: "A target status is missing for the status '10001'." }],
    });
    site.hide(issue);
    expect(await move('OPS,10100', ['ITSD-1', 'ITSD-9'])).toMatchObject({
      processedAccessibleIssues: [],
      invalidOrInaccessibleIssueCount: 2,
    });
    expect(issue.key).toBe('ITSD-1');
  });
});

it('an archived issue is read by its key, not found, and not changed', async () => {
  const [issue] = [site.issue(), site.issue('Second')];
  site.jira.changes.change(agent, issue, { edits: { assigneeId: '712020:alex-morgan' } });
  const told = site.events.length;
  const body = { issueIdsOrKeys: ['ITSD-1', '10000', 'NONE-1'] };
  expect((await site.ask('PUT', 'issue/archive', admin, body)).body).toMatchObject({
    numberOfIssuesUpdated: 1,
    errors: { issuesNotFound: { count: 1, issueIdsOrKeys: ['NONE-1'] } },
  });
  expect(await found('project = ITSD')).toEqual(['ITSD-2']);
  expect((await site.ask('GET', 'issue/ITSD-1')).status).toBe(200);
  const statuses = await Promise.all([
    site.ask('PUT', 'issue/ITSD-1', agent, { fields: { summary: 'Other' } }),
    site.ask('PUT', 'issue/ITSD-1/properties/a', app, 1),
    site.ask('DELETE', 'issue/ITSD-1', manager),
    site.ask('POST', 'issue/ITSD-1/transitions', agent, { transition: { id: '11' } }),
  ]);
  expect(statuses.map(({ status }) => status)).toEqual([400, 403, 403, 400]);
  expect((await site.ask('PUT', 'issue/unarchive', admin, body)).status).toBe(200);
  expect(await found('project = ITSD')).toEqual(['ITSD-2', 'ITSD-1']);
  expect([site.events.length, issue.histories.length]).toEqual([told, 1]);
});

it('no more than 1,000 issues are archived at once', async () => {
  const issue = site.issue();
  const issueIdsOrKeys = ['ITSD-1', ...Array.from({ length: 1000 }, (_, at) => `NONE-${at}`)];
  expect((await site.ask('PUT', 'issue/archive', admin, { issueIdsOrKeys })).status).toBe(412);
  expect(issue.isArchived).toBe(true);
});

describe('a project', () => {
  const events = (): string[] => site.events.map(({ eventType }) => eventType).slice(1);
  const read = async (path: string, caller = agent): Promise<number> =>
    (await site.ask('GET', path, caller)).status;
  const searched = async (): Promise<number> => (await site.ask('GET', 'project/search')).body.total;

  it('in the archive is read-only and not searched, until it is restored', async () => {
    site.issue();
    await site.ask('POST', 'project/ITSD/archive', admin);
    expect([await read('issue/ITSD-1'), await read('project/ITSD'), await searched()]).toEqual([200, 200, 0]);
    expect((await site.ask('GET', 'project/ITSD')).body).toMatchObject({ archived: true });
    const edit = { fields: { summary: 'Other' } };
    expect((await site.ask('PUT', 'issue/ITSD-1', agent, edit)).status).toBe(400);
    expect((await site.ask('POST', 'search/jql', agent, { jql: 'project = ITSD' })).status).toBe(400);
    expect(await found('created <= now()')).toEqual([]);
    expect((await site.ask('DELETE', 'project/ITSD', admin)).status).toBe(404);
    expect((await site.ask('POST', 'project/ITSD/restore', admin)).status).toBe(200);
    expect([await found('project = ITSD'), events()]).toEqual([
      ['ITSD-1'],
      ['avi:jira:archived:project', 'avi:jira:unarchived:project'],
    ]);
    expect(site.events.at(-1)?.payload).toMatchObject({ project: { id: '10000', key: 'ITSD' } });
  });

  it('in the trash is as if it were not there, until it is restored', async () => {
    site.issue();
    await site.ask('DELETE', 'project/ITSD', admin);
    expect([await read('issue/ITSD-1'), await read('issue/10000', app), await read('project/ITSD')]).toEqual([
      404, 404, 404,
    ]);
    expect(await found('created <= now()')).toEqual([]);
    expect((await site.ask('POST', 'project/ITSD/restore', admin)).status).toBe(200);
    expect([await read('issue/ITSD-1'), events()]).toEqual([
      200,
      ['avi:jira:softdeleted:project', 'avi:jira:restored:project'],
    ]);
  });

  it('that is deleted for ever takes its issues with it, without a word of them', async () => {
    site.issue();
    await site.ask('DELETE', 'project/ITSD?enableUndo=false', admin);
    expect([await read('issue/ITSD-1', admin), events()]).toEqual([404, ['avi:jira:deleted:project']]);
    expect(await found('created <= now()')).toEqual([]);
    expect((await site.ask('POST', 'project/ITSD/restore', admin)).status).toBe(404);
    expect(site.jira.store.issues.size).toBe(0);
  });
});
