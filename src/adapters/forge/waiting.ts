import * as v from 'valibot';
import { LONGEST_AHEAD, type Waiting } from '../../app/ports';
import { earlier, later, minutes } from '../../domain/time/instant';
import { IT_IS_IN_LIVE_PROJECT } from './holds';
import { select } from './sql';

/** A mark wakes a drain at once, and each further minute brings a wake-up with its first mark. */
const DRAIN_TAKES = minutes(2);
/** The longest wait that the queue allows between two tries. */
const TURN_TAKES = minutes(15);
/** Whoever imports definitions has started a backfill by then, or has crashed. */
const IMPORT_TAKES = minutes(2);

const waitingRow = v.object({
  kind: v.picklist(['held', 'drain', 'late', 'preview', 'missing', 'deleted', 'ahead']),
  project: v.pipe(v.number(), v.transform(String)),
  actor: v.string(),
});

export const forgeWaiting: Waiting = {
  async at(now) {
    const rows = await select(
      `SELECT 'drain' AS kind, d.project_id AS project, '' AS actor
       FROM dirty_issue d LEFT JOIN project_state p ON p.project_id = d.project_id AND p.state <> 'live'
       WHERE d.marked_at < ? AND p.project_id IS NULL GROUP BY d.project_id
       UNION ALL
       SELECT 'late' AS kind, j.project_id AS project, '' AS actor
       FROM job j LEFT JOIN project_state p ON p.project_id = j.project_id AND p.state <> 'live'
       WHERE j.kind = 'backfill' AND j.state = 'running' AND j.due_at < ? AND p.project_id IS NULL
       UNION ALL
       SELECT 'preview' AS kind, j.project_id AS project, '' AS actor
       FROM job j LEFT JOIN project_state p ON p.project_id = j.project_id AND p.state <> 'live'
       WHERE j.kind = 'repair' AND j.state = 'running' AND j.due_at < ? AND p.project_id IS NULL
       UNION ALL
       SELECT 'missing' AS kind, c.project_id AS project, MAX(c.actor) AS actor
       FROM record_change c LEFT JOIN job j ON j.project_id = c.project_id AND j.kind = 'backfill'
         LEFT JOIN project_state p ON p.project_id = c.project_id AND p.state <> 'live'
       WHERE c.saved_at < ? AND c.action NOT IN ('prepare', 'write') AND c.project_id > 0
         AND (j.started_at IS NULL OR j.started_at < c.saved_at) AND p.project_id IS NULL
       GROUP BY c.project_id
       UNION ALL
       SELECT 'deleted' AS kind, p.project_id AS project, '' AS actor
       FROM project_state p WHERE p.state = 'deleted'
         AND (EXISTS (SELECT 1 FROM issue_evaluation e WHERE e.project_id = p.project_id)
           OR EXISTS (SELECT 1 FROM dirty_issue d WHERE d.project_id = p.project_id))
       UNION ALL
       SELECT 'ahead' AS kind, it.project_id AS project, '' AS actor
       FROM issue_evaluation it WHERE it.change_at < ? AND ${IT_IS_IN_LIVE_PROJECT} GROUP BY it.project_id
       UNION ALL
       SELECT 'ahead' AS kind, it.project_id AS project, '' AS actor
       FROM alert it WHERE it.act_at < ? AND ${IT_IS_IN_LIVE_PROJECT} GROUP BY it.project_id
       UNION ALL
       SELECT 'held' AS kind, 0 AS project, '' AS actor FROM site_hold h WHERE h.until_at > ?`,
      [
        earlier(now, DRAIN_TAKES),
        earlier(now, TURN_TAKES),
        earlier(now, TURN_TAKES),
        earlier(now, IMPORT_TAKES),
        later(now, LONGEST_AHEAD),
        later(now, LONGEST_AHEAD),
        now,
      ],
      waitingRow,
    );
    const of = (kind: (typeof rows)[number]['kind']) => rows.filter((row) => row.kind === kind);
    return {
      isHeld: of('held').length > 0,
      drains: of('drain').map(({ project }) => project),
      lateBackfills: of('late').map(({ project }) => project),
      latePreviews: of('preview').map(({ project }) => project),
      missingBackfills: of('missing').map(({ project, actor }) => ({ project, actor })),
      deletedProjects: of('deleted').map(({ project }) => project),
      isSomethingAhead: of('ahead').length > 0,
    };
  },
};
