import type { IssueType } from '../model';
import { browsable } from '../permissions';
import { issueTypeJson } from '../shapes';
import { badRequest, NotModelled, ok, requireProject, RestError } from './operation';
import type { Answer, Call, Operation } from './operation';

/** The issue types of all projects that the caller may browse. */
function visible({ store, caller }: Call): IssueType[] {
  return [...new Set(browsable(store, caller).flatMap((project) => project.issueTypes))];
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-types/#api-rest-api-3-issuetype-get */
function getIssueTypes(call: Call): Answer {
  return ok(visible(call).map((type) => issueTypeJson(call.reader, type)));
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-types/#api-rest-api-3-issuetype-id-get */
function getIssueType(call: Call): Answer {
  const id = call.params['id'] ?? '';
  if (!/^\d+$/.test(id)) throw badRequest(`'${id}' is not a valid issue type ID.`);
  const found = visible(call).find((type) => type.id === id);
  if (found === undefined) throw new RestError(404, ['The issue type could not be found.']);
  return ok(issueTypeJson(call.reader, found));
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-types/#api-rest-api-3-issuetype-project-get */
function getTypesOfProject(call: Call): Answer {
  const id = call.query.get('projectId') ?? '';
  if (!/^\d+$/.test(id)) throw badRequest("The query parameter 'projectId' must be a number.");
  if (call.query.has('level')) throw new NotModelled('Levels of issue types');
  const { issueTypes } = requireProject(call, id);
  return ok(issueTypes.map((type) => issueTypeJson(call.reader, type)));
}

const scopes = ['read:jira-work'];

export const issueTypeOperations: readonly Operation[] = [
  { method: 'GET', path: '/rest/api/3/issuetype', scopes, handle: getIssueTypes },
  { method: 'GET', path: '/rest/api/3/issuetype/project', scopes, handle: getTypesOfProject },
  { method: 'GET', path: '/rest/api/3/issuetype/{id}', scopes, handle: getIssueType },
];
