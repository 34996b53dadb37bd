import * as v from 'valibot';
import type { Issue } from '../model';
import { accountOf, maySee } from '../permissions';
import { userJson } from '../shapes';
import {
  badRequest,
  ok,
  parseBody,
  requireIssue,
  requirePermission,
  requireProductAccess,
  RestError,
} from './operation';
import type { Answer, Call, Operation } from './operation';

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-watchers/#api-rest-api-3-issue-issueidorkey-watchers-get */
function getWatchers(call: Call): Answer {
  const { store, reader, caller } = call;
  const { id, watchers } = requireIssue(call, call.params['issueIdOrKey'] ?? '');
  return ok({
    self: `${reader.base}/rest/api/3/issue/${id}/watchers`,
    isWatching: watchers.has(accountOf(store, caller) ?? ''),
    watchCount: watchers.size,
    watchers: [...watchers].map((accountId) => userJson(reader, store.user(accountId))),
  });
}

/** @throws RestError 404 for somebody who is not there or may not see the issue, 403 for others than oneself. */
function requireWatcher(call: Call, issue: Issue, accountId: string): string {
  const { store, caller } = call;
  if (!store.users.has(accountId) || !maySee(store, { kind: 'user', accountId }, issue)) {
    throw new RestError(404, [`The user '${accountId}' does not have permission to view this issue.`]);
  }
  const refusal = new RestError(403, ['You do not have permission to manage the watcher list.']);
  if (accountId !== accountOf(store, caller)) requirePermission(call, 'MANAGE_WATCHERS', issue, refusal);
  return accountId;
}

/** Adds somebody; without a body the caller.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-watchers/#api-rest-api-3-issue-issueidorkey-watchers-post */
function addWatcher(call: Call): Answer {
  const issue = requireIssue(call, call.params['issueIdOrKey'] ?? '');
  requireProductAccess(call);
  const accountId = parseBody(v.optional(v.string(), accountOf(call.store, call.caller) ?? ''), call.body);
  issue.watchers.add(requireWatcher(call, issue, accountId));
  call.store.changed(issue);
  return { status: 204 };
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-watchers/#api-rest-api-3-issue-issueidorkey-watchers-delete */
function removeWatcher(call: Call): Answer {
  const issue = requireIssue(call, call.params['issueIdOrKey'] ?? '');
  const accountId = call.query.get('accountId');
  if (accountId === null) throw badRequest("The query parameter 'accountId' is required.");
  issue.watchers.delete(requireWatcher(call, issue, accountId));
  call.store.changed(issue);
  return { status: 204 };
}

const path = '/rest/api/3/issue/{issueIdOrKey}/watchers';

export const watcherOperations: readonly Operation[] = [
  { method: 'GET', path, scopes: ['read:jira-work'], handle: getWatchers },
  { method: 'POST', path, scopes: ['write:jira-work'], handle: addWatcher },
  { method: 'DELETE', path, scopes: ['write:jira-work'], handle: removeWatcher },
];
