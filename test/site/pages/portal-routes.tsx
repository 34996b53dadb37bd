/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import type { Context } from 'hono';
import * as v from 'valibot';
import { adfOf } from '../jira/adf';
import type { Portal } from '../jira/model';
import { mayRate, maySeeRequest, portalOf, raiseRequest, rate } from '../jira/portal';
import { requestAddress } from './addresses';
import type { Host, PageView } from './host';
import { CreateRequest, PortalList, PortalPage, Requests } from './portal-pages';
import { RequestPage } from './portal-request';
import { absent, portalsAddress, viewOf } from './respond';

const Draft = v.object({
  summary: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(255)),
  description: v.pipe(v.string(), v.trim()),
});

const Reply = v.object({ text: v.pipe(v.string(), v.trim(), v.minLength(1)) });

const Rated = v.object({
  rating: v.pipe(v.string(), v.regex(/^[1-5]$/), v.transform(Number)),
  comment: v.pipe(v.string(), v.trim()),
});

/** The customer portal. Customers and staff use it; what somebody sees of it `maySeeRequest` says. */
export function portalRoutes(host: Host): Hono {
  const { store, changes } = host.jira;
  const app = new Hono();

  app.get(portalsAddress, (context) => context.html(<PortalList view={viewOf(host, context)} />));

  app.get('/servicedesk/customer/user/requests', (context) =>
    context.html(<Requests view={viewOf(host, context)} />),
  );

  const portalPath = '/servicedesk/customer/portal/:portal{[0-9]+}';
  app.get(portalPath, (context) => {
    const view = viewOf(host, context);
    const portal = portalIn(context);
    return portal === undefined
      ? absent(context, view)
      : context.html(<PortalPage view={view} portal={portal} />);
  });

  app.get(`${portalPath}/create/:type{[0-9]+}`, (context) => {
    const view = viewOf(host, context);
    const [portal, type] = typeIn(context);
    if (portal === undefined || type === undefined) return absent(context, view);
    return context.html(<CreateRequest view={view} portal={portal} type={type} />);
  });

  app.post(`${portalPath}/create/:type{[0-9]+}`, async (context) => {
    const view = viewOf(host, context);
    const [portal, type] = typeIn(context);
    if (portal === undefined || type === undefined) return absent(context, view);
    const draft = v.safeParse(Draft, await context.req.parseBody());
    if (!draft.success) return context.redirect(view.here, 303);
    const issue = raiseRequest(host.jira, view.caller, [portal, type], draft.output);
    return context.redirect(requestAddress(portal, issue), 303);
  });

  app.get(`${portalPath}/:key`, (context) => {
    const view = viewOf(host, context);
    const request = requestIn(context, view);
    if (request === undefined) return absent(context, view);
    return context.html(<RequestPage view={view} {...request} />);
  });

  app.post(`${portalPath}/:key`, async (context) => {
    const view = viewOf(host, context);
    const request = requestIn(context, view);
    if (request === undefined) return absent(context, view);
    const reply = v.safeParse(Reply, await context.req.parseBody());
    if (reply.success) {
      const comment = { body: adfOf(reply.output.text), isPublic: true, properties: [] };
      changes.comment(view.caller, request.issue, comment);
    }
    return context.redirect(requestAddress(request.portal, request.issue), 303);
  });

  app.post(`${portalPath}/:key/feedback`, async (context) => {
    const view = viewOf(host, context);
    const request = requestIn(context, view);
    if (request === undefined || !mayRate(store, view.caller, request.issue)) return absent(context, view);
    const rated = v.safeParse(Rated, await context.req.parseBody());
    if (rated.success) rate(store, request.issue, rated.output);
    return context.redirect(requestAddress(request.portal, request.issue), 303);
  });

  function portalIn(context: Context): Portal | undefined {
    return store.portals.get(Number(context.req.param('portal')));
  }

  function typeIn(context: Context) {
    const portal = portalIn(context);
    const type = portal?.requestTypes.find(({ id }) => id === Number(context.req.param('type')));
    return [portal, type] as const;
  }

  function requestIn(context: Context, { caller }: PageView) {
    const portal = portalIn(context);
    const issue = store.issue(context.req.param('key') ?? '');
    if (portal === undefined || issue === undefined || !maySeeRequest(store, caller, issue)) return undefined;
    return portalOf(store, issue)?.id === portal.id ? { portal, issue } : undefined;
  }

  return app;
}
