import { Queue } from '@forge/events';
import type { Drains, ProjectId } from '../../app/ports';
import type { DrainMessage } from '../../contract/queue-messages';

const queue = new Queue({ key: 'drain' });

/** Of all that writes the timers of a project only one runs at a time, whatever queue it comes from. */
export const drainKey = (project: ProjectId): string => `drain:${project}`;

export const forgeDrains: Drains = {
  async wake(project) {
    const body: DrainMessage = { version: 1, project };
    await queue.push({ body, concurrency: { key: drainKey(project), limit: 1 } });
  },
};
