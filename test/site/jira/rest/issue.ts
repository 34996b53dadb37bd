import { issueJson } from './issue-json';
import { expansions, ok, queryList, requireIssue } from './operation';
import type { Answer, Call, Operation } from './operation';

const mostHistories = 100;
/** What Jira adds to issues and this site does not. */
export const notExpanded = [
  'renderedFields',
  'schema',
  'transitions',
  'operations',
  'editmeta',
  'versionedRepresentations',
];

/**
 * One issue. `expand=changelog` gives the newest histories, at most 100, newest first; all comments come with `comment`.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-get
 */
function getIssue(call: Call): Answer {
  const issue = requireIssue(call, call.params['issueIdOrKey'] ?? '');
  return ok(
    issueJson(call.reader, issue, {
      fields: queryList(call.query, 'fields'),
      expand: [...expansions(call, ['names', 'changelog'], notExpanded)],
      properties: queryList(call.query, 'properties'),
      mostHistories,
      mostComments: Infinity,
    }),
  );
}

export const issueOperations: readonly Operation[] = [
  { method: 'GET', path: '/rest/api/3/issue/{issueIdOrKey}', scopes: ['read:jira-work'], handle: getIssue },
];
