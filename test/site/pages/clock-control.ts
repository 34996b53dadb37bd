import type { Context } from 'hono';
import * as v from 'valibot';
import type { Issue } from '../jira/model';
import { maySee } from '../jira/permissions';
import type { ClockReading } from '../seams';
import type { Host } from './host';
import { visitorOf } from './visitor';

/** Further than this a move would take longer than anybody waits. */
const LONGEST_MOVE_MS = 400 * 86_400_000;

/** Faster than this, the app could not keep up. */
const HIGHEST_RATE = 3600;

const ClockBody = v.union([
  v.strictObject({ at: v.pipe(v.number(), v.integer()) }),
  v.strictObject({ advanceMs: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  v.strictObject({ rate: v.pipe(v.number(), v.minValue(0), v.maxValue(HIGHEST_RATE)) }),
  v.strictObject({ to: v.literal('next-due'), issue: v.optional(v.string()) }),
]);
const clockHelp = `Say { "at": epochMs }, { "advanceMs": ms }, { "to": "next-due", "issue"?: id } or { "rate": 0 to ${HIGHEST_RATE} }.`;

/** What a page has to know of the clock: its reading, and how fast it runs when nobody moves it. */
export function clockNews(clock: Host['clock']): ClockReading & { readonly speed: number } {
  return { ...clock.reading(), speed: clock.rate };
}

/**
 * Moves the site's clock to `at` (epoch milliseconds), on by `advanceMs` or to what is due next, and answers when all on the way
 * has happened; or lets it run at a `rate`.
 */
export async function moveClock(host: Host, context: Context): Promise<Response> {
  const { clock } = host;
  const body = v.safeParse(ClockBody, await context.req.json().catch(() => undefined));
  if (!body.success) return context.json({ error: clockHelp }, 400);
  const wish = body.output;
  if ('rate' in wish) {
    clock.setRate(wish.rate);
    return context.json(clockNews(clock));
  }
  if ('to' in wish) {
    const due = await moveToNextDue(host, visitorOf(host, context).accountId, wish.issue);
    return context.json({ ...clockNews(clock), due });
  }
  const now = clock.now();
  const at = 'at' in wish ? wish.at : now + wish.advanceMs;
  if (at < now) return context.json({ error: 'The clock moves forward only.' }, 409);
  if (at - now > LONGEST_MOVE_MS) return context.json({ error: 'That is more than 400 days ahead.' }, 400);
  await moveTo(host, at);
  return context.json(clockNews(clock));
}

/**
 * Moves on until something is due that this account may see, and says on which issue; null when nothing is due any more.
 * What the log settles on the way, is not due when its time comes: then it is the turn of the next.
 */
async function moveToNextDue(
  host: Host,
  accountId: string,
  issueId: string | undefined,
): Promise<{ readonly key: string; readonly at: number } | null> {
  const { store } = host.jira;
  const seen = (id: string): Issue | undefined => {
    const issue = store.issue(id);
    return issue !== undefined && maySee(store, { kind: 'user', accountId }, issue) ? issue : undefined;
  };
  const sees = (id: string): boolean => seen(id) !== undefined;
  for (;;) {
    const due = host.nextDue?.({ after: host.clock.now(), issueId, sees });
    if (due === undefined) return null;
    const before = due.at - 1;
    await moveTo(host, before);
    const still = host.nextDue?.({ after: before, issueId: due.issueId, sees });
    const issue = seen(due.issueId);
    if (still?.at !== due.at || issue === undefined) continue;
    // A second after the due instant the breach shows.
    await moveTo(host, due.at + 1000);
    return { key: issue.key, at: due.at };
  }
}

async function moveTo({ clock, forge }: Host, instant: number): Promise<void> {
  await clock.moveTo(instant);
  await forge.settled();
}
