import type { Instant, Span } from '../time/instant';
import type { MetricKind, Percentage } from './metric';
import type { CalendarVersion } from './timeline';

/** What a stretch of a cycle is judged by: the goal that matched, by the version that was in force. */
export interface PromiseMade {
  readonly goal: string;
  readonly within: Span;
  readonly calendar: CalendarVersion;
  /** From which share of `within` on the timer is at risk; `AT_RISK_AT` when the goal names none. */
  readonly atRiskAt?: Percentage;
}

/** A stretch of a cycle. `to` is null while it lasts. */
export type Stretch = {
  readonly from: Instant;
  readonly to: Instant | null;
  /** Null where no goal matched: nothing is promised, and no time counts. */
  readonly promise: PromiseMade | null;
} & (
  | { readonly kind: 'counting' }
  | { readonly kind: 'paused'; readonly by: string }
  /** Between a stop and the start that resumed the cycle. */
  | { readonly kind: 'stopped' }
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
  /** In order and without a hole. */
  readonly stretches: readonly Stretch[];
  readonly end: { readonly kind: 'stopped' | 'cancelled' | 'reset'; readonly at: Instant } | null;
}

/** A timer of an issue: all cycles of one metric of one agreement. */
export interface Timer {
  readonly agreement: { readonly id: string; readonly name: string };
  readonly metric: { readonly id: string; readonly kind: MetricKind };
  readonly cycles: readonly Cycle[];
  /** Set when the history has a hole, so that no verdict can be given (engine rule 21). */
  readonly unknown: boolean;
}
