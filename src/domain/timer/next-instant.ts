import { nextClosing, opensAt } from '../calendar/openings';
import { later, laterOf, span, type Instant } from '../time/instant';
import type { HoursOf } from './account';
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
 * When anything about a cycle changes by itself after `now`: it gets at risk or breached, passes a threshold, goes out of
 * hours or comes back (engine rule 20). Undefined while nothing will, as when it waits or is over.
 */
export function nextInstant(
  { cycle, unknown, thresholds }: WatchedCycle,
  hoursOf: HoursOf,
  now: Instant,
): Instant | undefined {
  const last = cycle.stretches.at(-1);
  if (cycle.end || last?.kind !== 'counting' || !last.promise) return undefined;
  const hours = hoursOf(last.promise.calendar);
  const { verdict, due, atRiskAt } = standing(cycle, unknown, hoursOf, now);
  const opening = opensAt(hours, laterOf(now, cycle.startedAt));
  return earliestAfter(now, [
    cycle.startedAt,
    opening === now ? nextClosing(hours, now) : opening,
    atRiskAt,
    // Met when done at the due instant, breached from the next one on (engine rule 5).
    verdict === 'open' && due !== undefined ? later(due, span(1)) : undefined,
    ...passings(cycle, thresholds, hoursOf, now).map(({ at }) => at),
  ]);
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
