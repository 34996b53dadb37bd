import { startBackfill, wakeLateBackfill } from './backfill';
import { describeFailure } from './errors';
import type { Ports } from './ports';

/**
 * What happens every five minutes (design §3.5): whoever waits for a message that was lost is woken, and work that a crash
 * kept from starting is started. One question to the store when there is nothing to do. What fails is tried again by the
 * next tick, and keeps nothing else from being done.
 */
export async function tick(ports: Ports): Promise<void> {
  const waiting = await ports.waiting.at(ports.clock.now());
  const tasks = [
    ...waiting.drains.map((project) => () => ports.drains.wake(project)),
    ...waiting.lateBackfills.map((project) => () => wakeLateBackfill(ports, project)),
    ...waiting.missingBackfills.map(
      ({ project, actor }) =>
        () =>
          startBackfill(ports, project, actor),
    ),
  ];
  for (const task of tasks) {
    try {
      await task();
    } catch (error) {
      ports.log.warn('tick left something undone', { error: describeFailure(error) });
    }
  }
}
