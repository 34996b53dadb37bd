/**
 * Forge's limits, as its documentation and its linter give them in 2026. Times of functions are machine time, since
 * they bound how long a process computes; all other times are the site's.
 */

const KB = 1024;
const MB = 1024 * KB;

/** Hard stop of what a user waits for and of product events. */
export const SHORT_FUNCTION_SECONDS = 25;
/** Consumers and schedules, unless their function says otherwise. */
export const LONG_FUNCTION_SECONDS = 55;
export const MAX_FUNCTION_SECONDS = 900;
export const DEFAULT_MEMORY_MB = 512;

export const INVOKE_REQUEST_BYTES = 500 * KB;
export const INVOKE_RESPONSE_BYTES = 5 * MB;
/** Bigger product events are not delivered at all. */
export const PRODUCT_EVENT_BYTES = 200 * KB;
export const PRODUCT_EVENT_RETRIES = 4;

export const QUEUE_PUSH_EVENTS = 50;
export const QUEUE_PUSH_BYTES = 200 * KB;
/** For consumers that may run longer than {@link LONG_FUNCTION_SECONDS}. */
export const QUEUE_LONG_EVENT_BYTES = 100 * KB;
export const QUEUE_EVENTS_PER_MINUTE = 500;
/** The longest delay of an event and of a retry. */
export const LONGEST_DELAY_SECONDS = 900;
/** An event that has not been consumed by then is dropped. */
export const QUEUE_RETENTION_MS = 24 * 60 * 60 * 1000;
/** First and longest gap of the exponential backoff. The first is a guess. */
export const BACKOFF_MS = { first: 5_000, longest: LONGEST_DELAY_SECONDS * 1000 };

export const SQL_REQUEST_BYTES = MB;
export const SQL_RESPONSE_BYTES = 4 * MB;
export const SQL_SECONDS = { read: 5, write: 10, ddl: 20 };

/** Gap in milliseconds before attempt number `retry` (1 is the first repetition). */
export function backoffMs(retry: number): number {
  return Math.min(BACKOFF_MS.first * 2 ** (retry - 1), BACKOFF_MS.longest);
}
