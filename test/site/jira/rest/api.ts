import { TrieRouter } from 'hono/router/trie-router';
import type { Caller, ScopesOf } from '../../seams';
import type { Reader } from '../shapes';
import type { Changes } from '../changes';
import type { SearchIndex } from '../jql/search-index';
import { accountOf } from '../permissions';
import type { Store } from '../store';
import type { Tasks } from '../tasks';
import { appFieldOperations } from './app-field';
import { changelogOperations } from './changelog';
import { commentOperations } from './comment';
import { fieldOperations } from './field';
import { issueOperations } from './issue';
import { groupOperations } from './group';
import { issueArchiveOperations } from './issue-archive';
import { issueBulkOperations } from './issue-bulk';
import { issueLinkOperations } from './issue-link';
import { issueMoveOperations } from './issue-move';
import { issuePropertyBulkOperations } from './issue-property-bulk';
import { issueTypeOperations } from './issue-type';
import { issueWriteOperations } from './issue-write';
import type { Answer, Operation } from './operation';
import { NotModelled, RestError } from './operation';
import { jqlOperations } from './jql';
import { labelOperations } from './label';
import { notifyOperations } from './notify';
import { permissionOperations } from './permission';
import { priorityOperations } from './priority';
import { projectLifeOperations } from './project-life';
import { projectOperations } from './project';
import { propertyOwnerOperations } from './property-owners';
import { requestFeedbackOperations } from './request-feedback';
import { resolutionOperations } from './resolution';
import { permissionSchemeOperations } from './permission-scheme';
import { roleOperations } from './role';
import { searchOperations } from './search';
import { statusOperations } from './status';
import { taskOperations } from './task';
import { transitionOperations } from './transition';
import { userOperations } from './user';
import { watcherOperations } from './watchers';

/** All that this site answers, in the order in which routes are tried: fixed paths come before `{…}` of the same shape. */
export const operations: readonly Operation[] = [
  ...issueBulkOperations,
  ...searchOperations,
  ...jqlOperations,
  ...issuePropertyBulkOperations,
  ...issueArchiveOperations,
  ...issueOperations,
  ...issueWriteOperations,
  ...changelogOperations,
  ...transitionOperations,
  ...commentOperations,
  ...propertyOwnerOperations,
  ...taskOperations,
  ...labelOperations,
  ...priorityOperations,
  ...resolutionOperations,
  ...issueTypeOperations,
  ...statusOperations,
  ...projectOperations,
  ...permissionSchemeOperations,
  ...roleOperations,
  ...fieldOperations,
  ...appFieldOperations,
  ...userOperations,
  ...groupOperations,
  ...issueMoveOperations,
  ...projectLifeOperations,
  ...issueLinkOperations,
  ...notifyOperations,
  ...watcherOperations,
  ...permissionOperations,
  ...requestFeedbackOperations,
];

const router = new TrieRouter<Operation>();
for (const operation of operations) {
  router.add(operation.method, operation.path.replaceAll(/\{(\w+)\}/g, ':$1'), operation);
}

interface Match {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
}

function match(method: string, path: string): Match | undefined {
  const [first] = router.match(method, path)[0];
  if (first === undefined) return undefined;
  const [operation, raw] = first;
  const params: Record<string, string> = {};
  for (const [name, value] of Object.entries(raw)) params[name] = decodeURIComponent(String(value));
  return { operation, params };
}

/**
 * What an app must have been granted for a request, as the seam wants it. Atlassian's granular scopes would be further
 * alternatives; this site knows the classic ones only.
 */
export const scopesOf: ScopesOf = (method, path) => {
  const [pathname = ''] = path.split('?');
  const found = match(method.toUpperCase(), pathname);
  return found === undefined ? undefined : [found.operation.scopes];
};

/** Where an unknown path would lead, with its ids and keys taken out: `/rest/api/3/issue/{id}/watchers`. */
export function template(path: string): string {
  const named = (part: string): string =>
    /^\d+$/.test(part) ? '{id}' : /^[A-Z][A-Z0-9]+-\d+$/.test(part) ? '{key}' : part;
  return path
    .split('/')
    .map((part, at) => (at > 3 ? named(part) : part))
    .join('/');
}

export interface ApiOptions {
  readonly store: Store;
  readonly changes: Changes;
  readonly index: SearchIndex;
  readonly tasks: Tasks;
  readonly siteUrl: string;
  readonly cloudId: string;
  /** The zone of callers that have none of their own. */
  readonly timeZone: string;
  /** Told of every operation that was asked for in vain, such as `GET /rest/api/3/issue/{key}/watchers`. */
  readonly onUnmodelled: (operation: string) => void;
  /** Told of every request that was answered. */
  readonly onExchange?: (exchange: Exchange) => void;
}

/** A request and its answer, as a contract test wants to see them. */
export interface Exchange {
  readonly caller: Caller;
  readonly method: string;
  readonly url: string;
  readonly requestBody: unknown;
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** Answers Jira's REST API by caller. */
export function createApi(options: ApiOptions): (request: Request, caller: Caller) => Promise<Response> {
  const { store, changes, index, tasks, siteUrl, cloudId, timeZone, onUnmodelled, onExchange } = options;

  function readerFor(caller: Caller): Reader {
    const account = accountOf(store, caller);
    const user = account === null ? undefined : store.users.get(account);
    const base = caller.kind === 'app' ? `https://api.atlassian.com/ex/jira/${cloudId}` : siteUrl;
    return { store, caller, base, timeZone: user?.timeZone ?? timeZone };
  }

  function answer(request: Request, text: string, caller: Caller): Answer {
    const url = new URL(request.url);
    const found = match(request.method, url.pathname);
    if (found === undefined) throw new NotModelled(`${request.method} ${template(url.pathname)}`);
    if (caller.kind === 'user' && !store.users.has(caller.accountId)) {
      throw new RestError(401, ['Client must be authenticated to access this resource.']);
    }
    const body = parseJson(request, text);
    const { operation, params } = found;
    const reader = readerFor(caller);
    return operation.handle({
      store,
      changes,
      index,
      tasks,
      caller,
      reader,
      params,
      query: url.searchParams,
      body,
    });
  }

  return async (request, caller) => {
    const text = await request.text();
    const { status, body, location } = answerOrRefusal(() => answer(request, text, caller), onUnmodelled);
    const json = body === undefined ? '' : JSON.stringify(body);
    const headers = {
      ...(json === '' ? {} : { 'content-type': 'application/json' }),
      ...(location === undefined ? {} : { location }),
    };
    const { method, url } = request;
    onExchange?.({ caller, method, url, requestBody: jsonOf(text), status, body: jsonOf(json), headers });
    return new Response(json === '' ? null : json, { status, headers });
  };
}

function answerOrRefusal(answer: () => Answer, onUnmodelled: (operation: string) => void): Answer {
  try {
    return answer();
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    if (error instanceof NotModelled) onUnmodelled(error.feature);
    const { status, errorMessages, errors } = error;
    return { status, body: { errorMessages, errors } };
  }
}

/** The body as it was sent, for onlookers; undefined when there is none or it is not JSON. */
function jsonOf(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @throws RestError 400 for what is not JSON and 415 for a body that does not say it is. */
function parseJson(request: Request, text: string): unknown {
  if (text === '') return undefined;
  if (!(request.headers.get('content-type') ?? '').toLowerCase().startsWith('application/json')) {
    throw new RestError(415, ['Unsupported Media Type']);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new RestError(400, ['There was an error parsing JSON. Check that your request body is valid.']);
  }
}
