import type { MiddlewareHandler } from 'hono';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Lets only this machine in, by its own names, and browsers change things only from the site's own pages: other pages
 * that happen to be open, the app's among them, get 403. Clients that are no browser send no `Origin`. Pages that are
 * asked for by another of the machine's names move to `origin`, since the app's frames let only that one hold them.
 */
export function guard(origin: string): MiddlewareHandler {
  return async (context, next) => {
    const url = new URL(context.req.url);
    if (!loopback.has(url.hostname)) return context.text('This site answers only to its own machine.', 403);
    const reads = ['GET', 'HEAD'].includes(context.req.method);
    const from = context.req.header('origin');
    if (!reads && from !== undefined && from !== url.origin) {
      return context.text('This request comes from another site.', 403);
    }
    const wantsPage = context.req.header('accept')?.includes('text/html') === true;
    if (reads && wantsPage && url.origin !== origin)
      return context.redirect(`${origin}${url.pathname}${url.search}`);
    await next();
    return undefined;
  };
}
