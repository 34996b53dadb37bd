import * as v from 'valibot';
import {
  groupings,
  type BreachedTimer,
  type CountedCycle,
  type Figures,
  type FiguresRow,
  type FiguresWanted,
  type Grouping,
  type OpenTimer,
  type OpenValue,
  type ProjectId,
  type TimerFilter,
} from '../../app/ports';
import { instantSchema, spanSchema } from '../../contract/primitives';
import { dimensions, type Dimensions } from '../../domain/report/dimensions';
import { HORIZON, span } from '../../domain/time/instant';
import type { LocalDate } from '../../domain/time/local-date';
import type { CycleName } from '../../domain/timer/cycle-name';
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

const TIMER = `t.issue_id AS issue, t.agreement AS agreement, t.metric AS metric, t.cycle_no AS cycle,
  t.metric_kind AS kind, t.goal AS goal, t.started_at AS startedAt, t.breached_at AS breachedAt,
  t.elapsed_ms AS elapsed, t.goal_ms AS within, ${dimensions.map((each) => `t.${each} AS ${each}`).join(', ')}`;

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

const BREACHED = `${TIMER}, t.version AS version, t.ended_at AS endedAt, t.verdict AS verdict, t.reported AS reported`;

const countedRow = v.object({
  ...timerEntries,
  verdict: v.picklist(verdicts),
  reported: v.picklist(reportedVerdicts),
  endedAt: v.nullable(instantSchema),
});

const valueRow = v.object({
  by: v.picklist(['agreement', ...dimensions]),
  value: text,
  count,
});

/** More values than a reader chooses from. */
const MOST_VALUES = 500;

/**
 * What figures and boards are made of. The rows of a project lie in the order of their days, those that are open last, so that
 * each question reads only the days that it is about.
 */
export const forgeFigures: Figures = {
  async open(project, { filter, states, waitsBefore, offset, limit }) {
    const which = where(filter);
    const rows = await select(
      `SELECT ${TIMER}, t.state AS state, t.next_due AS nextDue, t.waits_since AS waitsSince
       FROM timer t WHERE ${IS_OPEN} ${which.sql}
         ${states ? `AND t.state IN ${placeholders(1, states.length)}` : ''}
         ${waitsBefore === undefined ? '' : 'AND t.waits_since < ?'}
       ORDER BY t.next_due, t.issue_id, t.agreement, t.metric, t.cycle_no LIMIT ? OFFSET ?`,
      [
        ...openIn(project),
        ...which.params,
        ...(states ?? []),
        ...(waitsBefore === undefined ? [] : [waitsBefore]),
        limit,
        offset,
      ],
      openRow,
    );
    return rows.map(({ nextDue, ...row }): OpenTimer => {
      const { own, timer } = apart(row);
      return { ...timer, due: nextDue === HORIZON ? null : nextDue, dimensions: own };
    });
  },

  async openCounts(project, filter, waitsBefore) {
    const which = where(filter);
    const rows = await select(
      `SELECT t.state AS state, COUNT(*) AS count, SUM(CASE WHEN t.waits_since < ? THEN 1 ELSE 0 END) AS waitingLong
       FROM timer t WHERE ${IS_OPEN} ${which.sql} GROUP BY t.state ORDER BY t.state`,
      [waitsBefore, ...openIn(project), ...which.params],
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
      (column) =>
        `SELECT '${column}' AS \`by\`, t.${column} AS value, COUNT(*) AS count FROM timer t WHERE ${IS_OPEN} GROUP BY t.${column}`,
    );
    const rows = await select(
      `SELECT v.\`by\` AS \`by\`, v.value AS value, v.count AS count FROM (${parts.join(' UNION ALL ')}) v
       ORDER BY v.count DESC, v.\`by\`, v.value LIMIT ${MOST_VALUES}`,
      by.flatMap(() => openIn(project)),
      valueRow,
    );
    return rows satisfies OpenValue[];
  },

  async breached(project, { filter, from, to, offset, limit }) {
    const which = where(filter);
    const rows = await select(
      `SELECT ${BREACHED} FROM timer t WHERE t.project_id = ? AND t.breached_at >= ? AND t.breached_at < ?
         AND t.verdict = 'breached' ${which.sql}
       ORDER BY t.breached_at DESC, t.issue_id, t.agreement, t.metric, t.cycle_no LIMIT ? OFFSET ?`,
      [Number(project), from, to, ...which.params, limit, offset],
      breachedRow,
    );
    return rows.map(breachedOf);
  },

  async breachedOf(project, cycles) {
    if (cycles.length === 0) return [];
    const issues = [...new Set(cycles.map(({ issue }) => Number(issue)))];
    const rows = await select(
      `SELECT ${BREACHED} FROM timer t WHERE t.issue_id IN ${placeholders(1, issues.length)} AND t.project_id = ?
         AND t.verdict = 'breached' ORDER BY t.issue_id, t.agreement, t.metric, t.cycle_no`,
      [...issues, Number(project)],
      breachedRow,
    );
    const wanted = new Set(cycles.map(keyOf));
    return rows.map(breachedOf).filter((row) => wanted.has(keyOf(row)));
  },

  async closed(project, wanted, by) {
    const [which, period] = [ofTime(wanted), periodOf(wanted.edges)];
    const groups = [
      ...by.map((grouping) => `x.\`${grouping}\``),
      'x.verdict',
      'x.reported',
      'x.step',
      'x.period',
    ];
    const rows = await select(
      `SELECT ${groups.map((group) => `${group} AS ${group.slice('x.'.length)}`).join(', ')},
         COUNT(*) AS count, SUM(x.length) AS elapsed
       FROM (SELECT ${by.map((grouping) => `t.${columnOf(grouping)} AS \`${grouping}\`, `).join('')}
           t.verdict AS verdict, t.reported AS reported, t.elapsed_step AS step, ${period.sql} AS period,
           t.elapsed_ms AS length
         FROM timer t WHERE ${which.sql}) x
       GROUP BY ${groups.join(', ')}`,
      [...period.params, Number(project), ...which.params],
      v.looseObject({
        period: v.nullable(v.number()),
        verdict: v.picklist(verdicts),
        reported: v.picklist(reportedVerdicts),
        step: v.number(),
        count,
        elapsed: v.pipe(count, v.transform(span)),
      }),
    );
    return rows.map(({ period, verdict, reported, step, count, elapsed, ...row }): FiguresRow => ({
      period,
      by: Object.fromEntries(by.map((grouping) => [grouping, v.parse(text, row[grouping])])),
      verdict,
      reported,
      step,
      count,
      elapsed,
    }));
  },

  async lengths(project, { filter, edges }, lengths) {
    if (lengths.length === 0) return [];
    const common = where(filter);
    const parts = lengths.map(({ by, period, step, place }, number) => {
      const own = where(by);
      return {
        sql: `SELECT p${number}.number AS number, p${number}.elapsed AS elapsed FROM (
          SELECT ${number} AS number, t.elapsed_ms AS elapsed FROM timer t
          WHERE t.project_id = ? AND t.closed_on >= ? AND t.closed_on < ? AND t.elapsed_step = ? AND ${JUDGED}
            ${common.sql} ${own.sql} ORDER BY t.elapsed_ms LIMIT 1 OFFSET ?) p${number}`,
        params: [
          Number(project),
          dayKey(edges[period] ?? null),
          dayKey(edges[period + 1] ?? null),
          step,
          ...common.params,
          ...own.params,
          place,
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

  async cycles(project, { verdicts: judged, reported, late, offset, limit, ...wanted }) {
    const which = ofTime(wanted);
    const asked = [
      ...(judged ? [`AND t.verdict IN ${placeholders(1, judged.length)}`] : []),
      ...(reported ? [`AND t.reported IN ${placeholders(1, reported.length)}`] : []),
    ];
    const rows = await select(
      `SELECT ${TIMER}, t.verdict AS verdict, t.reported AS reported, t.ended_at AS endedAt
       FROM timer t WHERE ${which.sql} AND t.closed_on ${late ? '>=' : '<'} ? ${asked.join(' ')}
       ORDER BY t.issue_id, t.agreement, t.metric, t.cycle_no LIMIT ? OFFSET ?`,
      [
        Number(project),
        ...which.params,
        dayKey(wanted.edges.at(-1) ?? null),
        ...(judged ?? []),
        ...(reported ?? []),
        limit,
        offset,
      ],
      countedRow,
    );
    return rows.map((row): CountedCycle => {
      const { own, timer } = apart(row);
      const { startedAt: _startedAt, breachedAt: _breachedAt, ...cycle } = timer;
      return { ...cycle, dimensions: own };
    });
  },
};

/** What closed timers are told apart by, and the columns that have it. */
const columnOf = (grouping: Grouping): string => (grouping === 'kind' ? 'metric_kind' : grouping);

/** Timers that ended from the first edge on and before the last, or were late at the end of the time. */
function ofTime({ filter, edges, until }: FiguresWanted): { sql: string; params: SqlValue[] } {
  const which = where(filter);
  const [from, to] = [edges[0] ?? '', edges.at(-1) ?? ''].map(dayKey);
  return {
    sql: `t.project_id = ? AND t.closed_on >= ?
      AND (t.closed_on < ? OR (t.verdict = 'breached' AND t.breached_at < ?)) ${which.sql}`,
    params: [from ?? 0, to ?? 0, until, ...which.params],
  };
}

/** The place of the period in which a timer ended; NULL after the last. */
function periodOf(edges: readonly LocalDate[]): { sql: string; params: SqlValue[] } {
  const ends = edges.slice(1);
  return {
    sql: `CASE ${ends.map((_, place) => `WHEN t.closed_on < ? THEN ${place}`).join(' ')} ELSE NULL END`,
    params: ends.map(dayKey),
  };
}

const JUDGED = "t.verdict IN ('met', 'breached')";

const IS_OPEN = 't.project_id = ? AND t.closed_on = ?';
const openIn = (project: ProjectId): SqlValue[] => [Number(project), OPEN];

/** What a filter asks of a row. */
function where(filter: TimerFilter | FiguresRow['by']): { sql: string; params: SqlValue[] } {
  const asked = groupings.flatMap((grouping) => {
    const value = filter[grouping];
    return value === undefined ? [] : [[columnOf(grouping), value] as const];
  });
  return {
    sql: asked.map(([column, value]) => `AND t.${column} ${value === null ? 'IS NULL' : '= ?'}`).join(' '),
    params: asked.flatMap(([, value]) => (value === null ? [] : [value])),
  };
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

const keyOf = ({ issue, agreement, metric, cycle }: CycleName): string =>
  `${issue} ${cycle} ${metric} ${agreement}`;
