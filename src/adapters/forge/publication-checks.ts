import { Queue } from '@forge/events';
import type { PublicationChecks } from '../../app/ports';
import type { PublicationMessage } from '../../contract/queue-messages';
import { drainKey } from './drains';

/** Nobody says how long such a task takes; one that takes longer is asked again. */
const DELAY_SECONDS = 30;

const queue = new Queue({ key: 'publication' });

export const forgePublicationChecks: PublicationChecks = {
  async later({ project, task, issues }) {
    const body: PublicationMessage = { version: 1, project, task, issues: [...issues] };
    await queue.push({
      body,
      delayInSeconds: DELAY_SECONDS,
      concurrency: { key: drainKey(project), limit: 1 },
    });
  },
};
