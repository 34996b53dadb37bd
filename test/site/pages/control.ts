import type { Context } from 'hono';
import * as v from 'valibot';
import type { Host } from './host';
import { locales, remember } from './visitor';

const LOG_TAIL = 200;
/** Further than this a move would take longer than anybody waits. */
const LONGEST_MOVE_MS = 400 * 86_400_000;

const ClockBody = v.union([
  v.strictObject({ at: v.pipe(v.number(), v.integer()) }),
  v.strictObject({ advanceMs: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
]);

/** Moves the site's clock to `at` (epoch milliseconds) or on by `advanceMs`; answers when all on the way has happened. */
export async function moveClock({ clock, forge }: Host, context: Context): Promise<Response> {
  const body = v.safeParse(ClockBody, await context.req.json().catch(() => undefined));
  if (!body.success) return context.json({ error: 'Say { "at": epochMs } or { "advanceMs": ms }.' }, 400);
  const now = clock.now();
  const at = 'at' in body.output ? body.output.at : now + body.output.advanceMs;
  if (at < now) return context.json({ error: 'The clock moves forward only.' }, 409);
  if (at - now > LONGEST_MOVE_MS) return context.json({ error: 'That is more than 400 days ahead.' }, 400);
  await clock.moveTo(at);
  await forge.settled();
  return context.json(clock.reading());
}

/** What a test wants to know of the site: what went wrong, what the app wrote, what time it is. */
export function stateOf(host: Host, context: Context): Response {
  const { forge, clock } = host;
  return context.json({
    ...host.troubles(),
    log: forge.log.slice(-LOG_TAIL),
    clock: clock.reading(),
    now: clock.now(),
  });
}

/** Takes the header's choices (`accountId`, `locale`, `theme`) and goes back to the page they were made on. */
export async function chooseVisitor(host: Host, context: Context): Promise<Response> {
  const form = await context.req.parseBody();
  const text = (name: string): string | undefined => {
    const value = form[name];
    return typeof value === 'string' ? value : undefined;
  };
  const accountId = host.visitors.find(({ user }) => user.accountId === text('accountId'))?.user.accountId;
  const locale = text('locale');
  const theme = text('theme');
  remember(context, {
    ...(accountId === undefined ? {} : { accountId }),
    ...(locale !== undefined && locales.has(locale) ? { locale } : {}),
    ...(theme === 'light' || theme === 'dark' ? { theme } : {}),
  });
  const back = text('back') ?? '/';
  // Only a path of this site: `//elsewhere` and `/\elsewhere` would lead away.
  return context.redirect(/^\/(?![/\\])/.test(back) ? back : '/', 303);
}
