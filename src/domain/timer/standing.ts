import { opensAt } from '../calendar/openings';
import { difference, earlierOf, laterOf, span, type Instant, type Span } from '../time/instant';
import { Account, accountOf, type HoursOf } from './account';
import type { Cycle, Stretch } from './cycle';
import { AT_RISK_AT, type PromiseMade } from './goal';

/** What the clock of a cycle does at an instant. PAUSED and OUT OF HOURS are different things (engine rule 13). */
export type ClockState =
  | { readonly kind: 'running' }
  /** Also before a start to come. Undefined: the calendar does not open again. */
  | { readonly kind: 'out-of-hours'; readonly opensAt: Instant | undefined }
  | { readonly kind: 'paused' | 'suspended'; readonly by: string; readonly since: Instant }
  | { readonly kind: 'stopped'; readonly at: Instant }
  | { readonly kind: 'cancelled'; readonly at: Instant };

/** `open` while it can still go either way; `no-promise` where no goal matched (engine rules 17, 21, 22). */
export const verdicts = ['open', 'met', 'breached', 'unknown', 'no-promise', 'none'] as const;
export type Verdict = (typeof verdicts)[number];

/** How a cycle stands at an instant. */
export interface Standing {
  readonly clock: ClockState;
  readonly verdict: Verdict;
  /** The promise that counts now, or counted last. */
  readonly promise: PromiseMade | null;
  /** What the promise comes to in working time; undefined without one. */
  readonly within: Span | undefined;
  /** Working time used, waits left out. */
  readonly elapsed: Span;
  /** Working time that did not count, because the clock waited. */
  readonly waited: Span;
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

/** @param unknown whether the history that the cycle was read from has a hole. */
export function standing(cycle: Cycle, unknown: boolean, hoursOf: HoursOf, now: Instant): Standing {
  const account = new Account(cycle, hoursOf);
  const last = cycle.stretches.at(-1);
  let due: Instant | undefined;
  let riskFrom: Instant | undefined;
  for (const stretch of cycle.stretches) {
    account.enter(stretch);
    if (stretch === last && stretch.kind === 'counting' && stretch.promise) {
      due = account.dueFrom(stretch.from);
      riskFrom = riskAt(account, stretch.promise, stretch.from);
    }
    account.pass(stretch, stretch.to ?? now);
  }
  const promise = last?.promise ?? null;
  const { elapsed, waited, within } = account;
  const breach = firstBreach(cycle, account.breachedAt, hoursOf);
  // A start to come that will be late is not late yet.
  const breachedAt = breach !== undefined && breach <= (cycle.end?.at ?? now) ? breach : undefined;
  const verdict = verdictOf(cycle, unknown, promise, breachedAt);
  const atRisk =
    verdict === 'open' && promise !== null && within !== undefined && elapsed >= safeShare(within, promise);
  return {
    clock: clockAt(cycle, last, hoursOf, now),
    verdict,
    promise,
    within,
    elapsed,
    waited,
    left: within === undefined ? undefined : difference(within, elapsed),
    due,
    atRisk,
    atRiskAt: verdict === 'open' && !atRisk ? riskFrom : undefined,
    breachedAt,
  };
}

/** A breach stays, even if the reading in which it happened was set aside since (engine rule 17). */
function firstBreach(
  { setAside = [] }: Cycle,
  breach: Instant | undefined,
  hoursOf: HoursOf,
): Instant | undefined {
  let first = breach;
  for (const reading of setAside) {
    const [start] = reading;
    if (!start) continue;
    const { breachedAt } = accountOf({ startedAt: start.from, stretches: reading }, hoursOf, start.from);
    if (breachedAt !== undefined) first = earlierOf(breachedAt, first ?? breachedAt);
  }
  return first;
}

function riskAt(account: Account, promise: PromiseMade, from: Instant): Instant | undefined {
  return account.within === undefined
    ? undefined
    : account.usedUpFrom(from, safeShare(account.within, promise));
}

/** How much of a goal may be used before its timer is at risk. */
function safeShare(within: Span, { atRiskAt = AT_RISK_AT }: PromiseMade): Span {
  return span(Math.ceil((within * atRiskAt) / 100));
}

function clockAt(cycle: Cycle, last: Stretch | undefined, hoursOf: HoursOf, now: Instant): ClockState {
  if (cycle.end?.kind === 'stopped') return { kind: 'stopped', at: cycle.end.at };
  if (cycle.end) return { kind: 'cancelled', at: cycle.end.at };
  if (last?.kind === 'paused' || last?.kind === 'suspended')
    return { kind: last.kind, by: last.by, since: waitingSince(cycle.stretches, last) };
  if (!last?.promise) return { kind: 'running' };
  // A field may say that the cycle only begins later.
  const opening = opensAt(hoursOf(last.promise.calendar), laterOf(now, cycle.startedAt));
  return opening === now ? { kind: 'running' } : { kind: 'out-of-hours', opensAt: opening };
}

function verdictOf(
  cycle: Cycle,
  unknown: boolean,
  promise: PromiseMade | null,
  breachedAt: Instant | undefined,
): Verdict {
  if (unknown || cycle.undecided) return 'unknown';
  if (breachedAt !== undefined) return 'breached';
  if (cycle.end && cycle.end.kind !== 'stopped') return 'none';
  if (!promise) return 'no-promise';
  return cycle.end ? 'met' : 'open';
}

/** A goal that changes during a wait begins a new stretch of it, but the wait began before. */
function waitingSince(
  stretches: readonly Stretch[],
  last: Stretch & { readonly kind: 'paused' | 'suspended' },
): Instant {
  let { from } = last;
  for (let i = stretches.length - 1; i >= 0; i--) {
    const stretch = stretches[i];
    if (stretch?.kind !== last.kind || stretch.by !== last.by) break;
    from = stretch.from;
  }
  return from;
}
