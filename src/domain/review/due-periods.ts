import { periodOf } from '../report/periods';
import type { Instant } from '../time/instant';
import { localDateAt, type Zone } from '../time/zone';
import { periodBefore, spanOf, type PeriodSpan, type ReviewPeriod, type ReviewRhythm } from './review-period';

/** For how long an agreement holds, or held, in which zone. */
export interface Reign {
  readonly zone: Zone;
  /** Since when it asks for what is due. */
  readonly since: Instant;
  /** Undefined while no end is set. */
  readonly endsAt: Instant | undefined;
}

/** As many past periods of a rhythm as are due at the most, the latest ones. */
export const MOST_DUE = 24;

/**
 * The periods of a rhythm that have ended, with all or some of what the agreement asks for in them; the latest first.
 * A period that ended before it asked is nobody's duty.
 */
export function duePeriods(
  rhythm: ReviewRhythm,
  { zone, since, endsAt }: Reign,
  now: Instant,
): (PeriodSpan & { readonly period: ReviewPeriod })[] {
  const running: ReviewPeriod = { kind: rhythm, from: periodOf(rhythm, localDateAt(zone, now)).from };
  return Array.from({ length: MOST_DUE }, (_, index) => periodBefore(running, index + 1))
    .map((period) => ({ period, ...spanOf(period, zone) }))
    .filter((each) => each.endsAt > since && (endsAt === undefined || each.startsAt < endsAt));
}
