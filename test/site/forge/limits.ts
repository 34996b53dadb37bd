/**
 * The limits of Forge and of Jira's REST API, as documentation and linter give them in 2026. Times of functions are
 * machine time, since they bound how long a process computes; rates are in the time of `pace.ts`; all other times are
 * the site's.
 */

const KB = 1024;
const MB = 1024 * KB;

/** Hard stop of what a user waits for and of product events. */
export const SHORT_FUNCTION_SECONDS = 25;
/** Consumers and schedules, unless their function says otherwise. */
export const LONG_FUNCTION_SECONDS = 55;
export const MAX_FUNCTION_SECONDS = 900;
export const DEFAULT_MEMORY_MB = 512;

/** What people start by looking at pages: of one of them in a fixed minute, of all in a second and a fixed minute. */
export const INVOCATIONS = { perUserAndMinute: 1_200, perSecond: 300, perMinute: 7_000 };
/** Requests of all functions to Atlassian's products in a minute. */
export const REQUESTS_PER_MINUTE = 100_000;
/** Of one invocation. What is above is not kept. */
export const LOG_LINES_PER_RUNTIME_MINUTE = 100;
export const LOG_BYTES = 200 * KB;

export const INVOKE_REQUEST_BYTES = 500 * KB;
export const INVOKE_RESPONSE_BYTES = 5 * MB;
/** Bigger product events are not delivered at all. */
export const PRODUCT_EVENT_BYTES = 200 * KB;
export const PRODUCT_EVENT_RETRIES = 4;
/** So many start triggers; more wait. That Forge spreads them is known, this number is a guess. */
export const PRODUCT_EVENTS_PER_SECOND = 50;

export const QUEUE_PUSH_EVENTS = 50;
export const QUEUE_PUSH_BYTES = 200 * KB;
/** For consumers that may run longer than {@link LONG_FUNCTION_SECONDS}. */
export const QUEUE_LONG_EVENT_BYTES = 100 * KB;
export const QUEUE_EVENTS_PER_MINUTE = 500;
/** Pushes by one invocation and by all consumers that follow from it. */
export const QUEUE_PUSHES_PER_ORIGIN = 1_000;
/** The longest delay of an event and of a retry. */
export const LONGEST_DELAY_SECONDS = 900;
/** An event that has not been consumed by then is dropped. */
export const QUEUE_RETENTION_MS = 24 * 60 * 60 * 1000;
/** So much longer when it was the platform that failed. */
export const QUEUE_RETENTION_AFTER_PLATFORM_FAULTS_MS = 72 * 60 * 60 * 1000;
export const RETRY_DATA_BYTES = 4 * KB;
/** First and longest gap of the exponential backoff. The first is a guess. */
export const BACKOFF_MS = { first: 5_000, longest: LONGEST_DELAY_SECONDS * 1000 };

export const SQL_REQUEST_BYTES = MB;
export const SQL_RESPONSE_BYTES = 4 * MB;
export const SQL_SECONDS = { read: 5, write: 10, ddl: 20 };
/** Statements that read or write, of all functions. */
export const SQL_STATEMENTS_PER_SECOND = 150;
/** Requests to the endpoint for DDL. */
export const SQL_DDL_PER_MINUTE = 25;
/** Time that all statements of a minute take together. */
export const SQL_QUERY_MS_PER_MINUTE = 62_500;

/** Who has which points of Jira's REST API in a UTC hour. */
export interface JiraQuota {
  readonly points: number;
  /** Atlassian's names: in `RateLimit-Policy`, and in `RateLimit-Reason` when it is used up. */
  readonly policy: string;
  readonly reason: string;
}

/** By tier: an app has 65,000 points for all its sites, of which one gets a share; or, after a review, so many for each. */
export const JIRA_QUOTAS = {
  1: { points: 6_500, policy: 'global-app-quota', reason: 'jira-quota-global-based' },
  2: { points: 100_000, policy: 'tenant-app-quota', reason: 'jira-quota-tenant-based' },
} as const satisfies Record<number, JiraQuota>;
/** An answer tells how many points are left when it is less than this part. */
export const JIRA_NEAR_QUOTA = 0.2;
/** Of one endpoint, by whomever: for some by name, for all others by method. */
export const JIRA_REQUESTS_PER_SECOND: Readonly<Record<string, number>> = {
  GET: 100,
  POST: 100,
  PUT: 50,
  DELETE: 50,
  'GET /issue/*': 150,
  'GET /issue/*/changelog': 200,
  'GET /user': 150,
  'GET /project/*/role/*': 200,
  'POST /search/approximate-count': 150,
};
export const JIRA_WRITES_PER_ISSUE = [
  { most: 20, ms: 2_000 },
  { most: 100, ms: 30_000 },
] as const;

/** Gap in milliseconds before attempt number `retry` (1 is the first repetition). */
export function backoffMs(retry: number): number {
  return Math.min(BACKOFF_MS.first * 2 ** (retry - 1), BACKOFF_MS.longest);
}
