import type { Instant } from './instant';

/**
 * The instants from `start` up to, not including, `end` (engine rule 1); with plain numbers the same on the wall, in
 * milliseconds since 1970-01-01T00:00 there. `start` is before `end`.
 */
export interface Interval<Point extends number = Instant> {
  readonly start: Point;
  readonly end: Point;
}

/** The same time as few intervals as possible, in order: what meets or overlaps becomes one. */
export function union<Point extends number>(intervals: readonly Interval<Point>[]): Interval<Point>[] {
  const inOrder = [...intervals].sort((a, b) => a.start - b.start);
  const joined: Interval<Point>[] = [];
  for (const next of inOrder) {
    const last = joined.at(-1);
    if (!last || next.start > last.end) joined.push(next);
    else if (next.end > last.end) joined[joined.length - 1] = { start: last.start, end: next.end };
  }
  return joined;
}
