/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { can, hasProductAccess, maySee } from '../jira/permissions';
import { answerBridge } from './bridge';
import { moveClock } from './clock-control';
import { chooseVisitor, stateOf } from './control';
import { addFault, clearFaults, showFaults } from './fault-control';
import { guard } from './guard';
import type { Host, PageView } from './host';
import { IssueList } from './issue-list';
import { listIssues, parseListQuery } from './issue-list-query';
import { IssuePage } from './issue-view';
import { MessagePage } from './message-page';
import { settingsModuleType } from './place';
import { SettingsPage } from './settings-page';
import { openStream } from './stream';
import { remember, restCaller, visitorOf } from './visitor';

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
  app.get('/__site/state', (context) => stateOf(host, context));
  app.get('/__site/stream', (context) => openStream(host, context));
  app.post('/__site/visitor', (context) => chooseVisitor(host, context));
  app.get('/site.css', async (context) => {
    context.header('content-type', 'text/css; charset=utf-8');
    return context.body(await readFile(join(__dirname, 'site.css')));
  });
  for (const name of ['site.mjs', 'clock.mjs']) {
    app.get(`/${name}`, async (context) => script(context, await readFile(join(__dirname, name), 'utf8')));
  }

  app.get('/', (context) => {
    const view = viewOf(context);
    const [project] = [...jira.store.projects.values()].filter((each) =>
      can(jira.store, view.caller, 'BROWSE_PROJECTS', each),
    );
    return project === undefined ? noAccess(context, view) : context.redirect(`/projects/${project.key}`);
  });

  app.get('/projects/:key', (context) => {
    const view = viewOf(context);
    const project = jira.store.project(context.req.param('key'));
    if (!can(jira.store, view.caller, 'BROWSE_PROJECTS', project) || project === undefined)
      return absent(context, view);
    const query = parseListQuery(new URL(context.req.url).searchParams);
    const list = listIssues(jira.store, view.caller, project, query);
    return context.html(<IssueList view={{ ...view, project }} list={list} />);
  });

  app.get('/browse/:key', (context) => {
    const view = viewOf(context);
    const issue = jira.store.issue(context.req.param('key'));
    if (issue === undefined || !maySee(jira.store, view.caller, issue)) return absent(context, view);
    if (context.req.param('key') !== issue.key) return context.redirect(`/browse/${issue.key}`);
    return context.html(<IssuePage view={{ ...view, issue, project: jira.store.projectOf(issue) }} />);
  });

  app.get('/projects/:key/settings/:moduleKey', (context) => {
    const view = viewOf(context);
    const project = jira.store.project(context.req.param('key'));
    if (!can(jira.store, view.caller, 'BROWSE_PROJECTS', project) || project === undefined)
      return absent(context, view);
    if (!can(jira.store, view.caller, 'ADMINISTER_PROJECTS', project)) {
      const text = 'Only project administrators can see the settings of this project.';
      return context.html(<MessagePage view={view} title="You can’t see this page" text={text} />, 403);
    }
    const wanted = context.req.param('moduleKey');
    const modules = host.forge.modules(settingsModuleType, view.visitor.locale);
    const module = modules.find(({ key }) => key === wanted);
    if (module === undefined) return absent(context, view);
    return context.html(<SettingsPage view={{ ...view, project }} module={module} />);
  });

  app.onError((error, context) => {
    console.error(error);
    return context.text('The site itself failed; its console says how.', 500);
  });
  app.notFound((context) => absent(context, viewOf(context)));

  function viewOf(context: Context): PageView {
    const visitor = visitorOf(host, context);
    remember(context, { accountId: visitor.accountId });
    const { pathname, search } = new URL(context.req.url);
    return { host, visitor, caller: { kind: 'user', accountId: visitor.accountId }, here: pathname + search };
  }

  function absent(context: Context, view: PageView): Response | Promise<Response> {
    if (!hasProductAccess(jira.store, view.caller)) return noAccess(context, view);
    const text = 'It does not exist, or you do not have permission to see it.';
    return context.html(<MessagePage view={view} title="There is nothing here to see" text={text} />, 404);
  }

  function noAccess(context: Context, view: PageView): Response | Promise<Response> {
    const text = `${view.visitor.displayName} is a customer. Customers use the portal, which this site does not have yet.`;
    return context.html(<MessagePage view={view} title="You don’t have access to Jira" text={text} />, 403);
  }

  return app;
}

function script(context: Context, text: string): Response {
  context.header('content-type', 'text/javascript; charset=utf-8');
  return context.body(text);
}
