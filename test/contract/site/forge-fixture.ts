import { join } from 'node:path';
import { createClock, type ManagedClock } from '../../site/clock';
import { createForge, type ForgeOptions, type RunningForge } from '../../site/forge/forge';
import type { AppData, Caller, Jira, ProductEvent, Visitor } from '../../site/seams';

export const APP = join(__dirname, 'fixture-app');
/** A Monday morning, in UTC. */
export const START = Date.UTC(2026, 2, 2, 9);

export const ANN: Visitor = {
  accountId: 'ann',
  displayName: 'Ann',
  locale: 'en-US',
  timeZone: 'Europe/London',
  theme: 'light',
};
export const PLACE = {
  moduleKey: 'panel',
  extension: { type: 'jira:issueContext', issue: { id: '1', key: 'A-1' } },
};

/** A Jira that remembers who asked what, and in which everything happens on demand. */
export interface FakeJira extends Jira {
  readonly calls: {
    readonly method: string;
    readonly url: string;
    readonly headers: Headers;
    readonly caller: Caller;
  }[];
  /** What the app adds to Jira, each time that it said so. */
  readonly provided: readonly AppData[];
  emit(event: ProductEvent): void;
}

export interface Site {
  readonly forge: RunningForge;
  readonly clock: ManagedClock;
  readonly jira: FakeJira;
  /** What the app's page gets from its resolver. */
  invoke(functionKey: string, payload?: unknown): Promise<unknown>;
  close(): Promise<void>;
}

export function fakeJira(): FakeJira {
  const listeners = new Set<(event: ProductEvent) => void>();
  const calls: FakeJira['calls'] = [];
  const provided: AppData[] = [];
  return {
    calls,
    provided,
    provide: (data) => void provided.push(data),
    unmodelled: [],
    emit: (event) => listeners.forEach((listener) => listener(event)),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async rest(request, caller) {
      const { pathname, search } = new URL(request.url);
      if (pathname === '/rest/api/3/broken') throw new Error('Jira fell over');
      calls.push({ method: request.method, url: pathname + search, headers: request.headers, caller });
      return Response.json({ caller }, { headers: { 'x-answer': 'jira' } });
    },
  };
}

/** Matchers of jest as plain values: their own type is `any`. */
export const containing = (text: string): unknown => expect.stringContaining(text);
export const some = (type: typeof String | typeof Number): unknown => expect.any(type);

/** A site that stands still at START, with the fixture app installed. */
export async function startSite(options: Partial<ForgeOptions> = {}): Promise<Site> {
  const clock = createClock({ start: START, rate: 0 });
  const jira = fakeJira();
  const forge = await createForge({
    root: APP,
    bundleDir: APP,
    jira,
    clock,
    identity: { cloudId: 'cloud-1', siteUrl: 'http://localhost:4001' },
    scopesOf: (_, path) =>
      path.endsWith('/write') ? [['write:jira-work']] : [['read:jira-work'], ['other']],
    eventDelayMs: 0,
    ...options,
  });
  if (options.kept === undefined) await forge.install();
  return {
    forge,
    clock,
    jira,
    invoke: (functionKey, payload) => forge.bridge('invoke', { functionKey, payload }, ANN, PLACE),
    async close() {
      clock.close();
      await forge.close();
    },
  };
}

/** What the fixture app's functions noted down, such as `{ by: 'consume', at, event }`. */
export async function seen(site: Site, by: string): Promise<Record<string, unknown>[]> {
  const all = (await site.invoke('seen')) as Record<string, unknown>[];
  return all.filter((entry) => entry['by'] === by);
}
