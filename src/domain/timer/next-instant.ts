import { nextClosing, opensAt } from '../calendar/openings';
import { later, laterOf, span, type Instant } from '../time/instant';
import { accountOf, type HoursOf } from './account';
import type { Cycle } from './cycle';
import type { Threshold } from './metric';
import type { Rules } from './rules';
import { standing } from './standing';
import { passings } from './thresholds';

/** A cycle, and what else its future depends on. */
export interface WatchedCycle {
  readonly cycle: Cycle;
  /** Whether the history that it was read from has a hole. */
  readonly unknown: boolean;
  /** Of the metric, in the version that the cycle is judged by. */
  readonly thresholds: readonly Threshold[];
}

/**
 * When anything about a cycle changes by itself after `now`: what {@link nextChange} says, or it goes out of hours or comes
 * back (engine rule 20). Undefined while nothing will, as mostly when it waits, and when it is over.
 */
export function nextInstant(watched: WatchedCycle, hoursOf: HoursOf, now: Instant): Instant | undefined {
  const { cycle } = watched;
  const change = nextChange(watched, hoursOf, now);
  const last = cycle.stretches.at(-1);
  if (cycle.end || !last?.promise || last.kind !== 'counting') return change;
  const hours = hoursOf(last.promise.calendar);
  const opening = opensAt(hours, laterOf(now, cycle.startedAt));
  return earliestAfter(now, [change, opening === now ? nextClosing(hours, now) : opening]);
}

/**
 * When a cycle begins, gets at risk or breached or passes a threshold by itself after `now`: what people are told of and
 * filter by, beside whether it is out of hours, which changes for all issues of a project at once and every day.
 */
export function nextChange(
  { cycle, unknown, thresholds }: WatchedCycle,
  hoursOf: HoursOf,
  now: Instant,
): Instant | undefined {
  const last = cycle.stretches.at(-1);
  if (cycle.end || !last?.promise) return undefined;
  const told = passings(cycle, thresholds, hoursOf, now).map(({ at }) => at);
  const { verdict, due, atRiskAt } = standing(cycle, unknown, hoursOf, now);
  const breaches = (at: Instant | undefined): Instant | undefined =>
    // Met when done at the due instant, breached from the next one on (engine rule 5).
    verdict === 'open' && at !== undefined ? later(at, span(1)) : undefined;
  if (last.kind === 'counting') {
    return earliestAfter(now, [cycle.startedAt, atRiskAt, breaches(due), ...told]);
  }
  // Where no working time is left before it, it is due all the same (engine rule 13).
  const { usedUpAt } = accountOf(cycle, hoursOf, now);
  return earliestAfter(now, [cycle.startedAt, breaches(usedUpAt), ...told]);
}

/** When the rules themselves change next: what was published, suspended or ended for a later time comes into force. */
export function nextTurn({ lanes }: Rules, now: Instant): Instant | undefined {
  return earliestAfter(
    now,
    lanes.flatMap(({ turns }) => turns.map(({ at }) => at)),
  );
}

function earliestAfter(now: Instant, instants: readonly (Instant | undefined)[]): Instant | undefined {
  return instants
    .filter((at) => at !== undefined && at > now)
    .reduce((a, b) => (a === undefined || (b !== undefined && b < a) ? b : a), undefined);
}
