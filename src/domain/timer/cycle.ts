import type { Instant } from '../time/instant';
import type { PromiseMade } from './goal';
import type { MetricKind } from './metric';

/** A stretch of a cycle in which nothing changes but the time. `to` is null while it lasts. */
export type Stretch = {
  readonly from: Instant;
  readonly to: Instant | null;
  /** Null where nothing is promised, and so no time counts: no goal matches, or the agreement is not about the issue. */
  readonly promise: PromiseMade | null;
  /** What made it begin: the id of a fact, or the version of the agreement that took over (engine rule 23). */
  readonly because: string;
  /** What became of the time used when this promise took over from another one; it was carried over when left out. */
  readonly takeover?: 'restart' | 'pro-rata';
} & (
  | { readonly kind: 'counting' }
  | { readonly kind: 'paused'; readonly by: string }
  /** The agreement was suspended. */
  | { readonly kind: 'suspended'; readonly by: string }
  /** Between a stop and the start that resumed the cycle. */
  | { readonly kind: 'stopped' }
  /** Left out by an approved exclusion, so only in what is reported (engine rule 17). */
  | { readonly kind: 'excluded'; readonly by: string }
);

/**
 * One run of a timer from its start to its stop (T5): what happened, without regard to the hour. `standing` says how it
 * stands at an instant. Plain data: it is stored, and sent to the browser.
 */
export interface Cycle {
  /** From 1 up, per metric and issue. */
  readonly number: number;
  /** The version of the agreement that it is judged by. */
  readonly version: string;
  readonly startedAt: Instant;
  /**
   * From when on the app could know of it: the issue was in Jira and the agreement published. What lies before is only
   * listed, never told to anybody (engine rule 20).
   */
  readonly knownFrom: Instant;
  /** In order and without a hole. */
  readonly stretches: readonly Stretch[];
  /** Earlier readings of the cycle that a recompute set aside: only a breach of theirs stays (engine rule 17). */
  readonly setAside?: readonly (readonly Stretch[])[];
  readonly end: CycleEnd | null;
  /** Set when something that it depends on was not known when it mattered (engine rules 9, 21). */
  readonly undecided?: true;
}

export interface CycleEnd {
  readonly kind: 'stopped' | 'cancelled' | 'reset';
  readonly at: Instant;
  /** The id of the fact, or the version of the agreement, that ended it. */
  readonly because: string;
}

/** A timer of an issue: all cycles of one metric of one agreement. */
export interface Timer {
  readonly agreement: { readonly id: string; readonly name: string };
  readonly metric: { readonly id: string; readonly kind: MetricKind };
  readonly cycles: readonly Cycle[];
  /** Set when the history has a hole in what the metric depends on, so that no verdict can be given (engine rule 21). */
  readonly unknown: boolean;
}
