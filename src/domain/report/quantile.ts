import { span, type Span } from '../time/instant';

/** Some lengths by their step, see `durationStep`. */
export interface Step {
  readonly step: number;
  readonly count: number;
}

/** A length by its place among those of its step, from 0 up. */
export interface PlaceInStep {
  readonly step: number;
  readonly place: number;
}

/** Which lengths a quantile lies between, and how far on the way from the first to the second. */
export interface Between {
  readonly lower: PlaceInStep;
  readonly upper: PlaceInStep;
  /** From 0 up to 1. */
  readonly part: number;
}

/**
 * Where a quantile of some lengths lies; undefined where there are none. It is the one that spreadsheets give
 * (`PERCENTILE.INC`): the median of an even number is the mean of the two in the middle.
 *
 * @param quantile from 0 to 1; 0.5 is the median.
 */
export function quantileAmong(steps: readonly Step[], quantile: number): Between | undefined {
  const inOrder = [...steps].sort((a, b) => a.step - b.step);
  const count = inOrder.reduce((total, step) => total + step.count, 0);
  if (count === 0) return undefined;
  const rank = (count - 1) * quantile;
  const [lower, upper] = [placeOf(inOrder, Math.floor(rank)), placeOf(inOrder, Math.ceil(rank))];
  return lower && upper && { lower, upper, part: rank - Math.floor(rank) };
}

function placeOf(inOrder: readonly Step[], rank: number): PlaceInStep | undefined {
  let before = 0;
  for (const { step, count } of inOrder) {
    if (rank < before + count) return { step, place: rank - before };
    before += count;
  }
  return undefined;
}

/** The quantile itself, to the nearest millisecond. */
export const interpolated = (lower: Span, upper: Span, part: number): Span =>
  span(Math.round(lower + (upper - lower) * part));
