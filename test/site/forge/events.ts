import type { Caller, ProductEvent, SiteClock } from '../seams';
import type { Faults } from './faults';
import type { FunctionLog } from './function-log';
import type { Functions } from './functions';
import { backoffMs, PRODUCT_EVENT_BYTES, PRODUCT_EVENT_RETRIES } from './limits';
import type { Manifest, Trigger } from './manifest';
import { platformReason, retryAsked, type Retry } from './retry';
import type { Work } from './work';

/**
 * When an event reaches its triggers, in milliseconds of site time after it happened: one delay for all, or for each
 * event a list with one entry per delivery. None means lost, two doubled; different delays change the order.
 */
export type EventDelays = number | ((event: ProductEvent) => readonly number[]);

/** Product events on their way to the trigger functions. */
export interface Events {
  /** Takes an event that happened just now. */
  emit(event: ProductEvent): void;
}

export interface EventsOptions {
  readonly manifest: Manifest;
  readonly functions: Functions;
  readonly clock: SiteClock;
  readonly work: Work;
  readonly log: FunctionLog;
  readonly faults: Faults;
  readonly delays: EventDelays;
}

interface Delivery {
  readonly trigger: Trigger;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly retry?: Retry;
  readonly retryCount: number;
}

export function createEvents(options: EventsOptions): Events {
  const { manifest, functions, clock, work, log, faults, delays } = options;

  async function deliver(delivery: Delivery): Promise<void> {
    const retry = await attempt(delivery);
    if (retry === undefined) return;
    const retryCount = delivery.retryCount + 1;
    if (retryCount > PRODUCT_EVENT_RETRIES) {
      const text = `An event was dropped after ${PRODUCT_EVENT_RETRIES} retries`;
      log.write(delivery.trigger.functionKey, 'error', text);
      return;
    }
    const at = clock.now() + (retry.afterMs ?? backoffMs(retryCount));
    work.schedule(at, () => deliver({ ...delivery, retry, retryCount }));
  }

  /** One run of the trigger; the retry that follows from it, if any. An error that it throws is final. */
  async function attempt({ trigger, payload, retry, retryCount }: Delivery): Promise<Retry | undefined> {
    const retryContext = retry && {
      retryCount,
      retryReason: retry.reason,
      ...(retry.data === undefined ? {} : { retryData: retry.data }),
    };
    try {
      const result = await functions.invoke({
        kind: 'trigger',
        functionKey: trigger.functionKey,
        moduleKey: trigger.key,
        moduleType: 'trigger',
        accountId: undefined,
        payload: { ...payload, ...(retryContext === undefined ? {} : { retryContext }) },
      });
      return retryAsked(result);
    } catch (error) {
      const reason = platformReason(error);
      return reason === undefined ? undefined : { reason };
    }
  }

  return {
    emit(event) {
      const now = clock.now();
      const payload = {
        ...event.payload,
        eventType: event.eventType,
        selfGenerated: event.by.kind === 'app',
        timestamp: String(now),
        ...atlassianId(event.by),
      };
      const triggers = manifest.triggers.filter(
        (trigger) => trigger.events.has(event.eventType) && !(trigger.ignoreSelf && payload.selfGenerated),
      );
      if (triggers.length === 0) return;
      if (Buffer.byteLength(JSON.stringify(payload)) > PRODUCT_EVENT_BYTES) {
        log.write(
          '',
          'error',
          `${event.eventType} is larger than ${PRODUCT_EVENT_BYTES} bytes: not delivered`,
        );
        return;
      }
      const list = typeof delays === 'number' ? [delays] : delays(event);
      for (const trigger of triggers) {
        const later = faults.deliveries({ what: 'event', name: event.eventType });
        for (const delay of list.flatMap((usual) => later.map((more) => usual + more)))
          work.schedule(now + delay, () => deliver({ trigger, payload, retryCount: 0 }));
      }
    },
  };
}

function atlassianId(by: Caller): { readonly atlassianId?: string } {
  return by.kind === 'user' ? { atlassianId: by.accountId } : {};
}
