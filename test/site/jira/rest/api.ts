import { TrieRouter } from 'hono/router/trie-router';
import type { Caller, ScopesOf } from '../../seams';
import type { Reader } from '../shapes';
import type { Changes } from '../changes';
import type { SearchIndex } from '../jql/search-index';
import { accountOf } from '../permissions';
import type { Store } from '../store';
import { changelogOperations } from './changelog';
import { commentOperations } from './comment';
import { fieldOperations } from './field';
import { issueOperations } from './issue';
import { issueBulkOperations } from './issue-bulk';
import { issuePropertyOperations } from './issue-property';
import { issueWriteOperations } from './issue-write';
import type { Answer, Operation } from './operation';
import { NotModelled, RestError } from './operation';
import { jqlOperations } from './jql';
import { permissionOperations } from './permission';
import { priorityOperations } from './priority';
import { projectOperations } from './project';
import { searchOperations } from './search';
import { statusOperations } from './status';
import { transitionOperations } from './transition';
import { userOperations } from './user';

/** All that this site answers, in the order in which routes are tried: fixed paths come before `{…}` of the same shape. */
export const operations: readonly Operation[] = [
  ...issueBulkOperations,
  ...searchOperations,
  ...jqlOperations,
  ...issueOperations,
  ...issueWriteOperations,
  ...changelogOperations,
  ...transitionOperations,
  ...commentOperations,
  ...issuePropertyOperations,
  ...priorityOperations,
  ...statusOperations,
  ...projectOperations,
  ...fieldOperations,
  ...userOperations,
  ...permissionOperations,
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
  readonly siteUrl: string;
  readonly cloudId: string;
  /** The zone of callers that have none of their own. */
  readonly timeZone: string;
  /** Told of every operation that was asked for in vain, such as `GET /rest/api/3/issue/{key}/watchers`. */
  readonly onUnmodelled: (operation: string) => void;
}

/** Answers Jira's REST API by caller. */
export function createApi(options: ApiOptions): (request: Request, caller: Caller) => Promise<Response> {
  const { store, changes, index, siteUrl, cloudId, timeZone, onUnmodelled } = options;

  function readerFor(caller: Caller): Reader {
    const account = accountOf(store, caller);
    const user = account === null ? undefined : store.users.get(account);
    const base = caller.kind === 'app' ? `https://api.atlassian.com/ex/jira/${cloudId}` : siteUrl;
    return { store, base, timeZone: user?.timeZone ?? timeZone };
  }

  return async (request, caller) => {
    const url = new URL(request.url);
    const found = match(request.method, url.pathname);
    if (found === undefined) {
      const operation = `${request.method} ${template(url.pathname)}`;
      onUnmodelled(operation);
      return errorResponse(new NotModelled(operation));
    }
    try {
      if (caller.kind === 'user' && !store.users.has(caller.accountId)) {
        throw new RestError(401, ['Client must be authenticated to access this resource.']);
      }
      const body = await bodyOf(request);
      const { operation, params } = found;
      const call = {
        store,
        changes,
        index,
        caller,
        reader: readerFor(caller),
        params,
        query: url.searchParams,
        body,
      };
      return answerResponse(operation.handle(call));
    } catch (error) {
      if (error instanceof NotModelled) onUnmodelled(error.feature);
      if (error instanceof RestError) return errorResponse(error);
      throw error;
    }
  };
}

/** @throws RestError 400 for what is not JSON and 415 for a body that does not say it is. */
async function bodyOf(request: Request): Promise<unknown> {
  const text = await request.text();
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

function answerResponse({ status, body }: Answer): Response {
  if (body === undefined) return new Response(null, { status });
  return Response.json(body, { status });
}

function errorResponse({ status, errorMessages, errors }: RestError): Response {
  return Response.json({ errorMessages, errors }, { status });
}
