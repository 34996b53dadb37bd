import * as v from 'valibot';
import type { Caller } from '../../seams';
import type { Changes } from '../changes';
import type { SearchIndex } from '../jql/search-index';
import type { Issue, Project } from '../model';
import { can, canOnIssue, hasProductAccess, maySee } from '../permissions';
import type { Reader } from '../shapes';
import type { Store } from '../store';
import type { Tasks } from '../tasks';

/** One operation of Jira's REST API as this site answers it. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Atlassian's template, such as `/rest/api/3/issue/{issueIdOrKey}`. */
  readonly path: string;
  /** Classic OAuth scopes that an app needs, all of them, from Atlassian's OpenAPI document. */
  readonly scopes: readonly string[];
  readonly handle: (call: Call) => Answer;
}

export interface Call {
  readonly store: Store;
  readonly changes: Changes;
  /** What searches see; also knows the site's present instant. */
  readonly index: SearchIndex;
  readonly tasks: Tasks;
  readonly caller: Caller;
  readonly reader: Reader;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The parsed JSON body; undefined when there is none. */
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** Where a 303 leads. */
  readonly location?: string;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });

/** A refusal, answered as Jira's error collection. */
export class RestError extends Error {
  constructor(
    readonly status: number,
    readonly errorMessages: readonly string[],
    readonly errors: Readonly<Record<string, string>> = {},
  ) {
    super(errorMessages.join(' ') || Object.values(errors).join(' '));
  }
}

/** A request that Jira takes and this site does not model: answered with 501 and remembered like an unknown operation. */
export class NotModelled extends RestError {
  /** @param feature What is missing, such as `visibility of comments`. */
  constructor(readonly feature: string) {
    super(501, [`${feature} is not modelled by this site`]);
  }
}

export const badRequest = (message: string): RestError => new RestError(400, [message]);
export const badField = (field: string, message: string): RestError =>
  new RestError(400, [], { [field]: message });

/** @throws RestError 400 when the body is not what the operation takes; Jira does not say what is wrong with it. */
export function parseBody<S extends v.GenericSchema>(schema: S, body: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  throw badRequest('Invalid request payload. Refer to the REST API documentation and try again.');
}

/** @throws RestError 401 for strangers and 403 for portal customers. */
export function requireProductAccess({ store, caller }: Call): void {
  if (caller.kind === 'anonymous') {
    throw new RestError(401, ['Client must be authenticated to access this resource.']);
  }
  if (!hasProductAccess(store, caller))
    throw new RestError(403, ['You do not have access to this Jira site.']);
}

/** @throws RestError 404 when there is no such issue or the caller may not see it: Jira does not say which. */
export function requireIssue({ store, caller }: Call, idOrKey: string): Issue {
  const issue = store.issue(idOrKey);
  if (issue === undefined || !maySee(store, caller, issue)) {
    throw new RestError(404, ['Issue does not exist or you do not have permission to see it.']);
  }
  return issue;
}

/** @throws RestError 404 when there is no such project or the caller may not browse it. */
export function requireProject({ store, caller }: Call, idOrKey: string): Project {
  const project = store.project(idOrKey);
  if (project === undefined || !can(store, caller, 'BROWSE_PROJECTS', project)) {
    const kind = /^\d+$/.test(idOrKey) ? 'id' : 'key';
    throw new RestError(404, [`No project could be found with ${kind} '${idOrKey}'.`]);
  }
  return project;
}

/** @throws `refusal` when the caller lacks the permission on the issue. */
export function requirePermission(
  { store, caller }: Call,
  key: string,
  issue: Issue,
  refusal: RestError,
): void {
  if (!canOnIssue(store, caller, key, issue)) throw refusal;
}

/** A number of the query within [0, most]; Jira cuts larger ones down and ignores what is not a number. */
export function pageNumber(query: URLSearchParams, name: string, fallback: number, most = Infinity): number {
  const value = Number(query.get(name) ?? fallback);
  return Number.isInteger(value) && value >= 0 ? Math.min(value, most) : fallback;
}

/**
 * One page of a list, as most operations of Jira that page by number give it: `maxResults` is `fallback` when the request
 * does not say, and never more than `most`.
 */
export function pageOf<T>(
  { query, reader }: Call,
  path: string,
  all: readonly T[],
  {
    fallback = 50,
    most = fallback,
    toJson,
  }: { fallback?: number; most?: number; toJson: (item: T) => unknown },
): Answer {
  const startAt = pageNumber(query, 'startAt', 0);
  const maxResults = pageNumber(query, 'maxResults', fallback, most);
  const page = all.slice(startAt, startAt + maxResults);
  const next = startAt + page.length;
  const isLast = next >= all.length;
  function at(start: number): string {
    const params = new URLSearchParams(query);
    params.set('maxResults', String(maxResults));
    params.set('startAt', String(start));
    return `${reader.base}/rest/api/3/${path}?${params}`;
  }
  return ok({
    self: at(startAt),
    ...(isLast ? {} : { nextPage: at(next) }),
    maxResults,
    startAt,
    total: all.length,
    isLast,
    values: page.map(toJson),
  });
}

/** Lists in queries may be repeated or separated by commas. */
export function queryList(query: URLSearchParams, name: string): string[] {
  return query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/**
 * What a request wants expanded, of what this site can; Jira ignores names that it does not know.
 * @throws NotModelled for what Jira would expand and this site cannot.
 */
export function expansions(
  { query }: Call,
  modelled: readonly string[],
  others: readonly string[],
): Set<string> {
  const wanted = new Set(queryList(query, 'expand'));
  const missing = others.find((name) => wanted.has(name));
  if (missing !== undefined) throw new NotModelled(`expand=${missing}`);
  return new Set(modelled.filter((name) => wanted.has(name)));
}

/** The string under one of `names` of an object such as `{ id: "3" }`. */
export function reference(value: unknown, names: readonly string[]): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found = Object.entries(value).find(([name, id]) => names.includes(name) && typeof id === 'string');
  return found === undefined ? undefined : String(found[1]);
}
