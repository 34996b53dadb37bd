import * as v from 'valibot';
import type { RepairPreviews } from '../../app/ports';
import { proposalEntries } from '../../contract/records';
import { judgementSchema, verdictChangeSchema } from '../../contract/repairs';
import { metricKinds } from '../../domain/timer/metric';
import { forgeJobs, placeEntries } from './jobs';
import { execute, json, placeholders, select, statements } from './sql';

const KIND = 'repair';

const previewDoc = v.object({
  ...placeEntries,
  proposal: v.object(proposalEntries),
  ruleBook: v.string(),
  timers: v.number(),
  changed: v.number(),
  kept: v.number(),
  verdicts: v.array(verdictChangeSchema),
});

const differenceRow = v.object({
  issue: v.pipe(v.number(), v.transform(String)),
  agreement: v.string(),
  metric: v.string(),
  cycle: v.number(),
  doc: json(
    v.object({
      kind: v.picklist(metricKinds),
      before: v.nullable(judgementSchema),
      after: v.nullable(judgementSchema),
    }),
  ),
});

/** What repairs would change. Previews write nothing that others read, so that they run beside the drain. */
export const forgeRepairPreviews: RepairPreviews = {
  ...forgeJobs({ kind: KIND, doc: previewDoc, keyOf: (project) => `repair:${project}` }),

  async keep({ project, id }, differences) {
    const rows = differences.map(({ issue, agreement, metric, cycle, kind, before, after }) => [
      Number(project),
      id,
      Number(issue),
      agreement,
      metric,
      cycle,
      JSON.stringify({ kind, before, after }),
    ]);
    for (const some of statements(rows)) {
      await execute(
        `REPLACE INTO repair_difference (project_id, preview, issue_id, agreement, metric, cycle_no, doc)
         VALUES ${placeholders(some.length, 7)}`,
        some.flat(),
      );
    }
  },

  async differences({ project, id }, { offset, limit }) {
    const rows = await select(
      `SELECT issue_id AS issue, agreement, metric, cycle_no AS cycle, doc FROM repair_difference
       WHERE project_id = ? AND preview = ?
       ORDER BY issue_id, agreement, metric, cycle_no LIMIT ${Math.floor(limit)} OFFSET ${Math.floor(offset)}`,
      [Number(project), id],
      differenceRow,
    );
    return rows.map(({ doc, ...row }) => ({ ...row, ...doc }));
  },

  async discard({ project, id }) {
    await execute(`DELETE FROM job WHERE project_id = ? AND kind = ? AND id = ?`, [
      Number(project),
      KIND,
      id,
    ]);
    await execute(
      `DELETE FROM repair_difference WHERE project_id = ? AND preview NOT IN (SELECT j.id FROM job j
         WHERE j.project_id = ? AND j.kind = ?)`,
      [Number(project), Number(project), KIND],
    );
  },
};
