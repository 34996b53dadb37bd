import * as v from 'valibot';
import type { Projects } from '../../app/ports';
import { instantSchema } from '../../contract/primitives';
import { execute, placeholders, select } from './sql';

/** Their timers are deleted by one statement, which may take ten seconds. */
const ISSUES_AT_ONCE = 500;

const id = v.pipe(v.number(), v.transform(String));

export const forgeProjects: Projects = {
  async setState(project, state, at) {
    const [known] = await select(
      `SELECT since FROM project_state WHERE project_id = ?`,
      [Number(project)],
      v.object({ since: instantSchema }),
    );
    if (known && known.since > at) return;
    await execute(`REPLACE INTO project_state (project_id, state, since) VALUES (?, ?, ?)`, [
      Number(project),
      state,
      at,
    ]);
  },

  async liveAgainSince(project) {
    const [live] = await select(
      `SELECT since FROM project_state WHERE project_id = ? AND state = 'live'`,
      [Number(project)],
      v.object({ since: instantSchema }),
    );
    return live?.since;
  },

  async withAgreements() {
    const rows = await select(
      `SELECT DISTINCT r.project_id AS project
       FROM record_revision r JOIN record_change c ON c.id = r.change_id
         LEFT JOIN project_state p ON p.project_id = r.project_id AND p.state <> 'live'
       WHERE r.kind = 'agreement' AND p.project_id IS NULL ORDER BY project`,
      [],
      v.object({ project: id }),
    );
    return rows.map(({ project }) => project);
  },

  async forgetSome(project) {
    for (const table of ['job', 'repair_difference', 'dirty_issue']) {
      await execute(`DELETE FROM ${table} WHERE project_id = ?`, [Number(project)]);
    }
    const rows = await select(
      `SELECT issue_id AS issue FROM issue_evaluation WHERE project_id = ? ORDER BY issue_id LIMIT ${ISSUES_AT_ONCE}`,
      [Number(project)],
      v.object({ issue: v.number() }),
    );
    if (rows.length === 0) return false;
    for (const table of ['timer', 'alert', 'issue_evaluation']) {
      await execute(
        `DELETE FROM ${table} WHERE issue_id IN ${placeholders(1, rows.length)}`,
        rows.map(({ issue }) => issue),
      );
    }
    return rows.length === ISSUES_AT_ONCE;
  },
};
