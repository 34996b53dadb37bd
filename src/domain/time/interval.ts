import type { Instant } from './instant';

/**
 * The instants from `start` up to, not including, `end` (engine rule 1); with plain numbers the same on the wall, in
 * milliseconds since 1970-01-01T00:00 there. `start` is before `end`.
 */
export interface Interval<Point extends number = Instant> {
  readonly start: Point;
  readonly end: Point;
}
