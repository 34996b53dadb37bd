import * as v from 'valibot';
import { FunctionFailure } from './function-process';
import { LONGEST_DELAY_SECONDS } from './limits';

const retryRequest = v.object({
  _retry: v.literal(true),
  retryOptions: v.object({
    retryAfter: v.optional(v.number(), 1),
    retryReason: v.optional(v.string(), 'FUNCTION_RETRY_REQUEST'),
    retryData: v.optional(v.unknown()),
  }),
});

/** Why and when something is to be delivered again. */
export interface Retry {
  /** Undefined: the platform decides. */
  readonly afterMs?: number;
  readonly reason: string;
  readonly data?: unknown;
}

/** The retry that a handler asked for by what it returned: the marked object of the SDK's `InvocationError`. */
export function retryAsked(result: unknown): Retry | undefined {
  const asked = v.safeParse(retryRequest, result);
  if (!asked.success) return undefined;
  const { retryAfter, retryReason, retryData } = asked.output.retryOptions;
  const afterMs = Math.min(Math.max(retryAfter, 1), LONGEST_DELAY_SECONDS) * 1000;
  return { afterMs, reason: retryReason, ...(retryData === undefined ? {} : { data: retryData }) };
}

/** The platform's words for a failure that it retries by itself; undefined when the app simply threw. */
export function platformReason(error: unknown): string | undefined {
  if (!(error instanceof FunctionFailure)) return undefined;
  const reasons = {
    thrown: undefined,
    timeout: 'FUNCTION_TIME_OUT',
    memory: 'FUNCTION_OUT_OF_MEMORY',
    died: 'FUNCTION_PLATFORM_UNKNOWN_ERROR',
  };
  return reasons[error.reason];
}
