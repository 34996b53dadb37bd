import { join } from 'node:path';
import type { ManagedClock } from './clock';
import type { ForgeOptions, RunningForge } from './forge/forge';
import { hostScript } from './forge/host-script';
import type { JiraOptions, JiraSite } from './jira/jira';
import { listen } from './listen';
import type { Handler } from './listen';
import { createSitePages } from './pages/app';
import type { Host, VisitorChoice } from './pages/host';
import { createOpeningPages } from './pages/opening';
import { createProgress } from './progress';
import type { OpeningStep } from './progress';
import { stop } from './running';
import type { Ground } from './running';
import { nextDueIn } from './sample/due';
import { fillSite } from './sample/fill';
import { visitorRoles, visitors } from './sample/people';
import { readSample } from './sample/sample';
import { openSaved } from './saved-site';

export interface SiteOptions {
  /** The app's folder: manifest, built pages, translations, and the site's own sample under `test/site/sample`. */
  readonly root: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Where the bundler put the app's functions. Default: `<root>/test/.cache/bundle`. */
  readonly bundleDir?: string;
  /** The real date, from which the site takes its own. Default: now. */
  readonly now?: Date | number;
  /** 1 (the default) lets the site's clock run, 0 leaves it standing until somebody moves it. */
  readonly rate?: 0 | 1;
  /** The first so many incidents of the log only; its today is then the latest Wednesday. Default: the whole log. */
  readonly incidents?: number;
  /**
   * Opens the site as an earlier start of the same day kept it under `test/.cache/site`, or keeps it there for the next.
   * Delays of events and the quota then count from the opening on. Default: false.
   */
  readonly cache?: boolean;
  /** Where it is kept instead. For tests. */
  readonly cacheDir?: string;
  /** Told of every step until the site is open. */
  readonly onProgress?: (step: OpeningStep) => void;
  /** Keeps problems of scheduled tasks off the console. */
  readonly quiet?: boolean;
  readonly eventDelayMs?: ForgeOptions['eventDelayMs'];
  /** The app's points of Jira's REST API in an hour, such as `JIRA_QUOTAS[2]`. Default: a site's share at Tier 1. */
  readonly quota?: ForgeOptions['quota'];
  /** How long Jira's searches stay behind, in milliseconds of the site. Default: a few seconds. */
  readonly searchLagMs?: number;
  /** Told of every request to Jira's REST API and its answer, from the installation on. */
  readonly onExchange?: JiraOptions['onExchange'];
}

export interface Site {
  readonly url: string;
  /** Origin of the app's own pages. */
  readonly pagesUrl: string;
  readonly jira: JiraSite;
  readonly forge: RunningForge;
  readonly clock: ManagedClock;
  /** What was asked of Jira or of Forge and is not modelled. A test run fails on any. */
  unmodelled(): readonly string[];
  close(): Promise<void>;
}

/**
 * Starts a Jira Cloud site with the app installed and the sample in it. Returns when the site is open: what the sample has until
 * then has happened, and the app has read it. Until then the site's address answers how far it is.
 * @throws Error when a port is taken (EADDRINUSE), the sample cannot be read, or the app refuses to be installed or does
 * not come to the end of its first reading.
 */
export async function startSite(options: SiteOptions): Promise<Site> {
  const closers: (() => void | Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    return { ...(await start(options, closers)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function start(
  options: SiteOptions,
  closers: (() => void | Promise<void>)[],
): Promise<Omit<Site, 'close'>> {
  const { root, rate = 1, now = Date.now(), incidents = Infinity } = options;
  const { eventDelayMs, quota, searchLagMs } = options;
  const progress = createProgress(options.onProgress);
  const starting: Handler = () => new Response('The site is starting.', { status: 503 });
  let answerSite = starting;
  let answerPages = starting;
  const siteServer = await listen((request) => answerSite(request), options.port);
  closers.push(() => siteServer.close());
  const pagesServer = await listen((request) => answerPages(request), 0);
  closers.push(() => pagesServer.close());
  const url = `http://localhost:${siteServer.port}`;
  // Another name, so that the app's pages are another site to the browser, as they are on Jira Cloud.
  const pagesUrl = `http://127.0.0.1:${pagesServer.port}`;
  const opening = createOpeningPages(url, () => progress.step);
  answerSite = (request) => opening.fetch(request);

  const ground: Ground = {
    root,
    bundleDir: options.bundleDir ?? join(root, 'test/.cache/bundle'),
    identity: { siteUrl: url, cloudId: '5ca1ab1e-0000-4000-8000-00000000c10d' },
    progress,
    quiet: options.quiet ?? false,
    eventDelayMs,
    quota,
    searchLagMs,
    onExchange: options.onExchange,
  };
  progress.say('Reading the incident log');
  const sample = await readSample(root, now, incidents);
  const { cache = false, cacheDir = join(root, 'test/.cache/site') } = options;
  const running = cache
    ? await openSaved(cacheDir, ground, sample)
    : { ...(await fillSite(ground, sample)), unmodelledBefore: [] };
  closers.push(() => stop(running));

  const { jira, forge, clock } = running;
  const unmodelled = (): string[] => [
    ...new Set([...running.unmodelledBefore, ...jira.unmodelled, ...forge.unmodelled()]),
  ];
  const page = {
    name: 'Site in a box',
    origin: url,
    pagesOrigin: pagesUrl,
    hostScript: hostScript(),
    troubles: () => ({
      unmodelled: unmodelled(),
      violations: forge.pages.violations,
      problems: clock.problems.map(({ message }) => message),
    }),
  };
  const nextDue: Host['nextDue'] = (wish) => nextDueIn((...query) => forge.sql.read(...query), wish);
  const site = createSitePages({ ...page, jira, forge, clock, nextDue, visitors: choices() });
  answerPages = (request) => forge.pages.app.fetch(request);
  answerSite = (request) => site.fetch(request);
  clock.setRate(rate);
  return { url, pagesUrl, jira, forge, clock, unmodelled };
}

function choices(): readonly [VisitorChoice, ...VisitorChoice[]] {
  const choice = (user: VisitorChoice['user']): VisitorChoice => ({
    user,
    role: visitorRoles.get(user.accountId) ?? '',
  });
  const { agent, projectAdministrator, jiraAdministrator, colleague, customer } = visitors;
  return [choice(agent), ...[projectAdministrator, jiraAdministrator, colleague, customer].map(choice)];
}
