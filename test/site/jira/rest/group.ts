import type { Group, User } from '../model';
import { can } from '../permissions';
import { groupJson, userJson } from '../shapes';
import { badRequest, NotModelled, ok, pageOf, queryList, requireProductAccess, RestError } from './operation';
import type { Answer, Call, Operation } from './operation';

/** @throws RestError 401 or 403 for those who may not browse users and groups. */
function requireBrowsing(call: Call): void {
  requireProductAccess(call);
  if (can(call.store, call.caller, 'USER_PICKER')) return;
  throw new RestError(403, ['You are not authorized to perform this operation.']);
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.localeCompare(b.name, 'en');

/**
 * All groups, or those that are named, 50 a page.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-groups/#api-rest-api-3-group-bulk-get
 */
function getGroups(call: Call): Answer {
  requireBrowsing(call);
  const { store, query } = call;
  for (const name of ['accessType', 'applicationKey']) {
    if (query.has(name)) throw new NotModelled(`Groups by '${name}'`);
  }
  const ids = query.getAll('groupId');
  const names = query.getAll('groupName');
  const all = ids.length === 0 && names.length === 0;
  const found = [...store.groups.values()]
    .filter(({ id, name }) => all || ids.includes(id) || names.includes(name))
    .sort(byName);
  return pageOf(call, 'group/bulk', found, { toJson: ({ id, name }: Group) => ({ name, groupId: id }) });
}

/**
 * Who is in a group, 50 a page; active people only unless the request says otherwise.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-groups/#api-rest-api-3-group-member-get
 */
function getMembers(call: Call): Answer {
  requireBrowsing(call);
  const { store, query, reader } = call;
  const [id, name] = [query.get('groupId'), query.get('groupname')];
  if (id === null && name === null) throw badRequest("'groupname' or 'groupId' must be given.");
  const group = [...store.groups.values()].find((each) => each.id === id || each.name === name);
  if (group === undefined) throw new RestError(404, [`The group '${id ?? name ?? ''}' does not exist.`]);
  const withInactive = queryList(query, 'includeInactiveUsers').includes('true');
  const users = [...group.members]
    .map((accountId) => store.user(accountId))
    .filter(({ active }) => withInactive || active !== false);
  return pageOf(call, 'group/member', users, { toJson: (user: User) => userJson(reader, user) });
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/#api-rest-api-3-user-groups-get */
function getGroupsOfUser(call: Call): Answer {
  requireBrowsing(call);
  const { store, query, reader } = call;
  const accountId = query.get('accountId') ?? '';
  if (!store.users.has(accountId)) {
    throw new RestError(404, ['Specified user does not exist or you do not have required permissions']);
  }
  const groups = [...store.groups.values()].filter(({ members }) => members.has(accountId)).sort(byName);
  return ok(groups.map((group) => groupJson(reader, group)));
}

export const groupOperations: readonly Operation[] = [
  { method: 'GET', path: '/rest/api/3/group/bulk', scopes: ['read:jira-user'], handle: getGroups },
  // Atlassian's document wants no less of an app than the right to configure Jira.
  {
    method: 'GET',
    path: '/rest/api/3/group/member',
    scopes: ['manage:jira-configuration'],
    handle: getMembers,
  },
  { method: 'GET', path: '/rest/api/3/user/groups', scopes: ['read:jira-user'], handle: getGroupsOfUser },
];
