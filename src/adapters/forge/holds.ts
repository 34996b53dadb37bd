import * as v from 'valibot';
import type { Holds } from '../../app/ports';
import { execute, select } from './sql';

/** The site has one of each, whose row is written over. */
export const HOLD = { all: 1, butUrgent: 2 };
const LONGEST_REASON = 64;

/** Condition on a statement about a project: work may be done there. Binds the present instant, then the project. */
export const WORK_MAY_BE_DONE = `NOT (EXISTS (SELECT 1 FROM site_hold WHERE until_at > ?))
  AND NOT (EXISTS (SELECT 1 FROM project_state WHERE project_id = ? AND state <> 'live'))`;

/** The same for a statement about issues of many projects, in which their table is called `it`. Binds nothing. */
export const IT_IS_IN_LIVE_PROJECT = `NOT (EXISTS (SELECT 1 FROM project_state ps
  WHERE ps.project_id = it.project_id AND ps.state <> 'live'))`;

export const forgeHolds: Holds = {
  async hold({ until, reason, butUrgent }) {
    await execute(`REPLACE INTO site_hold (id, until_at, reason) VALUES (?, ?, ?)`, [
      butUrgent ? HOLD.butUrgent : HOLD.all,
      until,
      reason.slice(0, LONGEST_REASON),
    ]);
  },

  async isHeld(now, project) {
    const rows = await select(
      `SELECT 'site' AS what FROM site_hold WHERE until_at > ?
       UNION ALL
       SELECT 'project' AS what FROM project_state WHERE project_id = ? AND state <> 'live'`,
      [now, project === undefined ? null : Number(project)],
      v.unknown(),
    );
    return rows.length > 0;
  },

  async isUrgentHeld(now) {
    const rows = await select(
      `SELECT id FROM site_hold WHERE id = ? AND until_at > ?`,
      [HOLD.all, now],
      v.unknown(),
    );
    return rows.length > 0;
  },
};
