/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Context } from 'hono';
import { hasProductAccess } from '../jira/permissions';
import type { Host, PageView } from './host';
import { MessagePage } from './message-page';
import { remember, visitorOf } from './visitor';

export const portalsAddress = '/servicedesk/customer/portals';

/** Whom a page is for; somebody new gets the first visitor's cookie. */
export function viewOf(host: Host, context: Context): PageView {
  const visitor = visitorOf(host, context);
  remember(context, { accountId: visitor.accountId });
  // Jira keeps a language in the profile of its user, where apps can read it.
  host.jira.store.locales.set(visitor.accountId, visitor.locale);
  const { pathname, search } = new URL(context.req.url);
  return { host, visitor, caller: { kind: 'user', accountId: visitor.accountId }, here: pathname + search };
}

/** There is nothing here, or nothing that the visitor may see. Customers are led from Jira to the portal. */
export function absent(context: Context, view: PageView): Response | Promise<Response> {
  const customer = !hasProductAccess(view.host.jira.store, view.caller);
  if (customer && !new URL(context.req.url).pathname.startsWith('/servicedesk/'))
    return context.redirect(portalsAddress);
  const text = 'It does not exist, or you do not have permission to see it.';
  return context.html(<MessagePage view={view} title="There is nothing here to see" text={text} />, 404);
}

/** Staff who lack a right are told so. */
export function forbidden(context: Context, view: PageView, text: string): Response | Promise<Response> {
  return context.html(<MessagePage view={view} title="You can’t see this page" text={text} />, 403);
}
