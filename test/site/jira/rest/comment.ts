import * as v from 'valibot';
import { isAdf } from '../adf';
import type { Adf, Issue, IssueComment } from '../model';
import { accountOf, canOnIssue, maySee } from '../permissions';
import { commentJson } from '../shapes';
import { requireProperty } from './entity-properties';
import {
  badField,
  badRequest,
  expansions,
  NotModelled,
  ok,
  pageNumber,
  parseBody,
  requireIssue,
  requirePermission,
  RestError,
} from './operation';
import type { Answer, Call, Operation } from './operation';

const mostPerPage = 5000;
const mostListed = 1000;

const withProperties = (call: Call): boolean =>
  expansions(call, ['properties'], ['renderedBody']).has('properties');

/**
 * An issue's comments, oldest first unless `orderBy=-created`; with `expand=properties`, their properties too.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/#api-rest-api-3-issue-issueidorkey-comment-get
 */
function getComments(call: Call): Answer {
  const issue = requireIssue(call, call.params['issueIdOrKey'] ?? '');
  const orderBy = call.query.get('orderBy') ?? 'created';
  if (!['created', '+created', '-created'].includes(orderBy))
    throw badRequest('orderBy must be created, +created or -created.');
  const startAt = pageNumber(call.query, 'startAt', 0);
  const maxResults = pageNumber(call.query, 'maxResults', 100, mostPerPage);
  const expanded = withProperties(call);
  const ordered = orderBy === '-created' ? issue.comments.toReversed() : issue.comments;
  return ok({
    startAt,
    maxResults,
    total: issue.comments.length,
    comments: ordered
      .slice(startAt, startAt + maxResults)
      .map((comment) => commentJson(call.reader, issue.id, comment, expanded)),
  });
}

const Property = v.strictObject({ key: v.string(), value: v.unknown() });
const Body = v.strictObject({ body: v.optional(v.unknown()), properties: v.optional(v.array(Property), []) });

/** Jira takes these with a comment, and this site cannot do what they say. */
const notModelled = ['visibility', 'jsdPublic', 'parentId'];

function parseComment(given: unknown): v.InferOutput<typeof Body> {
  const names = typeof given === 'object' && given !== null ? Object.keys(given) : [];
  const missing = notModelled.find((name) => names.includes(name));
  if (missing !== undefined) throw new NotModelled(`'${missing}' of a comment`);
  const parsed = parseBody(Body, given);
  for (const { key, value } of parsed.properties) requireProperty(key, value);
  return parsed;
}

function requireBody(body: unknown): Adf {
  if (!isAdf(body)) throw badField('comment', 'Comment body is not valid!');
  if (body.content.length === 0) throw badField('comment', 'Comment body can not be empty!');
  return body;
}

/**
 * Adds a comment: public, unless the property `sd.public.comment` says `{ "internal": true }`.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/#api-rest-api-3-issue-issueidorkey-comment-post
 */
function addComment(call: Call): Answer {
  const issue = requireIssue(call, call.params['issueIdOrKey'] ?? '');
  const expanded = withProperties(call);
  const refusal = badField('comment', 'You do not have the permission to comment on this issue.');
  requirePermission(call, 'ADD_COMMENTS', issue, refusal);
  const { body, properties } = parseComment(call.body);
  const draft = { body: requireBody(body), properties, isPublic: true };
  const comment = call.changes.comment(call.caller, issue, draft);
  return { status: 201, body: commentJson(call.reader, issue.id, comment, expanded) };
}

/** @throws RestError 404 when the issue has no such comment. */
function requireComment(call: Call): { issue: Issue; comment: IssueComment } {
  const issue = requireIssue(call, call.params['issueIdOrKey'] ?? '');
  const id = call.params['id'] ?? '';
  const comment = issue.comments.find((each) => each.id === id);
  if (comment === undefined) throw new RestError(404, [`Can not find a comment for the id: ${id}.`]);
  return { issue, comment };
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/#api-rest-api-3-issue-issueidorkey-comment-id-get */
function getComment(call: Call): Answer {
  const { issue, comment } = requireComment(call);
  return ok(commentJson(call.reader, issue.id, comment, withProperties(call)));
}

/** Whether the caller may edit or delete a comment: any, or one's own. */
export function mayChange(
  { store, caller }: Call,
  issue: Issue,
  comment: IssueComment,
  what: 'EDIT' | 'DELETE',
): boolean {
  if (canOnIssue(store, caller, `${what}_ALL_COMMENTS`, issue)) return true;
  const own = comment.authorId === accountOf(store, caller);
  return own && canOnIssue(store, caller, `${what}_OWN_COMMENTS`, issue);
}

/**
 * `created` and `author` stay, `updated` and `updateAuthor` tell of the edit. Without `body` only properties change.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/#api-rest-api-3-issue-issueidorkey-comment-id-put
 */
function editComment(call: Call): Answer {
  const { issue, comment } = requireComment(call);
  const expanded = withProperties(call);
  if (!mayChange(call, issue, comment, 'EDIT')) {
    throw badRequest('You do not have the permission to edit this comment.');
  }
  const { body, properties } = parseComment(call.body);
  call.changes.editComment(call.caller, issue, comment, {
    properties,
    ...(body === undefined ? {} : { body: requireBody(body) }),
  });
  return ok(commentJson(call.reader, issue.id, comment, expanded));
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/#api-rest-api-3-issue-issueidorkey-comment-id-delete */
function deleteComment(call: Call): Answer {
  const { issue, comment } = requireComment(call);
  if (!mayChange(call, issue, comment, 'DELETE')) {
    throw badRequest('You do not have the permission to delete this comment.');
  }
  call.changes.deleteComment(call.caller, issue, comment);
  return { status: 204 };
}

const ListBody = v.strictObject({ ids: v.array(v.pipe(v.number(), v.integer())) });

/**
 * Comments of any issues by their ids, at most 1,000. Those that are not there or may not be seen are left out.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/#api-rest-api-3-comment-list-post
 */
function listComments(call: Call): Answer {
  const expanded = withProperties(call);
  const { ids } = parseBody(ListBody, call.body);
  if (ids.length === 0) throw badRequest('At least one comment ID must be provided.');
  if (ids.length > mostListed) throw badRequest(`No more than ${mostListed} comments can be listed at once.`);
  if (new Set(ids).size < ids.length) throw badRequest('A comment ID must be given once only.');
  const found = ids.flatMap((id) => call.store.comment(String(id)) ?? []);
  const values = found
    .filter(({ issue }) => maySee(call.store, call.caller, issue))
    .map(({ issue, comment }) => commentJson(call.reader, issue.id, comment, expanded));
  return ok({ startAt: 0, maxResults: mostListed, total: values.length, isLast: true, values });
}

const path = '/rest/api/3/issue/{issueIdOrKey}/comment';
const read = ['read:jira-work'];
const write = ['write:jira-work'];

export const commentOperations: readonly Operation[] = [
  { method: 'POST', path: '/rest/api/3/comment/list', scopes: read, handle: listComments },
  { method: 'GET', path, scopes: read, handle: getComments },
  { method: 'POST', path, scopes: write, handle: addComment },
  { method: 'GET', path: `${path}/{id}`, scopes: read, handle: getComment },
  { method: 'PUT', path: `${path}/{id}`, scopes: write, handle: editComment },
  { method: 'DELETE', path: `${path}/{id}`, scopes: write, handle: deleteComment },
];
