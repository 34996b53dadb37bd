import { earlierOf, laterOf, type Instant } from './instant';

/** The instants from `start` up to, not including, `end` (engine rule 1). `start` is before `end`. */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

/** The part of `interval` that lies in `window`, or undefined where they do not meet. */
export function clip(interval: Interval, window: Interval): Interval | undefined {
  const start = laterOf(interval.start, window.start);
  const end = earlierOf(interval.end, window.end);
  return start < end ? { start, end } : undefined;
}

/** The same instants as few intervals as possible, in order: what meets or overlaps becomes one. */
export function union(intervals: readonly Interval[]): Interval[] {
  const inOrder = [...intervals].sort((a, b) => a.start - b.start);
  const joined: Interval[] = [];
  for (const next of inOrder) {
    const last = joined.at(-1);
    if (last && next.start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: laterOf(last.end, next.end) };
    } else {
      joined.push(next);
    }
  }
  return joined;
}
