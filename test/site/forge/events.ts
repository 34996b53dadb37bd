import type { Caller, ProductEvent, SiteClock } from '../seams';
import type { Faults } from './faults';
import type { FunctionLog } from './function-log';
import type { Functions } from './functions';
import { backoffMs, PRODUCT_EVENT_BYTES, PRODUCT_EVENT_RETRIES, PRODUCT_EVENTS_PER_SECOND } from './limits';
import type { Manifest, Trigger } from './manifest';
import { between, seededRandom } from './random';
import { slidingRate } from './rates';
import { platformReason, retryAsked, type Retry } from './retry';
import type { Work } from './work';

/**
 * When an event reaches its triggers, in milliseconds of site time after it happened: one delay for all; for each another
 * one between two, always the same ones for a seed; or for each event a list with one entry per delivery. None means lost,
 * two doubled; different delays change the order.
 */
export type EventDelays =
  | number
  | { readonly fromMs: number; readonly toMs: number; readonly seed: number }
  | ((event: ProductEvent) => readonly number[]);

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
  const { manifest, functions, clock, work, log, faults } = options;
  const delaysOf = delaysBy(options.delays);
  const starts = slidingRate(clock, PRODUCT_EVENTS_PER_SECOND, 1000);

  /** Forge spreads a burst: what comes beyond its rate waits until there is room. */
  function deliverAt(at: number, delivery: Delivery): void {
    work.schedule(at, async () => {
      const now = clock.now();
      const wait = starts.wait(now);
      if (wait > 0) return deliverAt(now + wait, delivery);
      starts.add(now);
      await deliver(delivery);
    });
  }

  async function deliver(delivery: Delivery): Promise<void> {
    const retry = await attempt(delivery);
    if (retry === undefined) return;
    if (retry.refused !== undefined) {
      log.write(delivery.trigger.functionKey, 'error', `An event was dropped: ${retry.refused}`);
      return;
    }
    const retryCount = delivery.retryCount + 1;
    if (retryCount > PRODUCT_EVENT_RETRIES) {
      const text = `An event was dropped after ${PRODUCT_EVENT_RETRIES} retries`;
      log.write(delivery.trigger.functionKey, 'error', text);
      return;
    }
    const at = clock.now() + (retry.afterMs ?? backoffMs(retryCount));
    deliverAt(at, { ...delivery, retry, retryCount });
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
      const list = delaysOf(event);
      for (const trigger of triggers) {
        const later = faults.deliveries({ what: 'event', name: event.eventType });
        for (const delay of list.flatMap((usual) => later.map((more) => usual + more)))
          deliverAt(now + delay, { trigger, payload, retryCount: 0 });
      }
    },
  };
}

function delaysBy(delays: EventDelays): (event: ProductEvent) => readonly number[] {
  if (typeof delays === 'function') return delays;
  if (typeof delays === 'number') return () => [delays];
  const random = seededRandom(delays.seed);
  return () => [between(delays.fromMs, delays.toMs, random)];
}

function atlassianId(by: Caller): { readonly atlassianId?: string } {
  return by.kind === 'user' ? { atlassianId: by.accountId } : {};
}
