import * as v from 'valibot';
import { FunctionFailure } from './function-process';
import { LONGEST_DELAY_SECONDS, RETRY_DATA_BYTES } from './limits';

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
  /** Why it is not delivered again although that was asked for. */
  readonly refused?: string;
  /** It was not the app that failed. */
  readonly byPlatform?: true;
}

/** The retry that a handler asked for by what it returned: the marked object of the SDK's `InvocationError`. */
export function retryAsked(result: unknown): Retry | undefined {
  const asked = v.safeParse(retryRequest, result);
  if (!asked.success) return undefined;
  const { retryAfter, retryReason, retryData } = asked.output.retryOptions;
  const afterMs = Math.min(Math.max(retryAfter, 1), LONGEST_DELAY_SECONDS) * 1000;
  if (retryData !== undefined && Buffer.byteLength(JSON.stringify(retryData)) > RETRY_DATA_BYTES)
    return { reason: retryReason, refused: `its retryData is larger than ${RETRY_DATA_BYTES} bytes` };
  return { afterMs, reason: retryReason, ...(retryData === undefined ? {} : { data: retryData }) };
}

/** Whether an invocation ended since its process did, and not by what it did itself. */
export function platformFailed(error: unknown): boolean {
  return error instanceof FunctionFailure && error.reason === 'died';
}

/** The platform's words for a failure that it retries by itself; undefined when the app simply threw. */
export function platformReason(error: unknown): string | undefined {
  if (!(error instanceof FunctionFailure)) return undefined;
  const reasons = {
    thrown: undefined,
    refused: undefined,
    timeout: 'FUNCTION_TIME_OUT',
    memory: 'FUNCTION_OUT_OF_MEMORY',
    died: 'FUNCTION_PLATFORM_UNKNOWN_ERROR',
  };
  return reasons[error.reason];
}
