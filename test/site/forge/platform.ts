import type { Caller, Jira, ScopesOf } from '../seams';
import type { PlatformCall } from './functions';
import type { Manifest } from './manifest';
import type { Queue } from './queue';
import type { ForgeSql } from './sql';

/** The platform as the app's functions reach it: where `__forge_fetch__` ends up. */
export interface Platform {
  /** A call of the SDK. Refusals are responses, as the SDK expects them. */
  fetch(call: PlatformCall): Promise<Response>;
  /** A request of the app for Jira, with the app's scopes. */
  jira(request: Request, caller: Caller): Promise<Response>;
  /** What was asked for and is not modelled, by name, such as `kvs /api/v1/get`. */
  readonly unmodelled: readonly string[];
}

export interface PlatformOptions {
  readonly manifest: Manifest;
  readonly jira: Jira;
  readonly scopesOf: ScopesOf;
  readonly sql: ForgeSql;
  readonly queue: Queue;
}

const JIRA_ORIGIN = 'https://jira.invalid';

export function createPlatform({ manifest, jira, scopesOf, sql, queue }: PlatformOptions): Platform {
  const unmodelled: string[] = [];

  async function askJira(request: Request, caller: Caller): Promise<Response> {
    const needed = scopesOf(request.method, new URL(request.url).pathname);
    const granted = needed?.some((alternative) => alternative.every((scope) => manifest.scopes.has(scope)));
    return granted === false ? scopeMismatch() : jira.rest(request, caller);
  }

  async function asCaller(call: PlatformCall): Promise<Response> {
    const { provider, accountId: impersonated } = call.descriptor;
    if (provider === 'app') return askJira(toRequest(call), { kind: 'app' });
    const accountId = impersonated ?? call.by.accountId;
    // Acting for somebody who has not called needs `allowImpersonation`, which manifests on this site do not ask for.
    if (accountId === undefined || accountId !== call.by.accountId) return needsAuthentication();
    return askJira(toRequest(call), { kind: 'user', accountId });
  }

  async function queueCall(call: PlatformCall, operation: string): Promise<Response> {
    const input: unknown = JSON.parse(bodyText(call));
    if (operation === 'publish') return queue.publish(input);
    return operation === 'stats' ? queue.stats(input) : queue.cancel(input);
  }

  return {
    unmodelled,
    jira: askJira,
    async fetch(call) {
      const { type, provider = '', remote = '', contextAri } = call.descriptor;
      const known = provider === 'app' || provider === 'user';
      if (type === 'fpp' && remote === 'jira' && known && contextAri === undefined) return asCaller(call);
      if (type === 'sql' && manifest.hasSql && manifest.scopes.has('storage:app')) {
        return sql.handle(call.path, bodyText(call));
      }
      if (type === 'sql') return appNotEnabled();
      // The braces behind it are literal: the real proxy fills them in.
      const queuePath = /^\/webhook\/queue\/(publish|stats|cancel)\//.exec(call.path);
      if (type === 'fpp' && remote === 'stargate' && provider === 'app' && queuePath?.[1] !== undefined) {
        return queueCall(call, queuePath[1]);
      }
      const name = `${[type, provider, remote].filter(Boolean).join(' ')} ${call.method} ${call.path}`;
      if (!unmodelled.includes(name)) unmodelled.push(name);
      const message = `Not modelled by the site: ${name}`;
      return Response.json({ code: 'NOT_MODELLED', message }, { status: 501 });
    },
  };
}

function toRequest(call: PlatformCall): Request {
  const { method, headers, body } = call;
  return new Request(new URL(call.path, JIRA_ORIGIN), { method, headers, body });
}

function bodyText(call: PlatformCall): string {
  return call.body === null ? '' : new TextDecoder().decode(call.body);
}

/** What Atlassian's gateway says when a scope is missing. */
function scopeMismatch(): Response {
  return Response.json(
    { code: 401, message: 'Unauthorized; scope does not match' },
    { status: 401, headers: { 'x-failure-category': 'FAILURE_CLIENT_SCOPE_CHECK' } },
  );
}

/** The SDK turns this header into its NeedsAuthenticationError. */
function needsAuthentication(): Response {
  return new Response(null, { status: 401, headers: { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' } });
}

function appNotEnabled(): Response {
  const message = 'Forge SQL needs a module of type sql and the scope storage:app';
  return Response.json({ code: 'APP_NOT_ENABLED', message }, { status: 403 });
}
