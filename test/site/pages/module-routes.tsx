/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { can, hasProductAccess } from '../jira/permissions';
import type { ForgeModule } from '../seams';
import { moduleByKey } from './addresses';
import { AdminPage } from './admin-page';
import { AppPage } from './app-page';
import type { Host, PageView } from './host';
import { placeOf } from './place';
import { absent, forbidden, viewOf } from './respond';
import { SettingsPage } from './settings-page';

/** A module's own address; what comes after it is the app's (`createHistory`). */
const own = (folder: string): string[] => [`${folder}/:moduleKey`, `${folder}/:moduleKey/*`];

/** Pages that are one module's own. Who may see which of them is said in place.ts, for its frame and for the page. */
export function moduleRoutes(host: Host): Hono {
  const { store } = host.jira;
  const app = new Hono();

  app.on('GET', own('/projects/:key/settings'), (context) => {
    const view = viewOf(host, context);
    const project = store.project(context.req.param('key') ?? '');
    if (project === undefined || !can(store, view.caller, 'BROWSE_PROJECTS', project))
      return absent(context, view);
    if (!can(store, view.caller, 'ADMINISTER_PROJECTS', project))
      return forbidden(context, view, 'Only project administrators can see the settings of this project.');
    const module = standing(view, context.req.param('moduleKey'));
    if (module === undefined) return absent(context, view);
    return context.html(<SettingsPage view={{ ...view, project }} module={module} />);
  });

  app.on('GET', [...own('/projects/:key/apps'), ...own('/projects/:key/queues/apps')], (context) => {
    const view = viewOf(host, context);
    const project = store.project(context.req.param('key') ?? '');
    const module = standing(view, context.req.param('moduleKey'));
    if (project === undefined || module === undefined) return absent(context, view);
    return context.html(<AppPage view={{ ...view, project }} module={module} />);
  });

  app.on('GET', own('/jira/apps'), (context) => {
    const view = viewOf(host, context);
    const module = standing(view, context.req.param('moduleKey'));
    return module === undefined
      ? absent(context, view)
      : context.html(<AppPage view={view} module={module} />);
  });

  const admin = '/jira/settings/apps';
  const folders = [`${admin}/configure`, `${admin}/get-started`, admin];
  app.on('GET', [admin, ...folders.flatMap(own)], (context) => {
    const view = viewOf(host, context);
    if (!hasProductAccess(store, view.caller)) return absent(context, view);
    if (!can(store, view.caller, 'ADMINISTER'))
      return forbidden(context, view, 'Only Jira administrators can see the settings of Jira.');
    const moduleKey = context.req.param('moduleKey');
    if (moduleKey === undefined) return context.html(<AdminPage view={view} />);
    const module = standing(view, moduleKey);
    return module === undefined
      ? absent(context, view)
      : context.html(<AdminPage view={view} module={module} />);
  });

  /** The module, in the visitor's language, if its page stands at the address for him. */
  function standing(view: PageView, moduleKey = ''): ForgeModule | undefined {
    const place = placeOf(host, { page: view.here, moduleKey }, view.caller);
    return place && moduleByKey(host, moduleKey, view.visitor.locale);
  }

  return app;
}
