import { badRequest, ok, requireIssue, requirePermission, RestError } from './operation';
import type { Answer, Call, Operation } from './operation';

const longestKey = 255;
const longestValue = 32_768;

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-properties/ */
function getKeys(call: Call): Answer {
  const issue = requireIssue(call, call.params['issueIdOrKey'] ?? '');
  const keys = [...issue.properties.keys()].map((key) => ({ self: selfOf(call, issue.id, key), key }));
  return ok({ keys });
}

function selfOf({ reader }: Call, issueId: string, key: string): string {
  return `${reader.base}/rest/api/3/issue/${issueId}/properties/${encodeURIComponent(key)}`;
}

function getProperty(call: Call): Answer {
  const issue = requireIssue(call, call.params['issueIdOrKey'] ?? '');
  const key = call.params['propertyKey'] ?? '';
  if (!issue.properties.has(key)) throw notFound(key);
  return ok({ key, value: issue.properties.get(key) });
}

/**
 * Properties are in no history and leave `updated` alone; whoever may edit the issue may write them.
 * Answers 201 for a new property and 200 for one that was there.
 */
function setProperty(call: Call): Answer {
  const issue = requireIssue(call, call.params['issueIdOrKey'] ?? '');
  const key = call.params['propertyKey'] ?? '';
  requirePermission(call, 'EDIT_ISSUES', issue, forbidden());
  if (key.length > longestKey)
    throw badRequest(`The property key cannot be longer than ${longestKey} characters.`);
  if (call.body === undefined) throw badRequest('The property value must be a valid, non-empty JSON.');
  if (JSON.stringify(call.body).length > longestValue) {
    throw badRequest(`The property value cannot be longer than ${longestValue} characters.`);
  }
  const status = issue.properties.has(key) ? 200 : 201;
  issue.properties.set(key, call.body);
  call.index.changed(issue.id);
  return { status };
}

function deleteProperty(call: Call): Answer {
  const issue = requireIssue(call, call.params['issueIdOrKey'] ?? '');
  const key = call.params['propertyKey'] ?? '';
  requirePermission(call, 'EDIT_ISSUES', issue, forbidden());
  if (!issue.properties.delete(key)) throw notFound(key);
  call.index.changed(issue.id);
  return { status: 204 };
}

const forbidden = (): RestError => new RestError(403, ['You do not have permission to edit this issue.']);
const notFound = (key: string): RestError =>
  new RestError(404, [`The property with key '${key}' does not exist.`]);

const path = '/rest/api/3/issue/{issueIdOrKey}/properties';
const read = ['read:jira-work'];
const write = ['write:jira-work'];

export const issuePropertyOperations: readonly Operation[] = [
  { method: 'GET', path, scopes: read, handle: getKeys },
  { method: 'GET', path: `${path}/{propertyKey}`, scopes: read, handle: getProperty },
  { method: 'PUT', path: `${path}/{propertyKey}`, scopes: write, handle: setProperty },
  { method: 'DELETE', path: `${path}/{propertyKey}`, scopes: write, handle: deleteProperty },
];
