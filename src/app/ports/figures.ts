import type { LocalDate } from '../../domain/time/local-date';
import { dimensions, type Dimension, type Dimensions } from '../../domain/report/dimensions';
import type { Instant, Span } from '../../domain/time/instant';
import type { CycleName } from '../../domain/timer/cycle-name';
import type { TimerState } from '../../domain/timer/foremost';
import type { MetricKind } from '../../domain/timer/metric';
import type { Verdict } from '../../domain/timer/standing';
import type { ReportedVerdict } from '../../domain/timer/reported';
import type { ProjectId } from './basics';

export type { CycleName };

/** Only timers of these; null means those that have none. */
export type TimerFilter = Readonly<
  Partial<Dimensions & { agreement: string; metric: string; kind: MetricKind; goal: string | null }>
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

/** How many open timers have a value, for a reader to choose from; the most frequent first, at most 500. */
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

/** What closed timers are counted by, each on its own or several together. */
export const groupings = ['agreement', 'metric', 'kind', 'goal', ...dimensions] as const;
export type Grouping = (typeof groupings)[number];

/** Which timers figures are of. */
export interface FiguresWanted {
  readonly filter: TimerFilter;
  /**
   * The first day of each period in a row, in the agreement's zone, and the first day after the last; at most
   * {@link MOST_PERIODS} periods. A cycle belongs to the period in which it ended (engine rule 24).
   */
  readonly edges: readonly LocalDate[];
  /** The instant at which the last period ends, or now: what is open and late is so at this instant. */
  readonly until: Instant;
  /** What each target is told apart by. */
  readonly by: Grouping;
}
export const MOST_PERIODS = 13;

/** A part of a target: its timers with one value of what targets are told apart by. */
export interface Part {
  readonly agreement: string;
  readonly metric: string;
  readonly kind: MetricKind;
  readonly value: string | null;
}

/** Cycles that are alike, counted. */
export interface FiguresRow extends Part {
  /** The place of the period, from 0 up; null for cycles that were not over at its end, which are counted where they were late. */
  readonly period: number | null;
  readonly verdict: Verdict;
  readonly reported: ReportedVerdict;
  /** See `durationStep`; 0 in all periods but the last. */
  readonly step: number;
  readonly count: number;
  /** Of all of them together. */
  readonly elapsed: Span;
}

/** Names a length among those of the cycles of a part that were met or breached in the last period. */
export interface LengthWanted extends Omit<Part, 'kind'> {
  readonly step: number;
  /** Among those of the step, the shortest first, from 0 up. */
  readonly place: number;
}

/** Which cycles stand behind a number; all that ended in the periods when nothing else is said. */
export interface CyclesWanted extends Omit<FiguresWanted, 'by'> {
  readonly verdicts?: readonly Verdict[];
  readonly reported?: readonly ReportedVerdict[];
  /** Those that were not over at the end, but late, in place of those that ended. */
  readonly late?: true;
  readonly offset: number;
  readonly limit: number;
}

/** Which cycles are looked at more closely: those of an agreement that ended on days from `from` on, and before `to`. */
export interface DetailsWanted {
  readonly agreement: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** What was met with at least so much of the promised time used, in percent, was nearly missed. */
  readonly nearMiss: number;
}

/** What counts do not say of the cycles of a target that were judged by one version of their agreement. */
export interface TargetDetails {
  readonly metric: string;
  readonly kind: MetricKind;
  readonly version: string;
  readonly nearMisses: number;
  /** Of all of them together. */
  readonly waited: Span;
}

/** A cycle behind a number. */
export interface CountedCycle extends CycleName {
  readonly kind: MetricKind;
  readonly goal: string | null;
  readonly verdict: Verdict;
  readonly reported: ReportedVerdict;
  readonly breachedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly elapsed: Span;
  readonly within: Span | null;
  readonly dimensions: Dimensions;
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
  /** Closed timers counted by part, period, verdict and length, and those open and late. */
  closed(project: ProjectId, wanted: FiguresWanted): Promise<FiguresRow[]>;
  /** The lengths that are named, in their order; at most 200. */
  lengths(project: ProjectId, wanted: FiguresWanted, lengths: readonly LengthWanted[]): Promise<Span[]>;
  details(project: ProjectId, wanted: DetailsWanted): Promise<TargetDetails[]>;
  /** The cycles behind a number, by their issues. */
  cycles(project: ProjectId, wanted: CyclesWanted): Promise<CountedCycle[]>;
}
