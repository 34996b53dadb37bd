import { can } from '../permissions';
import { issueTypeJson, statusJson } from '../shapes';
import { ok, requireProductAccess } from './operation';
import type { Answer, Call, Operation } from './operation';

/**
 * The statuses of all projects that the caller may browse.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-statuses/#api-rest-api-3-status-get
 */
function getStatuses(call: Call): Answer {
  const { store, caller, reader } = call;
  const projects = [...store.projects.values()].filter((project) =>
    can(store, caller, 'BROWSE_PROJECTS', project),
  );
  const statuses = new Set(projects.flatMap((project) => project.statuses));
  return ok([...statuses].map((status) => statusJson(reader, status)));
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-types/#api-rest-api-3-issuetype-get */
function getIssueTypes(call: Call): Answer {
  requireProductAccess(call);
  return ok([...call.store.issueTypes.values()].map((type) => issueTypeJson(call.reader, type)));
}

export const statusOperations: readonly Operation[] = [
  { method: 'GET', path: '/rest/api/3/status', scopes: ['read:jira-work'], handle: getStatuses },
  { method: 'GET', path: '/rest/api/3/issuetype', scopes: ['read:jira-work'], handle: getIssueTypes },
];
