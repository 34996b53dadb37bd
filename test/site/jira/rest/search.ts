import * as v from 'valibot';
import { accountOf } from '../permissions';
import { bounded, compiled, matching } from './jql-query';
import type { IssueSelection } from './issue-json';
import { fieldNames, issueJson } from './issue-json';
import { badRequest, NotModelled, ok, parseBody, queryList, RestError } from './operation';
import type { Answer, Call, Operation } from './operation';
import { readToken, writeToken } from './search-token';

const mostResults = 5000;
/** Atlassian's document says that pages shrink when fields are asked for, and not how far. */
const mostWithFields = 100;
const mostProperties = 5;
const mostReconciled = 50;
const mostHistories = 40;
const mostComments = 20;
const expansions = ['changelog', 'names'];

const Search = v.strictObject({
  jql: v.optional(v.string(), ''),
  fields: v.optional(v.array(v.string()), []),
  expand: v.optional(v.string(), ''),
  properties: v.optional(v.array(v.string()), []),
  maxResults: v.optional(v.pipe(v.number(), v.integer()), 50),
  nextPageToken: v.optional(v.nullable(v.string())),
  reconcileIssues: v.optional(v.array(v.pipe(v.number(), v.integer())), []),
  // Fields of this site have their ids for keys, and none is ever out of reach.
  fieldsByKeys: v.optional(v.boolean()),
  failFast: v.optional(v.boolean()),
});
type Search = v.InferOutput<typeof Search>;

/**
 * One page of the issues that match a query and that the caller may see, as the search index knows them: membership,
 * order and fields are all of the same moment ago. A page goes on behind the last issue of the one before, wherever
 * that stands by then.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/#api-rest-api-3-search-jql-post
 */
function search(call: Call, asked: Search): Answer {
  checkLimits(asked);
  const query = bounded(asked.jql);
  const selection = selectionOf(asked);
  const names = selection.expand.includes('names')
    ? { names: fieldNames(call.reader, selection.fields) }
    : {};
  // A public site was seen to tell strangers nothing of what is wrong with fields and values.
  if (accountOf(call.store, call.caller) === null) return ok({ issues: [], isLast: true, ...names });
  const { compare, sortKeys, ...matcher } = compiled(call, query);
  const found = matching(call, matcher, asked.reconcileIssues.map(String))
    .map((issue) => ({ issue, keys: sortKeys(issue) }))
    .sort((a, b) => compare(a.keys, b.keys));
  const now = call.index.now();
  const after = asked.nextPageToken == null ? undefined : readToken(asked.nextPageToken, asked.jql, now);
  const rest = after === undefined ? found : found.filter(({ keys }) => compare(keys, after) > 0);
  const most = Math.min(asked.maxResults, isIdsOnly(selection.fields) ? mostResults : mostWithFields);
  const page = rest.slice(0, most);
  const last = rest.length > most ? page.at(-1) : undefined;
  return ok({
    issues: page.map(({ issue }) => resultJson(issueJson(call.reader, issue, selection), selection)),
    ...(last === undefined ? {} : { nextPageToken: writeToken(last.keys, asked.jql, now) }),
    isLast: last === undefined,
    ...names,
  });
}

function checkLimits({ maxResults, properties, reconcileIssues }: Search): void {
  if (maxResults < 1 || maxResults > mostResults) {
    throw badRequest(`The value of maxResults must be between 1 and ${mostResults}.`);
  }
  if (properties.length > mostProperties) {
    throw badRequest(`No more than ${mostProperties} issue properties can be requested.`);
  }
  if (reconcileIssues.length > mostReconciled) {
    throw badRequest(`No more than ${mostReconciled} issues can be reconciled.`);
  }
}

/** @throws NotModelled for expansions that this site does not make. */
function selectionOf({ fields, expand, properties }: Search): IssueSelection {
  const expanded = expand.split(',').flatMap((each) => (each.trim() === '' ? [] : [each.trim()]));
  const other = expanded.find((each) => !expansions.includes(each));
  if (other !== undefined) throw new NotModelled(`search with expand=${other}`);
  return { fields: wantedFields(fields), expand: expanded, properties, mostHistories, mostComments };
}

/** Nothing asked is `id`; only exclusions take away from what is navigable. */
function wantedFields(fields: readonly string[]): readonly string[] {
  if (fields.length === 0) return ['id'];
  return fields.every((field) => field.startsWith('-')) ? ['*navigable', ...fields] : fields;
}

const isIdsOnly = (fields: readonly string[]): boolean =>
  fields.every((field) => field === 'id' || field === 'key');

/** Of an issue of which only the id is asked nothing else comes; `names` stand beside the issues, not in each. */
function resultJson(
  issue: ReturnType<typeof issueJson>,
  { fields, expand, properties }: IssueSelection,
): unknown {
  const { names: _names, fields: values, ...rest } = issue;
  const isBare = properties.length === 0 && !expand.includes('changelog');
  if (isBare && !fields.some((field) => field !== 'id')) return { id: issue['id'] };
  return isIdsOnly(fields) ? rest : { ...rest, fields: values };
}

function getSearch(call: Call): Answer {
  const { query } = call;
  const maxResults = query.get('maxResults');
  return search(
    call,
    parseBody(Search, {
      jql: query.get('jql') ?? undefined,
      expand: query.get('expand') ?? undefined,
      nextPageToken: query.get('nextPageToken'),
      ...(maxResults === null ? {} : { maxResults: Number(maxResults) }),
      fields: queryList(query, 'fields'),
      properties: queryList(query, 'properties'),
      reconcileIssues: queryList(query, 'reconcileIssues').map(Number),
    }),
  );
}

const postSearch = (call: Call): Answer => search(call, parseBody(Search, call.body));

const Count = v.strictObject({ jql: v.optional(v.string(), '') });

/**
 * How many issues a search would find; exact here, although Atlassian promises an estimate.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/#api-rest-api-3-search-approximate-count-post
 */
function count(call: Call): Answer {
  const query = bounded(parseBody(Count, call.body).jql);
  if (accountOf(call.store, call.caller) === null) return ok({ count: 0 });
  return ok({ count: matching(call, compiled(call, query)).length });
}

/** @see https://developer.atlassian.com/changelog/#CHANGE-2046 */
function removed(): Answer {
  throw new RestError(410, [
    'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. ' +
      'A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046',
  ]);
}

const scopes = ['read:jira-work'];

export const searchOperations: readonly Operation[] = [
  { method: 'GET', path: '/rest/api/3/search/jql', scopes, handle: getSearch },
  { method: 'POST', path: '/rest/api/3/search/jql', scopes, handle: postSearch },
  { method: 'POST', path: '/rest/api/3/search/approximate-count', scopes, handle: count },
  { method: 'GET', path: '/rest/api/3/search', scopes, handle: removed },
  { method: 'POST', path: '/rest/api/3/search', scopes, handle: removed },
];
