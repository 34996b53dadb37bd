/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { can, maySee } from '../jira/permissions';
import { answerBridge } from './bridge';
import { moveClock } from './clock-control';
import { chooseVisitor, stateOf } from './control';
import { addFault, clearFaults, showFaults } from './fault-control';
import { guard } from './guard';
import { dashboardRoutes } from './dashboard-routes';
import type { Host } from './host';
import { setInstalled, setLicence } from './app-control';
import { IssueList } from './issue-list';
import { parseListQuery } from './issue-list-query';
import { listIssues } from './issue-list-search';
import { issuePanelRoutes } from './issue-panels';
import { IssuePage } from './issue-view';
import { moduleRoutes } from './module-routes';
import { permissionRoutes } from './permission-routes';
import { portalRoutes } from './portal-routes';
import { absent, viewOf } from './respond';
import { openStream } from './stream';
import { restCaller } from './visitor';

/** The site's own origin: its pages, Jira's REST API, the bridge and the controls for tests. */
export function createSitePages(host: Host): Hono {
  const { jira } = host;
  const app = new Hono();
  app.use(guard(host.origin));

  app.all('/rest/*', (context) => jira.rest(context.req.raw, restCaller(host, context)));
  app.get('/__forge/host.js', (context) => script(context, host.hostScript));
  app.post('/__forge/bridge', (context) => answerBridge(host, context));
  app.post('/__site/clock', (context) => moveClock(host, context));
  app.get('/__site/faults', (context) => showFaults(host, context));
  app.post('/__site/faults', (context) => addFault(host, context));
  app.delete('/__site/faults', (context) => clearFaults(host, context));
  app.get('/__site/opening', (context) => context.json({ open: true }));
  app.post('/__site/licence', (context) => setLicence(host, context));
  app.post('/__site/app', (context) => setInstalled(host, context));
  app.get('/__site/state', (context) => stateOf(host, context));
  app.get('/__site/stream', (context) => openStream(host, context));
  app.post('/__site/visitor', (context) => chooseVisitor(host, context));
  for (const name of ['site.css', 'slots.css', 'site.mjs', 'clock.mjs', 'slots.mjs', 'dashboard.mjs'])
    app.get(`/${name}`, async (context) => {
      const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
      context.header('content-type', `${type}; charset=utf-8`);
      return context.body(await readFile(join(__dirname, name)));
    });

  app.get('/', (context) => {
    const view = viewOf(host, context);
    const [project] = [...jira.store.projects.values()].filter((each) =>
      can(jira.store, view.caller, 'BROWSE_PROJECTS', each),
    );
    return project === undefined ? absent(context, view) : context.redirect(`/projects/${project.key}`);
  });

  app.get('/projects/:key', (context) => {
    const view = viewOf(host, context);
    const project = jira.store.project(context.req.param('key'));
    if (!can(jira.store, view.caller, 'BROWSE_PROJECTS', project) || project === undefined)
      return absent(context, view);
    const query = parseListQuery(new URL(context.req.url).searchParams);
    const list = listIssues({ ...view, project }, query);
    return context.html(<IssueList view={{ ...view, project }} list={list} />);
  });

  app.get('/browse/:key', (context) => {
    const view = viewOf(host, context);
    const issue = jira.store.issue(context.req.param('key'));
    if (issue === undefined || !maySee(jira.store, view.caller, issue)) return absent(context, view);
    if (context.req.param('key') !== issue.key) return context.redirect(`/browse/${issue.key}`);
    return context.html(<IssuePage view={{ ...view, issue, project: jira.store.projectOf(issue) }} />);
  });

  app.route('/', issuePanelRoutes(host));
  app.route('/', moduleRoutes(host));
  app.route('/', permissionRoutes(host));
  app.route('/', dashboardRoutes(host));
  app.route('/', portalRoutes(host));

  app.onError((error, context) => {
    console.error(error);
    return context.text('The site itself failed; its console says how.', 500);
  });
  app.notFound((context) => absent(context, viewOf(host, context)));

  return app;
}

function script(context: Context, text: string): Response {
  context.header('content-type', 'text/javascript; charset=utf-8');
  return context.body(text);
}
