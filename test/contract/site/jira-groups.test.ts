import type { Group } from '../../site/jira/model';
import { visitors } from '../../site/sample/people';
import { admin, agent, manager, TestJira } from './jira-fixture';

let site: TestJira;
beforeEach(() => {
  site = new TestJira();
});

function group(name: string): Group {
  const found = [...site.jira.store.groups.values()].find((each) => each.name === name);
  if (found === undefined) throw new Error(`no group ${name}`);
  return found;
}

const newcomer = { kind: 'user', accountId: '712020:newcomer' } as const;

function addNewcomer(): void {
  const { accountId } = newcomer;
  const user = { accountId, displayName: 'New Comer', accountType: 'atlassian', timeZone: 'UTC' } as const;
  site.jira.store.addUser(user);
}

it('groups are listed by name, a page at a time, and by id or name', async () => {
  const first = await site.ask('GET', 'group/bulk?maxResults=2');
  expect(first.body).toMatchObject({ total: 3, isLast: false, startAt: 0, maxResults: 2 });
  expect(first.body.values.map(({ name }) => name)).toEqual(['jira-administrators', 'service-desk']);
  expect(first.body.nextPage).toContain('startAt=2');
  const named = await site.ask(
    'GET',
    `group/bulk?groupId=${group('service-desk').id}&groupName=jira-administrators`,
  );
  expect(named.body.values.map(({ name }) => name)).toEqual(['jira-administrators', 'service-desk']);
  expect((await site.ask('GET', 'group/bulk?maxResults=200')).body).toMatchObject({ maxResults: 50 });
});

it('a group has members, those who have left only when they are asked for', async () => {
  const names = async (query: string): Promise<string[]> =>
    (await site.ask('GET', `group/member?${query}`)).body.values.map(({ displayName }) => displayName);
  expect(await names('groupname=service-desk')).toEqual(['Alex Morgan', 'Sam Rivera']);
  site.jira.store.addUser({ ...visitors.agent, active: false });
  expect(await names(`groupId=${group('service-desk').id}`)).toEqual(['Sam Rivera']);
  expect(await names('groupname=service-desk&includeInactiveUsers=true')).toHaveLength(2);
});

it('somebody’s groups are a bare list', async () => {
  const list = await site.list(`user/groups?accountId=${visitors.projectAdministrator.accountId}`);
  expect(list.map(({ name }) => name)).toEqual(['service-desk', 'service-level-managers']);
  expect(list[0]).toMatchObject({ groupId: group('service-desk').id });
});

it('a role comes with its groups, and their members may what the role may', async () => {
  addNewcomer();
  site.issue();
  const see = async (): Promise<number> => (await site.ask('GET', 'issue/ITSD-1', newcomer)).status;
  const project = site.jira.store.project('ITSD');
  (project?.roleGroups as Map<string, Set<string>>).set(
    'Service Desk Team',
    new Set([group('service-desk').id]),
  );
  expect(await see()).toBe(404);
  group('service-desk').members.add(newcomer.accountId);
  expect(await see()).toBe(200);
  expect((await site.ask('DELETE', 'issue/ITSD-1', newcomer)).status).toBe(403);
  const found = await site.ask('GET', 'project/ITSD/role/10001', admin);
  expect(found.body.actors.at(-1)).toMatchObject({
    displayName: 'service-desk',
    type: 'atlassian-group-role-actor',
    actorGroup: { name: 'service-desk', groupId: group('service-desk').id },
  });
  const assignable = await site.list('user/assignable/search?project=ITSD&query=new', agent);
  expect(assignable).toMatchObject([{ displayName: 'New Comer' }]);
  group('service-desk').members.delete(newcomer.accountId);
  expect(await see()).toBe(404);
  expect((await site.ask('GET', 'project/ITSD/role', manager)).status).toBe(200);
});
