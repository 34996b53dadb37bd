/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import type { Context } from 'hono';
import * as v from 'valibot';
import {
  addGadget,
  createDashboard,
  dashboardFor,
  directions,
  mayEdit,
  moveGadget,
  removeGadget,
} from '../jira/dashboards';
import type { Dashboard } from '../jira/model';
import { hasProductAccess } from '../jira/permissions';
import { DashboardList } from './dashboard-list';
import { DashboardPage } from './dashboard-page';
import type { Host, PageView } from './host';
import { moduleTypes } from './module-types';
import { absent, forbidden, viewOf } from './respond';

const list = '/jira/dashboards';
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(255));

/** What a form of a dashboard's page asks for. */
const Change = v.variant('action', [
  v.object({ action: v.literal('rename'), name }),
  v.object({ action: v.literal('delete') }),
  v.object({ action: v.literal('add'), moduleKey: v.string() }),
  v.object({ action: v.literal('remove'), gadget: v.string() }),
  v.object({ action: v.picklist(directions), gadget: v.string() }),
]);

/** Dashboards: seen by everybody with a licence, changed by forms that post to the page's own address. */
export function dashboardRoutes(host: Host): Hono {
  const { store } = host.jira;
  const app = new Hono();

  app.get(list, (context) => {
    const view = viewOf(host, context);
    if (!hasProductAccess(store, view.caller)) return absent(context, view);
    return context.html(<DashboardList view={view} />);
  });

  app.post(list, async (context) => {
    const view = viewOf(host, context);
    if (!hasProductAccess(store, view.caller)) return absent(context, view);
    const form = v.safeParse(v.object({ name }), await context.req.parseBody());
    if (!form.success) return context.redirect(list, 303);
    const { id } = createDashboard(store, view.caller.accountId, form.output.name);
    return context.redirect(`${list}/${id}`, 303);
  });

  app.get(`${list}/:id`, (context) => {
    const view = viewOf(host, context);
    const dashboard = dashboardFor(store, view.caller, context.req.param('id'));
    if (dashboard === undefined) return absent(context, view);
    return context.html(<DashboardPage view={view} dashboard={dashboard} />);
  });

  app.post(`${list}/:id`, async (context) => {
    const view = viewOf(host, context);
    const dashboard = dashboardFor(store, view.caller, context.req.param('id'));
    if (dashboard === undefined) return absent(context, view);
    if (!mayEdit(store, view.caller, dashboard))
      return forbidden(context, view, 'Only its owner can change a dashboard.');
    return change(context, view, dashboard);
  });

  async function change(context: Context, view: PageView, dashboard: Dashboard): Promise<Response> {
    const form = v.safeParse(Change, await context.req.parseBody());
    if (!form.success) return context.text('This is no change of a dashboard.', 400);
    const here = `${list}/${dashboard.id}`;
    const wish = form.output;
    switch (wish.action) {
      case 'rename':
        dashboard.name = wish.name;
        return context.redirect(here, 303);
      case 'delete':
        store.dashboards.delete(dashboard.id);
        return context.redirect(list, 303);
      case 'add': {
        const modules = host.forge.modules(moduleTypes.dashboardGadget, view.visitor.locale);
        const module = modules.find(({ key }) => key === wish.moduleKey);
        if (module === undefined) return absent(context, view);
        const gadget = addGadget(store, dashboard, module.key);
        // Jira asks for the settings of a gadget that has some as soon as it is there.
        const query = module.editPage === undefined ? '' : `?configure=${gadget.id}`;
        return context.redirect(`${here}${query}#gadget-${gadget.id}`, 303);
      }
      default: {
        const gadget = dashboard.gadgets.find(({ id }) => id === wish.gadget);
        if (gadget === undefined) return absent(context, view);
        if (wish.action === 'remove') removeGadget(dashboard, gadget);
        else moveGadget(dashboard, gadget, wish.action);
        return context.redirect(wish.action === 'remove' ? here : `${here}#gadget-${gadget.id}`, 303);
      }
    }
  }

  return app;
}
