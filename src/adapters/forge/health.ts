import * as v from 'valibot';
import type { Health, ProjectHealth, ProjectId, Projects, StepTrouble } from '../../app/ports';
import { instantSchema } from '../../contract/primitives';
import { alertDoc } from './alerts';
import { HOLD, IT_IS_IN_LIVE_PROJECT } from './holds';
import { json, select } from './sql';

const number = v.pipe(v.unknown(), v.transform(Number), v.number());
const id = v.pipe(v.number(), v.transform(String));
const maybeAt = v.nullable(v.pipe(number, instantSchema));

const drift = { issue: id, project: id, agreement: v.string(), metric: v.string(), foundAt: instantSchema };

/** Read by administrators only, and written by nobody. */
export function forgeHealth({ withAgreements }: Pick<Projects, 'withAgreements'>): Health {
  return {
    async holds(now) {
      const rows = await select(
        `SELECT id, until_at AS untilAt, reason FROM site_hold WHERE until_at > ? ORDER BY id`,
        [now],
        v.object({ id: v.number(), untilAt: instantSchema, reason: v.string() }),
      );
      return rows.map(({ id: hold, untilAt: until, reason }) => ({
        until,
        reason,
        butUrgent: hold === HOLD.butUrgent,
      }));
    },

    projects: async () => Promise.all((await withAgreements()).map(healthOf)),

    drifts: (limit) =>
      select(
        `SELECT it.issue_id AS issue, it.project_id AS project, it.agreement AS agreement, it.metric AS metric,
           it.found_at AS foundAt
         FROM drift it WHERE ${IT_IS_IN_LIVE_PROJECT} ORDER BY foundAt DESC, issue LIMIT ${Math.floor(limit)}`,
        [],
        v.object(drift),
      ),

    async troubles(since, limit) {
      const rows = await select(
        `SELECT it.issue_id AS issue, it.project_id AS project, it.raised_at AS raisedAt, it.doc AS doc
         FROM alert it WHERE it.raised_at >= ? AND (it.state = 'unsure' OR it.doc LIKE ? ESCAPE '!')
           AND ${IT_IS_IN_LIVE_PROJECT}
         ORDER BY raisedAt DESC, issue LIMIT ${Math.floor(limit)}`,
        [since, '%"state":"refused"%'],
        v.object({ issue: id, project: id, doc: json(alertDoc) }),
      );
      return rows.flatMap(({ issue, project, doc }) =>
        doc.steps.flatMap(({ action, state, at, reason = '' }): StepTrouble[] =>
          state === 'unsure' || state === 'refused' ? [{ issue, project, action, state, at, reason }] : [],
        ),
      );
    },
  };
}

async function healthOf(project: ProjectId): Promise<ProjectHealth> {
  const [row] = await select(
    `SELECT (SELECT COUNT(*) FROM dirty_issue d WHERE d.project_id = ?) AS waiting,
       (SELECT MIN(d.marked_at) FROM dirty_issue d WHERE d.project_id = ?) AS oldest,
       (SELECT MAX(e.evaluated_at) FROM issue_evaluation e WHERE e.project_id = ?) AS judgedAt,
       (SELECT r.value FROM check_mark r WHERE r.project_id = ? AND r.kind = 'reconciled-until') AS reconciledUntil,
       (SELECT c.value FROM check_mark c WHERE c.project_id = ? AND c.kind = 'checked-at') AS checkedAt,
       (SELECT COUNT(*) FROM drift f WHERE f.project_id = ?) AS drifts`,
    Array<number>(6).fill(Number(project)),
    v.object({
      waiting: number,
      oldest: maybeAt,
      judgedAt: maybeAt,
      reconciledUntil: maybeAt,
      checkedAt: maybeAt,
      drifts: number,
    }),
  );
  if (!row) throw new Error('A statement without FROM gives a row.');
  return { project, ...row };
}
