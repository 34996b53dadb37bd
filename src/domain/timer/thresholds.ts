import { difference, span, sum, type Instant, type Span } from '../time/instant';
import { Account, type HoursOf } from './account';
import type { Cycle } from './cycle';
import type { PromiseMade } from './goal';
import type { Threshold } from './metric';

/** A threshold of a cycle under one of its goals, and when it is passed (engine rule 20). */
export interface Passing {
  readonly threshold: Threshold['id'];
  /** The goal under which it is passed; under another goal of the same cycle it is another one. */
  readonly goal: string;
  readonly at: Instant;
  /**
   * Whether people are told at that instant. What lay before anybody knew, what was passed before the rules took over, and
   * what a change of goal leaves behind a second time, is only listed.
   */
  readonly isTold: boolean;
}

/**
 * When each threshold of a cycle was or will be passed if nothing changes, in time. None is foreseen while the clock waits,
 * but for a due instant that no wait moves any more.
 *
 * @param thresholds of the metric, in the version that the cycle is judged by.
 */
export function passings(
  cycle: Cycle,
  thresholds: readonly Threshold[],
  hoursOf: HoursOf,
  now: Instant,
): Passing[] {
  const account = new Account(cycle, hoursOf);
  const found = new Map<string, Passing>();
  const isSeenWhole = cycle.knownFrom <= cycle.startedAt;
  let promise: PromiseMade | null = null;
  for (const stretch of cycle.stretches) {
    account.enter(stretch);
    const { elapsed, within } = account;
    const { from, to } = stretch;
    if (stretch.promise && within !== undefined) {
      const { goal } = stretch.promise;
      const tookOver = stretch.promise !== promise || stretch.takeover !== undefined;
      for (const threshold of thresholds) {
        // Once is enough, also when an earlier goal comes back.
        const key = JSON.stringify([threshold.id, goal]);
        const mark = markOf(threshold, within);
        if (found.has(key)) continue;
        // What is due on the wall may be so later than when all working time before it is used.
        const due = mark === within ? account.dueFrom(from) : undefined;
        const isDueAhead = elapsed === mark && due !== undefined && due > from;
        if (elapsed >= mark && !isDueAhead) {
          if (!tookOver) continue;
          // An urgent goal may be late as soon as it counts.
          const isNews = promise !== null && mark > 0 && isSeenWhole && stretch.because !== cycle.version;
          const isTold = isNews && !passedBefore(found, threshold);
          found.set(key, { threshold: threshold.id, goal, at: from, isTold });
        } else if (stretch.kind === 'counting' || (isDueAhead && stretch.kind !== 'stopped')) {
          const at = due ?? account.usedUpFrom(from, mark);
          if (at === undefined || (to !== null && at > to)) continue;
          found.set(key, { threshold: threshold.id, goal, at, isTold: at >= cycle.knownFrom });
        }
      }
      promise = stretch.promise;
    }
    account.pass(stretch, to ?? now);
  }
  return [...found.values()].sort((a, b) => a.at - b.at);
}

const passedBefore = (found: ReadonlyMap<string, Passing>, { id }: Threshold): boolean =>
  [...found.values()].some(({ threshold }) => threshold === id);

/** How much working time is used when a threshold is passed. */
function markOf(threshold: Threshold, within: Span): Span {
  if ('atShare' in threshold) return span(Math.ceil((within * threshold.atShare) / 100));
  return 'before' in threshold ? difference(within, threshold.before) : sum(within, threshold.after);
}
