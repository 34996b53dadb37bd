import { Queue } from '@forge/events';
import type { LaterPublications } from '../../app/ports';
import type { PublicationMessage } from '../../contract/queue-messages';
import { drainKey } from './drains';

const LONGEST_DELAY_SECONDS = 900;

const queue = new Queue({ key: 'publication' });

export const forgeLaterPublications: LaterPublications = {
  async look({ project, task, issues }, wait) {
    const body: PublicationMessage = {
      version: 1,
      project,
      ...(task !== undefined && { task }),
      issues: [...issues],
    };
    const delayInSeconds = Math.min(Math.ceil(wait / 1_000), LONGEST_DELAY_SECONDS);
    await queue.push({ body, delayInSeconds, concurrency: { key: drainKey(project), limit: 1 } });
  },
};
