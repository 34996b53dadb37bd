import { accountOf } from '../permissions';
import { userJson } from '../shapes';
import { badRequest, ok, requireProductAccess, RestError } from './operation';
import type { Answer, Call, Operation } from './operation';

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-myself/#api-rest-api-3-myself-get */
function getMyself(call: Call): Answer {
  requireProductAccess(call);
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
  const accountId = call.query.get('accountId');
  if (accountId === null) throw badRequest("The query parameter 'accountId' is required.");
  const user = call.store.users.get(accountId);
  if (user === undefined) {
    throw new RestError(404, ['Specified user does not exist or you do not have required permissions']);
  }
  return ok({ ...userJson(call.reader, user), locale: 'en_US' });
}

export const userOperations: readonly Operation[] = [
  { method: 'GET', path: '/rest/api/3/myself', scopes: ['read:jira-user'], handle: getMyself },
  { method: 'GET', path: '/rest/api/3/user', scopes: ['read:jira-user'], handle: getUser },
];
