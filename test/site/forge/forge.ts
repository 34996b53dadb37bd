import type { Forge, Jira, ScopesOf, SiteClock, SiteIdentity } from '../seams';
import { createBridge } from './bridge';
import { appData } from './data-modules';
import { createDynamicProperties } from './dynamic-properties';
import type { EventDelays } from './events';
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
import { beginLife, type AppLife } from './life';
import type { WaitingMessage } from './queue';
import { createReleases, type Release } from './releases';
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
  /**
   * Deploys another bundle of the same manifest: a minor version, of which the app is not told, or a major one, for which
   * somebody has given their consent. Waits until the app's functions for it have ended.
   */
  upgrade(release: Release): Promise<void>;
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
  const rates = createInvocationLimits(pace);
  let invocations = 0;
  const functions = createReleases(clock, installation, (bundleDir) =>
    createFunctions({
      manifest,
      bundleDir,
      installation,
      clock,
      log,
      meter,
      faults,
      rates,
      nextId: () => (invocations += 1),
      ...(options.limits === undefined ? {} : { limits: options.limits }),
      platform: (call) => platform.fetch(call),
    }),
  );
  functions.deploy({ bundleDir: options.bundleDir });
  let life: AppLife | undefined;
  const platform: Platform = createPlatform({
    manifest,
    jira,
    scopesOf: options.scopesOf,
    sql,
    queue: () => life?.queue,
    meter,
    faults,
    pace,
    jiraLimits: createJiraLimits(clock, pace, quota),
    machineNow,
  });
  const bridge = createBridge({ manifest, functions, platform, installation, identity });
  const dynamicProperties = createDynamicProperties({ manifest, functions, identity, log });
  const delays = options.eventDelayMs ?? DEFAULT_EVENT_DELAY_MS;

  /** Before that an app hears nothing of the site. */
  function start(since: number, waiting: readonly WaitingMessage[]): AppLife {
    if (life !== undefined) throw new Error('The app is installed already');
    jira.provide(appData(manifest, installation));
    const parts = { manifest, functions, clock, work, log, faults, pace, identity, delays };
    life = beginLife({ ...parts, jira, since, waiting });
    return life;
  }
  if (options.kept !== undefined) start(options.kept.since, options.kept.messages);

  /** Tells the app what became of its installation. */
  async function tell({ lifecycle }: AppLife, eventType: string): Promise<void> {
    const app = { id: `ari:cloud:ecosystem::app/${manifest.appId}`, version: installation.appVersion };
    const payload = { id: installation.id, app, environment: { id: installation.environmentId } };
    lifecycle.emit({ eventType, by: { kind: 'anonymous' }, payload });
    await work.settled();
  }

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
    get isInstalled() {
      return life !== undefined;
    },
    async install() {
      await tell(start(clock.now(), []), 'avi:forge:installed:app');
    },
    async upgrade(release) {
      if (life === undefined) throw new Error('The app is not installed');
      functions.deploy(release);
      if (release.isMajor === true) await tell(life, 'avi:forge:upgraded:app');
    },
    async uninstall() {
      if (life === undefined) throw new Error('The app is not installed');
      life.end();
      life = undefined;
      await functions.end('The app was uninstalled');
      await work.settled();
      jira.provide({ fields: [], properties: [], permissions: [] });
      installation.renew();
      sql.empty();
    },
    async bridge(command, payload, visitor, place) {
      if (life === undefined) throw new Error('The app is not installed');
      return work.track(() => bridge.call(command, payload, visitor, place));
    },
    async dynamicProperties(visitor, place) {
      return life && work.track(() => dynamicProperties(visitor, place));
    },
    get licence() {
      return installation.licence;
    },
    set licence(state) {
      installation.licence = state;
    },
    modules: (type, locale) =>
      manifest.pages
        .filter((module) => life !== undefined && module.type === type)
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
      if (life === undefined) throw new Error('The app is not installed');
      return { since: life.since, sql: sql.snapshot(), messages: life.queue.waiting() };
    },
    async close() {
      life?.end();
      await functions.close();
      sql.close();
    },
  };
}
