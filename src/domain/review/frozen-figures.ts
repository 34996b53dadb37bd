import type { Cause } from '../breach/causes';
import type { Kept, PeriodicTarget } from '../monitoring/periodic-target';
import type { Attainment } from '../report/tally';
import type { Instant, Span } from '../time/instant';
import type { LocalDate } from '../time/local-date';
import type { MetricKind } from '../timer/metric';

/** What was known of a period when its review or its service report was prepared. It never changes again. */
export interface FrozenFigures {
  readonly asOf: Instant;
  /** The numbers of the agreement's versions that timers of the period were judged by, ascending. */
  readonly versions: readonly number[];
  readonly targets: readonly FrozenTarget[];
  /** The same by service, the one with the most cases first; empty where there are not several, at most {@link MOST_SERVICES}. */
  readonly services: readonly FrozenService[];
  /** What was promised for the period as a whole, and what came of it (M6). */
  readonly values: readonly FrozenValue[];
  readonly breaches: FrozenBreaches;
  /** Exclusions and extensions that were asked for cycles of the period. */
  readonly exceptions: { readonly asked: number; readonly approved: number };
  /** Agreements that end soon or have ended, this one too; what ends first stands first. */
  readonly toRenew: readonly { readonly id: string; readonly name: string; readonly endsAt: Instant }[];
  readonly actions: FrozenActions;
}

/** A value of the period against its target. */
export interface FrozenValue {
  readonly target: PeriodicTarget;
  /** The kind of its timers, or the name of its service, as far as it has one. */
  readonly kind?: MetricKind;
  readonly service?: string;
  /** Of the period, and of the one before; null where there was none. */
  readonly value: number | null;
  readonly before: number | null;
  readonly kept: Kept;
}

/** Actions of the improvement plan for the agreement, or for none, that were still open (R4). */
export interface FrozenActions {
  readonly open: number;
  readonly late: number;
  /** What is due first stands first; at most {@link MOST_ACTIONS}. */
  readonly first: readonly { readonly id: string; readonly title: string; readonly due: LocalDate }[];
}

export const MOST_ACTIONS = 30;

/** How a target was kept, period by period. */
interface Trend {
  readonly metric: string;
  readonly kind: MetricKind;
  /** Of the period and up to {@link TREND} before it, which is the last. */
  readonly trend: readonly { readonly measured: Attainment; readonly reported: Attainment }[];
}

/** What became of a target for the issues of one service, as it was called then; null: for those of none. */
export interface FrozenService extends Trend {
  readonly service: string | null;
}

export const MOST_SERVICES = 40;

/** What became of a target in the period. */
export interface FrozenTarget extends Trend {
  readonly excluded: number;
  readonly unknown: number;
  /** Still open at the end of the period, and late then. */
  readonly late: number;
  /** Met, but with at least {@link NEAR_MISS} of the promised time used. */
  readonly nearMisses: number;
  /** How long its timers waited in all, such as for the customer. */
  readonly waited: Span;
  /** Of those that were met or breached; null where there are none. */
  readonly mean: Span | null;
  readonly median: Span | null;
  readonly ninetieth: Span | null;
}

/** What was missed in the period by measure and report, and what was recorded by hand; what is excused is not among it. */
export interface FrozenBreaches {
  readonly count: number;
  /** The most frequent first, as they were called then. */
  readonly byCause: readonly (Pick<Cause, 'id' | 'name'> & { readonly count: number })[];
  readonly withoutCause: number;
}

/** As many periods as a trend shows, the period itself among them. */
export const TREND = 6;
/** The share of the promised time from which on what was met was nearly missed, in percent. */
export const NEAR_MISS = 90;

/** How a target was kept in the period, by measure and by report. */
export const keptIn = ({ trend }: Trend): Trend['trend'][number] | undefined => trend.at(-1);

/** How it was kept in the period before; undefined where that is not known. */
export const keptBefore = ({ trend }: Trend): Trend['trend'][number] | undefined => trend.at(-2);

/** Whether no timer of the agreement ended in the period, and none was late. */
export const isWithoutCases = ({ targets, breaches }: FrozenFigures): boolean =>
  breaches.count === 0 &&
  targets.every((target) => {
    const now = keptIn(target);
    return (now?.measured.of ?? 0) + target.late + target.unknown + target.excluded === 0;
  });
