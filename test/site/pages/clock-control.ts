import type { Context } from 'hono';
import * as v from 'valibot';
import { maySee } from '../jira/permissions';
import type { Caller, ClockReading } from '../seams';
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
  const { clock, forge } = host;
  const body = v.safeParse(ClockBody, await context.req.json().catch(() => undefined));
  if (!body.success) return context.json({ error: clockHelp }, 400);
  if ('rate' in body.output) {
    clock.setRate(body.output.rate);
    return context.json(clockNews(clock));
  }
  const due = 'to' in body.output ? dueNext(host, context, body.output.issue) : undefined;
  const now = clock.now();
  const at = instantOf(body.output, due, now);
  if (at < now) return context.json({ error: 'The clock moves forward only.' }, 409);
  if (at - now > LONGEST_MOVE_MS) return context.json({ error: 'That is more than 400 days ahead.' }, 400);
  await clock.moveTo(at);
  await forge.settled();
  return context.json({ ...clockNews(clock), ...(due === undefined ? {} : { due }) });
}

interface DueIssue {
  readonly key: string;
  readonly at: number;
}

/** A second after the due instant the breach shows. */
function instantOf(
  wish: v.InferOutput<typeof ClockBody>,
  due: DueIssue | null | undefined,
  now: number,
): number {
  if ('at' in wish) return wish.at;
  if ('advanceMs' in wish) return now + wish.advanceMs;
  return due ? due.at + 1000 : now;
}

/** What is due next that the visitor may see; null when nothing is. */
function dueNext(host: Host, context: Context, issue: string | undefined): DueIssue | null {
  const { store } = host.jira;
  const caller: Caller = { kind: 'user', accountId: visitorOf(host, context).accountId };
  const seen = (id: string) => {
    const found = store.issue(id);
    return found !== undefined && maySee(store, caller, found) ? found : undefined;
  };
  const due = host.nextDue?.({
    after: host.clock.now(),
    issueId: issue,
    sees: (id) => seen(id) !== undefined,
  });
  const key = due && seen(due.issueId)?.key;
  return due === undefined || key === undefined ? null : { key, at: due.at };
}
