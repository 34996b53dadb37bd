import type { User } from '../model';
import { accountOf, can, maySee } from '../permissions';
import { userJson } from '../shapes';
import {
  badRequest,
  expansions,
  NotModelled,
  ok,
  pageNumber,
  pageOf,
  requireIssue,
  requireProductAccess,
  requireProject,
  RestError,
} from './operation';
import type { Answer, Call, Operation } from './operation';

const mostUsers = 1000;
const expandable = ['groups', 'applicationRoles'];

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-myself/#api-rest-api-3-myself-get */
function getMyself(call: Call): Answer {
  requireProductAccess(call);
  expansions(call, [], expandable);
  const { store, caller, reader } = call;
  const user = store.user(accountOf(store, caller) ?? '');
  return ok({
    ...userJson(reader, user),
    locale: (store.locales.get(user.accountId) ?? 'en-US').replace('-', '_'),
    groups: { size: 0, items: [] },
    applicationRoles: { size: 0, items: [] },
  });
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/#api-rest-api-3-user-get */
function getUser(call: Call): Answer {
  requireProductAccess(call);
  expansions(call, [], expandable);
  const accountId = call.query.get('accountId');
  if (accountId === null) throw badRequest("The query parameter 'accountId' is required.");
  const user = call.store.users.get(accountId);
  if (user === undefined) {
    throw new RestError(404, ['Specified user does not exist or you do not have required permissions']);
  }
  return ok({ ...userJson(call.reader, user), locale: 'en_US' });
}

/**
 * Users by `accountId`, 10 a page unless the request says more; those who do not exist are left out.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/#api-rest-api-3-user-bulk-get
 */
function getUsersInBulk(call: Call): Answer {
  requireProductAccess(call);
  const ids = call.query.getAll('accountId');
  if (ids.length === 0) throw badRequest("The query parameter 'accountId' is required.");
  const users = [...new Set(ids)].flatMap((id) => call.store.users.get(id) ?? []);
  const toJson = (user: User): unknown => userJson(call.reader, user);
  return pageOf(call, 'user/bulk', users, { fallback: 10, most: 200, toJson });
}

/**
 * Everybody with an account: people who work here, customers, apps, also those who are no longer active.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/#api-rest-api-3-users-search-get
 */
function getAllUsers(call: Call): Answer {
  const { store, caller, reader } = call;
  if (!can(store, caller, 'USER_PICKER')) {
    throw new RestError(403, ['You are not authorized to perform this operation.']);
  }
  return ok(slice(call, [...store.users.values()]).map((user) => userJson(reader, user)));
}

function slice({ query }: Call, users: readonly User[]): readonly User[] {
  const startAt = pageNumber(query, 'startAt', 0);
  return users.slice(startAt, startAt + pageNumber(query, 'maxResults', 50, mostUsers)).slice(0, mostUsers);
}

/** A query matches the start of any word of the name, or of the e-mail address where that is shown. */
function matches({ displayName, accountType, emailAddress }: User, query: string): boolean {
  const wanted = query.toLowerCase();
  const shown = accountType === 'atlassian' ? (emailAddress ?? '') : '';
  const words = [displayName, ...displayName.split(' '), shown];
  return words.some((word) => word.toLowerCase().startsWith(wanted));
}

function wanted({ store, query }: Call): User[] {
  const accountId = query.get('accountId');
  const text = query.get('query') ?? '';
  return [...store.users.values()].filter((user) =>
    accountId === null ? matches(user, text) : user.accountId === accountId,
  );
}

/**
 * Active people by `query` or by `accountId`, one of which must be given; nobody for those who may not browse users.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-user-search/#api-rest-api-3-user-search-get
 */
function searchUsers(call: Call): Answer {
  const { store, caller, query, reader } = call;
  if (query.has('property')) throw new NotModelled('The search for users by property');
  if (query.has('query') === query.has('accountId')) {
    throw badRequest("Either the query parameter 'query' or 'accountId' must be provided.");
  }
  if (!can(store, caller, 'USER_PICKER')) return ok([]);
  const users = wanted(call).filter(({ active }) => active !== false);
  return ok(slice(call, users).map((user) => userJson(reader, user)));
}

/**
 * Who can be assigned to an issue, or in a project. The page is cut out of everybody who matches, and only then those
 * who cannot be assigned are left out: a page that is not full is not the last one.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-user-search/#api-rest-api-3-user-assignable-search-get
 */
function searchAssignable(call: Call): Answer {
  const { store, caller, query, reader } = call;
  if (query.has('actionDescriptorId')) throw new NotModelled('The search for assignees of a transition');
  const issueRef = query.get('issueKey') ?? query.get('issueId');
  const projectRef = query.get('project');
  if (issueRef === null && projectRef === null) {
    throw badRequest("One of the query parameters 'project', 'issueKey' and 'issueId' must be provided.");
  }
  if (caller.kind === 'anonymous') {
    throw new RestError(401, ['Client must be authenticated to access this resource.']);
  }
  const issue = issueRef === null ? undefined : requireIssue(call, issueRef);
  const project = issue === undefined ? requireProject(call, projectRef ?? '') : store.projectOf(issue);
  const assignable = slice(call, wanted(call)).filter(({ accountId, active }) => {
    const user = { kind: 'user', accountId } as const;
    const seen = issue === undefined || maySee(store, user, issue);
    return active !== false && seen && can(store, user, 'ASSIGNABLE_USER', project);
  });
  return ok(assignable.map((user) => userJson(reader, user)));
}

const scopes = ['read:jira-user'];

export const userOperations: readonly Operation[] = [
  { method: 'GET', path: '/rest/api/3/myself', scopes, handle: getMyself },
  { method: 'GET', path: '/rest/api/3/user', scopes, handle: getUser },
  { method: 'GET', path: '/rest/api/3/user/bulk', scopes, handle: getUsersInBulk },
  { method: 'GET', path: '/rest/api/3/user/search', scopes, handle: searchUsers },
  { method: 'GET', path: '/rest/api/3/user/assignable/search', scopes, handle: searchAssignable },
  { method: 'GET', path: '/rest/api/3/users', scopes, handle: getAllUsers },
  { method: 'GET', path: '/rest/api/3/users/search', scopes, handle: getAllUsers },
];
