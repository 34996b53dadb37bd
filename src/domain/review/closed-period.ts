import { problem, type Problem } from '../problem';
import type { Instant } from '../time/instant';
import type { Review } from './review';

/** A cycle, and when it ended. */
export interface EndedCycle {
  readonly agreement: string;
  /** Null while it runs: it belongs to no period yet. */
  readonly endedAt: Instant | null;
}

/** What keeps a cycle from being reported otherwise than it was: its period's review is closed (M4). */
export function closedPeriodProblems(
  { agreement, endedAt }: EndedCycle,
  reviews: readonly Review[],
  path: string,
): Problem[] {
  const review = reviews.find(
    (each) =>
      each.closed &&
      each.agreement === agreement &&
      endedAt !== null &&
      each.startsAt <= endedAt &&
      endedAt < each.endsAt,
  );
  if (!review) return [];
  const { kind, from } = review.period;
  return [problem('exception.period-closed', path, { period: kind, from })];
}
