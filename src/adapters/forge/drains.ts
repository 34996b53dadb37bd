import { Queue } from '@forge/events';
import type { Drains } from '../../app/ports';
import type { DrainMessage } from '../../contract/queue-messages';

const queue = new Queue({ key: 'drain' });

export const forgeDrains: Drains = {
  async wake(project) {
    const body: DrainMessage = { version: 1, project };
    await queue.push({ body, concurrency: { key: `drain:${project}`, limit: 1 } });
  },
};
