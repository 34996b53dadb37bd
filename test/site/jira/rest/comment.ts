import * as v from 'valibot';
import { isAdf } from '../adf';
import type { EntityProperty } from '../model';
import { commentJson } from '../shapes';
import {
  badField,
  badRequest,
  ok,
  pageNumber,
  parseBody,
  queryList,
  requireIssue,
  requirePermission,
  RestError,
} from './operation';
import type { Answer, Call, Operation } from './operation';

const mostPerPage = 5000;
const internalProperty = 'sd.public.comment';

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
  const withProperties = queryList(call.query, 'expand').includes('properties');
  const ordered = orderBy === '-created' ? issue.comments.toReversed() : issue.comments;
  return ok({
    startAt,
    maxResults,
    total: issue.comments.length,
    comments: ordered
      .slice(startAt, startAt + maxResults)
      .map((comment) => commentJson(call.reader, issue.id, comment, withProperties)),
  });
}

const Body = v.strictObject({
  body: v.unknown(),
  properties: v.optional(v.array(v.strictObject({ key: v.string(), value: v.unknown() })), []),
});

/**
 * Adds a comment: public, unless the property `sd.public.comment` says `{ "internal": true }`.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/#api-rest-api-3-issue-issueidorkey-comment-post
 */
function addComment(call: Call): Answer {
  const issue = requireIssue(call, call.params['issueIdOrKey'] ?? '');
  const refusal = badField('comment', 'You do not have the permission to comment on this issue.');
  requirePermission(call, 'ADD_COMMENTS', issue, refusal);
  const { body, properties } = parseBody(Body, call.body);
  if (!isAdf(body)) throw badField('comment', 'Comment body is not valid!');
  if (body.content.length === 0) throw badField('comment', 'Comment body can not be empty!');
  const comment = call.changes.comment(call.caller, issue, {
    body,
    properties,
    isPublic: !isInternal(properties),
  });
  return { status: 201, body: commentJson(call.reader, issue.id, comment) };
}

function isInternal(properties: readonly EntityProperty[]): boolean {
  const value = properties.find(({ key }) => key === internalProperty)?.value;
  return typeof value === 'object' && value !== null && 'internal' in value && value.internal === true;
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/#api-rest-api-3-issue-issueidorkey-comment-id-get */
function getComment(call: Call): Answer {
  const issue = requireIssue(call, call.params['issueIdOrKey'] ?? '');
  const id = call.params['id'] ?? '';
  const comment = issue.comments.find((each) => each.id === id);
  if (comment === undefined) throw new RestError(404, [`Can not find a comment for the id: ${id}.`]);
  return ok(
    commentJson(call.reader, issue.id, comment, queryList(call.query, 'expand').includes('properties')),
  );
}

const path = '/rest/api/3/issue/{issueIdOrKey}/comment';

export const commentOperations: readonly Operation[] = [
  { method: 'GET', path, scopes: ['read:jira-work'], handle: getComments },
  { method: 'POST', path, scopes: ['write:jira-work'], handle: addComment },
  { method: 'GET', path: `${path}/{id}`, scopes: ['read:jira-work'], handle: getComment },
];
