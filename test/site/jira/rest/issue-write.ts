import * as v from 'valibot';
import type { Issue, Project } from '../model';
import { addLink } from '../links';
import { accountOf, can } from '../permissions';
import { issueJson } from './issue-json';
import { notOnScreen, parseFields } from './issue-fields-input';
import { parseUpdate, Update } from './issue-update';
import type { NewLink } from './issue-update';
import {
  badField,
  badRequest,
  NotModelled,
  ok,
  parseBody,
  requireIssue,
  requirePermission,
  reference,
  RestError,
} from './operation';
import type { Answer, Call, Operation } from './operation';

const Body = v.strictObject({
  fields: v.optional(v.record(v.string(), v.unknown()), {}),
  update: Update,
  properties: v.optional(v.array(v.strictObject({ key: v.string(), value: v.unknown() })), []),
});

/**
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-post
 * @throws RestError 400 for missing, unknown or invalid fields, 401 for strangers.
 */
function createIssue(call: Call): Answer {
  const { store, changes, caller, reader } = call;
  const reporterId = accountOf(store, caller);
  if (reporterId === null)
    throw new RestError(401, [
      'You are not authenticated. Authentication required to perform this operation.',
    ]);
  const { properties, ...body } = parseBody(Body, call.body);
  const { fields, links } = parseUpdate(call, body.fields, body.update, []);
  const project = projectOf(call, fields['project']);
  const typeId = typeOf(project, fields['issuetype']);
  const { project: _project, issuetype: _type, ...rest } = fields;
  if (rest['summary'] === undefined) throw badField('summary', 'You must specify a summary of the issue.');
  const { summary = '', priorityId, custom, ...edits } = parseFields(call, project, rest);
  const standard = [...store.priorities.values()].find(({ isDefault }) => isDefault);
  const issue = changes.create(caller, project, {
    ...edits,
    summary,
    typeId,
    reporterId,
    priorityId: priorityId ?? standard?.id ?? '',
    custom: new Map([...(custom ?? [])].flatMap(([id, value]) => (value === null ? [] : [[id, value]]))),
  });
  for (const { key, value } of properties) issue.properties.set(key, value);
  store.changed(issue);
  link(call, issue, links);
  return {
    status: 201,
    body: { id: issue.id, key: issue.key, self: `${reader.base}/rest/api/3/issue/${issue.id}` },
  };
}

function link({ store, changes, caller }: Call, issue: Issue, links: readonly NewLink[]): void {
  const drafts = links.map((make) => make(issue));
  for (const draft of drafts) addLink(store, changes, caller, draft);
}

function projectOf({ store, caller }: Call, value: unknown): Project {
  const wanted = reference(value, ['id', 'key']);
  const project = wanted === undefined ? undefined : store.project(wanted);
  if (project === undefined) throw badField('project', 'Specify a valid project ID or key');
  if (!can(store, caller, 'CREATE_ISSUES', project)) {
    throw badField('project', 'You do not have permission to create issues in this project.');
  }
  return project;
}

function typeOf(project: Project, value: unknown): string {
  const wanted = reference(value, ['id', 'name']);
  const type = project.issueTypes.find(({ id, name }) => id === wanted || name === wanted);
  if (type === undefined) throw badField('issuetype', 'Specify an issue type');
  return type.id;
}

/**
 * Sets fields; all of one request are one history. Answers 204, or 200 and the issue with `returnIssue=true`.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-put
 */
function editIssue(call: Call): Answer {
  const issue = requireIssue(call, call.params['issueIdOrKey'] ?? '');
  if (call.body === undefined)
    throw badRequest('Invalid request payload. Refer to the REST API documentation and try again.');
  const { properties, ...body } = parseBody(Body, call.body);
  const { fields, links } = parseUpdate(call, body.fields, body.update, issue.labels);
  const [first] = Object.keys(fields);
  // Jira names the fields that somebody without the permission cannot set; it does not answer 403.
  requirePermission(call, 'EDIT_ISSUES', issue, notOnScreen(first ?? 'summary'));
  const edits = parseFields(call, call.store.projectOf(issue), fields);
  call.changes.change(call.caller, issue, { edits });
  for (const { key, value } of properties) issue.properties.set(key, value);
  call.store.changed(issue);
  link(call, issue, links);
  if (call.query.get('returnIssue') !== 'true') return { status: 204 };
  const selection = { fields: [], expand: [], properties: [], mostHistories: 0, mostComments: Infinity };
  return ok(issueJson(call.reader, issue, selection));
}

const AssigneeBody = v.strictObject({ accountId: v.nullable(v.string()) });

/**
 * For those who may assign issues, also when they may not edit them; null takes the assignee away.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-assignee-put
 */
function assignIssue(call: Call): Answer {
  const issue = requireIssue(call, call.params['issueIdOrKey'] ?? '');
  const refusal = new RestError(403, ['You do not have permission to assign issues.']);
  requirePermission(call, 'ASSIGN_ISSUES', issue, refusal);
  const assignee = parseBody(AssigneeBody, call.body);
  if (assignee.accountId === '-1') throw new NotModelled("A project's default assignee");
  const edits = parseFields(call, call.store.projectOf(issue), { assignee });
  call.changes.change(call.caller, issue, { edits });
  return { status: 204 };
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-delete */
function deleteIssue(call: Call): Answer {
  const issue = requireIssue(call, call.params['issueIdOrKey'] ?? '');
  const refusal = new RestError(403, ['You do not have permission to delete issues in this project.']);
  requirePermission(call, 'DELETE_ISSUES', issue, refusal);
  call.changes.delete(call.caller, issue);
  return { status: 204 };
}

const path = '/rest/api/3/issue/{issueIdOrKey}';
const scopes = ['write:jira-work'];

export const issueWriteOperations: readonly Operation[] = [
  { method: 'POST', path: '/rest/api/3/issue', scopes, handle: createIssue },
  { method: 'PUT', path, scopes, handle: editIssue },
  { method: 'PUT', path: `${path}/assignee`, scopes, handle: assignIssue },
  { method: 'DELETE', path, scopes, handle: deleteIssue },
];
