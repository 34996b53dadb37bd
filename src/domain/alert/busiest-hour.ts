import { hours, later, type Instant } from '../time/instant';

/** The hour in which most of some instants lie. */
export interface BusiestHour {
  /** At the first of them; the end, an hour later, does not belong to it. */
  readonly from: Instant;
  readonly count: number;
}

/**
 * Alerts that come together tire whoever gets them: the hour with most of them, wherever it begins. Of several the first.
 *
 * @param instants in any order.
 * @returns undefined where there are none.
 */
export function busiestHour(instants: readonly Instant[]): BusiestHour | undefined {
  const inOrder = [...instants].sort((a, b) => a - b);
  let busiest: BusiestHour | undefined;
  let end = 0;
  inOrder.forEach((from, first) => {
    while ((inOrder[end] ?? Infinity) < later(from, hours(1))) end += 1;
    if (end - first > (busiest?.count ?? 0)) busiest = { from, count: end - first };
  });
  return busiest;
}
