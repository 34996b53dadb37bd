import { browsable } from '../permissions';
import { issueTypeJson, statusJson } from '../shapes';
import { ok } from './operation';
import type { Answer, Call, Operation } from './operation';

/**
 * The statuses of all projects that the caller may browse.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-statuses/#api-rest-api-3-status-get
 */
function getStatuses(call: Call): Answer {
  const { store, caller, reader } = call;
  const statuses = new Set(browsable(store, caller).flatMap((project) => project.statuses));
  return ok([...statuses].map((status) => statusJson(reader, status)));
}

/**
 * The issue types of all projects that the caller may browse.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-types/#api-rest-api-3-issuetype-get
 */
function getIssueTypes({ store, caller, reader }: Call): Answer {
  const types = new Set(browsable(store, caller).flatMap((project) => project.issueTypes));
  return ok([...types].map((type) => issueTypeJson(reader, type)));
}

export const statusOperations: readonly Operation[] = [
  { method: 'GET', path: '/rest/api/3/status', scopes: ['read:jira-work'], handle: getStatuses },
  { method: 'GET', path: '/rest/api/3/issuetype', scopes: ['read:jira-work'], handle: getIssueTypes },
];
