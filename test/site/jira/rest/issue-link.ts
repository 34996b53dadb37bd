import * as v from 'valibot';
import { addLink, deleteLink } from '../links';
import type { Issue, IssueLink, LinkType } from '../model';
import { browsable, canOnIssue, maySee } from '../permissions';
import { issueTypeJson, linkTypeJson, priorityJson, statusJson } from '../shapes';
import type { Json, Reader } from '../shapes';
import { badRequest, NotModelled, ok, parseBody, requireIssue, RestError } from './operation';
import type { Answer, Call, Operation } from './operation';

/** The other issue of a link, as links show it. */
function linkedJson(reader: Reader, issue: Issue): Json {
  const { store, base } = reader;
  return {
    id: issue.id,
    key: issue.key,
    self: `${base}/rest/api/3/issue/${issue.id}`,
    fields: {
      summary: issue.summary,
      status: statusJson(reader, store.status(issue.statusId)),
      priority: priorityJson(reader, store.priority(issue.priorityId)),
      issuetype: issueTypeJson(reader, store.issueType(issue.typeId)),
    },
  };
}

function linkJson(reader: Reader, { id, typeId }: IssueLink): Json {
  const type = linkTypeJson(reader, reader.store.linkType(typeId));
  return { id, self: `${reader.base}/rest/api/3/issueLink/${id}`, type };
}

/** The field `issuelinks`: each link from this issue's side, without those to issues that the reader may not see. */
export function issueLinksJson(reader: Reader, issue: Issue): Json[] {
  const { store, caller } = reader;
  return issue.links.flatMap((link) => {
    const isSource = link.sourceId === issue.id;
    const other = store.issues.get(isSource ? link.targetId : link.sourceId);
    if (other === undefined || !maySee(store, caller, other)) return [];
    const json = linkedJson(reader, other);
    return [{ ...linkJson(reader, link), ...(isSource ? { outwardIssue: json } : { inwardIssue: json }) }];
  });
}

const Linked = v.object({ id: v.optional(v.string()), key: v.optional(v.string()) });
const Type = v.object({ id: v.optional(v.string()), name: v.optional(v.string()) });
const Body = v.strictObject({
  type: Type,
  inwardIssue: Linked,
  outwardIssue: Linked,
  comment: v.optional(v.unknown()),
});

/** @throws RestError 404 when there is no such type of link. */
export function requireLinkType({ store }: Call, { id, name }: v.InferOutput<typeof Type>): LinkType {
  for (const type of store.linkTypes.values()) if (type.id === id || type.name === name) return type;
  throw new RestError(404, [`No issue link type with name '${name ?? id ?? ''}' found.`]);
}

export const requireLinked = (call: Call, { id, key }: v.InferOutput<typeof Linked>): Issue =>
  requireIssue(call, id ?? key ?? '');

/**
 * Links two issues. Jira calls the one that has the outward relation `inwardIssue`: with `Blocks`, that one blocks the other.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-links/#api-rest-api-3-issuelink-post
 */
function createLink(call: Call): Answer {
  const { type, inwardIssue, outwardIssue, comment } = parseBody(Body, call.body);
  if (comment !== undefined) throw new NotModelled("'comment' of an issue link");
  const source = requireLinked(call, inwardIssue);
  const target = requireLinked(call, outwardIssue);
  if (source === target) throw badRequest('You cannot link an issue to itself.');
  if (!canOnIssue(call.store, call.caller, 'LINK_ISSUES', source)) {
    throw new RestError(404, ['No Link Issue Permission for issue.']);
  }
  addLink(call.store, call.changes, call.caller, { type: requireLinkType(call, type), source, target });
  return { status: 201 };
}

/** @throws RestError 400 for what is no id, 404 for a link that is not there or of which one may not see both ends. */
function requireLink(call: Call): { link: IssueLink; source: Issue; target: Issue } {
  const id = call.params['linkId'] ?? '';
  if (!/^\d+$/.test(id)) throw badRequest('The issue link ID is invalid.');
  const link = call.store.links.get(id);
  if (link === undefined) throw new RestError(404, [`No issue link with id '${id}' exists.`]);
  return { link, source: requireIssue(call, link.sourceId), target: requireIssue(call, link.targetId) };
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-links/#api-rest-api-3-issuelink-linkid-get */
function getLink(call: Call): Answer {
  const { reader } = call;
  const { link, source, target } = requireLink(call);
  const ends = { inwardIssue: linkedJson(reader, source), outwardIssue: linkedJson(reader, target) };
  return ok({ ...linkJson(reader, link), ...ends });
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-links/#api-rest-api-3-issuelink-linkid-delete */
function removeLink(call: Call): Answer {
  const { link, source, target } = requireLink(call);
  const may = [source, target].some((issue) => canOnIssue(call.store, call.caller, 'LINK_ISSUES', issue));
  if (!may) throw new RestError(404, ['No Link Issue Permission for issue.']);
  deleteLink(call.store, call.changes, call.caller, link);
  return { status: 204 };
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-link-types/#api-rest-api-3-issuelinktype-get */
function getLinkTypes({ store, caller, reader }: Call): Answer {
  if (browsable(store, caller).length === 0) throw new RestError(404, ['Issue linking is not available.']);
  return ok({ issueLinkTypes: [...store.linkTypes.values()].map((type) => linkTypeJson(reader, type)) });
}

const path = '/rest/api/3/issueLink';
const read = ['read:jira-work'];
const write = ['write:jira-work'];

export const issueLinkOperations: readonly Operation[] = [
  { method: 'POST', path, scopes: write, handle: createLink },
  { method: 'GET', path: `${path}/{linkId}`, scopes: read, handle: getLink },
  { method: 'DELETE', path: `${path}/{linkId}`, scopes: write, handle: removeLink },
  { method: 'GET', path: `${path}Type`, scopes: read, handle: getLinkTypes },
];
