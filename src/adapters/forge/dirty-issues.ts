import * as v from 'valibot';
import type { DirtyIssues } from '../../app/ports';
import { execute, placeholders, select } from './sql';

const anyRow = v.unknown();
const markRow = v.object({ issue: v.pipe(v.number(), v.transform(String)), token: v.string() });

export const forgeDirtyIssues: DirtyIssues = {
  async mark({ issue, token, project, at, by }) {
    await execute(
      `INSERT INTO dirty_issue (issue_id, token, project_id, marked_at, marked_by) VALUES (?, ?, ?, ?, ?)`,
      [Number(issue), token, Number(project), at, by],
    );
  },

  async hasOther(project, token, since) {
    const rows = await select(
      `SELECT token FROM dirty_issue WHERE project_id = ? AND marked_at > ? AND token <> ? LIMIT 1`,
      [Number(project), since, token],
      anyRow,
    );
    return rows.length > 0;
  },

  async viewedSince(issue, since) {
    const rows = await select(
      `SELECT token FROM dirty_issue WHERE issue_id = ? AND marked_by = 'view' AND marked_at > ? LIMIT 1`,
      [Number(issue), since],
      anyRow,
    );
    return rows.length > 0;
  },

  async list(project, limit) {
    return select(
      `SELECT issue_id AS issue, token FROM dirty_issue WHERE project_id = ? ORDER BY marked_at, token LIMIT ?`,
      [Number(project), limit],
      markRow,
    );
  },

  async remove(marks) {
    if (marks.length === 0) return;
    // Tokens are unique by themselves; the issue ids let the primary key find them.
    await execute(
      `DELETE FROM dirty_issue WHERE issue_id IN ${placeholders(1, marks.length)} AND token IN ${placeholders(1, marks.length)}`,
      [...marks.map(({ issue }) => Number(issue)), ...marks.map(({ token }) => token)],
    );
  },
};
