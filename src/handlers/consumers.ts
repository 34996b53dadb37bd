import { getAppContext } from '@forge/api';
import type { AsyncEvent, InvocationError } from '@forge/events';
import * as v from 'valibot';
import { backfillTurn } from '../app/backfill';
import { drain } from '../app/drain';
import { JiraUnavailable, QuotaUsedUp } from '../app/errors';
import { holdWork, keepLastPoints } from '../app/hold';
import { lookAfterPublication } from '../app/look-after-publication';
import type { Ports } from '../app/ports';
import { previewTurn } from '../app/preview-repair';
import { reachThresholds } from '../app/reach-thresholds';
import {
  drainMessageSchema,
  publicationMessageSchema,
  thresholdsMessageSchema,
  turnMessageSchema,
} from '../contract/queue-messages';
import { describe } from './failure';
import { tryAgain } from './try-again';

/** When Jira does not say how long it wants to be left alone. */
const RETRY_AFTER_SECONDS = 30;

export function drainOf(ports: Ports) {
  return consumer(ports, drainMessageSchema, ({ project }) => {
    const context = getAppContext();
    return drain(ports, project, () => context.invocationRemainingTimeInMillis());
  });
}

export function backfillOf(ports: Ports) {
  return consumer(ports, turnMessageSchema, async (message) => {
    await backfillTurn(ports, message);
    await ports.usage.keep('soon');
    await keepLastPoints(ports);
  });
}

export function repairOf(ports: Ports) {
  return consumer(ports, turnMessageSchema, async (message) => {
    await previewTurn(ports, message);
    await ports.usage.keep('soon');
    await keepLastPoints(ports);
  });
}

export function publicationOf(ports: Ports) {
  return consumer(ports, publicationMessageSchema, async ({ project, task, issues }) => {
    await lookAfterPublication(ports, { project, task, issues: new Map(issues) });
    await ports.usage.keep('soon');
  });
}

export function thresholdsOf(ports: Ports) {
  return consumer(ports, thresholdsMessageSchema, (message) => {
    const context = getAppContext();
    return reachThresholds(ports, message, () => context.invocationRemainingTimeInMillis());
  });
}

/** Lets a message be tried again later while Jira cannot be asked. */
function consumer<Schema extends v.GenericSchema>(
  ports: Ports,
  schema: Schema,
  run: (message: v.InferOutput<Schema>) => Promise<void>,
) {
  return async (event: AsyncEvent): Promise<InvocationError | undefined> => {
    const { queueName: queue } = event;
    const message = v.safeParse(schema, event.body);
    if (!message.success) {
      ports.log.warn('message of another version', { queue });
      return undefined;
    }
    const ended = ports.usage.runs();
    try {
      await run(message.output);
      await ports.usage.keep('much');
      return undefined;
    } catch (error) {
      // The platform tries again, and logs what is thrown.
      if (!(error instanceof JiraUnavailable)) throw new Error(`${queue} failed: ${describe(error)}`);
      if (error instanceof QuotaUsedUp) await holdWork(ports, error);
      ports.log.warn('waits for Jira', { queue, reason: error.message });
      return tryAgain(error.retryAfterSeconds ?? RETRY_AFTER_SECONDS, 'jira');
    } finally {
      ended();
    }
  };
}
