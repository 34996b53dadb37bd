import type { Calendar } from '../calendar/calendar';
import type { Span } from '../time/instant';
import type { ConditionOf, Reference } from './condition';

/** What is timed (T1). More kinds follow; a metric's conditions, not its kind, say when its timer runs. */
export const metricKinds = ['response', 'resolution'] as const;
export type MetricKind = (typeof metricKinds)[number];

/** What a start after a stop does (engine rule 12): opens a further cycle, nothing, or goes on with the last cycle. */
export const cyclePolicies = ['every', 'first', 'resume-last'] as const;
export type CyclePolicy = (typeof cyclePolicies)[number];

/**
 * When a timer starts, pauses and stops, and what it promises. `Value` as in {@link ConditionOf}; `Length` and `Share` are
 * text in a definitions file, a span and a percentage once read.
 */
export interface MetricOf<Value, Length, Share> {
  readonly id: string;
  readonly kind: MetricKind;
  readonly start: ConditionOf<Value>;
  readonly stop: ConditionOf<Value>;
  /** Ends the cycle without a verdict. */
  readonly cancel?: ConditionOf<Value>;
  /** Ends the cycle without a verdict and starts the next one at once. */
  readonly reset?: ConditionOf<Value>;
  /** The clock waits while any of these holds; the first that does is the one shown. */
  readonly pause: readonly PauseOf<Value>[];
  readonly cycles: CyclePolicy;
  /** In order: the first whose condition holds wins; when none does, nothing is promised (T2). */
  readonly goals: readonly GoalOf<Value, Length, Share>[];
}

export interface PauseOf<Value> {
  readonly name: string;
  readonly while: ConditionOf<Value>;
}

/** A promise: done within so much working time of a calendar. Without `when` it holds for every issue. */
export interface GoalOf<Value, Length, Share> {
  readonly name: string;
  readonly when?: ConditionOf<Value>;
  readonly within: Length;
  /** Id of the {@link Calendar} that the working time is counted on. */
  readonly calendar: Calendar['id'];
  /** From which share of `within` on its timer is at risk (engine rule 20); {@link AT_RISK_AT} when left out. */
  readonly atRiskAt?: Share;
}

/** A whole percentage, 1 to 99. */
export type Percentage = number;

/** The share of a goal from which a timer is at risk where the goal names none. */
export const AT_RISK_AT: Percentage = 75;

export type Metric = MetricOf<Reference, Span, Percentage>;
export type Pause = PauseOf<Reference>;
