import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { SiteClock } from '../seams';
import { createGate } from './concurrency';
import type { Faults } from './faults';
import type { FunctionLog } from './function-log';
import type { Functions } from './functions';
import type { Invocation } from './invocation';
import {
  backoffMs,
  LONG_FUNCTION_SECONDS,
  LONGEST_DELAY_SECONDS,
  QUEUE_EVENTS_PER_MINUTE,
  QUEUE_LONG_EVENT_BYTES,
  QUEUE_PUSH_BYTES,
  QUEUE_PUSH_EVENTS,
  QUEUE_PUSHES_PER_ORIGIN,
  QUEUE_RETENTION_AFTER_PLATFORM_FAULTS_MS,
  QUEUE_RETENTION_MS,
} from './limits';
import type { Consumer, Manifest } from './manifest';
import type { Pace } from './pace';
import { slidingRate } from './rates';
import { platformFailed, platformReason, retryAsked, type Retry } from './retry';
import type { Work } from './work';

/** Async events: what `@forge/events` publishes, delivered to the manifest's consumers in site time. */
export interface Queue {
  /**
   * @param by who pushes
   * @param at when, in the time of `pace.ts`
   */
  publish(request: unknown, by: Invocation, at: number): Response;
  stats(request: unknown): Response;
  cancel(request: unknown): Response;
  /** What is to be delivered later, the earliest first. */
  waiting(): readonly WaitingMessage[];
}

/** A message that waits for its time, or for its next try. */
export interface WaitingMessage {
  readonly at: number;
  readonly delivery: Omit<Delivery, 'consumer' | 'origin'>;
}

export interface QueueOptions {
  readonly manifest: Manifest;
  readonly functions: Functions;
  readonly clock: SiteClock;
  readonly work: Work;
  readonly log: FunctionLog;
  readonly faults: Faults;
  readonly pace: Pace;
  /** What waited in the queue of an earlier site. How many pushes led to each is forgotten. */
  readonly waiting?: readonly WaitingMessage[];
}

/** An invocation that no event of a queue started, with all that followed from it. */
interface Origin {
  pushes: number;
}

const eventShape = v.object({
  body: v.record(v.string(), v.unknown()),
  delayInSeconds: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(LONGEST_DELAY_SECONDS))),
  concurrency: v.optional(
    v.object({ key: v.string(), limit: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  ),
});
const jobShape = v.object({ queueName: v.string(), jobId: v.string() });
const pushShape = v.object({ ...jobShape.entries, payload: v.pipe(v.array(eventShape), v.minLength(1)) });

type PushedEvent = v.InferOutput<typeof eventShape>;

interface Delivery {
  readonly consumer: Consumer;
  readonly event: PushedEvent & {
    readonly queueName: string;
    readonly jobId: string;
    readonly eventId: string;
  };
  readonly pushedAt: number;
  readonly origin: Origin;
  readonly retry?: Retry;
  readonly attempts: number;
  /** Failures of the platform are not in it. */
  readonly retryCount: number;
}

interface Job {
  readonly queueName: string;
  success: number;
  inProgress: number;
  failed: number;
  cancelled: boolean;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const MOST_JOBS = 10_000;

export function createQueue(options: QueueOptions): Queue {
  const { manifest, functions, clock, work, log, faults, pace } = options;
  const jobs = new Map<string, Job>();
  const waiting = new Set<WaitingMessage>();
  const gate = createGate();
  const events = slidingRate(pace, QUEUE_EVENTS_PER_MINUTE, MINUTE_MS);
  const origins = new WeakMap<Invocation, Origin>();

  function originOf(invocation: Invocation): Origin {
    const origin = origins.get(invocation) ?? { pushes: 0 };
    origins.set(invocation, origin);
    return origin;
  }

  /** Why a push is refused, as the SDK's client reads it. */
  function refusal(
    consumer: Consumer,
    payload: readonly PushedEvent[],
    origin: Origin,
    at: number,
  ): Response | undefined {
    if (payload.length > QUEUE_PUSH_EVENTS)
      return refused(400, { message: `More than ${QUEUE_PUSH_EVENTS} events` });
    if (bytes(payload) > QUEUE_PUSH_BYTES)
      return refused(413, { errorMessage: `More than ${QUEUE_PUSH_BYTES} bytes` });
    const long = (manifest.functions.get(consumer.functionKey)?.limitSeconds ?? 0) > LONG_FUNCTION_SECONDS;
    if (long && payload.some((event) => bytes(event) > QUEUE_LONG_EVENT_BYTES)) {
      return refused(413, { errorMessage: `An event of more than ${QUEUE_LONG_EVENT_BYTES} bytes` });
    }
    if (origin.pushes >= QUEUE_PUSHES_PER_ORIGIN)
      return refused(405, {
        message: `More than ${QUEUE_PUSHES_PER_ORIGIN} pushes follow from one invocation`,
      });
    if (events.left(at) < payload.length) return refused(429, { message: 'Too many events' });
    origin.pushes += 1;
    events.add(at, payload.length);
    return undefined;
  }

  function deliverLater(delivery: Delivery, at: number): void {
    const { consumer: _consumer, origin: _origin, ...kept } = delivery;
    const message = { at, delivery: kept };
    waiting.add(message);
    work.schedule(at, () => {
      waiting.delete(message);
      return gate.pass(delivery.event.concurrency, () => deliver(delivery));
    });
  }
  for (const { at, delivery } of options.waiting ?? []) {
    const consumer = manifest.consumers.get(delivery.event.queueName);
    if (consumer !== undefined) deliverLater({ ...delivery, consumer, origin: { pushes: 0 } }, at);
  }

  async function deliver(delivery: Delivery): Promise<void> {
    const { consumer, event, pushedAt, attempts } = delivery;
    const job = jobs.get(event.jobId);
    if (job?.cancelled === true) return;
    const retry = await attempt(delivery);
    if (retry === undefined) {
      if (job !== undefined) count(job, 'success');
      return;
    }
    const at = clock.now() + (retry.afterMs ?? backoffMs(attempts + 1));
    const kept =
      QUEUE_RETENTION_MS + (retry.byPlatform === true ? QUEUE_RETENTION_AFTER_PLATFORM_FAULTS_MS : 0);
    if (retry.refused === undefined && at < pushedAt + kept) {
      const retryCount = delivery.retryCount + (retry.byPlatform === true ? 0 : 1);
      deliverLater({ ...delivery, retry, retryCount, attempts: attempts + 1 }, at);
      return;
    }
    if (job !== undefined) count(job, 'failed');
    const why = retry.refused === undefined ? `after ${kept / HOUR_MS} hours` : `since ${retry.refused}`;
    log.write(
      consumer.functionKey,
      'error',
      `Event ${event.eventId} of ${event.queueName} was dropped ${why}`,
    );
  }

  /** One run of the consumer; the retry that follows from it, if any. */
  async function attempt({
    consumer,
    event,
    pushedAt,
    origin,
    retry,
    retryCount,
  }: Delivery): Promise<Retry | undefined> {
    const retryContext = retry && {
      retryCount,
      retryReason: retry.reason,
      ...(retry.data === undefined ? {} : { retryData: retry.data }),
      retentionWindow: {
        startTime: new Date(pushedAt).toISOString(),
        remainingTimeMs: pushedAt + QUEUE_RETENTION_MS - clock.now(),
      },
    };
    const invocation: Invocation = {
      kind: 'consumer',
      functionKey: consumer.functionKey,
      moduleKey: consumer.key,
      moduleType: 'consumer',
      accountId: undefined,
      payload: { ...event, ...(retryContext === undefined ? {} : { retryContext }) },
    };
    origins.set(invocation, origin);
    try {
      return retryAsked(await functions.invoke(invocation));
    } catch (error) {
      const reason = platformReason(error) ?? 'FUNCTION_PLATFORM_UNKNOWN_ERROR';
      return { reason, ...(platformFailed(error) ? { byPlatform: true } : {}) };
    }
  }

  function jobOf(request: unknown): Job | undefined {
    const { queueName, jobId } = v.parse(jobShape, request);
    const job = jobs.get(jobId);
    return job?.queueName === queueName ? job : undefined;
  }

  return {
    publish(request, by, at) {
      const input = v.safeParse(pushShape, request);
      if (!input.success) return refused(400, { message: v.summarize(input.issues) });
      const { queueName, jobId, payload } = input.output;
      const consumer = manifest.consumers.get(queueName);
      if (consumer === undefined) return refused(400, { message: `No consumer for the queue ${queueName}` });
      const origin = originOf(by);
      const refusing = refusal(consumer, payload, origin, at);
      if (refusing !== undefined) return refusing;

      jobs.set(jobId, { queueName, success: 0, inProgress: payload.length, failed: 0, cancelled: false });
      const [oldest] = jobs.keys();
      if (jobs.size > MOST_JOBS && oldest !== undefined) jobs.delete(oldest);
      const pushedAt = clock.now();
      for (const event of payload) {
        const identified = { ...event, queueName, jobId, eventId: randomUUID() };
        const due = pushedAt + (event.delayInSeconds ?? 0) * 1000;
        const delivery = { consumer, event: identified, pushedAt, origin, attempts: 0, retryCount: 0 };
        for (const later of faults.deliveries({ what: 'message', name: queueName }))
          deliverLater(delivery, due + later);
      }
      return new Response(null, { status: 201 });
    },
    stats(request) {
      const job = jobOf(request);
      if (job === undefined) return refused(404, { message: 'No such job' });
      const { success, inProgress, failed } = job;
      return Response.json({ success, inProgress, failed });
    },
    cancel(request) {
      const job = jobOf(request);
      if (job === undefined) return refused(404, { message: 'No such job' });
      job.cancelled = true;
      return new Response(null, { status: 204 });
    },
    waiting: () => [...waiting].sort((a, b) => a.at - b.at),
  };
}

function count(job: Job, outcome: 'success' | 'failed'): void {
  job.inProgress -= 1;
  job[outcome] += 1;
}

function bytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

function refused(status: number, body: Readonly<Record<string, string>>): Response {
  return Response.json(body, { status });
}
