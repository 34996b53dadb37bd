import { opensAt } from '../calendar/openings';
import type { ServiceHours } from '../calendar/service-hours';
import { findWorkingTime, workingTimeBetween } from '../calendar/working-time';
import { difference, laterOf, NO_TIME, span, sum, type Instant, type Span } from '../time/instant';
import type { Cycle, PromiseMade, Stretch } from './cycle';
import { AT_RISK_AT } from './metric';
import type { CalendarVersion } from './timeline';

/** What the clock of a cycle does at an instant. PAUSED and OUT OF HOURS are different things (engine rule 13). */
export type ClockState =
  | { readonly kind: 'running' }
  /** Undefined: the calendar does not open again. */
  | { readonly kind: 'out-of-hours'; readonly opensAt: Instant | undefined }
  | { readonly kind: 'paused'; readonly by: string; readonly since: Instant }
  | { readonly kind: 'stopped'; readonly at: Instant }
  | { readonly kind: 'cancelled'; readonly at: Instant };

/** `open` while it can still go either way; `no-promise` where no goal matched (engine rules 17, 21, 22). */
export type Verdict = 'open' | 'met' | 'breached' | 'unknown' | 'no-promise' | 'none';

/** How a cycle stands at an instant. */
export interface Standing {
  readonly clock: ClockState;
  readonly verdict: Verdict;
  /** The promise that counts now, or counted last. */
  readonly promise: PromiseMade | null;
  /** Working time used, pauses left out. */
  readonly elapsed: Span;
  /** What is left of the goal, negative once it is overrun; undefined without a promise. */
  readonly left: Span | undefined;
  /**
   * When the goal is used up if nothing changes; undefined while paused (engine rule 13), without a promise, and beyond
   * the years that calendars know.
   */
  readonly due: Instant | undefined;
  /** Whether so much of the goal is used that it may well be missed; only while that is open (engine rule 20). */
  readonly atRisk: boolean;
  /**
   * When it will be at risk if nothing changes; undefined once it is, while paused, without a promise, when there is
   * nothing left to judge, and beyond the years that calendars know.
   */
  readonly atRiskAt: Instant | undefined;
  /** When the goal was first overrun: for good, whatever happens later in the cycle (engine rule 17). */
  readonly breachedAt: Instant | undefined;
}

/** The compiled calendar of a version that a cycle refers to. */
export type HoursOf = (version: CalendarVersion) => ServiceHours;

/** @param unknown whether the history that the cycle was read from has a hole. */
export function standing(cycle: Cycle, unknown: boolean, hoursOf: HoursOf, now: Instant): Standing {
  let elapsed = NO_TIME;
  let due: Instant | undefined;
  let riskFrom: Instant | undefined;
  let breachedAt: Instant | undefined;
  for (const { kind, from, to: end, promise } of cycle.stretches) {
    const to = end ?? now;
    due = undefined;
    riskFrom = undefined;
    if (!promise) continue;
    // A shorter goal may take over while nothing counts, and be used up already.
    if (elapsed > promise.within) breachedAt ??= from;
    if (kind !== 'counting') continue;
    const hours = hoursOf(promise.calendar);
    due = usedUpAt(hours, from, difference(promise.within, elapsed));
    riskFrom = usedUpAt(hours, from, difference(safeShare(promise), elapsed));
    elapsed = sum(elapsed, workingTimeBetween(hours, from, laterOf(from, to)));
    if (due !== undefined && to > due) breachedAt ??= due;
  }
  const last = cycle.stretches.at(-1);
  const promise = last?.promise ?? null;
  const verdict = verdictOf(cycle, unknown, promise, breachedAt);
  const atRisk = verdict === 'open' && promise !== null && elapsed >= safeShare(promise);
  return {
    clock: clockAt(cycle, last, hoursOf, now),
    verdict,
    promise,
    elapsed,
    left: promise ? difference(promise.within, elapsed) : undefined,
    due,
    atRisk,
    atRiskAt: verdict === 'open' && !atRisk ? riskFrom : undefined,
    breachedAt,
  };
}

/** How much of a goal may be used before its timer is at risk. */
function safeShare({ within, atRiskAt = AT_RISK_AT }: PromiseMade): Span {
  return span(Math.ceil((within * atRiskAt) / 100));
}

/** What is left may be less than nothing when a shorter goal took over: then it was used up when it took over. */
function usedUpAt(hours: ServiceHours, from: Instant, left: Span): Instant | undefined {
  return left > 0 ? findWorkingTime(hours, from, left) : from;
}

function clockAt(cycle: Cycle, last: Stretch | undefined, hoursOf: HoursOf, now: Instant): ClockState {
  if (cycle.end?.kind === 'stopped') return { kind: 'stopped', at: cycle.end.at };
  if (cycle.end) return { kind: 'cancelled', at: cycle.end.at };
  if (last?.kind === 'paused')
    return { kind: 'paused', by: last.by, since: pausedSince(cycle.stretches, last) };
  if (!last?.promise) return { kind: 'running' };
  const opening = opensAt(hoursOf(last.promise.calendar), now);
  return opening === now ? { kind: 'running' } : { kind: 'out-of-hours', opensAt: opening };
}

function verdictOf(
  cycle: Cycle,
  unknown: boolean,
  promise: PromiseMade | null,
  breachedAt: Instant | undefined,
): Verdict {
  if (unknown) return 'unknown';
  if (breachedAt !== undefined) return 'breached';
  if (cycle.end && cycle.end.kind !== 'stopped') return 'none';
  if (!promise) return 'no-promise';
  return cycle.end ? 'met' : 'open';
}

/** A goal that changes during a pause begins a new stretch of it, but the wait began before. */
function pausedSince(stretches: readonly Stretch[], last: Stretch & { kind: 'paused' }): Instant {
  const others = stretches.findLastIndex((stretch) => stretch.kind !== 'paused' || stretch.by !== last.by);
  return stretches[others + 1]?.from ?? last.from;
}
