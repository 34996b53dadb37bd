import * as v from 'valibot';
import type { Store } from '../../jira/store';
import type { Incident } from '../log';
import { visitors } from '../people';
import type { ProjectCall } from '../project-call';
import { logFields } from '../service-project';
import { saidOfCode } from './closing-codes';
import type { SiteDays } from './days';

const { agent, projectAdministrator: manager } = visitors;

const rowsShape = v.array(
  v.object({
    id: v.string(),
    happenedAt: v.number(),
    timer: v.nullable(v.object({ issue: v.string(), metric: v.string(), endedAt: v.nullable(v.number()) })),
    exceptions: v.array(v.object({ doc: v.object({ id: v.string() }), revision: v.number() })),
  }),
);
const pageShape = v.object({ rows: rowsShape, next: v.nullable(v.unknown()) });

/** A breach of a timer that has ended. */
interface Row {
  readonly id: string;
  readonly happenedAt: number;
  readonly issue: string;
  readonly metric: string;
  readonly endedAt: number;
}

/** As many as the app takes at once. */
const AT_ONCE = 100;
/** The customer is told within so much time, of the breaches of which somebody says when. */
const TOLD_AFTER_MS = 3 * 3_600_000;
/** One in so many that nobody has explained yet. */
const UNEXPLAINED_EACH = 12;

export interface BreachesGround {
  readonly call: ProjectCall;
  readonly store: Store;
  readonly incidents: readonly Incident[];
  readonly days: SiteDays;
}

/**
 * Says of the breaches of the last two months why they happened, by the closing codes of the log: of all that ended in the
 * former month, of most that are a week old. Of the latter month one is excluded, and one waits to be extended.
 */
export async function writeAboutBreaches({ call, store, incidents, days }: BreachesGround): Promise<void> {
  const start = (day: string): number => days.at(day, '00:00');
  // What ended in the former month may be late since the one before.
  const rows = await endedBreaches(call, start(days.month(3)), start(days.day(7)));
  const endedIn = (before: number): Row[] =>
    rows.filter(
      ({ endedAt }) => endedAt >= start(days.month(before)) && endedAt < start(days.month(before - 1)),
    );
  const former = new Set(endedIn(2));
  const explained = rows.filter((row, index) => former.has(row) || index % UNEXPLAINED_EACH > 0);
  await explain(call, explained, codeFinder(store, incidents));
  const latter = endedIn(1).filter((row) => explained.includes(row));
  await tell(call, latter.slice(0, 10));
  await askForExceptions(call, latter);
}

/** Those that happened between two instants and whose timers have ended, the latest first. */
async function endedBreaches(call: ProjectCall, from: number, to: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: unknown = undefined; ;) {
    const wanted = { from, to, ...(after === undefined ? {} : { after }) };
    const page = v.parse(pageShape, await call(agent, 'viewBreaches', wanted));
    for (const { id, happenedAt, timer } of page.rows) {
      if (!timer || timer.endedAt === null) continue;
      rows.push({ id, happenedAt, ...timer, endedAt: timer.endedAt });
    }
    if (page.next === null) return rows;
    after = page.next;
  }
}

/** The closing code of the incident that a row's issue was made of. */
function codeFinder({ issues }: Store, incidents: readonly Incident[]): (row: Row) => string | null {
  const codes = new Map(incidents.map(([{ number, closedCode }]) => [number, closedCode]));
  return ({ issue }) => codes.get(issues.get(issue)?.custom.get(logFields.number) ?? '') ?? null;
}

async function explain(call: ProjectCall, rows: readonly Row[], codeOf: (row: Row) => string | null) {
  const saidOf = new Map(rows.map((row) => [row, saidOfCode(codeOf(row))]));
  for (const said of new Set(saidOf.values())) {
    const all = rows.filter((row) => saidOf.get(row) === said);
    for (let first = 0; first < all.length; first += AT_ONCE) {
      const lot = all.slice(first, first + AT_ONCE).map(({ id }) => ({ id, seen: 0 }));
      await call(agent, 'saveBreaches', { breaches: lot, said });
    }
  }
}

async function tell(call: ProjectCall, rows: readonly Row[]): Promise<void> {
  for (const { id, happenedAt } of rows) {
    const told = { at: happenedAt + TOLD_AFTER_MS, how: 'by telephone' };
    await call(agent, 'saveBreaches', { breaches: [{ id, seen: 1 }], said: { told } });
  }
}

/** Asked by the agent, decided by the manager: nobody approves what they have asked for. */
async function askForExceptions(call: ProjectCall, rows: readonly Row[]): Promise<void> {
  const [excluded, waiting] = rows.filter(({ metric }) => metric === 'resolution');
  if (excluded === undefined || waiting === undefined) return;
  const asked = v.parse(
    rowsShape,
    await call(agent, 'askForExceptions', {
      cycles: [excluded.id],
      wanted: { kind: 'exclusion' },
      ground: 'customer-delay',
      reason: 'The customer was on leave for two weeks, and nobody stood in.',
    }),
  );
  const exceptions = asked.flatMap((row) =>
    row.exceptions.map(({ doc, revision }) => ({ id: doc.id, seen: revision })),
  );
  const note = 'The leave was announced on the request.';
  await call(manager, 'decideExceptions', { step: 'approve', exceptions, note });
  await call(agent, 'askForExceptions', {
    cycles: [waiting.id],
    wanted: { kind: 'extension', by: 8 * 3_600_000 },
    ground: 'other',
    reason: 'The room was locked for a day while the floor was laid.',
  });
}
