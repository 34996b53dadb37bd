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
  const joined: Interval<Point>[] = [];
  let last: { readonly start: Point; end: Point } | undefined;
  for (const { start, end } of inOrder(intervals)) {
    if (!last || start > last.end) joined.push((last = { start, end }));
    else if (end > last.end) last.end = end;
  }
  return joined;
}

/** Hours mostly come in order; finding that out costs less than sorting. */
function inOrder<Point extends number>(intervals: readonly Interval<Point>[]): readonly Interval<Point>[] {
  let last = -Infinity;
  for (const { start } of intervals) {
    if (start < last) return [...intervals].sort((a, b) => a.start - b.start);
    last = start;
  }
  return intervals;
}

/** What of `intervals` lies in none of `taken`; both in order, and each without overlap, as {@link union} gives them. */
export function subtract<Point extends number>(
  intervals: readonly Interval<Point>[],
  taken: readonly Interval<Point>[],
): Interval<Point>[] {
  const left: Interval<Point>[] = [];
  let next = 0;
  for (const { start, end } of intervals) {
    let from = start;
    for (; ; next++) {
      const cut = taken[next];
      if (!cut || cut.start >= end) break;
      if (cut.start > from) left.push({ start: from, end: cut.start });
      if (cut.end > from) from = cut.end;
      // The next interval may begin inside it too.
      if (cut.end > end) break;
    }
    if (from < end) left.push({ start: from, end });
  }
  return left;
}
