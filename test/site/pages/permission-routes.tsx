/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import type { Context } from 'hono';
import * as v from 'valibot';
import { projectRoles } from '../jira/model';
import { grant, grantsOf, revoke } from '../jira/permission-scheme';
import { can, permission } from '../jira/permissions';
import type { Host, ProjectView } from './host';
import { PermissionsPage } from './permissions-page';
import { absent, forbidden, viewOf } from './respond';

/** What a form of the page asks for. */
const Change = v.variant('action', [
  v.object({ action: v.literal('grant'), permission: v.string(), role: v.picklist(projectRoles) }),
  v.object({ action: v.literal('remove'), grant: v.string() }),
]);

/** The permission scheme of a project: seen by its administrators, changed by those of Jira. */
export function permissionRoutes(host: Host): Hono {
  const { store } = host.jira;
  const app = new Hono();
  const path = '/plugins/servlet/project-config/:key/permissions';

  app.get(path, (context) => inSettings(context, (view) => context.html(<PermissionsPage view={view} />)));

  app.post(path, async (context) => {
    const form = v.safeParse(Change, await context.req.parseBody());
    return inSettings(context, (view) => {
      if (!can(store, view.caller, 'ADMINISTER'))
        return forbidden(context, view, 'Only Jira administrators can change who may do what.');
      if (!form.success || !change(form.output))
        return context.text('This is no change of permissions.', 400);
      return context.redirect(view.here, 303);
    });
  });

  function inSettings(
    context: Context,
    show: (view: ProjectView) => Response | Promise<Response>,
  ): Response | Promise<Response> {
    const view = viewOf(host, context);
    const project = store.project(context.req.param('key') ?? '');
    if (project === undefined || !can(store, view.caller, 'BROWSE_PROJECTS', project))
      return absent(context, view);
    if (!can(store, view.caller, 'ADMINISTER_PROJECTS', project))
      return forbidden(context, view, 'Only project administrators can see the settings of this project.');
    return show({ ...view, project });
  }

  /** @returns whether there is such a permission, or such a grant. */
  function change(wish: v.InferOutput<typeof Change>): boolean {
    if (wish.action === 'grant') {
      if (permission(store, wish.permission)?.type !== 'PROJECT') return false;
      grant(store, wish.permission, wish.role);
      return true;
    }
    const found = grantsOf(store).find(({ id }) => String(id) === wish.grant);
    if (found !== undefined) revoke(store, found);
    return found !== undefined;
  }

  return app;
}
