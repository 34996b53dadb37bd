import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { createClock } from '../../../site/clock';
import { createForge } from '../../../site/forge/forge';
import { hostScript } from '../../../site/forge/host-script';
import { createJira } from '../../../site/jira/jira';
import { scopesOf } from '../../../site/jira/rest/api';
import { Store } from '../../../site/jira/store';
import { listen, type Handler } from '../../../site/listen';
import { createSitePages } from '../../../site/pages/app';
import type { Host } from '../../../site/pages/host';
import { appUser, visitorRoles, visitors } from '../../../site/sample/people';
import { addServiceProject } from '../../../site/sample/service-project';

/** A Wednesday morning, in London as in UTC. */
const START = Date.UTC(2026, 10, 18, 9);
const root = resolve(__dirname, '../../../..');

/** A site with the fixture app in the place of the real one, and two issues: the customer's own, and somebody else's. */
async function main(): Promise<void> {
  const folder = await builtApp();
  const starting: Handler = () => new Response('The site is starting.', { status: 503 });
  let answerSite = starting;
  let answerPages = starting;
  const siteServer = await listen((request) => answerSite(request), Number(process.env['PORT'] ?? 0));
  const pagesServer = await listen((request) => answerPages(request), 0);
  const origin = `http://localhost:${siteServer.port}`;
  const identity = { siteUrl: origin, cloudId: '5ca1ab1e-0000-4000-8000-00000000c10d' };

  const clock = createClock({ start: START, rate: 0 });
  const store = new Store(appUser.accountId);
  const project = addServiceProject(store);
  const jira = createJira({ store, clock, identity, timeZone: 'Europe/London' });
  const agent = { kind: 'user', accountId: visitors.agent.accountId } as const;
  for (const [summary, reporterId] of [
    ['Printer on fire', visitors.customer.accountId],
    ['Somebody else’s secret', visitors.agent.accountId],
  ] as const)
    jira.changes.create(agent, project, { summary, typeId: '10100', priorityId: '3', reporterId });

  const forge = await createForge({ root: folder, bundleDir: folder, jira, clock, identity, scopesOf });
  await forge.install();
  clock.setRate(1);
  const unmodelled = () => [...jira.unmodelled, ...forge.unmodelled()];
  const { agent: first, projectAdministrator, jiraAdministrator, customer } = visitors;
  const choice = (user: Host['visitors'][0]['user']) => ({
    user,
    role: visitorRoles.get(user.accountId) ?? '',
  });
  const site = createSitePages({
    name: 'Fixture site',
    jira,
    forge,
    clock,
    origin,
    pagesOrigin: `http://127.0.0.1:${pagesServer.port}`,
    hostScript: hostScript(),
    troubles: () => ({
      unmodelled: unmodelled(),
      violations: forge.pages.violations,
      problems: clock.problems.map(({ message }) => message),
    }),
    visitors: [choice(first), choice(projectAdministrator), choice(jiraAdministrator), choice(customer)],
  });
  answerSite = (request) => site.fetch(request);
  answerPages = (request) => forge.pages.app.fetch(request);
  console.log(origin);
  process.once('SIGTERM', () => {
    clock.close();
    void forge.close().then(() => {
      rmSync(folder, { recursive: true, force: true });
      process.exit(0);
    });
  });
}

/** A copy of the app with the real SDK built for its pages: its own, since several sites may run at once. */
async function builtApp(): Promise<string> {
  const cache = join(root, 'test/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'fixture-app-'));
  cpSync(__dirname, folder, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'error',
    root: __dirname,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: join(folder, 'pages/assets'),
      emptyOutDir: false,
      lib: {
        entry: join(__dirname, 'bridge-entry.mjs'),
        formats: ['iife'],
        name: 'entry',
        fileName: () => 'bridge.js',
      },
    },
  });
  return folder;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
