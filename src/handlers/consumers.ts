import { getAppContext } from '@forge/api';
import { InvocationError, InvocationErrorCode, type AsyncEvent } from '@forge/events';
import * as v from 'valibot';
import { drain } from '../app/drain';
import { JiraUnavailable } from '../app/errors';
import type { Ports } from '../app/ports';
import { drainMessageSchema } from '../contract/queue-messages';
import { describe } from './failure';

/** When Jira does not say how long it wants to be left alone. */
const RETRY_AFTER_SECONDS = 30;
/** The longest wait that the queue allows. */
const LONGEST_WAIT_SECONDS = 900;

export function drainOf(ports: Ports) {
  return async (event: AsyncEvent): Promise<InvocationError | undefined> => {
    const message = v.safeParse(drainMessageSchema, event.body);
    if (!message.success) {
      ports.log.warn('message of another version', { queue: event.queueName });
      return undefined;
    }
    try {
      const context = getAppContext();
      await drain(ports, message.output.project, () => context.invocationRemainingTimeInMillis());
      return undefined;
    } catch (error) {
      // The platform tries again, and logs what is thrown.
      if (!(error instanceof JiraUnavailable)) throw new Error(`drain failed: ${describe(error)}`);
      ports.log.warn('drain waits for Jira', { reason: error.message });
      return new InvocationError({
        retryAfter: Math.min(error.retryAfterSeconds ?? RETRY_AFTER_SECONDS, LONGEST_WAIT_SECONDS),
        retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
      });
    }
  };
}
