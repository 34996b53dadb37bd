import * as v from 'valibot';
import type { Evaluation, Ids, IssueId, StoredEvaluation, Timers } from '../../app/ports';
import { instantSchema } from '../../contract/primitives';
import { priorityGivenSchema } from '../../contract/priority-matrix';
import { cycleSchema } from '../../contract/views';
import type { Timer } from '../../domain/timer/cycle';
import { metricKinds } from '../../domain/timer/metric';
import { execute, json, placeholders, select, statements, type SqlValue } from './sql';

const id = v.pipe(v.number(), v.transform(String));

const evaluationRow = v.object({
  issue: id,
  project: id,
  outcome: v.picklist(['timers', 'not-covered', 'unreadable']),
  issueUpdated: v.nullable(instantSchema),
  evaluatedAt: instantSchema,
  ruleBook: v.string(),
});

const judgedRow = v.object({
  issue: id,
  issueUpdated: v.nullable(instantSchema),
  evaluatedAt: instantSchema,
  ruleBook: v.string(),
});

const timerRow = v.object({
  issue: id,
  agreement: v.string(),
  metric: v.string(),
  kind: v.picklist(metricKinds),
  verdict: v.string(),
  doc: json(
    v.object({
      agreementName: v.string(),
      cycle: cycleSchema,
      /** Of the issue; with its first timer. */
      priority: v.exactOptional(priorityGivenSchema),
    }),
  ),
});

const TIMER_COLUMNS = [
  'issue_id',
  'agreement',
  'metric',
  'cycle_no',
  'project_id',
  'metric_kind',
  'version',
  'goal',
  'clock',
  'verdict',
  'started_at',
  'ended_at',
  'due_at',
  'breached_at',
  'elapsed_ms',
  'goal_ms',
  'evaluated_at',
  'written_by',
  'doc',
] as const;

/** Timers as they were last evaluated: for reports, and for the panel while the issue does not change. */
export function forgeTimers(ids: Ids): Timers {
  return {
    async save(evaluations) {
      if (evaluations.length === 0) return;
      const writer = ids.next();
      const rows = evaluations.flatMap((evaluation) => timerRows(evaluation, writer));
      for (const some of statements(rows)) {
        await execute(
          `REPLACE INTO timer (${TIMER_COLUMNS.join(', ')}) VALUES ${placeholders(some.length, TIMER_COLUMNS.length)}`,
          some.flat(),
        );
      }
      const issueIds = evaluations.map(({ issue }) => Number(issue));
      // What a later writer has put there meanwhile stays.
      const latest = Math.max(...evaluations.map(({ evaluatedAt }) => evaluatedAt));
      await execute(
        `DELETE FROM timer WHERE issue_id IN ${placeholders(1, issueIds.length)} AND written_by <> ? AND evaluated_at <= ?`,
        [...issueIds, writer, latest],
      );
      await execute(
        `REPLACE INTO issue_evaluation (issue_id, project_id, outcome, issue_updated, evaluated_at, rule_book,
           change_at, alert_at)
         VALUES ${placeholders(evaluations.length, 8)}`,
        evaluations.flatMap(({ issue, project, outcome, issueUpdated, evaluatedAt, ruleBook, ahead }) => [
          Number(issue),
          Number(project),
          outcome,
          issueUpdated,
          evaluatedAt,
          ruleBook,
          ahead.change,
          ahead.alert,
        ]),
      );
    },

    of: async (issue) => (await storedOf([issue]))[0],
    stored: storedOf,

    async judged(issues) {
      if (issues.length === 0) return new Map();
      const rows = await select(
        `SELECT issue_id AS issue, issue_updated AS issueUpdated, evaluated_at AS evaluatedAt, rule_book AS ruleBook
         FROM issue_evaluation WHERE issue_id IN ${placeholders(1, issues.length)}`,
        issues.map(Number),
        judgedRow,
      );
      return new Map(rows.map(({ issue, ...judged }) => [issue, judged]));
    },

    async forget(issue, at) {
      await execute(`REPLACE INTO deleted_issue (issue_id, deleted_at) VALUES (?, ?)`, [Number(issue), at]);
      for (const table of ['timer', 'issue_evaluation', 'dirty_issue', 'alert']) {
        await execute(`DELETE FROM ${table} WHERE issue_id = ?`, [Number(issue)]);
      }
    },

    async deleted(issues) {
      if (issues.length === 0) return new Set();
      const rows = await select(
        `SELECT issue_id AS issue FROM deleted_issue WHERE issue_id IN ${placeholders(1, issues.length)}`,
        issues.map(Number),
        v.object({ issue: id }),
      );
      return new Set(rows.map(({ issue }) => issue));
    },

    async evaluatedAfter(project, issue, limit) {
      const rows = await select(
        `SELECT issue_id AS issue FROM issue_evaluation
         WHERE project_id = ? AND issue_id > ? ORDER BY issue_id LIMIT ${Math.floor(limit)}`,
        [Number(project), Number(issue)],
        v.object({ issue: id }),
      );
      return rows.map((row) => row.issue);
    },

    async evaluatedBefore(project, before = String(Number.MAX_SAFE_INTEGER), limit) {
      const rows = await select(
        `SELECT issue_id AS issue FROM issue_evaluation
         WHERE project_id = ? AND issue_id < ? ORDER BY issue_id DESC LIMIT ${Math.floor(limit)}`,
        [Number(project), Number(before)],
        v.object({ issue: id }),
      );
      return rows.map((row) => row.issue);
    },

    async hasOtherThan(project, ruleBook) {
      const rows = await select(
        `SELECT issue_id AS issue FROM issue_evaluation WHERE project_id = ? AND rule_book <> ? LIMIT 1`,
        [Number(project), ruleBook],
        v.unknown(),
      );
      return rows.length > 0;
    },
  };
}

async function storedOf(issues: readonly IssueId[]): Promise<StoredEvaluation[]> {
  if (issues.length === 0) return [];
  const [wanted, ids] = [placeholders(1, issues.length), issues.map(Number)];
  const evaluations = await select(
    `SELECT issue_id AS issue, project_id AS project, outcome, issue_updated AS issueUpdated,
       evaluated_at AS evaluatedAt, rule_book AS ruleBook
     FROM issue_evaluation WHERE issue_id IN ${wanted}`,
    ids,
    evaluationRow,
  );
  if (evaluations.length === 0) return [];
  const rows = await select(
    `SELECT issue_id AS issue, agreement, metric, metric_kind AS kind, verdict, doc
     FROM timer WHERE issue_id IN ${wanted} ORDER BY issue_id, agreement, metric, cycle_no`,
    ids,
    timerRow,
  );
  return evaluations.map((evaluation) => {
    const own = rows.filter(({ issue }) => issue === evaluation.issue);
    const priority = own.find(({ doc }) => doc.priority)?.doc.priority;
    return { ...evaluation, timers: timersOf(own), ...(priority && { priority }) };
  });
}

function timerRows(evaluation: Evaluation, writer: string): SqlValue[][] {
  const { issue, project, evaluatedAt, timers, priority } = evaluation;
  return timers.flatMap(({ agreement, metric, cycles, standings }, place) =>
    cycles.flatMap((cycle, index) => {
      const standing = standings[index];
      if (!standing) return [];
      const { clock, verdict, promise, within, due, breachedAt, elapsed } = standing;
      const row: Record<(typeof TIMER_COLUMNS)[number], SqlValue> = {
        issue_id: Number(issue),
        agreement: agreement.id,
        metric: metric.id,
        cycle_no: cycle.number,
        project_id: Number(project),
        metric_kind: metric.kind,
        version: cycle.version,
        goal: promise?.goal ?? null,
        clock: clock.kind,
        verdict,
        started_at: cycle.startedAt,
        ended_at: cycle.end?.at ?? null,
        due_at: due ?? null,
        breached_at: breachedAt ?? null,
        elapsed_ms: elapsed,
        goal_ms: within ?? null,
        evaluated_at: evaluatedAt,
        written_by: writer,
        doc: JSON.stringify({
          agreementName: agreement.name,
          cycle,
          ...(priority && place === 0 && index === 0 && { priority }),
        }),
      };
      return [TIMER_COLUMNS.map((column) => row[column])];
    }),
  );
}

/** Rows in order of agreement, metric and cycle, put together again. */
function timersOf(rows: readonly v.InferOutput<typeof timerRow>[]): Timer[] {
  const timers = new Map<string, Timer>();
  for (const { agreement, metric, kind, verdict, doc } of rows) {
    const key = `${agreement} ${metric}`;
    const before = timers.get(key);
    timers.set(key, {
      agreement: { id: agreement, name: doc.agreementName },
      metric: { id: metric, kind },
      cycles: [...(before?.cycles ?? []), doc.cycle],
      // A cycle that could not be decided says so itself, and nothing of the others.
      unknown: before?.unknown === true || (verdict === 'unknown' && !doc.cycle.undecided),
    });
  }
  return [...timers.values()];
}
