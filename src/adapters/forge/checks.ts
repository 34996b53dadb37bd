import * as v from 'valibot';
import type { Checks, ProjectId } from '../../app/ports';
import { instant } from '../../domain/time/instant';
import { execute, placeholders, select } from './sql';

/** How far the hourly and the daily look are, and what they have found. */
export const forgeChecks: Checks = {
  async reconciledUntil(project) {
    const until = await markOf(project, 'reconciled-until');
    return until === undefined ? undefined : instant(until);
  },

  setReconciledUntil: (project, until) => setMark(project, 'reconciled-until', until),

  async lastChecked(project) {
    return String((await markOf(project, 'last-issue')) ?? 0);
  },

  setLastChecked: (project, issue) => setMark(project, 'last-issue', Number(issue)),

  setChecked: (project, at) => setMark(project, 'checked-at', at),

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

/** How far a look has come in a project. */
type Mark = 'reconciled-until' | 'last-issue' | 'checked-at';

async function markOf(project: ProjectId, mark: Mark): Promise<number | undefined> {
  const [row] = await select(
    `SELECT value FROM check_mark WHERE project_id = ? AND kind = ?`,
    [Number(project), mark],
    v.object({ value: v.number() }),
  );
  return row?.value;
}

async function setMark(project: ProjectId, mark: Mark, value: number): Promise<void> {
  await execute(`REPLACE INTO check_mark (project_id, kind, value) VALUES (?, ?, ?)`, [
    Number(project),
    mark,
    value,
  ]);
}
