import * as v from 'valibot';
import {
  outcomes,
  type Evaluation,
  type Ids,
  type IssueId,
  type StoredEvaluation,
  type Timers,
} from '../../app/ports';
import { instantSchema } from '../../contract/primitives';
import { priorityGivenSchema } from '../../contract/priority-matrix';
import { timerSchema } from '../../contract/views';
import { dimensions } from '../../domain/report/dimensions';
import { durationStep } from '../../domain/report/duration-step';
import { HORIZON } from '../../domain/time/instant';
import { dayKey } from './day-key';
import { execute, placeholders, select, statements, type SqlValue } from './sql';

const id = v.pipe(v.number(), v.transform(String));

const evaluationRow = v.object({
  issue: id,
  project: id,
  outcome: v.picklist(outcomes),
  issueUpdated: v.nullable(instantSchema),
  evaluatedAt: instantSchema,
  ruleBook: v.string(),
  doc: v.string(),
});

const judgedRow = v.object({
  issue: id,
  outcome: v.picklist(outcomes),
  issueUpdated: v.nullable(instantSchema),
  evaluatedAt: instantSchema,
  ruleBook: v.string(),
});

/** The timers of an issue, and what else was said of it. */
const keptSchema = v.object({
  timers: v.array(timerSchema),
  isResolved: v.exactOptional(v.literal(true)),
  priority: v.exactOptional(priorityGivenSchema),
});

const TIMER_COLUMNS = [
  'project_id',
  'closed_on',
  'issue_id',
  'agreement',
  'metric',
  'cycle_no',
  'metric_kind',
  'version',
  'goal',
  'clock',
  'state',
  'verdict',
  'reported',
  'started_at',
  'ended_at',
  'due_at',
  'next_due',
  'breached_at',
  'waits_since',
  'elapsed_ms',
  'elapsed_step',
  'waited_ms',
  'goal_ms',
  ...dimensions,
  'evaluated_at',
  'written_by',
] as const;

/** Timers as they were last evaluated: for reports, and for the panel while the issue does not change. */
export function forgeTimers(ids: Ids): Timers {
  return {
    async save(evaluations) {
      if (evaluations.length === 0) return;
      const writer = ids.next();
      const rows = evaluations.flatMap((evaluation) => timerRows(evaluation, writer));
      const own = evaluations.map(evaluationRowOf);
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
      for (const some of statements(own)) {
        await execute(
          `REPLACE INTO issue_evaluation (issue_id, project_id, outcome, issue_updated, evaluated_at, rule_book,
             change_at, alert_at, doc)
           VALUES ${placeholders(some.length, 9)}`,
          some.flat(),
        );
      }
    },

    of: async (issue) => (await storedOf([issue]))[0],
    stored: storedOf,

    async judged(issues) {
      if (issues.length === 0) return new Map();
      const rows = await select(
        `SELECT issue_id AS issue, outcome, issue_updated AS issueUpdated, evaluated_at AS evaluatedAt, rule_book AS ruleBook
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

    async latestOutcomes(project, limit) {
      const rows = await select(
        `SELECT issue_id AS issue, outcome FROM issue_evaluation
         WHERE project_id = ? ORDER BY issue_id DESC LIMIT ${Math.floor(limit)}`,
        [Number(project)],
        v.object({ issue: id, outcome: v.picklist(outcomes) }),
      );
      return new Map(rows.map(({ issue, outcome }) => [issue, outcome]));
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
  const rows = await select(
    `SELECT issue_id AS issue, project_id AS project, outcome, issue_updated AS issueUpdated,
       evaluated_at AS evaluatedAt, rule_book AS ruleBook, doc
     FROM issue_evaluation WHERE issue_id IN ${wanted} AND doc <> ''`,
    ids,
    evaluationRow,
  );
  return rows.map(({ doc, ...evaluation }) => ({ ...evaluation, ...v.parse(keptSchema, JSON.parse(doc)) }));
}

/** An issue whose timers take more characters is judged afresh for whoever looks at it: Forge takes 1 MiB a statement. */
const LONGEST_DOC = 400_000;

function evaluationRowOf(evaluation: Evaluation): SqlValue[] {
  const { issue, project, outcome, issueUpdated, evaluatedAt, ruleBook, ahead } = evaluation;
  const { isResolved, priority } = evaluation;
  const timers = evaluation.timers.map(({ standings: _standings, ...timer }) => timer);
  const doc = JSON.stringify({ timers, ...(isResolved && { isResolved }), ...(priority && { priority }) });
  return [
    Number(issue),
    Number(project),
    outcome,
    issueUpdated,
    evaluatedAt,
    ruleBook,
    ahead.change,
    ahead.alert,
    doc.length > LONGEST_DOC ? '' : doc,
  ];
}

function timerRows({ issue, project, evaluatedAt, lines }: Evaluation, writer: string): SqlValue[][] {
  return lines.map((line) => {
    const row: Record<(typeof TIMER_COLUMNS)[number], SqlValue> = {
      project_id: Number(project),
      closed_on: dayKey(line.closedOn),
      issue_id: Number(issue),
      agreement: line.agreement,
      metric: line.metric,
      cycle_no: line.cycle,
      metric_kind: line.kind,
      version: line.version,
      goal: line.goal,
      clock: line.clock,
      state: line.state,
      verdict: line.verdict,
      reported: line.reported,
      started_at: line.startedAt,
      ended_at: line.endedAt,
      due_at: line.due,
      next_due: line.nextDue ?? HORIZON,
      breached_at: line.breachedAt,
      waits_since: line.waitsSince,
      elapsed_ms: line.elapsed,
      elapsed_step: durationStep(line.elapsed),
      waited_ms: line.waited,
      goal_ms: line.within,
      ...line.dimensions,
      evaluated_at: evaluatedAt,
      written_by: writer,
    };
    return TIMER_COLUMNS.map((column) => row[column]);
  });
}
