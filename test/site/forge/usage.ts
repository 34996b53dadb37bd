import type { FunctionKind } from './invocation';
import type { Points } from './points';

/** Requests of one operation of Jira's REST API. Bytes are those of bodies. */
export interface JiraUse {
  requests: number;
  /** Those of them that were one too many: they cost no points. */
  refused: number;
  points: { low: number; high: number };
  bytesSent: number;
  bytesReceived: number;
}

export interface SqlUse {
  statements: number;
  /** What was one too many; not among the statements. */
  refused: number;
  bytesSent: number;
  bytesReceived: number;
  /** Machine time in which the engine worked. */
  machineMs: number;
}

/** What functions took of the platform. Plain data; sizes in bytes. */
export interface Usage {
  /** By operation, such as `POST /issue/bulkfetch`. */
  readonly jira: Record<string, JiraUse>;
  readonly sql: {
    readonly data: SqlUse;
    /** DDL and the SDK's own table of migrations: once per process and site. */
    readonly schema: SqlUse;
  };
  /** `refused`: pushes beyond the limits, not among the others. */
  readonly queue: { pushes: number; refused: number; events: number; bytes: number };
  logBytes: number;
  /** Points by UTC hour, such as `2026-11-18T12`: the quota is reset at the hour. */
  readonly hours: Record<string, { low: number; high: number }>;
  /** The largest single bodies. */
  readonly largest: { jiraAnswer: number; sqlRequest: number; sqlAnswer: number; queuePush: number };
}

/** All invocations of one function together: those that have ended. */
export interface FunctionUse {
  readonly kind: FunctionKind;
  readonly usage: Usage;
  invocations: number;
  failures: number;
  /** How long they ran on this machine; a cold start is not in it. */
  machineMs: number;
  /** What Forge bills: machine time at the manifest's memory, at most the function's time limit. */
  gbSeconds: number;
  /** The most that a single invocation took. */
  readonly most: { requests: number; pointsLow: number; statements: number };
  /** The least that one took; infinite when there was none. */
  readonly least: { statements: number };
  /** The largest heap that the process was seen with, garbage included; Node itself is not in it. */
  peakHeapBytes: number;
  /** Site time when the latest ended. */
  endedAt: number;
}

/** What was used in some time. Plain data. */
export interface Reading {
  /** By the function's key; functions of a resolver by their own name, such as `viewIssueTimers`. */
  readonly functions: Record<string, FunctionUse>;
  /** What pages asked Jira for on behalf of people: exempt from the quota, as Atlassian's staff says. */
  readonly people: Record<string, JiraUse>;
  /** Reads whose objects nobody counted, because points.ts does not know them. */
  readonly uncounted: string[];
}

export function noUsage(): Usage {
  return {
    jira: {},
    sql: { data: noSql(), schema: noSql() },
    queue: { pushes: 0, refused: 0, events: 0, bytes: 0 },
    logBytes: 0,
    hours: {},
    largest: { jiraAnswer: 0, sqlRequest: 0, sqlAnswer: 0, queuePush: 0 },
  };
}

const noSql = (): SqlUse => ({ statements: 0, refused: 0, bytesSent: 0, bytesReceived: 0, machineMs: 0 });

export const requestsOf = ({ jira }: Usage): number =>
  Object.values(jira).reduce((sum, { requests }) => sum + requests, 0);

export function pointsUsed({ jira }: Usage): Points {
  const uses = Object.values(jira);
  return {
    low: uses.reduce((sum, { points }) => sum + points.low, 0),
    high: uses.reduce((sum, { points }) => sum + points.high, 0),
  };
}

/** The hour that cost most, by the low reading; none when nothing was asked of Jira. */
export function highestHour({ hours }: Usage): (Points & { readonly hour: string }) | undefined {
  const [highest] = Object.entries(hours).sort(([, a], [, b]) => b.low - a.low);
  return highest && { hour: highest[0], ...highest[1] };
}

/** Adds `more` to `usage`. */
export function addUsage(usage: Usage, more: Usage): void {
  for (const [operation, use] of Object.entries(more.jira)) addJira(usage.jira, operation, use);
  for (const [hour, points] of Object.entries(more.hours))
    addPoints((usage.hours[hour] ??= { low: 0, high: 0 }), points);
  addSql(usage.sql.data, more.sql.data);
  addSql(usage.sql.schema, more.sql.schema);
  usage.queue.pushes += more.queue.pushes;
  usage.queue.refused += more.queue.refused;
  usage.queue.events += more.queue.events;
  usage.queue.bytes += more.queue.bytes;
  usage.logBytes += more.logBytes;
  usage.largest.jiraAnswer = Math.max(usage.largest.jiraAnswer, more.largest.jiraAnswer);
  usage.largest.sqlRequest = Math.max(usage.largest.sqlRequest, more.largest.sqlRequest);
  usage.largest.sqlAnswer = Math.max(usage.largest.sqlAnswer, more.largest.sqlAnswer);
  usage.largest.queuePush = Math.max(usage.largest.queuePush, more.largest.queuePush);
}

export function addJira(uses: Record<string, JiraUse>, operation: string, more: JiraUse): void {
  const use = (uses[operation] ??= {
    requests: 0,
    refused: 0,
    points: { low: 0, high: 0 },
    bytesSent: 0,
    bytesReceived: 0,
  });
  use.requests += more.requests;
  use.refused += more.refused;
  addPoints(use.points, more.points);
  use.bytesSent += more.bytesSent;
  use.bytesReceived += more.bytesReceived;
}

export function addPoints(points: { low: number; high: number }, more: Points): void {
  points.low += more.low;
  points.high += more.high;
}

export function addSql(use: SqlUse, more: SqlUse): void {
  use.statements += more.statements;
  use.refused += more.refused;
  use.bytesSent += more.bytesSent;
  use.bytesReceived += more.bytesReceived;
  use.machineMs += more.machineMs;
}

/** The functions of a reading that `belongs` picks, as one. */
export function usageOf(
  reading: Reading,
  belongs: (name: string, use: FunctionUse) => boolean = () => true,
): Usage {
  const usage = noUsage();
  for (const [name, use] of Object.entries(reading.functions))
    if (belongs(name, use)) addUsage(usage, use.usage);
  return usage;
}

/** Pages may name functions as they like, also by what plain objects inherit. */
const noFunctions = (): Reading['functions'] => Object.create(null) as Reading['functions'];

export const noReading = (): Reading => ({ functions: noFunctions(), people: {}, uncounted: [] });

export const noFunctionUse = (kind: FunctionKind): FunctionUse => ({
  kind,
  usage: noUsage(),
  invocations: 0,
  failures: 0,
  machineMs: 0,
  gbSeconds: 0,
  most: { requests: 0, pointsLow: 0, statements: 0 },
  least: { statements: Infinity },
  peakHeapBytes: 0,
  endedAt: 0,
});
