import { Queue } from '@forge/events';
import * as v from 'valibot';
import { issueGroups, type Job, type Jobs, type ProjectId } from '../../app/ports';
import { instantSchema } from '../../contract/primitives';
import type { TurnMessage } from '../../contract/queue-messages';
import { execute, json, select } from './sql';

const LONGEST_DELAY_SECONDS = 900;

const jobRow = v.object({
  id: v.string(),
  state: v.picklist(['running', 'paused', 'done', 'failed']),
  turn: v.number(),
  dueAt: instantSchema,
  startedAt: instantSchema,
  startedBy: v.string(),
  changedAt: instantSchema,
  doc: json(v.unknown()),
});

/** Where a job of any kind is, as its document keeps it. */
export const placeEntries = {
  group: v.picklist(issueGroups),
  page: v.nullable(v.string()),
  read: v.number(),
  total: v.nullable(v.number()),
};

type Place = Pick<Job, keyof typeof placeEntries>;
type Columns = Omit<Job, keyof Place>;

interface Kind<Doc extends Place> {
  /** By which jobs are stored; their queue has the same name. */
  readonly kind: string;
  /** What has no column of its own. */
  readonly doc: v.GenericSchema<unknown, Doc>;
  /** Turns with the same key never run at once. */
  readonly keyOf: (project: ProjectId) => string;
}

/** Jobs of one kind, of which a project has at most one. */
export function forgeJobs<Doc extends Place>({ kind, doc, keyOf }: Kind<Doc>): Jobs<Columns & Doc> {
  const queue = new Queue({ key: kind });
  const docOf = (job: object): string => JSON.stringify(v.parse(doc, job));
  return {
    async of(project) {
      const [row] = await select(
        `SELECT id, state, turn, due_at AS dueAt, started_at AS startedAt, started_by AS startedBy,
           changed_at AS changedAt, doc
         FROM job WHERE project_id = ? AND kind = ?`,
        [Number(project), kind],
        jobRow,
      );
      if (!row) return undefined;
      const { doc: kept, ...columns } = row;
      return { project, ...columns, ...v.parse(doc, kept) };
    },

    async start(job) {
      const { project, id, state, turn, dueAt, startedAt, startedBy, changedAt } = job;
      await execute(
        `REPLACE INTO job (project_id, kind, id, state, turn, due_at, started_at, started_by, changed_at, doc)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [Number(project), kind, id, state, turn, dueAt, startedAt, startedBy, changedAt, docOf(job)],
      );
    },

    async endTurn({ project, id, turn }, progress) {
      const { state, dueAt, changedAt } = progress;
      await execute(
        `UPDATE job SET turn = ?, due_at = ?, changed_at = ?, doc = ?,
           state = CASE WHEN ? = 'running' THEN state ELSE ? END
         WHERE project_id = ? AND kind = ? AND id = ? AND turn = ?`,
        [turn + 1, dueAt, changedAt, docOf(progress), state, state, Number(project), kind, id, turn],
      );
    },

    async setState({ project, id }, { from, to, at }) {
      await execute(
        `UPDATE job SET state = ?, changed_at = ? WHERE project_id = ? AND kind = ? AND id = ? AND state = ?`,
        [to, at, Number(project), kind, id, from],
      );
    },

    async wake({ project, id, turn }, delay) {
      const body: TurnMessage = { version: 1, project, id, turn };
      const delayInSeconds = Math.min(Math.ceil(delay / 1_000), LONGEST_DELAY_SECONDS);
      await queue.push({ body, delayInSeconds, concurrency: { key: keyOf(project), limit: 1 } });
    },
  };
}
