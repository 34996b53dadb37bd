import type { Context } from 'hono';
import * as v from 'valibot';
import type { Caller } from '../seams';
import type { Host } from './host';
import { placeOf } from './place';
import { visitorOf } from './visitor';

const Body = v.object({
  /** Path and query of the page of the site that holds the frame. Whatever else it says of itself is not looked at. */
  page: v.pipe(v.string(), v.startsWith('/')),
  moduleKey: v.string(),
  command: v.string(),
  payload: v.optional(v.unknown()),
});

/**
 * One bridge command of a page of the app. Answers `{ ok: true, result }` or `{ ok: false, error }`, and 403 when the
 * visitor may not be where the page says it is.
 */
export async function answerBridge(host: Host, context: Context): Promise<Response> {
  const body = v.safeParse(Body, await context.req.json().catch(() => undefined));
  if (!body.success) return context.json({ ok: false, error: 'This is no bridge command.' }, 400);
  const { page, moduleKey, command, payload } = body.output;
  const [path = ''] = page.split(/[?#]/);
  const visitor = visitorOf(host, context);
  const caller: Caller = { kind: 'user', accountId: visitor.accountId };
  const place = placeOf(host, path, moduleKey, caller);
  if (place === undefined) return context.json({ ok: false, error: 'You may not see this page.' }, 403);
  try {
    return context.json({ ok: true, result: await host.forge.bridge(command, payload, visitor, place) });
  } catch (error) {
    return context.json({ ok: false, error: error instanceof Error ? error.message : String(error) });
  }
}
