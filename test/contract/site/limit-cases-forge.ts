import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFaults } from '../../site/forge/faults';
import { FunctionFailure } from '../../site/forge/function-process';
import { createInvocationLimits } from '../../site/forge/invocation-limits';
import { createJiraLimits } from '../../site/forge/jira-limits';
import * as limits from '../../site/forge/limits';
import { readManifest } from '../../site/forge/manifest';
import { createMeter } from '../../site/forge/meter';
import { createPace } from '../../site/forge/pace';
import { createPlatform } from '../../site/forge/platform';
import { createSql } from '../../site/forge/sql';
import type { PlatformCall } from '../../site/forge/functions';
import type { ProductEvent } from '../../site/seams';
import { APP, containing, fakeJira, seen, START, type Site } from './forge-fixture';
import { onSite, queueBench, SOMEBODY } from './limits-fixture';

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

const updated = (key: string, text = ''): ProductEvent => ({
  eventType: 'avi:jira:updated:issue',
  by: { kind: 'user', accountId: 'ann' },
  payload: { issue: { key, text } },
});

/** The fixture's manifest with something else in it. */
function readChanged(from: RegExp, to: string) {
  const folder = mkdtempSync(join(tmpdir(), 'limits-'));
  const original = readFileSync(join(APP, 'manifest.yml'), 'utf8');
  const plain = original.replace(/translations:[\s\S]*?permissions:/, 'permissions:');
  expect(plain).toMatch(from);
  writeFileSync(join(folder, 'manifest.yml'), plain.replace(from, to));
  try {
    return readManifest(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const pushRaw = async (site: Site, payload: unknown[]) => {
  const request = { queueName: 'worker', jobId: 'j', payload };
  return ((await site.invoke('push-raw', { request })) as { value: { status: number } }).value.status;
};

const HOUR_MS = 3_600_000;
const tooMuchSql = (message: string) => ({
  error: {
    name: 'ForgeSQLError',
    code: 'RATE_LIMIT_EXCEEDED',
    message: containing(message),
    responseDetails: { status: 429, statusText: 'Too Many Requests' },
  },
});

/** What Forge refuses, by the limit that is passed. */
export const forgeCases = {
  async SHORT_FUNCTION_SECONDS() {
    await onSite(async (site) => {
      const { remaining } = (await site.invoke('context')) as { remaining: number };
      expect(remaining).toBeLessThanOrEqual(limits.SHORT_FUNCTION_SECONDS * 1000);
      expect(readManifest(APP).functions.get('on-issue')?.limitSeconds).toBe(limits.SHORT_FUNCTION_SECONDS);
    });
    await onSite(
      async (site) =>
        expect(site.invoke('sleep', { ms: 5_000 })).rejects.toThrow('Task timed out after 0.20 seconds'),
      { limits: { resolver: 200 } },
    );
  },
  async LONG_FUNCTION_SECONDS() {
    expect(readManifest(APP).functions.get('tick')?.limitSeconds).toBe(limits.LONG_FUNCTION_SECONDS);
  },
  async MAX_FUNCTION_SECONDS() {
    const longer = `timeoutSeconds: ${limits.MAX_FUNCTION_SECONDS + 1}`;
    expect(() => readChanged(/timeoutSeconds: \d+/, longer)).toThrow('timeoutSeconds');
  },
  async DEFAULT_MEMORY_MB() {
    expect(readChanged(/\n\s*memoryMB: 128/, '').memoryMB).toBe(limits.DEFAULT_MEMORY_MB);
  },

  async INVOCATIONS() {
    const clock = { now: 0 };
    const users = createInvocationLimits({ now: () => clock.now });
    for (const _ of times(limits.INVOCATIONS.perUserAndMinute, String)) {
      clock.now += 10;
      expect(users.admit('ann')).toBe(true);
    }
    expect(users.admit('ann')).toBe(false);
    expect(users.admit('bob')).toBe(true);
    clock.now = 60_000;
    expect(users.admit('ann')).toBe(true);

    const all = createInvocationLimits({ now: () => clock.now });
    for (const at of times(limits.INVOCATIONS.perMinute, Number)) {
      clock.now = 60_000 + at * 8;
      expect(all.admit(`user ${at}`)).toBe(true);
    }
    expect(all.admit('one more')).toBe(false);

    await onSite(async (site) => {
      await Promise.all(times(limits.INVOCATIONS.perSecond, () => site.invoke('now')));
      await expect(site.invoke('now')).rejects.toThrow(
        'There was an error invoking the function - Too many requests',
      );
      await site.clock.moveTo(START + 1000);
      expect(await site.invoke('now')).toBeDefined();
    });
  },
  async REQUESTS_PER_MINUTE() {
    const clock = { now: () => START };
    const pace = createPace(clock, () => 0);
    const manifest = readManifest(APP);
    const platform = createPlatform({
      manifest,
      jira: fakeJira(),
      scopesOf: () => undefined,
      sql: await createSql(),
      queue: () => undefined,
      meter: createMeter(clock, manifest.memoryMB),
      faults: createFaults(clock),
      pace,
      jiraLimits: createJiraLimits(clock, pace, limits.JIRA_QUOTAS[1]),
      machineNow: () => 0,
    });
    // As nobody, which is refused as well, but later.
    const call = (): PlatformCall => ({
      type: 'fetch',
      id: 1,
      invocation: 1,
      answered: 0,
      descriptor: { type: 'fpp', provider: 'user', remote: 'jira' },
      path: '/rest/api/3/myself',
      method: 'GET',
      headers: [],
      body: null,
      by: { ...SOMEBODY, accountId: undefined },
      die: () => undefined,
      overrun: () => undefined,
    });
    for (const _ of times(limits.REQUESTS_PER_MINUTE, String))
      if ((await platform.fetch(call())).status !== 401) throw new Error('Refused too early');
    const refused = await platform.fetch(call());
    expect(refused.status).toBe(429);
    expect(refused.headers.get('forge-proxy-error')).toBe('FETCH_LIMIT_EXCEEDED');
  },
  async LOG_LINES_PER_RUNTIME_MINUTE() {
    await onSite(async (site) => {
      await site.invoke('chatter', { lines: limits.LOG_LINES_PER_RUNTIME_MINUTE + 2, bytes: 1 });
      expect(site.forge.log.filter(({ text }) => text === 'x')).toHaveLength(
        limits.LOG_LINES_PER_RUNTIME_MINUTE,
      );
      expect(site.forge.log.at(-1)?.text).toContain('more than Forge keeps');
      await site.invoke('talk');
      expect(site.forge.log.at(-1)?.text).toContain('hello');
    });
  },
  async LOG_BYTES() {
    await onSite(async (site) => {
      await site.invoke('chatter', { lines: 3, bytes: limits.LOG_BYTES / 2 });
      expect(site.forge.log.filter(({ text }) => text.startsWith('xx'))).toHaveLength(2);
      expect(site.forge.meter.reading().functions['chatter']?.usage.logBytes).toBe(limits.LOG_BYTES);
    });
  },
  async INVOKE_REQUEST_BYTES() {
    await onSite((site) =>
      expect(site.invoke('echo', 'x'.repeat(limits.INVOKE_REQUEST_BYTES))).rejects.toThrow(
        'request is larger',
      ),
    );
  },
  async INVOKE_RESPONSE_BYTES() {
    await onSite((site) =>
      expect(site.invoke('big', { bytes: limits.INVOKE_RESPONSE_BYTES })).rejects.toThrow(
        'response is larger',
      ),
    );
  },

  async PRODUCT_EVENT_BYTES() {
    await onSite(async (site) => {
      site.jira.emit(updated('A-1', 'x'.repeat(limits.PRODUCT_EVENT_BYTES)));
      await site.forge.settled();
      expect(await seen(site, 'onIssue')).toEqual([]);
    });
  },
  async PRODUCT_EVENT_RETRIES() {
    await onSite(async (site) => {
      site.jira.emit(updated('AGAIN-1'));
      await site.clock.moveTo(START + HOUR_MS);
      expect(await seen(site, 'onIssue')).toHaveLength(1 + limits.PRODUCT_EVENT_RETRIES);
    });
  },
  async PRODUCT_EVENTS_PER_SECOND() {
    await onSite(async (site) => {
      // Two triggers hear of each.
      for (const at of times(limits.PRODUCT_EVENTS_PER_SECOND, Number)) site.jira.emit(updated(`A-${at}`));
      const heard = async () => (await seen(site, 'onIssue')).length + (await seen(site, 'onAny')).length - 1;
      await site.forge.settled();
      expect(await heard()).toBe(limits.PRODUCT_EVENTS_PER_SECOND);
      await site.clock.moveTo(START + 1000);
      expect(await heard()).toBe(2 * limits.PRODUCT_EVENTS_PER_SECOND);
    });
  },

  async QUEUE_PUSH_EVENTS() {
    await onSite(async (site) =>
      expect(
        await pushRaw(
          site,
          times(limits.QUEUE_PUSH_EVENTS + 1, () => ({ body: {} })),
        ),
      ).toBe(400),
    );
  },
  async QUEUE_PUSH_BYTES() {
    await onSite(async (site) => {
      const third = { body: { text: 'x'.repeat(limits.QUEUE_PUSH_BYTES / 3) } };
      expect(await pushRaw(site, [third, third, third])).toBe(413);
    });
  },
  async QUEUE_LONG_EVENT_BYTES() {
    await onSite(async (site) =>
      expect(await pushRaw(site, [{ body: { text: 'x'.repeat(limits.QUEUE_LONG_EVENT_BYTES) } }])).toBe(413),
    );
  },
  async QUEUE_EVENTS_PER_MINUTE() {
    await onSite(async (site, machine) => {
      const fifty = { events: times(50, () => ({ body: {}, delayInSeconds: 900 })) };
      for (const _ of times(limits.QUEUE_EVENTS_PER_MINUTE / 50, String))
        expect(await site.invoke('push', fifty)).toMatchObject({ value: {} });
      const one = { events: [{ body: {}, delayInSeconds: 900 }] };
      expect(await site.invoke('push', one)).toMatchObject({ error: { type: 'RateLimitError' } });
      expect(site.forge.meter.reading().functions['push']?.usage.queue).toMatchObject({
        pushes: 10,
        refused: 1,
      });
      machine.now += 60_000;
      expect(await site.invoke('push', one)).toMatchObject({ value: {} });
    });
  },
  async QUEUE_PUSHES_PER_ORIGIN() {
    const statuses: number[] = [];
    const bench = queueBench(
      (queue, invocation) => void statuses.push(queue.push(invocation, statuses.length * 1000)),
    );
    statuses.push(bench.push(SOMEBODY));
    await bench.settled();
    expect(statuses).toHaveLength(limits.QUEUE_PUSHES_PER_ORIGIN + 1);
    expect(new Set(statuses.slice(0, -1))).toEqual(new Set([201]));
    expect(statuses.at(-1)).toBe(405);
    expect(bench.push({ ...SOMEBODY }, statuses.length * 1000)).toBe(201);
  },
  async LONGEST_DELAY_SECONDS() {
    await onSite(async (site) =>
      expect(await pushRaw(site, [{ body: {}, delayInSeconds: limits.LONGEST_DELAY_SECONDS + 1 }])).toBe(400),
    );
    const bench = queueBench(({ runs }) =>
      runs.length > 1
        ? undefined
        : { _retry: true, retryOptions: { retryAfter: limits.LONGEST_DELAY_SECONDS * 2 } },
    );
    bench.push(SOMEBODY);
    await bench.clock.moveTo(START + HOUR_MS);
    expect(bench.runs.map(({ afterMs }) => afterMs)).toEqual([0, limits.LONGEST_DELAY_SECONDS * 1000]);
  },
  async QUEUE_RETENTION_MS() {
    const bench = queueBench(() => Promise.reject(new FunctionFailure('thrown', 'no')));
    bench.push(SOMEBODY);
    await bench.clock.moveTo(START + 2 * limits.QUEUE_RETENTION_MS);
    const last = bench.runs.at(-1)?.afterMs ?? 0;
    expect(last).toBeLessThan(limits.QUEUE_RETENTION_MS);
    expect(last).toBeGreaterThan(limits.QUEUE_RETENTION_MS - HOUR_MS);
    expect(bench.log.lines.at(-1)?.text).toContain('was dropped after 24 hours');
  },
  async QUEUE_RETENTION_AFTER_PLATFORM_FAULTS_MS() {
    const bench = queueBench(() => Promise.reject(new FunctionFailure('died', 'no')));
    bench.push(SOMEBODY);
    const longest = limits.QUEUE_RETENTION_MS + limits.QUEUE_RETENTION_AFTER_PLATFORM_FAULTS_MS;
    await bench.clock.moveTo(START + 2 * longest);
    const last = bench.runs.at(-1);
    expect(last?.afterMs).toBeLessThan(longest);
    expect(last?.afterMs).toBeGreaterThan(longest - HOUR_MS);
    expect(last?.payload).toMatchObject({ retryContext: { retryCount: 0 } });
  },
  async RETRY_DATA_BYTES() {
    const bench = queueBench(() => ({
      _retry: true,
      retryOptions: { retryData: 'x'.repeat(limits.RETRY_DATA_BYTES) },
    }));
    bench.push(SOMEBODY);
    await bench.clock.moveTo(START + HOUR_MS);
    expect(bench.runs).toHaveLength(1);
    expect(bench.log.lines.at(-1)?.text).toContain('retryData is larger');
  },
  async BACKOFF_MS() {
    const bench = queueBench(() => Promise.reject(new FunctionFailure('timeout', 'no')));
    bench.push(SOMEBODY);
    await bench.clock.moveTo(START + 12 * HOUR_MS);
    const gaps = bench.runs.slice(1).map(({ afterMs }, at) => afterMs - (bench.runs[at]?.afterMs ?? 0));
    expect(gaps[0]).toBe(limits.BACKOFF_MS.first);
    expect(Math.max(...gaps)).toBe(limits.BACKOFF_MS.longest);
  },

  async SQL_REQUEST_BYTES() {
    await onSite(async (site) =>
      expect(await site.invoke('sql-big', { bytes: limits.SQL_REQUEST_BYTES })).toMatchObject({
        error: { message: containing('request is larger'), responseDetails: { status: 413 } },
      }),
    );
  },
  async SQL_RESPONSE_BYTES() {
    const query = `SELECT HEX(ZEROBLOB(${limits.SQL_RESPONSE_BYTES / 2})) AS x`;
    await onSite(async (site) =>
      expect(await site.invoke('sql', { query })).toMatchObject({
        error: { message: containing('response is larger'), responseDetails: { status: 413 } },
      }),
    );
  },
  async SQL_SECONDS() {
    const slow = {
      read: ['sql', 'SELECT 1 AS one'],
      write: ['sql', 'DELETE FROM note'],
      ddl: ['ddl', 'DROP TABLE note'],
    };
    for (const [kind, [name = '', query]] of Object.entries(slow)) {
      // Each look at the machine's clock is later than the one before by what a statement may take.
      const most = limits.SQL_SECONDS[kind as keyof typeof slow] * 1000;
      const machine = { now: 0, step: 0 };
      await onSite(
        async (site) => {
          await site.invoke('migrate');
          machine.step = most + 1;
          expect(await site.invoke(name, { query })).toMatchObject({
            error: { code: 'QUERY_TIMED_OUT', message: containing(`more than ${most / 1000} seconds`) },
          });
        },
        { machineNow: () => (machine.now += machine.step) },
      );
    }
  },
  async SQL_STATEMENTS_PER_SECOND() {
    await onSite(async (site, machine) => {
      const most = limits.SQL_STATEMENTS_PER_SECOND;
      const answers = (await site.invoke('sql-many', { times: most + 1 })) as object[];
      expect(answers.filter((answer) => 'error' in answer)).toMatchObject([tooMuchSql(`More than ${most}`)]);
      expect(site.forge.meter.reading().functions['sql-many']?.usage.sql.data).toMatchObject({
        statements: most,
        refused: 1,
      });
      machine.now += 1000;
      expect(await site.invoke('sql-many', { times: 1 })).toEqual([{ value: { rows: [{ one: 1 }] } }]);
    });
  },
  async SQL_DDL_PER_MINUTE() {
    await onSite(async (site) => {
      const most = limits.SQL_DDL_PER_MINUTE;
      const create = (at: number) =>
        site.invoke('ddl', { query: `CREATE TABLE t${at} (id BIGINT PRIMARY KEY)` });
      for (const at of times(most, Number)) expect(await create(at)).toMatchObject({ value: {} });
      expect(await create(most)).toMatchObject(tooMuchSql(`More than ${most} DDL`));
      await site.clock.moveTo(START + 60_000);
      expect(await create(most)).toMatchObject({ value: {} });
    });
  },
  async SQL_QUERY_MS_PER_MINUTE() {
    await onSite(async (site, machine) => {
      site.forge.faults.add({
        match: { what: 'sql' },
        effect: { do: 'wait', ms: 1_000 },
        lasts: { times: 20 },
      });
      const slow = site.invoke('sql-many', { times: 20 });
      while (site.forge.faults.rules.length > 0) await new Promise((done) => setTimeout(done, 1));
      machine.now += limits.SQL_QUERY_MS_PER_MINUTE / 20;
      await slow;
      expect(await site.invoke('sql', { query: 'SELECT 1' })).toMatchObject(tooMuchSql('62.5 s in a minute'));
      await site.clock.moveTo(START + 60_000);
      expect(await site.invoke('sql', { query: 'SELECT 1' })).toMatchObject({ value: {} });
    });
  },
};
