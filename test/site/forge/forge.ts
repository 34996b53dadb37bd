import type { Forge, Jira, ScopesOf, SiteClock, SiteIdentity } from '../seams';
import { createBridge } from './bridge';
import { appData } from './data-modules';
import { createDynamicProperties } from './dynamic-properties';
import { createEvents, type EventDelays } from './events';
import { createFaults, type Faults } from './faults';
import { createFunctionLog } from './function-log';
import { createFunctions, type FunctionLimits, type Functions } from './functions';
import { createInstallation } from './installation';
import { readManifest } from './manifest';
import { createMeter, type Meter } from './meter';
import { createInvocationLimits } from './invocation-limits';
import { createJiraLimits } from './jira-limits';
import { JIRA_QUOTAS, type JiraQuota } from './limits';
import { createPace } from './pace';
import { createPages, type Pages } from './pages';
import { createPlatform, type Platform } from './platform';
import { createQueue, type WaitingMessage } from './queue';
import { startSchedules } from './schedules';
import { createSql, type ForgeSql } from './sql';
import { createWork } from './work';

export interface ForgeOptions {
  /** The app's folder: manifest.yml, the built pages and the translations. */
  readonly root: string;
  /** Folder of what the bundler emitted: `index.cjs`. */
  readonly bundleDir: string;
  readonly jira: Jira;
  readonly clock: SiteClock;
  /** Read at each use, so the site's address may be filled in once its port is known. */
  readonly identity: SiteIdentity;
  readonly scopesOf: ScopesOf;
  /** Default: 1500 ms. Atlassian promises three minutes at most. */
  readonly eventDelayMs?: EventDelays;
  /** Points of Jira's REST API in an hour. Default: a site's share at Tier 1. */
  readonly quota?: JiraQuota;
  /** Milliseconds of the machine, by which rates count too. Default: those that pass. For tests. */
  readonly machineNow?: () => number;
  /** In the place of Forge's time limits. For tests. */
  readonly limits?: FunctionLimits;
  /** What an earlier site has kept: the app counts as installed from the start. */
  readonly kept?: KeptForge;
}

/** What outlives a site: the app's database, and what waits in its queues. */
export interface KeptForge {
  /** When the app was installed. */
  readonly since: number;
  readonly sql: Uint8Array;
  readonly messages: readonly WaitingMessage[];
}

/** The Forge half, with what the site's owner and its tests look into. */
export interface RunningForge extends Forge {
  readonly pages: Pages;
  readonly sql: Pick<ForgeSql, 'statements' | 'asked' | 'snapshot' | 'read'>;
  readonly stats: Functions['stats'];
  readonly meter: Meter;
  readonly faults: Faults;
  /** What the app or its pages asked for and the site does not model. A test run fails on any. */
  unmodelled(): readonly string[];
  /** To be asked for when nothing is under way. */
  keep(): KeptForge;
}

const DEFAULT_EVENT_DELAY_MS = 1500;

/** @throws Error when the manifest is wrong or asks for what the site does not model */
export async function createForge(options: ForgeOptions): Promise<RunningForge> {
  const { clock, identity, jira } = options;
  const manifest = readManifest(options.root);
  const installation = createInstallation(manifest, identity, clock);
  const work = createWork(clock);
  const log = createFunctionLog(clock);
  const meter = createMeter(clock, manifest.memoryMB);
  const faults = createFaults(clock);
  const { machineNow = () => performance.now(), quota = JIRA_QUOTAS[1] } = options;
  const pace = createPace(clock, machineNow);
  const sql = await createSql(options.kept?.sql, machineNow);
  const functions: Functions = createFunctions({
    manifest,
    bundleDir: options.bundleDir,
    installation,
    clock,
    log,
    meter,
    faults,
    rates: createInvocationLimits(pace),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    platform: (call) => platform.fetch(call),
  });
  const queue = createQueue({
    manifest,
    functions,
    clock,
    work,
    log,
    faults,
    pace,
    waiting: options.kept?.messages ?? [],
  });
  const platform: Platform = createPlatform({
    manifest,
    jira,
    scopesOf: options.scopesOf,
    sql,
    queue,
    meter,
    faults,
    pace,
    jiraLimits: createJiraLimits(clock, pace, quota),
    machineNow,
  });
  const bridge = createBridge({ manifest, functions, platform, installation, identity });
  const dynamicProperties = createDynamicProperties({ manifest, functions, identity, log });
  const delays = options.eventDelayMs ?? DEFAULT_EVENT_DELAY_MS;
  const events = createEvents({ manifest, functions, clock, work, log, faults, delays });
  const lifecycle = createEvents({ manifest, functions, clock, work, log, faults, delays: 0 });
  let stopListening: (() => void) | undefined;
  let since = options.kept?.since;

  /** Before that an app hears nothing of the site. */
  function start(from: number): void {
    if (stopListening !== undefined) throw new Error('The app is installed already');
    since = from;
    jira.provide(appData(manifest, installation));
    stopListening = jira.onEvent((event) => events.emit(event));
    startSchedules({ manifest, functions, clock, work, identity, since });
  }
  if (since !== undefined) start(since);

  return {
    log: log.lines,
    meter,
    faults,
    pages: createPages({ manifest, clock, identity }),
    sql,
    get stats() {
      return functions.stats;
    },
    unmodelled: () => [...platform.unmodelled, ...bridge.unmodelled],
    async install() {
      start(clock.now());
      const app = { id: `ari:cloud:ecosystem::app/${manifest.appId}`, version: installation.appVersion };
      const payload = { id: installation.ari, app, environment: { id: installation.environmentId } };
      lifecycle.emit({ eventType: 'avi:forge:installed:app', by: { kind: 'anonymous' }, payload });
      await work.settled();
    },
    bridge: (command, payload, visitor, place) =>
      work.track(() => bridge.call(command, payload, visitor, place)),
    dynamicProperties: (visitor, place) => work.track(() => dynamicProperties(visitor, place)),
    get licence() {
      return installation.licence;
    },
    set licence(state) {
      installation.licence = state;
    },
    modules: (type, locale) =>
      manifest.pages
        .filter((module) => module.type === type)
        .map(({ key, title, description, page, options }) => ({
          key,
          type,
          page,
          title: manifest.translations.text(title, locale),
          ...(description && { description: manifest.translations.text(description, locale) }),
          ...options,
        })),
    settled: () => work.settled(),
    keep() {
      if (since === undefined) throw new Error('The app is not installed');
      return { since, sql: sql.snapshot(), messages: queue.waiting() };
    },
    async close() {
      stopListening?.();
      await functions.close();
      sql.close();
    },
  };
}
