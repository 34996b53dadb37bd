import { DomainError, problem } from '../problem';

type Branded<Name extends string> = number & { readonly __unit: Name };

/** A point in time: whole milliseconds since 1970-01-01T00:00Z (engine rule 1). */
export type Instant = Branded<'Instant'>;

/** An amount of time: a whole number of milliseconds, negative for backwards (engine rule 1). */
export type Span = Branded<'Span'>;

/** Calendars know no wall clock before this instant, 1900-01-01T00:00Z. */
export const EARLIEST = Date.UTC(1900, 0, 1) as Instant;

/** Calendars know no wall clock from this instant on, 2200-01-01T00:00Z. */
export const HORIZON = Date.UTC(2200, 0, 1) as Instant;

export const NO_TIME = 0 as Span;

/** @throws DomainError `time.instant` when `ms` is not a whole number between {@link EARLIEST} and {@link HORIZON}. */
export function instant(ms: number): Instant {
  if (!Number.isInteger(ms) || ms < EARLIEST || ms > HORIZON) {
    throw new DomainError(problem('time.instant', '', { found: String(ms) }));
  }
  return ms as Instant;
}

/** @throws DomainError `time.span` when `ms` is not a whole number that a computer counts exactly. */
export function span(ms: number): Span {
  if (!Number.isSafeInteger(ms)) {
    throw new DomainError(problem('time.span', '', { found: String(ms) }));
  }
  return ms as Span;
}

export const seconds = (n: number): Span => span(n * 1_000);
export const minutes = (n: number): Span => span(n * 60_000);
export const hours = (n: number): Span => span(n * 3_600_000);
/** So many times 24 hours. */
export const days = (n: number): Span => span(n * 86_400_000);

/** The instant `by` later than `at`, or earlier when `by` is negative; plain time, not working time. */
export function later(at: Instant, by: Span): Instant {
  return (at + by) as Instant;
}

/** The instant `by` earlier than `at`; plain time, not working time. */
export function earlier(at: Instant, by: Span): Instant {
  return (at - by) as Instant;
}

/** How long it is from `from` to `to`; negative when `to` comes first. */
export function elapsedBetween(from: Instant, to: Instant): Span {
  return (to - from) as Span;
}

export const sum = (a: Span, b: Span): Span => (a + b) as Span;
export const difference = (a: Span, b: Span): Span => (a - b) as Span;
export const earlierOf = (a: Instant, b: Instant): Instant => (a <= b ? a : b);
export const laterOf = (a: Instant, b: Instant): Instant => (a >= b ? a : b);
