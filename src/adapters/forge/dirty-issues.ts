import * as v from 'valibot';
import type { DirtyIssues } from '../../app/ports';
import { instantSchema } from '../../contract/primitives';
import { EARLIEST } from '../../domain/time/instant';
import { WORK_MAY_BE_DONE } from './holds';
import { execute, placeholders, select } from './sql';

/**
 * Of the marks of a project, which may have gathered in an hour, only so many are put into order: more than a busy project
 * sets while issues that were evaluated lately wait.
 */
const MOST_SORTED = 10_000;

const markRow = v.object({
  issue: v.pipe(v.number(), v.transform(String)),
  token: v.string(),
  evaluatedAt: v.nullable(instantSchema),
});

export const forgeDirtyIssues: DirtyIssues = {
  async mark(...marks) {
    await execute(
      `INSERT INTO dirty_issue (issue_id, token, project_id, marked_at, marked_by)
       VALUES ${placeholders(marks.length, 5)}`,
      marks.flatMap(({ issue, token, project, at, by }) => [Number(issue), token, Number(project), at, by]),
    );
  },

  async first(project, since = EARLIEST) {
    const [first] = await select(
      `SELECT token, marked_at AS at FROM dirty_issue
       WHERE project_id = ? AND marked_at >= ? ORDER BY marked_at, token LIMIT 1`,
      [Number(project), since],
      v.object({ token: v.string(), at: instantSchema }),
    );
    return first;
  },

  async viewedSince(project, issue, since) {
    const rows = await select(
      `SELECT token FROM dirty_issue
       WHERE project_id = ? AND marked_at > ? AND issue_id = ? AND marked_by = 'view' LIMIT 1`,
      [Number(project), since, Number(issue)],
      v.unknown(),
    );
    return rows.length > 0;
  },

  async list(project, limit, { now, lately }) {
    return select(
      `SELECT d.issue_id AS issue, d.token AS token, e.evaluated_at AS evaluatedAt
       FROM (SELECT issue_id, token, marked_at FROM dirty_issue WHERE project_id = ?
           ORDER BY marked_at, token LIMIT ${MOST_SORTED}) d
         LEFT JOIN issue_evaluation e ON e.issue_id = d.issue_id
       WHERE ${WORK_MAY_BE_DONE}
       ORDER BY CASE WHEN e.evaluated_at > ? THEN 1 ELSE 0 END, d.marked_at, d.token LIMIT ${Math.floor(limit)}`,
      [Number(project), now, Number(project), lately],
      markRow,
    );
  },

  async remove(project, marks) {
    if (marks.length === 0) return;
    await execute(
      `DELETE FROM dirty_issue WHERE project_id = ? AND token IN ${placeholders(1, marks.length)}`,
      [Number(project), ...marks.map(({ token }) => token)],
    );
  },
};
