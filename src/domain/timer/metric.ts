import type { ActionOf } from '../alert/action';
import type { Span } from '../time/instant';
import type { ConditionOf, Reference } from './condition';
import type { GoalOf, Percentage } from './goal';
import type { FieldId } from './history';

/** What is timed (T1, T12). The kind names a metric; its conditions say when its timer runs. */
export const metricKinds = [
  'response',
  'recovery',
  'resolution',
  'verification',
  'next-reply',
  'periodic-update',
  'time-in-status',
  'time-with-group',
] as const;
export type MetricKind = (typeof metricKinds)[number];

/** What a start after a stop does (engine rule 12): opens a further cycle, nothing, or goes on with the last cycle. */
export const cyclePolicies = ['every', 'first', 'resume-last'] as const;
export type CyclePolicy = (typeof cyclePolicies)[number];

/**
 * What another goal mid-cycle does (engine rule 14). `carry`: the time used stays used, the new goal holds for what is
 * left. `freeze`: the first goal stays. `restart`: the new goal begins anew. `pro-rata`: the share used stays used.
 * `recompute`: the whole cycle is read again, as if the new goal had always held.
 */
export const goalChangePolicies = ['carry', 'freeze', 'restart', 'pro-rata', 'recompute'] as const;
export type GoalChangePolicy = (typeof goalChangePolicies)[number];

/** A goal that leaves less time than the one before it may be treated in another way than one that leaves more. */
export interface GoalChange {
  readonly shorter: GoalChangePolicy;
  readonly longer: GoalChangePolicy;
}

export const CARRY: GoalChange = { shorter: 'carry', longer: 'carry' };

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
  /** Ends the cycle with its verdict and starts the next one at once, as each update owes the next (engine rule 19). */
  readonly repeat?: ConditionOf<Value>;
  /** A date field that, where it holds a value, says when the cycle began (T1, recovery). */
  readonly startAt?: FieldId;
  /** A date field that, where it holds a value, says when the cycle stopped. */
  readonly stopAt?: FieldId;
  /** The clock waits while any of these holds; the first that does is the one shown. */
  readonly pause: readonly PauseOf<Value>[];
  readonly cycles: CyclePolicy;
  /** {@link CARRY} when left out. */
  readonly goalChange?: GoalChange;
  /** In order: the first whose condition holds wins; when none does, nothing is promised (T2). */
  readonly goals: readonly GoalOf<Value, Length, Share>[];
  /** What people want to be told of ahead, and after (engine rule 20). */
  readonly thresholds?: readonly ThresholdOf<Value, Length, Share>[];
}

export interface PauseOf<Value> {
  readonly name: string;
  readonly while: ConditionOf<Value>;
}

/** Ten times the goal: whoever wants to be told later than that has given up. */
export const HIGHEST_MARK: Percentage = 1_000;

/**
 * A mark on the way of a timer: a share of its goal, from 1 % up to {@link HIGHEST_MARK}, or so much working time before or
 * after it is due.
 */
export type ThresholdOf<Value, Length, Share> = {
  readonly id: string;
  /** What is done when it is passed, in this order (M2). */
  readonly actions?: readonly ActionOf<Value>[];
} & MarkOf<Length, Share>;

/** Where on the way of a timer a threshold is. */
export type MarkOf<Length, Share> =
  { readonly atShare: Share } | { readonly before: Length } | { readonly after: Length };

export type Metric = MetricOf<Reference, Span, Percentage>;
export type Goal = GoalOf<Reference, Span, Percentage>;
export type Pause = PauseOf<Reference>;
export type Threshold = ThresholdOf<Reference, Span, Percentage>;
export type Mark = MarkOf<Span, Percentage>;
export type Action = ActionOf<Reference>;
