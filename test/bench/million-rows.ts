import { HORIZON, hours } from '../../src/domain/time/instant';
import { goal, nineToFive, publication, resolutionMetric } from '../support/builders';
import type { SqlValue } from './million-probe';

/** A million timers, made by the database itself from numbers: `INSERT … SELECT` is its fastest way. */

export const NOW = Date.parse('2026-11-18T12:00Z');
export const ISSUES = 250_000;
export const PROJECTS = 50;
/** The one with the most issues. */
export const LARGEST_PROJECT = 10_000;
/** One with a tenth of those. */
export const SMALLER_PROJECT = LARGEST_PROJECT + PROJECTS / 2;
export const RULE_BOOK = 'change-1';
/** Marks of the largest project, as after an hour in which work was held. */
export const BACKLOG = 60_000;

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;
/** The oldest issue was created so long ago. */
const AGE = 730 * DAY;

/** Numbers from 0 up to 1 that look random, another for each issue and `salt`. */
const drawn = (salt: number): string => `MOD(i.seq * ${0.618_033_988 + salt * 0.414_213_562}, 1)`;

/** Projects are of very different size: the largest has a seventh of all issues. */
const project = `(${LARGEST_PROJECT} + FLOOR(${PROJECTS} * ${drawn(1)} * ${drawn(1)}))`;
const created = `(${NOW} - FLOOR((${ISSUES} - i.seq) * ${AGE / ISSUES}))`;
/** Half of a fortnight's issues, and one in a hundred of those before. */
const isOpen = `(${drawn(2)} < CASE WHEN i.seq > ${Math.floor(ISSUES * (1 - (14 * DAY) / AGE))} THEN 0.5 ELSE 0.01 END)`;
const goalName = `CASE WHEN ${drawn(3)} < 0.05 THEN 'Critical' WHEN ${drawn(3)} < 0.2 THEN 'High' WHEN ${drawn(3)} < 0.8 THEN 'Moderate' ELSE 'Low' END`;

/** Four timers an issue: metric, cycle, hours promised, and how large a part of them its timers mostly take. */
const timers = [
  ['response', 1, 8, 0.9],
  ['resolution', 1, 120, 1.1],
  ['periodic-update', 1, 24, 1],
  ['periodic-update', 2, 48, 1.05],
] as const;

const cycle = { number: 1, version: 'agreement-1@1', startedAt: NOW, stretches: [], end: null };
const timer = {
  agreement: { id: 'agreement-1', name: 'IT service desk' },
  metric: { id: 'resolution', kind: 'resolution' },
  cycles: [cycle],
  unknown: false,
};
const evaluationDoc = JSON.stringify({ timers: Array(4).fill(timer) });
const said = {
  agreementName: 'IT service desk',
  kind: 'resolution',
  mark: { atShare: 100 },
  timeZone: 'UTC',
  due: null,
  left: null,
};
const alertDoc = JSON.stringify({ said, steps: [] });
const { agreement } = publication([resolutionMetric([goal('Four hours', hours(4))])]);

interface Filling {
  readonly statement: string;
  readonly params?: readonly SqlValue[];
}

/** Statements that fill the tables, in their order. */
export function fillings(): Filling[] {
  const statements = [
    ...timers.map(([metric, number, promised, part], index) => {
      const within = promised * HOUR;
      const took = `FLOOR(${within} * ${part} * 1.3 * ${drawn(4 + index)})`;
      const due = `${created} + ${within}`;
      const open = metric === 'resolution' ? isOpen : `(${isOpen} AND ${drawn(9)} < 0.2)`;
      const end = `CASE WHEN ${open} THEN NULL ELSE ${created} + ${took} END`;
      const verdict = `CASE WHEN ${open} AND ${due} > ${NOW} THEN 'open' WHEN ${open} OR ${took} > ${within} THEN 'breached' ELSE 'met' END`;
      const step = `FLOOR(8 * LOG2(1 + ${took} / 1000))`;
      return `INSERT INTO timer (issue_id, agreement, metric, cycle_no, project_id, metric_kind, version, goal, clock,
          verdict, started_at, ended_at, due_at, breached_at, elapsed_ms, goal_ms, evaluated_at, written_by,
          closed_on, state, reported, next_due, elapsed_step, waited_ms, service, customer, priority, assignee, team)
        SELECT i.seq, CONCAT('agreement-', MOD(i.seq, 3)), '${metric}', ${number}, ${project}, '${metric}',
          CONCAT('agreement-', MOD(i.seq, 3), '@1'), ${goalName}, CASE WHEN ${open} THEN 'running' ELSE 'stopped' END,
          ${verdict},
          ${created}, ${end}, ${due}, CASE WHEN ${took} > ${within} THEN ${due} END, ${took}, ${within},
          ${created} + ${took}, UUID(),
          CASE WHEN ${open} THEN 99991231 ELSE DATE_FORMAT(FROM_UNIXTIME((${created} + ${took}) / 1000), '%Y%m%d') END,
          CASE WHEN ${open} THEN 'running' ELSE 'met' END, ${verdict}, CASE WHEN ${open} THEN ${due} ELSE ${HORIZON} END, ${step}, 0,
          CONCAT('service-', MOD(i.seq, 40)), MOD(i.seq, 90), 1 + MOD(i.seq, 4), CONCAT('account-', MOD(i.seq, 300)), MOD(i.seq, 25)
        FROM seq_1_to_${ISSUES} i`;
    }),
    `INSERT INTO issue_evaluation (issue_id, project_id, outcome, issue_updated, evaluated_at, rule_book, change_at, alert_at, doc)
      SELECT i.seq, ${project}, 'timers', ${created}, ${created} + ${MINUTE}, '${RULE_BOOK}',
        CASE WHEN ${isOpen} THEN ${NOW} + FLOOR(${drawn(10)} * ${14 * DAY}) END,
        CASE WHEN ${isOpen} THEN ${NOW} + FLOOR(${drawn(10)} * ${14 * DAY}) + ${HOUR} END, RPAD('${evaluationDoc}', 1600, ' ')
      FROM seq_1_to_${ISSUES} i`,
    `INSERT INTO alert (issue_id, agreement, metric, cycle_no, threshold, goal, id, project_id, passed_at, raised_at, state,
        act_at, doc)
      SELECT i.seq, 'agreement-1', 'resolution', 1, 'due', 'Moderate', UUID(), ${project}, ${created}, ${created}, 'done',
        CASE WHEN ${drawn(11)} < 0.001 THEN ${NOW} END, RPAD('${alertDoc}', 300, ' ')
      FROM seq_1_to_${ISSUES} i WHERE MOD(i.seq, 3) = 1`,
    `INSERT INTO dirty_issue (issue_id, token, project_id, marked_at, marked_by)
      SELECT e.issue_id, UUID(), e.project_id, ${NOW} - ${HOUR} + FLOOR(i.seq * ${HOUR / BACKLOG}), 'event'
      FROM seq_1_to_${BACKLOG} i
        JOIN issue_evaluation e ON e.issue_id = ${ISSUES} - MOD(i.seq, 6000)`,
    `UPDATE dirty_issue SET project_id = ${LARGEST_PROJECT}`,
    `INSERT INTO deleted_issue (issue_id, deleted_at) SELECT ${ISSUES} + i.seq, ${NOW} - i.seq * ${MINUTE} FROM seq_1_to_5000 i`,
    `INSERT INTO record_change (id, project_id, saved_at, actor, action)
      SELECT CONCAT('change-', i.seq), ${LARGEST_PROJECT} + MOD(i.seq, ${PROJECTS}), ${NOW} - ${30 * DAY} - i.seq, 'sam', 'import'
      FROM seq_1_to_${PROJECTS * 10} i`,
    `INSERT INTO job (project_id, kind, id, state, turn, due_at, started_at, started_by, changed_at, doc)
      SELECT ${LARGEST_PROJECT} + i.seq - 1, 'backfill', UUID(), 'done', 9, ${NOW}, ${NOW}, 'sam', ${NOW}, '{}'
      FROM seq_1_to_${PROJECTS} i`,
  ];
  const revisions = {
    statement: `INSERT INTO record_revision (project_id, kind, id, seq, change_id, saved_at, doc)
      SELECT ${LARGEST_PROJECT} + MOD(c.seq, ${PROJECTS}), CASE WHEN r.seq < 3 THEN 'agreement' ELSE 'calendar' END,
        CONCAT('record-', r.seq), c.seq, CONCAT('change-', c.seq), ${NOW} - ${30 * DAY} - c.seq,
        CASE WHEN r.seq < 3 THEN ? ELSE ? END
      FROM seq_1_to_${PROJECTS * 10} c, seq_1_to_5 r`,
    params: [JSON.stringify(agreement), JSON.stringify(nineToFive)],
  };
  const tables = ['timer', 'issue_evaluation', 'alert', 'dirty_issue', 'record_revision', 'record_change'];
  return [
    ...statements.map((statement) => ({ statement })),
    revisions,
    ...tables.map((table) => ({ statement: `ANALYZE TABLE ${table}` })),
  ];
}
