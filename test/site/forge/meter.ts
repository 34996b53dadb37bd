import type { SiteClock } from '../seams';
import type { FunctionKind } from './invocation';
import { operationOf, pointsOf } from './points';
import {
  addJira,
  addPoints,
  addSql,
  addUsage,
  noFunctionUse,
  noReading,
  noUsage,
  pointsUsed,
  requestsOf,
  type Reading,
  type Usage,
} from './usage';

/** Counts from when it began. Peaks cannot be told apart afterwards, so there is one for each span of interest. */
export interface Measurement {
  reading(): Reading;
  /** From then on its reading stays as it is. */
  stop(): Reading;
}

/** Counts what the app uses, as the platform would. */
export interface Meter {
  /** All since the site was started. */
  reading(): Reading;
  /** Starts counting from zero. Of an invocation all or nothing counts: it does when it ends in the time measured. */
  begin(): Measurement;
}

/** What the parts of the platform tell the meter. `by` is an invocation's number, undefined for people on a page. */
export interface MeterInput {
  started(invocation: number, name: string, kind: FunctionKind): void;
  ended(
    invocation: number,
    end: { readonly machineMs: number; readonly limitMs: number; readonly failed: boolean },
  ): void;
  jira(by: number | undefined, call: JiraTraffic): void;
  sql(by: number, call: SqlTraffic): void;
  push(
    by: number,
    call: { readonly events: number; readonly bytes: number; readonly refused: boolean },
  ): void;
  log(by: number, bytes: number): void;
  heap(by: number, bytes: number): void;
}

export interface JiraTraffic {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly bytesSent: number;
  /** The answer's body. */
  readonly text: string;
}

export interface SqlTraffic {
  readonly schema: boolean;
  /** By a limit of the platform, before it came to the database. */
  readonly refused: boolean;
  readonly bytesSent: number;
  readonly bytesReceived: number;
  readonly machineMs: number;
}

interface Running {
  readonly name: string;
  readonly kind: FunctionKind;
  readonly usage: Usage;
  peakHeapBytes: number;
}

export function createMeter(clock: Pick<SiteClock, 'now'>, memoryMB: number): Meter & MeterInput {
  const running = new Map<number, Running>();
  const all = noReading();
  const readings = new Set<Reading>([all]);

  function recordJira(by: number | undefined, { method, path, status, bytesSent, text }: JiraTraffic): void {
    const { counted, low, high } = pointsOf({ method, path, status, answer: parsed(text) });
    const operation = operationOf(method, path);
    const use = {
      requests: 1,
      refused: Number(status === 429),
      points: { low, high },
      bytesSent,
      bytesReceived: Buffer.byteLength(text),
    };
    const usage = by === undefined ? undefined : running.get(by)?.usage;
    if (usage !== undefined) {
      addJira(usage.jira, operation, use);
      addPoints(
        (usage.hours[new Date(clock.now()).toISOString().slice(0, 13)] ??= { low: 0, high: 0 }),
        use.points,
      );
      usage.largest.jiraAnswer = Math.max(usage.largest.jiraAnswer, use.bytesReceived);
    }
    for (const reading of readings) {
      if (by === undefined) addJira(reading.people, operation, use);
      if (!counted && !reading.uncounted.includes(operation)) reading.uncounted.push(operation);
    }
  }

  return {
    reading: () => structuredClone(all),
    begin() {
      const reading = noReading();
      readings.add(reading);
      return {
        reading: () => structuredClone(reading),
        stop() {
          readings.delete(reading);
          return reading;
        },
      };
    },
    started(invocation, name, kind) {
      running.set(invocation, { name, kind, usage: noUsage(), peakHeapBytes: 0 });
    },
    ended(invocation, { machineMs, limitMs, failed }) {
      const one = running.get(invocation);
      if (one === undefined) return;
      running.delete(invocation);
      const gbSeconds = ((memoryMB / 1024) * Math.min(machineMs, limitMs)) / 1000;
      for (const { functions } of readings) {
        const use = (functions[one.name] ??= noFunctionUse(one.kind));
        addUsage(use.usage, one.usage);
        use.invocations += 1;
        use.failures += Number(failed);
        use.machineMs += machineMs;
        use.gbSeconds += gbSeconds;
        use.most.requests = Math.max(use.most.requests, requestsOf(one.usage));
        use.most.pointsLow = Math.max(use.most.pointsLow, pointsUsed(one.usage).low);
        use.most.statements = Math.max(use.most.statements, one.usage.sql.data.statements);
        use.least.statements = Math.min(use.least.statements, one.usage.sql.data.statements);
        use.peakHeapBytes = Math.max(use.peakHeapBytes, one.peakHeapBytes);
        use.endedAt = clock.now();
      }
    },
    jira: recordJira,
    sql(by, { schema, refused, ...call }) {
      const usage = running.get(by)?.usage;
      if (usage === undefined) return;
      const counts = { statements: Number(!refused), refused: Number(refused) };
      addSql(schema ? usage.sql.schema : usage.sql.data, { ...counts, ...call });
      usage.largest.sqlRequest = Math.max(usage.largest.sqlRequest, call.bytesSent);
      usage.largest.sqlAnswer = Math.max(usage.largest.sqlAnswer, call.bytesReceived);
    },
    push(by, { events, bytes, refused }) {
      const usage = running.get(by)?.usage;
      if (usage === undefined) return;
      if (refused) {
        usage.queue.refused += 1;
        return;
      }
      usage.queue.pushes += 1;
      usage.queue.events += events;
      usage.queue.bytes += bytes;
      usage.largest.queuePush = Math.max(usage.largest.queuePush, bytes);
    },
    log(by, bytes) {
      const usage = running.get(by)?.usage;
      if (usage !== undefined) usage.logBytes += bytes;
    },
    heap(by, bytes) {
      const one = running.get(by);
      if (one !== undefined) one.peakHeapBytes = Math.max(one.peakHeapBytes, bytes);
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
