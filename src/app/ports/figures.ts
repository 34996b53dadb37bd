import type { Dimension, Dimensions } from '../../domain/report/dimensions';
import type { Instant, Span } from '../../domain/time/instant';
import type { CycleName } from '../../domain/timer/cycle-name';
import type { TimerState } from '../../domain/timer/foremost';
import type { MetricKind } from '../../domain/timer/metric';
import type { Verdict } from '../../domain/timer/standing';
import type { ReportedVerdict } from '../../domain/timer/reported';
import type { ProjectId } from './basics';

/** Only timers of these; null means those that have none. */
export type TimerFilter = Readonly<
  Partial<Dimensions & { agreement: string; metric: string; kind: MetricKind }>
>;

/** A cycle that runs or waits, as it was last evaluated. */
export interface OpenTimer extends CycleName {
  readonly kind: MetricKind;
  readonly goal: string | null;
  readonly state: TimerState;
  readonly startedAt: Instant;
  /** When it is due, or was breached; null while it waits or promises nothing. */
  readonly due: Instant | null;
  readonly breachedAt: Instant | null;
  /** Since when its clock waits; null while it does not. */
  readonly waitsSince: Instant | null;
  readonly elapsed: Span;
  readonly within: Span | null;
  readonly dimensions: Dimensions;
}

export interface OpenCounts {
  readonly states: Readonly<Partial<Record<TimerState, number>>>;
  /** How many wait since before the instant that was named. */
  readonly waitingLong: number;
}

/** How many open timers have a value, for a reader to choose from; the most frequent first, at most 100 of each. */
export interface OpenValue {
  readonly by: Dimension | 'agreement';
  readonly value: string | null;
  readonly count: number;
}

/** Which open timers a board shows. */
export interface OpenWanted {
  readonly filter: TimerFilter;
  /** Only those that stand so; all when left out. */
  readonly states?: readonly TimerState[];
  /** Only those that wait since before then. */
  readonly waitsBefore?: Instant;
  readonly offset: number;
  readonly limit: number;
}

/** A cycle that was breached, whether it still runs or not. */
export interface BreachedTimer extends CycleName {
  readonly kind: MetricKind;
  readonly goal: string | null;
  readonly version: string;
  readonly breachedAt: Instant;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly elapsed: Span;
  readonly within: Span | null;
  readonly verdict: Verdict;
  readonly reported: ReportedVerdict;
  readonly dimensions: Dimensions;
}

export interface BreachedWanted {
  readonly filter: TimerFilter;
  /** Breached from then on, and before. */
  readonly from: Instant;
  readonly to: Instant;
  readonly offset: number;
  readonly limit: number;
}

/** Timers of a project in numbers, and the issues behind each (R1). All as they were last evaluated. */
export interface Figures {
  /** Open timers by what is due next; those that wait come last (M1). */
  open(project: ProjectId, wanted: OpenWanted): Promise<OpenTimer[]>;
  /** @param waitsBefore since before when a timer must wait to have waited long. */
  openCounts(project: ProjectId, filter: TimerFilter, waitsBefore: Instant): Promise<OpenCounts>;
  openValues(project: ProjectId): Promise<OpenValue[]>;
  /** The latest first. */
  breached(project: ProjectId, wanted: BreachedWanted): Promise<BreachedTimer[]>;
  /** Those of these cycles that are there and were breached. */
  breachedOf(project: ProjectId, cycles: readonly CycleName[]): Promise<BreachedTimer[]>;
}
