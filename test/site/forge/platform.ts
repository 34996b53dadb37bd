import * as v from 'valibot';
import type { Caller, Jira, ScopesOf } from '../seams';
import { pause, type Faults } from './faults';
import type { PlatformCall } from './functions';
import type { JiraLimits } from './jira-limits';
import { REQUESTS_PER_MINUTE, SHORT_FUNCTION_SECONDS } from './limits';
import type { Manifest } from './manifest';
import type { MeterInput } from './meter';
import type { Pace } from './pace';
import type { Queue } from './queue';
import { fixedRate } from './rates';
import { isSchema, statementOf, type ForgeSql } from './sql';
import { createSqlLimits } from './sql-limits';

/** The platform as the app's functions reach it: where `__forge_fetch__` ends up. */
export interface Platform {
  /** A call of the SDK. Refusals are responses, as the SDK expects them. */
  fetch(call: PlatformCall): Promise<Response>;
  /** A request of the app's page for Jira, with the app's scopes. */
  jira(request: Request, caller: Caller): Promise<Response>;
  /** What was asked for and is not modelled, by name, such as `kvs /api/v1/get`. */
  readonly unmodelled: readonly string[];
}

export interface PlatformOptions {
  readonly manifest: Manifest;
  readonly jira: Jira;
  readonly scopesOf: ScopesOf;
  readonly sql: ForgeSql;
  /** None while the app is not installed. */
  readonly queue: () => Queue | undefined;
  readonly meter: MeterInput;
  readonly faults: Faults;
  readonly pace: Pace;
  readonly jiraLimits: JiraLimits;
  /** Machine time in milliseconds. */
  readonly machineNow: () => number;
}

const JIRA_ORIGIN = 'https://jira.invalid';
const MINUTE_MS = 60_000;

export function createPlatform(options: PlatformOptions): Platform {
  const { manifest, jira, scopesOf, sql, meter, faults, pace, jiraLimits, machineNow } = options;
  const unmodelled: string[] = [];
  const requests = fixedRate(REQUESTS_PER_MINUTE, MINUTE_MS);
  const sqlLimits = createSqlLimits(pace);

  async function withScopes(request: Request, caller: Caller): Promise<Response> {
    const needed = scopesOf(request.method, new URL(request.url).pathname);
    const granted = needed?.some((alternative) => alternative.every((scope) => manifest.scopes.has(scope)));
    return granted === false ? scopeMismatch() : jira.rest(request, caller);
  }

  /** @param call undefined: a page asks */
  async function askJira(
    request: Request,
    caller: Caller,
    at: number,
    call?: PlatformCall,
  ): Promise<Response> {
    const { method } = request;
    const path = new URL(request.url).pathname;
    const by = call === undefined ? 'page' : caller.kind === 'app' ? 'app' : 'user';
    const body = await request.clone().text();
    const asked = { method, path, body, at, points: call !== undefined };
    const response = await faults.call(
      { what: 'jira', name: `${method} ${path}`, by },
      () => jiraLimits.pass(asked, () => withScopes(request, caller)),
      {
        ...(call === undefined ? gatewayOfPages : endings(call)),
        answer: (status, headers) =>
          Response.json(
            { errorMessages: [`Answered with ${status} on demand`], errors: {} },
            { status, headers },
          ),
      },
    );
    const text = await response.clone().text();
    const bytesSent = Buffer.byteLength(body);
    meter.jira(call?.invocation, { method, path, status: response.status, bytesSent, text });
    return response;
  }

  async function asCaller(call: PlatformCall, at: number): Promise<Response> {
    if (requests.wait(at) > 0) return tooManyRequests();
    requests.add(at);
    const { provider, accountId: impersonated } = call.descriptor;
    if (provider === 'app') return askJira(toRequest(call), { kind: 'app' }, at, call);
    const accountId = impersonated ?? call.by.accountId;
    // Acting for somebody who has not called needs `allowImpersonation`, which manifests on this site do not ask for.
    if (accountId === undefined || accountId !== call.by.accountId) return needsAuthentication();
    return askJira(toRequest(call), { kind: 'user', accountId }, at, call);
  }

  async function askSql(call: PlatformCall, at: number): Promise<Response> {
    const body = bodyText(call);
    const statement = statementOf(body);
    let machineMs = 0;
    const perform = (): Response => {
      const refusing = sqlLimits.refusal(call.path.endsWith('/ddl'), at);
      if (refusing !== undefined) return refusing;
      const began = performance.now();
      const response = sql.handle(call.path, body);
      machineMs = performance.now() - began;
      return response;
    };
    const asked = machineNow();
    const response = await faults.call({ what: 'sql', name: statement }, perform, {
      ...endings(call),
      answer: (status, headers) => {
        const message = `Answered with ${status} on demand`;
        return Response.json({ code: 'SQL_EXECUTION_ERROR', message }, { status, headers });
      },
    });
    sqlLimits.took(at, machineNow() - asked);
    meter.sql(call.invocation, {
      schema: isSchema(call.path, statement),
      refused: response.status === 429,
      bytesSent: Buffer.byteLength(body),
      bytesReceived: (await response.clone().arrayBuffer()).byteLength,
      machineMs,
    });
    return response;
  }

  async function askQueue(call: PlatformCall, operation: string, at: number): Promise<Response> {
    const body = bodyText(call);
    const input: unknown = JSON.parse(body);
    const queue = options.queue();
    if (queue === undefined) return appNotEnabled();
    if (operation === 'stats') return queue.stats(input);
    if (operation === 'cancel') return queue.cancel(input);
    const { name, events } = pushOf(input);
    const response = await faults.call({ what: 'queue', name }, () => queue.publish(input, call.by, at), {
      ...endings(call),
      answer: (status, headers) =>
        Response.json({ message: `Answered with ${status} on demand` }, { status, headers }),
    });
    meter.push(call.invocation, { events, bytes: Buffer.byteLength(body), refused: response.status === 429 });
    return response;
  }

  /** @param at when, in the time of `pace.ts` */
  async function answer(call: PlatformCall, at: number): Promise<Response> {
    const { type, provider = '', remote = '', contextAri } = call.descriptor;
    const known = provider === 'app' || provider === 'user';
    if (isJira(call) && known && contextAri === undefined) return asCaller(call, at);
    if (type === 'sql' && manifest.hasSql && manifest.scopes.has('storage:app')) return askSql(call, at);
    if (type === 'sql') return appNotEnabled();
    // The braces behind it are literal: the real proxy fills them in.
    const queuePath = /^\/webhook\/queue\/(publish|stats|cancel)\//.exec(call.path);
    if (type === 'fpp' && remote === 'stargate' && provider === 'app' && queuePath?.[1] !== undefined) {
      return askQueue(call, queuePath[1], at);
    }
    const name = `${[type, provider, remote].filter(Boolean).join(' ')} ${call.method} ${call.path}`;
    if (!unmodelled.includes(name)) unmodelled.push(name);
    const message = `Not modelled by the site: ${name}`;
    return Response.json({ code: 'NOT_MODELLED', message }, { status: 501 });
  }

  return {
    unmodelled,
    jira: (request, caller) => askJira(request, caller, pace.now()),
    async fetch(call) {
      const at = pace.callAt(call.by, call.answered);
      try {
        return await answer(call, at);
      } finally {
        pace.answered(call.by, at, isJira(call) ? 'jira' : call.descriptor.type === 'sql' ? 'sql' : 'push');
      }
    },
  };
}

/** A page that gets no answer is told so by the gateway in the end. */
const gatewayOfPages = {
  async hang(atOnce: boolean): Promise<Response> {
    if (!atOnce) await pause(SHORT_FUNCTION_SECONDS * 1000);
    return new Response(null, { status: 504 });
  },
  die: async (): Promise<Response> => new Response(null, { status: 502 }),
};

/** A function that gets no answer waits until it is ended. */
function endings(call: PlatformCall) {
  const noAnswer = (): Promise<Response> => new Promise(() => undefined);
  return {
    hang(atOnce: boolean): Promise<Response> {
      if (atOnce) call.overrun();
      return noAnswer();
    },
    die(): Promise<Response> {
      call.die();
      return noAnswer();
    },
  };
}

function isJira({ descriptor: { type, remote } }: PlatformCall): boolean {
  return type === 'fpp' && remote === 'jira';
}

function pushOf(input: unknown): { readonly name: string; readonly events: number } {
  const push = v.safeParse(v.object({ queueName: v.string(), payload: v.array(v.unknown()) }), input);
  return push.success
    ? { name: push.output.queueName, events: push.output.payload.length }
    : { name: '', events: 0 };
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

/** What Atlassian's proxy says to an app that asks too much; the SDK turns the header into its ProxyRequestError. */
function tooManyRequests(): Response {
  return new Response(null, {
    status: 429,
    statusText: 'Too Many Requests',
    headers: { 'forge-proxy-error': 'FETCH_LIMIT_EXCEEDED' },
  });
}

function appNotEnabled(): Response {
  const message = 'Forge SQL needs a module of type sql and the scope storage:app';
  return Response.json({ code: 'APP_NOT_ENABLED', message }, { status: 403 });
}
