import type { Span } from '../time/instant';

/** Each doubling of a length is cut into so many steps. */
const STEPS_A_DOUBLING = 8;
const SECOND = 1_000;

/**
 * A length of time on a scale of steps that grow with it, each an eleventh longer than the last. Counting lengths by their
 * steps finds the step of a median without sorting them all; only those of that step are left to be sorted.
 *
 * @param length not negative.
 * @returns a whole number from 0 up, never less for a longer length.
 */
export function durationStep(length: Span): number {
  return Math.floor(STEPS_A_DOUBLING * Math.log2(1 + Math.max(0, length) / SECOND));
}
