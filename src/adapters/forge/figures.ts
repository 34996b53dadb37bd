import * as v from 'valibot';
import {
  groupings,
  MOST_PERIODS,
  type BreachedTimer,
  type CountedCycle,
  type Figures,
  type FiguresRow,
  type Grouping,
  type OpenTimer,
  type OpenValue,
  type ProjectId,
  type TargetDetails,
} from '../../app/ports';
import { instantSchema, spanSchema } from '../../contract/primitives';
import { dimensions, type Dimensions } from '../../domain/report/dimensions';
import { HORIZON, span, type Instant } from '../../domain/time/instant';
import { cycleIdOf } from '../../domain/timer/cycle-name';
import { timerStates } from '../../domain/timer/foremost';
import { metricKinds } from '../../domain/timer/metric';
import { reportedVerdicts } from '../../domain/timer/reported';
import { verdicts } from '../../domain/timer/standing';
import { dayKey, OPEN } from './day-key';
import { placeholders, select, type SqlValue } from './sql';

const text = v.nullable(v.string());
const count = v.pipe(v.unknown(), v.transform(Number), v.number());
const id = v.pipe(v.number(), v.transform(String));

const timerEntries = {
  issue: id,
  agreement: v.string(),
  metric: v.string(),
  cycle: v.number(),
  kind: v.picklist(metricKinds),
  goal: text,
  startedAt: instantSchema,
  breachedAt: v.nullable(instantSchema),
  elapsed: spanSchema,
  within: v.nullable(spanSchema),
  service: text,
  customer: text,
  priority: text,
  assignee: text,
  team: text,
};

const TIMER =
  't.issue_id AS issue, t.agreement AS agreement, t.metric AS metric, t.cycle_no AS cycle, t.metric_kind AS kind, t.goal AS goal, t.started_at AS startedAt, t.breached_at AS breachedAt, t.elapsed_ms AS elapsed, t.goal_ms AS within, t.service AS service, t.customer AS customer, t.priority AS priority, t.assignee AS assignee, t.team AS team';

const openRow = v.object({
  ...timerEntries,
  state: v.picklist(timerStates),
  nextDue: instantSchema,
  waitsSince: v.nullable(instantSchema),
});

const breachedRow = v.object({
  ...timerEntries,
  breachedAt: instantSchema,
  version: v.string(),
  endedAt: v.nullable(instantSchema),
  verdict: v.picklist(verdicts),
  reported: v.picklist(reportedVerdicts),
});

const countedRow = v.object({
  ...timerEntries,
  verdict: v.picklist(verdicts),
  reported: v.picklist(reportedVerdicts),
  endedAt: v.nullable(instantSchema),
});

const closedRow = v.object({
  agreement: v.string(),
  metric: v.string(),
  kind: v.picklist(metricKinds),
  value: text,
  period: v.nullable(v.number()),
  verdict: v.picklist(verdicts),
  reported: v.picklist(reportedVerdicts),
  step: v.number(),
  count,
  elapsed: v.pipe(count, v.transform(span)),
});

const detailsRow = v.object({
  metric: v.string(),
  kind: v.picklist(metricKinds),
  version: v.string(),
  nearMisses: count,
  waited: v.pipe(count, v.transform(span)),
});

/** The place of the period in which a timer ended, by the ends of as many as there may be; NULL after the last. */
const PERIOD =
  'CASE WHEN t.closed_on < ? THEN 0 WHEN t.closed_on < ? THEN 1 WHEN t.closed_on < ? THEN 2 WHEN t.closed_on < ? THEN 3 WHEN t.closed_on < ? THEN 4 WHEN t.closed_on < ? THEN 5 WHEN t.closed_on < ? THEN 6 WHEN t.closed_on < ? THEN 7 WHEN t.closed_on < ? THEN 8 WHEN t.closed_on < ? THEN 9 WHEN t.closed_on < ? THEN 10 WHEN t.closed_on < ? THEN 11 WHEN t.closed_on < ? THEN 12 ELSE NULL END';

/** More values than a reader chooses from. */
const MOST_VALUES = 500;

/**
 * What figures and boards are made of. The rows of a project lie in the order of their days, those that are open last, so that
 * each question reads only the days that it is about.
 */
export const forgeFigures: Figures = {
  async open(project, { filter, states, waitsBefore, offset, limit }) {
    const asked = also(filter, states && ['state', states]);
    const rows = await select(
      `SELECT ${TIMER}, t.state AS state, t.next_due AS nextDue, t.waits_since AS waitsSince
       FROM timer t WHERE t.project_id = ? AND t.closed_on = ? AND COALESCE(t.waits_since, ?) <= ? ${asked.sql}
       ORDER BY t.next_due, t.issue_id, t.agreement, t.metric, t.cycle_no LIMIT ${limit} OFFSET ${offset}`,
      [...openIn(project), ...waitingBefore(waitsBefore), ...asked.params],
      openRow,
    );
    return rows.map(({ nextDue, ...row }): OpenTimer => {
      const { own, timer } = apart(row);
      return { ...timer, due: nextDue === HORIZON ? null : nextDue, dimensions: own };
    });
  },

  async openCounts(project, filter, waitsBefore) {
    const asked = also(filter);
    const rows = await select(
      `SELECT t.state AS state, COUNT(*) AS count, SUM(CASE WHEN t.waits_since < ? THEN 1 ELSE 0 END) AS waitingLong
       FROM timer t WHERE t.project_id = ? AND t.closed_on = ? ${asked.sql} GROUP BY t.state ORDER BY t.state`,
      [waitsBefore, ...openIn(project), ...asked.params],
      v.object({ state: v.picklist(timerStates), count, waitingLong: count }),
    );
    return {
      states: Object.fromEntries(rows.map((row) => [row.state, row.count])),
      waitingLong: rows.reduce((sum, row) => sum + row.waitingLong, 0),
    };
  },

  async openValues(project) {
    const by = ['agreement', ...dimensions] as const;
    const parts = by.map(
      (column) => `SELECT '${column}' AS dimension, t.${column} AS value, COUNT(*) AS count
        FROM timer t WHERE t.project_id = ? AND t.closed_on = ? GROUP BY t.${column}`,
    );
    const rows = await select(
      parts.join(' UNION ALL '),
      by.flatMap(() => openIn(project)),
      v.object({ dimension: v.picklist(by), value: text, count }),
    );
    return rows
      .map(({ dimension, ...row }): OpenValue => ({ by: dimension, ...row }))
      .sort((a, b) => b.count - a.count || compare(a.by, b.by) || compare(a.value ?? '', b.value ?? ''))
      .slice(0, MOST_VALUES);
  },

  async breached(project, { filter, from, to, offset, limit }) {
    const asked = also(filter);
    const rows = await select(
      `SELECT ${TIMER}, t.version AS version, t.ended_at AS endedAt, t.verdict AS verdict, t.reported AS reported
       FROM timer t
       WHERE t.project_id = ? AND t.breached_at >= ? AND t.breached_at < ? AND t.verdict = 'breached' ${asked.sql}
       ORDER BY t.breached_at DESC, t.issue_id DESC, t.agreement DESC, t.metric DESC, t.cycle_no DESC LIMIT ${limit} OFFSET ${offset}`,
      [Number(project), from, to, ...asked.params],
      breachedRow,
    );
    return rows.map(breachedOf);
  },

  async breachedOf(project, cycles) {
    if (cycles.length === 0) return [];
    const issues = [...new Set(cycles.map(({ issue }) => Number(issue)))];
    const rows = await select(
      `SELECT ${TIMER}, t.version AS version, t.ended_at AS endedAt, t.verdict AS verdict, t.reported AS reported
       FROM timer t
       WHERE t.issue_id IN ${placeholders(1, issues.length)} AND t.project_id = ? AND t.verdict = 'breached'
       ORDER BY t.issue_id, t.agreement, t.metric, t.cycle_no`,
      [...issues, Number(project)],
      breachedRow,
    );
    const wanted = new Set(cycles.map(cycleIdOf));
    return rows.map(breachedOf).filter((row) => wanted.has(cycleIdOf(row)));
  },

  async closed(project, { filter, edges, until, by }) {
    const asked = also(filter);
    const last = dayKey(edges.at(-1) ?? null);
    const ends = Array.from({ length: MOST_PERIODS }, (_, place) => edges[place + 1]);
    const rows = await select(
      `SELECT x.agreement AS agreement, x.metric AS metric, x.kind AS kind, x.value AS value, x.period AS period,
         x.verdict AS verdict, x.reported AS reported, x.step AS step, COUNT(*) AS count, SUM(x.length) AS elapsed
       FROM (SELECT t.agreement AS agreement, t.metric AS metric, t.metric_kind AS kind, t.${columnOf(by)} AS value,
           ${PERIOD} AS period, t.verdict AS verdict, t.reported AS reported, t.elapsed_ms AS length,
           CASE WHEN t.closed_on < ? THEN 0 ELSE t.elapsed_step END AS step
         FROM timer t WHERE t.project_id = ? AND t.closed_on >= ?
           AND (t.closed_on < ? OR (t.verdict = 'breached' AND t.breached_at < ?)) ${asked.sql}) x
       GROUP BY x.agreement, x.metric, x.kind, x.value, x.period, x.verdict, x.reported, x.step`,
      [
        ...ends.map((end) => (end === undefined ? last : dayKey(end))),
        dayKey(edges.at(-2) ?? null),
        Number(project),
        dayKey(edges[0] ?? null),
        last,
        until,
        ...asked.params,
      ],
      closedRow,
    );
    return rows satisfies FiguresRow[];
  },

  async lengths(project, { filter, edges, by }, lengths) {
    if (lengths.length === 0) return [];
    const parts = lengths.map(({ agreement, metric, value, step, place }, number) => {
      const asked = also({ ...filter, agreement, metric, [by]: value });
      return {
        sql: `SELECT p.number AS number, p.elapsed AS elapsed FROM (
          SELECT ${number} AS number, t.elapsed_ms AS elapsed FROM timer t
          WHERE t.project_id = ? AND t.closed_on >= ? AND t.closed_on < ? AND t.elapsed_step = ?
            AND t.verdict IN ('met', 'breached') ${asked.sql} ORDER BY t.elapsed_ms LIMIT 1 OFFSET ${place}) p`,
        params: [
          Number(project),
          dayKey(edges.at(-2) ?? null),
          dayKey(edges.at(-1) ?? null),
          step,
          ...asked.params,
        ],
      };
    });
    const rows = await select(
      parts.map(({ sql }) => sql).join(' UNION ALL '),
      parts.flatMap(({ params }) => params),
      v.object({ number: v.number(), elapsed: spanSchema }),
    );
    return rows.sort((a, b) => a.number - b.number).map(({ elapsed }) => elapsed);
  },

  async details(project, { agreement, from, to, nearMiss }) {
    const rows = await select(
      `SELECT t.metric AS metric, t.metric_kind AS kind, t.version AS version, SUM(t.waited_ms) AS waited,
         SUM(CASE WHEN t.verdict = 'met' AND t.elapsed_ms * 100 >= t.goal_ms * ? THEN 1 ELSE 0 END) AS nearMisses
       FROM timer t WHERE t.project_id = ? AND t.closed_on >= ? AND t.closed_on < ? AND t.agreement = ?
       GROUP BY t.metric, t.metric_kind, t.version ORDER BY t.metric, t.metric_kind, t.version`,
      [nearMiss, Number(project), dayKey(from), dayKey(to), agreement],
      detailsRow,
    );
    return rows satisfies TargetDetails[];
  },

  async cycles(project, { filter, edges, until, verdicts: judged, reported, late, offset, limit }) {
    const asked = also(filter, judged && ['verdict', judged], reported && ['reported', reported]);
    const last = dayKey(edges.at(-1) ?? null);
    const rows = await select(
      `SELECT ${TIMER}, t.verdict AS verdict, t.reported AS reported, t.ended_at AS endedAt
       FROM timer t WHERE t.project_id = ? AND t.closed_on >= ? AND t.closed_on < ?
         AND (t.closed_on < ? OR (t.verdict = 'breached' AND t.breached_at < ?)) ${asked.sql}
       ORDER BY t.issue_id, t.agreement, t.metric, t.cycle_no LIMIT ${limit} OFFSET ${offset}`,
      [
        Number(project),
        late ? last : dayKey(edges[0] ?? null),
        late ? OPEN + 1 : last,
        last,
        until,
        ...asked.params,
      ],
      countedRow,
    );
    return rows.map((row): CountedCycle => {
      const { own, timer } = apart(row);
      const { startedAt: _startedAt, ...cycle } = timer;
      return { ...cycle, dimensions: own };
    });
  },
};

const openIn = (project: ProjectId): SqlValue[] => [Number(project), OPEN];

/** What every waiting since must come before or be; one that does not wait passes where nothing is asked. */
const waitingBefore = (before: Instant | undefined): SqlValue[] =>
  before === undefined ? [0, HORIZON] : [HORIZON, before - 1];

/** What timers are told apart by, and the column that has it. */
const columnOf = (grouping: Grouping): string => (grouping === 'kind' ? 'metric_kind' : grouping);

type OneOf = readonly [column: 'state' | 'verdict' | 'reported', values: readonly string[]] | undefined;

/** Further conditions of a statement, of a filter and of columns that must have one of several values. */
function also(filter: Readonly<Partial<Record<Grouping, string | null>>>, ...oneOf: readonly OneOf[]) {
  const alike = groupings.flatMap((grouping) => {
    const value = filter[grouping];
    if (value === undefined) return [];
    const column = columnOf(grouping);
    return value === null
      ? [{ sql: `AND t.${column} IS NULL`, params: [] }]
      : [{ sql: `AND t.${column} = ?`, params: [value] }];
  });
  const among = oneOf.flatMap((one) =>
    one ? [{ sql: `AND t.${one[0]} IN ${placeholders(1, one[1].length)}`, params: one[1] }] : [],
  );
  const all = [...alike, ...among];
  return { sql: all.map(({ sql }) => sql).join(' '), params: all.flatMap(({ params }) => params) };
}

/** A row without what it is told apart by, and that by itself. */
function apart<Row extends Dimensions>(row: Row): { own: Dimensions; timer: Omit<Row, keyof Dimensions> } {
  const { service, customer, priority, assignee, team, ...timer } = row;
  return { own: { service, customer, priority, assignee, team }, timer };
}

function breachedOf(row: v.InferOutput<typeof breachedRow>): BreachedTimer {
  const { own, timer } = apart(row);
  return { ...timer, dimensions: own };
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
