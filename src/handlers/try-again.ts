import { InvocationError, InvocationErrorCode } from '@forge/events';

/** The longest wait that Forge allows. */
const LONGEST_WAIT_SECONDS = 900;

/** What a consumer or a trigger returns to be given the same again after so many seconds. What a trigger throws is final. */
export function tryAgain(afterSeconds: number, because: 'jira' | 'failure'): InvocationError {
  return new InvocationError({
    retryAfter: Math.min(afterSeconds, LONGEST_WAIT_SECONDS),
    retryReason:
      because === 'jira'
        ? InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED
        : InvocationErrorCode.FUNCTION_RETRY_REQUEST,
  });
}
