import { endOf, shifted, type Period } from '../report/periods';
import { startOfDay } from '../time/offset-periods';
import type { Instant } from '../time/instant';
import type { Zone } from '../time/zone';

/** How often what was promised is looked at together (R3): the monthly evaluation, the quarterly and the yearly review. */
export const reviewRhythms = ['month', 'quarter', 'year'] as const;
export type ReviewRhythm = (typeof reviewRhythms)[number];

/** A period that a review or a service report is of. */
export interface ReviewPeriod extends Period {
  readonly kind: ReviewRhythm;
}

/** From when to when it lasts in a zone, the end excluded. */
export interface PeriodSpan {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

export const spanOf = (period: ReviewPeriod, zone: Zone): PeriodSpan => ({
  startsAt: startOfDay(zone, period.from),
  endsAt: startOfDay(zone, endOf(period)),
});

/** The one that lies so many before it. */
export const periodBefore = (period: ReviewPeriod, by: number): ReviewPeriod => ({
  kind: period.kind,
  from: shifted(period, -by).from,
});

/**
 * Names what an agreement has of a period, such as `it-support/month/2026-10-01`: there is one review, and one service report,
 * of each period, however often it is asked for.
 */
export const idOfPeriod = (agreement: string, { kind, from }: ReviewPeriod): string =>
  `${agreement}/${kind}/${from}`;
