import * as v from 'valibot';
import type { Alerts } from '../../app/ports';
import { actionOf } from '../../contract/action';
import { referenceSchema } from '../../contract/condition';
import { thresholdMarkSchema } from '../../contract/escalations';
import { instantSchema, spanSchema } from '../../contract/primitives';
import { alertState, type Alert } from '../../domain/alert/alert';
import type { Reference } from '../../domain/timer/condition';
import { metricKinds } from '../../domain/timer/metric';
import { IT_IS_IN_LIVE_PROJECT } from './holds';
import { execute, isDuplicateKey, json, placeholders, select, statements, type SqlValue } from './sql';

const number = v.pipe(v.number(), v.transform(String));

export const alertDoc = v.object({
  said: v.object({
    agreementName: v.string(),
    kind: v.picklist(metricKinds),
    mark: thresholdMarkSchema,
    timeZone: v.string(),
    due: v.nullable(instantSchema),
    left: v.nullable(spanSchema),
  }),
  steps: v.array(
    v.object({
      action: actionOf<Reference>(referenceSchema),
      state: v.picklist(['planned', 'acting', 'done', 'refused', 'unsure']),
      at: instantSchema,
      reason: v.exactOptional(v.string()),
    }),
  ),
});

const alertRow = v.object({
  issue: number,
  agreement: v.string(),
  metric: v.string(),
  cycle: v.number(),
  threshold: v.string(),
  goal: v.string(),
  id: v.string(),
  project: number,
  passedAt: instantSchema,
  raisedAt: instantSchema,
  doc: json(alertDoc),
});

/** Of another project's alert nothing is read that was said or done. */
const anyAlertRow = v.object({ ...alertRow.entries, doc: v.union([v.literal(''), json(alertDoc)]) });
/** Each may say several thousand characters, and Forge gives at most 4 MiB at once. */
const AT_ONCE = 200;

const toAlert = ({ doc, ...row }: v.InferOutput<typeof alertRow>): Alert => ({ ...row, ...doc });
const docOf = ({ said, steps }: Alert): string => JSON.stringify({ said, steps });
const isOpen = ({ steps }: Alert): boolean => ['planned', 'acting'].includes(alertState(steps));

/** One row each. `act_at` says from when on somebody may take an alert; it is empty once nothing is left to do. */
export const forgeAlerts: Alerts = {
  async raise(alerts) {
    for (const some of statements(alerts.map(rowOf))) {
      // Mostly all are new; else each by itself, so that those are kept that are.
      if (await insert(some)) continue;
      for (const row of some) await insert([row]);
    }
  },

  async open(issues, now) {
    if (issues.length === 0) return [];
    const rows = await select(
      `SELECT it.issue_id AS issue, it.agreement AS agreement, it.metric AS metric, it.cycle_no AS cycle,
         it.threshold AS threshold, it.goal AS goal, it.id AS id, it.project_id AS project,
         it.passed_at AS passedAt, it.raised_at AS raisedAt, it.doc AS doc
       FROM alert it WHERE it.issue_id IN ${placeholders(1, issues.length)} AND it.act_at <= ? AND ${IT_IS_IN_LIVE_PROJECT}
       ORDER BY passedAt, id`,
      [...issues.map(Number), now],
      alertRow,
    );
    return rows.map(toAlert);
  },

  async claim({ issue, id }, { token, now, until }) {
    await execute(`UPDATE alert SET claim = ?, act_at = ? WHERE issue_id = ? AND id = ? AND act_at <= ?`, [
      token,
      until,
      Number(issue),
      id,
      now,
    ]);
    const [row] = await select(
      `SELECT issue_id AS issue, agreement, metric, cycle_no AS cycle, threshold, goal, id, project_id AS project,
         passed_at AS passedAt, raised_at AS raisedAt, doc
       FROM alert WHERE issue_id = ? AND id = ? AND claim = ?`,
      [Number(issue), id, token],
      alertRow,
    );
    return row && toAlert(row);
  },

  async write(alert, token) {
    await execute(
      `UPDATE alert SET state = ?, doc = ?, act_at = CASE WHEN ? = 1 THEN act_at ELSE NULL END
       WHERE issue_id = ? AND id = ? AND claim = ?`,
      [alertState(alert.steps), docOf(alert), isOpen(alert) ? 1 : 0, Number(alert.issue), alert.id, token],
    );
  },

  async release({ issue, id }, token, from) {
    await execute(
      `UPDATE alert SET act_at = ? WHERE issue_id = ? AND id = ? AND claim = ? AND act_at IS NOT NULL`,
      [from, Number(issue), id, token],
    );
  },

  async raisedWithin(project, { from, to, after = { raisedAt: to, id: '' } }) {
    // The only index by time is that of the whole site.
    const rows = await select(
      `SELECT issue_id AS issue, agreement, metric, cycle_no AS cycle, threshold, goal, id, project_id AS project,
         passed_at AS passedAt, raised_at AS raisedAt, CASE WHEN project_id = ? THEN doc ELSE '' END AS doc
       FROM alert WHERE raised_at >= ? AND raised_at <= ? AND (raised_at < ? OR id < ?)
       ORDER BY raisedAt DESC, id DESC LIMIT ${AT_ONCE}`,
      [Number(project), from, after.raisedAt, after.raisedAt, after.id],
      anyAlertRow,
    );
    const last = rows.length === AT_ONCE ? rows.at(-1) : undefined;
    return {
      alerts: rows.flatMap(({ doc, ...row }) => (doc === '' ? [] : [toAlert({ ...row, doc })])),
      next: last && { raisedAt: last.raisedAt, id: last.id },
    };
  },
};

function rowOf(alert: Alert): SqlValue[] {
  return [
    Number(alert.issue),
    alert.agreement,
    alert.metric,
    alert.cycle,
    alert.threshold,
    alert.goal,
    alert.id,
    Number(alert.project),
    alert.passedAt,
    alert.raisedAt,
    alertState(alert.steps),
    isOpen(alert) ? alert.raisedAt : null,
    docOf(alert),
  ];
}

/** Whether all were new; when any is not, none is kept. */
async function insert(rows: readonly (readonly SqlValue[])[]): Promise<boolean> {
  try {
    await execute(
      `INSERT INTO alert (issue_id, agreement, metric, cycle_no, threshold, goal, id, project_id, passed_at,
         raised_at, state, act_at, doc)
       VALUES ${placeholders(rows.length, 13)}`,
      rows.flat(),
    );
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return false;
  }
}
