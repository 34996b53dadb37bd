import { Queue } from '@forge/events';
import * as v from 'valibot';
import type { Thresholds } from '../../app/ports';
import { instantSchema } from '../../contract/primitives';
import type { ThresholdsMessage } from '../../contract/queue-messages';
import { IT_IS_IN_LIVE_PROJECT } from './holds';
import { execute, placeholders, select } from './sql';

const queue = new Queue({ key: 'thresholds' });
const MOST_IN_PUSH = 50;

const number = v.pipe(v.number(), v.transform(String));
const aheadRow = v.object({ issue: number, at: instantSchema, alertAt: v.nullable(instantSchema) });
const reachedRow = v.object({ issue: number, project: number, alertAt: v.nullable(instantSchema) });

export const forgeThresholds: Thresholds = {
  async before(until, limit) {
    const rows = await select(
      `SELECT it.issue_id AS issue, it.change_at AS at, it.alert_at AS alertAt
       FROM issue_evaluation it WHERE it.change_at < ? AND ${IT_IS_IN_LIVE_PROJECT}
       UNION ALL
       SELECT it.issue_id AS issue, it.act_at AS at, NULL AS alertAt
       FROM alert it WHERE it.act_at < ? AND ${IT_IS_IN_LIVE_PROJECT}
       ORDER BY at, issue LIMIT ${Math.floor(limit)}`,
      [until, until],
      aheadRow,
    );
    return rows
      .flatMap(({ issue, at, alertAt }) => [
        { issue, at },
        ...(alertAt !== null && alertAt !== at && alertAt < until ? [{ issue, at: alertAt }] : []),
      ])
      .sort((a, b) => a.at - b.at);
  },

  async reached(issues, at) {
    if (issues.length === 0) return [];
    const rows = await select(
      `SELECT it.issue_id AS issue, it.project_id AS project, it.alert_at AS alertAt FROM issue_evaluation it
       WHERE it.issue_id IN ${placeholders(1, issues.length)} AND it.change_at <= ? AND ${IT_IS_IN_LIVE_PROJECT}`,
      [...issues.map(Number), at],
      reachedRow,
    );
    return rows.map(({ alertAt, ...row }) => ({ ...row, alert: alertAt !== null && alertAt <= at }));
  },

  async pass(issues, at) {
    if (issues.length === 0) return;
    await execute(
      `UPDATE issue_evaluation SET change_at = CASE WHEN alert_at > ? THEN alert_at ELSE NULL END
       WHERE issue_id IN ${placeholders(1, issues.length)} AND change_at <= ?`,
      [at, ...issues.map(Number), at],
    );
  },

  async push(messages, now) {
    const events = messages.map(({ at, issues }) => {
      const body: ThresholdsMessage = { version: 1, at, issues: [...issues] };
      return { body, delayInSeconds: Math.max(0, Math.ceil((at - now) / 1_000)) };
    });
    for (let first = 0; first < events.length; first += MOST_IN_PUSH) {
      await queue.push(events.slice(first, first + MOST_IN_PUSH));
    }
  },
};
