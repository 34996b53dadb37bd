import { join } from 'node:path';
import { createClock } from './clock';
import type { ManagedClock } from './clock';
import { createForge } from './forge/forge';
import type { ForgeOptions, RunningForge } from './forge/forge';
import { hostScript } from './forge/host-script';
import { createJira } from './jira/jira';
import type { JiraOptions, JiraSite } from './jira/jira';
import { scopesOf } from './jira/rest/api';
import { Store } from './jira/store';
import { listen } from './listen';
import type { Handler } from './listen';
import { createSitePages } from './pages/app';
import type { Host, VisitorChoice } from './pages/host';
import type { SiteIdentity } from './seams';
import { sampleDays, sampleZone } from './sample/days';
import { importDefinitions } from './sample/definitions';
import { readIncidents } from './sample/log';
import { appUser, visitorRoles, visitors } from './sample/people';
import { earliestOf, scheduleIncidents } from './sample/seed';
import { addServiceProject } from './sample/service-project';

/** How many incidents of the log the project holds. */
const INCIDENTS = 300;

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
  /** Keeps problems of scheduled tasks off the console. */
  readonly quiet?: boolean;
  readonly eventDelayMs?: ForgeOptions['eventDelayMs'];
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
 * Starts a Jira Cloud site with the app installed and the sample in it. Returns when the app's install life cycle and the
 * import of the sample's definitions have ended.
 * @throws Error when a port is taken (EADDRINUSE), the sample cannot be read, or the app refuses to be installed.
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
  const { root, rate = 1 } = options;
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
  const identity = { siteUrl: url, cloudId: '5ca1ab1e-0000-4000-8000-00000000c10d' };

  const { clock, jira } = await openJira(options, identity);
  closers.push(() => clock.close());
  const forge = await createForge({
    root,
    bundleDir: options.bundleDir ?? join(root, 'test/.cache/bundle'),
    jira,
    clock,
    identity,
    scopesOf,
    ...(options.eventDelayMs === undefined ? {} : { eventDelayMs: options.eventDelayMs }),
  });
  closers.push(() => forge.close());

  const unmodelled = (): string[] => [...new Set([...jira.unmodelled, ...forge.unmodelled()])];
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
  const host: Host = { ...page, jira, forge, clock, visitors: choices() };
  const site = createSitePages(host);
  answerSite = (request) => site.fetch(request);
  answerPages = (request) => forge.pages.app.fetch(request);

  await forge.install();
  const [project] = jira.store.projects.values();
  if (project !== undefined) await importDefinitions(root, forge, project, visitors.projectAdministrator);
  clock.setRate(rate);
  return { url, pagesUrl, jira, forge, clock, unmodelled };
}

/** Jira at the instant the site opens: what the sample has before it has happened, the rest is on the clock. */
async function openJira(options: SiteOptions, identity: SiteIdentity) {
  const { root, now = Date.now(), quiet = false, searchLagMs, onExchange } = options;
  const incidents = await readIncidents(join(root, 'test/site/sample/incidents.csv.gz'), INCIDENTS);
  const { shift, opening } = sampleDays(now);
  // It stands until all is in place, so that every site of a day opens at the same instant.
  const clock = createClock({
    start: earliestOf(incidents, shift),
    rate: 0,
    ...(quiet ? { report: () => undefined } : {}),
  });
  const store = new Store(appUser.accountId);
  addServiceProject(store);
  const jira = createJira({
    store,
    clock,
    identity,
    timeZone: sampleZone,
    ...(searchLagMs === undefined ? {} : { searchLagMs }),
    ...(onExchange === undefined ? {} : { onExchange }),
  });
  scheduleIncidents(jira, clock, incidents, shift);
  await clock.moveTo(opening);
  const [problem] = clock.problems;
  if (problem !== undefined) throw problem;
  return { clock, jira };
}

function choices(): readonly [VisitorChoice, ...VisitorChoice[]] {
  const choice = (user: VisitorChoice['user']): VisitorChoice => ({
    user,
    role: visitorRoles.get(user.accountId) ?? '',
  });
  const { agent, projectAdministrator, jiraAdministrator, customer } = visitors;
  return [choice(agent), choice(projectAdministrator), choice(jiraAdministrator), choice(customer)];
}
