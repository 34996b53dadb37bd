import { Queue } from '@forge/events';
import * as v from 'valibot';
import type { Drains, ProjectId } from '../../app/ports';
import type { DrainMessage } from '../../contract/queue-messages';
import { elapsedBetween, NO_TIME, type Span } from '../../domain/time/instant';
import { execute, select } from './sql';

const LONGEST_DELAY_SECONDS = 900;

/** Until when a drain is on its way already. */
const LATER = 'later-drain';

const queue = new Queue({ key: 'drain' });

/** Of all that writes the timers of a project only one runs at a time, whatever queue it comes from. */
export const drainKey = (project: ProjectId): string => `drain:${project}`;

export const forgeDrains: Drains = {
  wake: (project) => push(project, NO_TIME),

  async wakeLater(project, { now, at }) {
    const pending = await select(
      `SELECT value AS dueAt FROM check_mark WHERE project_id = ? AND kind = ? AND value > ?`,
      [Number(project), LATER, now],
      v.unknown(),
    );
    if (pending.length > 0) return;
    await push(project, elapsedBetween(now, at));
    await execute(`REPLACE INTO check_mark (project_id, kind, value) VALUES (?, ?, ?)`, [
      Number(project),
      LATER,
      at,
    ]);
  },
};

async function push(project: ProjectId, delay: Span): Promise<void> {
  const body: DrainMessage = { version: 1, project };
  const delayInSeconds = Math.min(Math.ceil(delay / 1_000), LONGEST_DELAY_SECONDS);
  await queue.push({ body, delayInSeconds, concurrency: { key: drainKey(project), limit: 1 } });
}
