import { Queue } from '@forge/events';
import * as v from 'valibot';
import { issueGroups, type Backfill, type Backfills } from '../../app/ports';
import { instantSchema } from '../../contract/primitives';
import type { BackfillMessage } from '../../contract/queue-messages';
import { drainKey } from './drains';
import { execute, json, select } from './sql';

const KIND = 'backfill';
const LONGEST_DELAY_SECONDS = 900;

const queue = new Queue({ key: 'backfill' });

const backfillRow = v.object({
  id: v.string(),
  state: v.picklist(['running', 'paused', 'done', 'failed']),
  turn: v.number(),
  dueAt: instantSchema,
  startedAt: instantSchema,
  startedBy: v.string(),
  changedAt: instantSchema,
  doc: json(
    v.object({
      group: v.picklist(issueGroups),
      page: v.nullable(v.string()),
      read: v.number(),
      total: v.nullable(v.number()),
    }),
  ),
});

const docOf = ({ group, page, read, total }: Pick<Backfill, 'group' | 'page' | 'read' | 'total'>): string =>
  JSON.stringify({ group, page, read, total });

export const forgeBackfills: Backfills = {
  async of(project) {
    const [row] = await select(
      `SELECT id, state, turn, due_at AS dueAt, started_at AS startedAt, started_by AS startedBy,
         changed_at AS changedAt, doc
       FROM job WHERE project_id = ? AND kind = ?`,
      [Number(project), KIND],
      backfillRow,
    );
    if (!row) return undefined;
    const { doc, ...rest } = row;
    return { project, ...rest, ...doc };
  },

  async running(since) {
    const [row] = await select(
      `SELECT COUNT(*) AS running FROM job WHERE kind = ? AND state = 'running' AND due_at >= ?`,
      [KIND, since],
      v.object({ running: v.pipe(v.unknown(), v.transform(Number), v.number()) }),
    );
    return row?.running ?? 0;
  },

  async start(backfill) {
    const { project, id, state, turn, dueAt, startedAt, startedBy, changedAt } = backfill;
    await execute(
      `REPLACE INTO job (project_id, kind, id, state, turn, due_at, started_at, started_by, changed_at, doc)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [Number(project), KIND, id, state, turn, dueAt, startedAt, startedBy, changedAt, docOf(backfill)],
    );
  },

  async endTurn({ project, id, turn }, progress) {
    await execute(
      `UPDATE job SET turn = ?, due_at = ?, changed_at = ?, doc = ?,
         state = CASE WHEN ? = 'running' THEN state ELSE ? END
       WHERE project_id = ? AND kind = ? AND id = ? AND turn = ?`,
      [
        turn + 1,
        progress.dueAt,
        progress.changedAt,
        docOf(progress),
        progress.state,
        progress.state,
        Number(project),
        KIND,
        id,
        turn,
      ],
    );
  },

  async setState({ project, id }, { from, to, at }) {
    await execute(
      `UPDATE job SET state = ?, changed_at = ? WHERE project_id = ? AND kind = ? AND id = ? AND state = ?`,
      [to, at, Number(project), KIND, id, from],
    );
  },

  async wake({ project, id, turn }, delay) {
    const body: BackfillMessage = { version: 1, project, id, turn };
    const delayInSeconds = Math.min(Math.ceil(delay / 1_000), LONGEST_DELAY_SECONDS);
    await queue.push({ body, delayInSeconds, concurrency: { key: drainKey(project), limit: 1 } });
  },
};
