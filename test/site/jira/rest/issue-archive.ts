import * as v from 'valibot';
import type { Issue } from '../model';
import { can } from '../permissions';
import { badRequest, ok, parseBody, requireProductAccess, RestError } from './operation';
import type { Answer, Call, Operation } from './operation';

const mostIssues = 1000;
const Body = v.strictObject({ issueIdsOrKeys: v.array(v.string()) });

/**
 * Archived issues are read-only and no longer found by searches. Nothing tells of it, and no history has it.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-archive-put
 * @throws RestError 403 for all but Jira administrators, 400 when none of the issues is there, 412 for more than 1,000, of
 * which the first 1,000 are archived all the same.
 */
const setArchived =
  (isArchived: boolean) =>
  (call: Call): Answer => {
    const { store, caller } = call;
    requireProductAccess(call);
    if (!can(store, caller, 'ADMINISTER')) {
      throw new RestError(403, ['You do not have permission to archive and unarchive issues.']);
    }
    const { issueIdsOrKeys } = parseBody(Body, call.body);
    const found = new Set<Issue>();
    const missing: string[] = [];
    for (const idOrKey of issueIdsOrKeys.slice(0, mostIssues)) {
      const issue = store.issue(idOrKey);
      if (issue === undefined || store.projectOf(issue).state !== undefined) missing.push(idOrKey);
      else found.add(issue);
    }
    if (found.size === 0) throw badRequest('None of the issues can be archived or unarchived.');
    for (const issue of found) {
      issue.isArchived = isArchived;
      store.changed(issue);
    }
    if (issueIdsOrKeys.length > mostIssues) {
      throw new RestError(412, [`No more than ${mostIssues} issues can be archived at once.`]);
    }
    const message = 'The issues were not found.';
    const issuesNotFound = { count: missing.length, issueIdsOrKeys: missing, message };
    return ok({ numberOfIssuesUpdated: found.size, errors: missing.length === 0 ? {} : { issuesNotFound } });
  };

const path = '/rest/api/3/issue';
const scopes = ['write:jira-work'];

export const issueArchiveOperations: readonly Operation[] = [
  { method: 'PUT', path: `${path}/archive`, scopes, handle: setArchived(true) },
  { method: 'PUT', path: `${path}/unarchive`, scopes, handle: setArchived(false) },
];
