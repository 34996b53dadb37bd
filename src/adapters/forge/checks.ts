import * as v from 'valibot';
import type { Checks } from '../../app/ports';
import { instantSchema } from '../../contract/primitives';
import { execute, placeholders, select } from './sql';

/** How far the hourly and the daily look are, and what they have found. */
export const forgeChecks: Checks = {
  async reconciledUntil(project) {
    const [row] = await select(
      `SELECT until_at AS at FROM reconciled WHERE project_id = ?`,
      [Number(project)],
      v.object({ at: instantSchema }),
    );
    return row?.at;
  },

  async setReconciledUntil(project, until) {
    await execute(`REPLACE INTO reconciled (project_id, until_at) VALUES (?, ?)`, [Number(project), until]);
  },

  async lastChecked(project) {
    const [row] = await select(
      `SELECT last_issue AS last FROM deep_check WHERE project_id = ?`,
      [Number(project)],
      v.object({ last: v.pipe(v.number(), v.transform(String)) }),
    );
    return row?.last ?? '0';
  },

  async setLastChecked(project, issue) {
    await execute(`REPLACE INTO deep_check (project_id, last_issue) VALUES (?, ?)`, [
      Number(project),
      Number(issue),
    ]);
  },

  async setChecked(project, at) {
    await execute(`REPLACE INTO check_run (project_id, checked_at) VALUES (?, ?)`, [Number(project), at]);
  },

  async record(drifts) {
    if (drifts.length === 0) return;
    await execute(
      `REPLACE INTO drift (issue_id, agreement, metric, project_id, found_at, stored_as, fresh_as)
       VALUES ${placeholders(drifts.length, 7)}`,
      drifts.flatMap(({ issue, agreement, metric, project, foundAt, stored, fresh }) => [
        Number(issue),
        agreement,
        metric,
        Number(project),
        foundAt,
        stored,
        fresh,
      ]),
    );
  },

  async clear({ deletedBefore, foundBefore }) {
    await execute(`DELETE FROM deleted_issue WHERE deleted_at < ?`, [deletedBefore]);
    await execute(`DELETE FROM drift WHERE found_at < ?`, [foundBefore]);
  },
};
