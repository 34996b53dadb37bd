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
    said: v.nullable(v.object({ revision: v.number() })),
    exceptions: v.array(v.object({ doc: v.object({ id: v.string() }), revision: v.number() })),
  }),
);
type Row = v.InferOutput<typeof rowsShape>[number];
const pageShape = v.object({ rows: rowsShape, next: v.nullable(v.unknown()) });

/** As many as the app takes at once. */
const AT_ONCE = 100;
/** The customer is told within so much time, of the breaches of which somebody says when. */
const TOLD_AFTER_MS = 3 * 3_600_000;
/** Breaches of last month that nobody has explained yet. */
const UNEXPLAINED_EACH = 12;

export interface BreachesGround {
  readonly call: ProjectCall;
  readonly store: Store;
  readonly incidents: readonly Incident[];
  readonly days: SiteDays;
}

/**
 * Says of the breaches of the last two months why they happened, by the closing codes of the log: of all that ended in the
 * former month, of most in the latter. Of the latter one is excluded and one waits to be.
 */
export async function writeAboutBreaches({ call, store, incidents, days }: BreachesGround): Promise<void> {
  const [former, latter, now] = [2, 1, 0].map((before) => days.at(days.month(before), '00:00')) as [
    number,
    number,
    number,
  ];
  // What ended in the former month may be late since the one before.
  const since = days.at(days.month(3), '00:00');
  const rows = (await breaches(call, since, now)).filter(({ timer }) => timer?.endedAt);
  const endedIn = (from: number, to: number): Row[] =>
    rows.filter(({ timer }) => timer?.endedAt && timer.endedAt >= from && timer.endedAt < to);
  const [inFormer, inLatter] = [endedIn(former, latter), endedIn(latter, now)];
  const explained = [...inFormer, ...inLatter.filter((_, index) => index % UNEXPLAINED_EACH > 0)];
  await explain(call, explained, codeFinder(store, incidents));
  await tell(call, inLatter.filter((_, index) => index % UNEXPLAINED_EACH === 1).slice(0, 10));
  await askForExceptions(call, inLatter);
}

async function breaches(call: ProjectCall, from: number, to: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: unknown = undefined; ;) {
    const wanted = { from, to, ...(after === undefined ? {} : { after }) };
    const page = v.parse(pageShape, await call(agent, 'viewBreaches', wanted));
    rows.push(...page.rows);
    if (page.next === null) return rows;
    after = page.next;
  }
}

/** The closing code of the incident that a row's issue was made of. */
function codeFinder({ issues }: Store, incidents: readonly Incident[]): (row: Row) => string | null {
  const codes = new Map(incidents.map(([{ number, closedCode }]) => [number, closedCode]));
  return ({ timer }) => codes.get(issues.get(timer?.issue ?? '')?.custom.get(logFields.number) ?? '') ?? null;
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
  const [excluded, waiting] = rows.filter(({ timer }) => timer?.metric === 'resolution');
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
