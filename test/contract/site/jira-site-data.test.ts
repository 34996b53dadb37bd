import { operations, scopesOf } from '../../site/jira/rest/api';
import { agent, app, customer, manager, refusal, stranger, TestJira } from './jira-fixture';

let site: TestJira;
beforeEach(() => {
  site = new TestJira();
});

const names = (list: readonly { name: string }[]): string[] => list.map(({ name }) => name);

describe('priorities, statuses, types and fields', () => {
  it('lists priorities, and searches them by page', async () => {
    const list = await site.list('priority', app);
    expect(names(list)).toEqual(['1 - Critical', '2 - High', '3 - Moderate', '4 - Low']);
    expect(list[0]).toMatchObject({ id: '1', statusColor: '#c9372c', isDefault: false });
    const page = (await site.ask('GET', 'priority/search?startAt=1&maxResults=2&id=1,2,3', agent)).body;
    expect(page).toMatchObject({ startAt: 1, maxResults: 2, total: 3, isLast: true });
    expect(names(page.values)).toEqual(['2 - High', '3 - Moderate']);
  });

  it('lists statuses with their categories, for the site and by issue type of a project', async () => {
    const statuses = await site.list('status', app);
    expect(statuses[7]).toMatchObject({
      id: '6',
      name: 'Closed',
      statusCategory: { id: 3, key: 'done', name: 'Done' },
    });
    const byType = await site.list('project/ITSD/statuses', app);
    expect(names(byType)).toEqual(['Incident', 'Service request']);
    expect(names(byType[0]!.statuses)).toEqual(names(statuses));
  });

  it('lists issue types and fields', async () => {
    expect((await site.list('issuetype'))[0]).toMatchObject({
      id: '10100',
      name: 'Incident',
      subtask: false,
    });
    const fields = await site.list('field');
    const group = fields.find(({ id }) => id === 'customfield_10050');
    expect(group).toMatchObject({
      name: 'Assignment group',
      custom: true,
      schema: { type: 'option', customId: 10050 },
    });
    const created = fields.find(({ id }) => id === 'created');
    expect(created).toMatchObject({ custom: false, schema: { type: 'datetime', system: 'created' } });
  });

  it('shows the project', async () => {
    const { body } = await site.ask('GET', 'project/10000', app);
    expect(body).toMatchObject({
      key: 'ITSD',
      projectTypeKey: 'service_desk',
      lead: { displayName: 'Sam Rivera' },
    });
    expect(names(body.issueTypes)).toEqual(['Incident', 'Service request']);
  });

  it.each(['priority', 'priority/search', 'myself', 'user?accountId=x'])(
    'keeps %s from strangers and customers',
    async (path) => {
      expect((await site.ask('GET', path, stranger)).status).toBe(401);
      expect((await site.ask('GET', path, customer)).status).toBe(403);
    },
  );

  it.each(['project/ITSD', 'project/ITSD/statuses'])(
    'hides %s from those who may not browse',
    async (path) => {
      const hidden = { status: 404, body: refusal("No project could be found with key 'ITSD'.") };
      expect(await site.ask('GET', path, customer)).toEqual(hidden);
      expect((await site.ask('GET', 'project/itsd')).status).toBe(404);
      expect((await site.ask('GET', 'status', stranger)).body).toEqual([]);
    },
  );
});

describe('GET mypermissions', () => {
  it('answers for an issue, a project, and anywhere', async () => {
    const issue = site.issue();
    const ask = async (query: string, caller = agent): Promise<unknown> => {
      const { body } = await site.ask(
        'GET',
        `mypermissions?permissions=EDIT_ISSUES,ADMINISTER_PROJECTS,ADMINISTER${query}`,
        caller,
      );
      return Object.values(body.permissions).map(({ havePermission }) => havePermission);
    };
    expect(await ask('&projectKey=ITSD')).toEqual([true, false, false]);
    expect(await ask('&projectId=10000', manager)).toEqual([true, true, false]);
    expect(await ask('', { kind: 'user', accountId: '712020:jordan-lee' })).toEqual([true, true, true]);
    expect(await ask(`&issueId=${issue.id}`)).toEqual([true, false, false]);
    expect(await ask('', customer)).toEqual([false, false, false]);
  });

  it('refuses to answer without permissions, for unknown ones, and for what may not be seen', async () => {
    expect((await site.ask('GET', 'mypermissions')).status).toBe(400);
    expect((await site.ask('GET', 'mypermissions?permissions=FLY')).status).toBe(400);
    expect((await site.ask('GET', 'mypermissions?permissions=EDIT_ISSUES&issueKey=ITSD-1')).status).toBe(404);
    expect((await site.ask('GET', 'mypermissions?permissions=EDIT_ISSUES&projectKey=NO')).status).toBe(404);
  });
});

describe('POST permissions/check', () => {
  it('tells an app of what somebody may do, with numbers for ids', async () => {
    const seen = site.issue();
    const hidden = site.issue();
    site.hide(hidden);
    const issues = [Number(seen.id), Number(hidden.id), 4711];
    const { status, body } = await site.ask('POST', 'permissions/check', app, {
      accountId: '712020:alex-morgan',
      globalPermissions: ['ADMINISTER'],
      projectPermissions: [
        { permissions: ['EDIT_ISSUES', 'ADMINISTER_PROJECTS'], issues, projects: [10000, 4711] },
      ],
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      globalPermissions: [],
      projectPermissions: [
        { permission: 'EDIT_ISSUES', issues: [10000], projects: [10000] },
        { permission: 'ADMINISTER_PROJECTS', issues: [], projects: [] },
      ],
    });
  });

  it('refuses unknown permissions, unknown people, and people who ask about others', async () => {
    const about = (accountId: string, permission: string) => ({
      accountId,
      projectPermissions: [{ permissions: [permission], projects: [10000] }],
    });
    const unknown = await site.ask('POST', 'permissions/check', app, about('712020:alex-morgan', 'FLY'));
    expect(unknown).toEqual({
      status: 400,
      body: { errorMessages: [], errors: { FLY: 'Unrecognized permission' } },
    });
    expect((await site.ask('POST', 'permissions/check', app, about('x', 'EDIT_ISSUES'))).status).toBe(400);
    const nosy = await site.ask(
      'POST',
      'permissions/check',
      manager,
      about('712020:alex-morgan', 'EDIT_ISSUES'),
    );
    expect(nosy).toEqual({
      status: 403,
      body: refusal('Only Jira administrators can perform this operation.'),
    });
  });
});

describe('issue security', () => {
  it('hides an issue from everybody outside the level, apps included', async () => {
    const issue = site.issue();
    await site.ask('PUT', 'issue/ITSD-1', manager, { fields: { security: { name: 'Management only' } } });
    expect(issue.histories[0]?.items).toMatchObject([
      { fieldId: 'security', to: '10200', toString: 'Management only' },
    ]);
    expect((await site.ask('GET', 'issue/ITSD-1', manager)).body.fields.security.name).toBe(
      'Management only',
    );
    expect((await site.ask('GET', 'issue/ITSD-1', agent)).status).toBe(404);
    expect((await site.ask('GET', 'issue/ITSD-1', app)).status).toBe(404);
    expect((await site.ask('PUT', 'issue/ITSD-1/properties/a', app, 1)).status).toBe(404);
    const grants = await site.ask('POST', 'permissions/check', app, {
      projectPermissions: [{ permissions: ['BROWSE_PROJECTS'], issues: [10000] }],
    });
    expect(grants.body.projectPermissions[0]!.issues).toEqual([]);
  });
});

describe('scopesOf', () => {
  it('knows the classic scopes of each operation', () => {
    expect(scopesOf('GET', '/rest/api/3/issue/ITSD-1?fields=summary')).toEqual([['read:jira-work']]);
    expect(scopesOf('post', '/rest/api/3/issue/bulkfetch')).toEqual([['read:jira-work']]);
    expect(scopesOf('PUT', '/rest/api/3/issue/1/properties/sla.due')).toEqual([['write:jira-work']]);
    expect(scopesOf('GET', '/rest/api/3/myself')).toEqual([['read:jira-user']]);
    expect(scopesOf('POST', '/rest/api/3/permissions/check')).toEqual([[]]);
    expect(scopesOf('GET', '/rest/api/3/issue/1/worklog')).toBeUndefined();
  });

  it('leads every operation to itself', () => {
    for (const { method, path, scopes } of operations) {
      expect([path, scopesOf(method, path.replaceAll(/\{\w+\}/g, '1'))]).toEqual([path, [scopes]]);
    }
  });
});
