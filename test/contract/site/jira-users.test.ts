import { agent, app, customer, manager, stranger, TestJira } from './jira-fixture';
import type { Body } from './jira-fixture';

interface Grant {
  readonly permission: string;
  readonly holder: { readonly type: string; readonly value: string };
}

let site: TestJira;
beforeEach(() => {
  site = new TestJira();
});

describe('users', () => {
  it('are shown with their kind and zone', async () => {
    const me = (await site.ask('GET', 'myself', app)).body;
    expect(me).toMatchObject({
      accountType: 'app',
      displayName: 'Service Levels for Jira',
      timeZone: 'Europe/London',
    });
    const found = await site.ask('GET', 'user?accountId=qm:casey-brooks', app);
    expect(found.body).toMatchObject({ accountType: 'customer', active: true });
  });

  it('are not found when there is none', async () => {
    expect((await site.ask('GET', 'user?accountId=x')).status).toBe(404);
    expect((await site.ask('GET', 'user')).status).toBe(400);
  });

  it('that are customers or apps keep their e-mail address to themselves', async () => {
    const found = await site.ask(
      'GET',
      'user/bulk?accountId=qm:casey-brooks&accountId=712020:alex-morgan&accountId=x',
    );
    expect(found.body.total).toBe(2);
    expect(found.body.values[0]).not.toHaveProperty('emailAddress');
    expect(found.body.values[1]).toMatchObject({ emailAddress: 'alex.morgan@example.com' });
  });

  const names = (list: readonly Body[]): unknown[] => list.map(({ displayName }) => displayName);

  it('are searched by the start of a word of their name, the inactive ones left out', async () => {
    site.jira.store.addUser({
      accountId: 'left',
      displayName: 'Morgan Left',
      accountType: 'atlassian',
      timeZone: 'UTC',
      active: false,
    });
    expect(names(await site.list('user/search?query=mor'))).toEqual(['Alex Morgan']);
    expect(names(await site.list('user/search?accountId=qm:casey-brooks'))).toEqual(['Casey Brooks']);
    expect(await site.list('user/search?query=mor', stranger)).toEqual([]);
    expect(names(await site.list('users/search?maxResults=2&startAt=5'))).toEqual([
      'Service Levels for Jira',
      'Morgan Left',
    ]);
  });

  it('that can be assigned are cut out of the page, which need not be full', async () => {
    site.hide(site.issue());
    const all = names(await site.list('user/assignable/search?project=ITSD'));
    expect(all).toEqual(['Alex Morgan', 'Sam Rivera', 'Jordan Lee', 'Service Levels for Jira']);
    expect(names(await site.list('user/assignable/search?project=ITSD&startAt=3&maxResults=1'))).toEqual([]);
    const level = names(await site.list('user/assignable/search?issueKey=ITSD-1', manager));
    expect(level).toEqual(['Sam Rivera', 'Jordan Lee']);
  });

  it('hold roles, which administrators of the project see', async () => {
    const roles = (await site.ask('GET', 'project/ITSD/role', manager)).body;
    expect(Object.entries(roles)[1]).toEqual([
      'Service Desk Team',
      'http://jira.test/rest/api/3/project/10000/role/10001',
    ]);
    const team = (await site.ask('GET', 'project/ITSD/role/10001', manager)).body;
    expect(names(team.actors)).toEqual(['Alex Morgan', 'Jordan Lee', 'Sam Rivera']);
  });

  it('have permissions by the roles that the scheme of the project names', async () => {
    const scheme = (await site.ask('GET', 'project/ITSD/permissionscheme?expand=permissions', manager)).body;
    const granted = (scheme.permissions as unknown as Grant[])
      .filter(({ permission }) => permission === 'ADMINISTER_PROJECTS')
      .map(({ holder }) => holder);
    const holders = await Promise.all(
      granted.map(({ value }) => site.ask('GET', `project/ITSD/role/${value}`, manager)),
    );
    expect(granted.map(({ type }) => type)).toEqual(['projectRole', 'projectRole']);
    expect(holders.map(({ body }) => body.name)).toEqual([
      'Administrators',
      'atlassian-addons-project-access',
    ]);
    const plain = (await site.ask('GET', 'project/ITSD/permissionscheme', manager)).body;
    expect(plain).not.toHaveProperty('permissions');
  });

  it('hear in which projects they may do something', async () => {
    const ask = async (caller = agent): Promise<unknown> => {
      const body = { permissions: ['EDIT_ISSUES', 'ADMINISTER_PROJECTS'] };
      return (await site.ask('POST', 'permissions/project', caller, body)).body;
    };
    expect(await ask(manager)).toEqual({ projects: [{ id: 10000, key: 'ITSD' }] });
    expect(await ask()).toEqual({ projects: [] });
    expect(await ask(customer)).toEqual({ projects: [] });
  });
});
