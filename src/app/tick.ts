import { startBackfill, wakeLateBackfill } from './backfill';
import { describeFailure } from './errors';
import { planAllThresholds } from './plan-thresholds';
import type { Ports, ProjectId, WaitingWork } from './ports';
import { wakeLatePreview } from './preview-repair';

/** What it takes in the worst case to forget a piece of a project. */
const PIECE_TAKES_MS = 60_000;

/**
 * What happens every five minutes (design §3.5): whoever waits for a message that was lost is woken, and work that a crash
 * kept from starting is started. One question to the store when there is nothing to do. What fails is tried again by the
 * next tick, and keeps nothing else from being done.
 */
export async function tick(ports: Ports, remainingMs: () => number): Promise<void> {
  const waiting = await ports.waiting.at(ports.clock.now());
  const forgetting = waiting.deletedProjects.map((project) => () => forget(ports, project, remainingMs));
  // Neither asks anything of Jira.
  const always = [...forgetting, ...(waiting.isSomethingAhead ? [() => planAllThresholds(ports)] : [])];
  const tasks = waiting.isHeld ? always : [...always, ...wakeUps(ports, waiting)];
  for (const task of tasks) {
    try {
      await task();
    } catch (error) {
      ports.log.warn('tick left something undone', { error: describeFailure(error) });
    }
  }
}

function wakeUps(ports: Ports, waiting: WaitingWork): (() => Promise<void>)[] {
  return [
    ...waiting.drains.map((project) => () => ports.drains.wake(project)),
    ...waiting.lateBackfills.map((project) => () => wakeLateBackfill(ports, project)),
    ...waiting.latePreviews.map((project) => () => wakeLatePreview(ports, project)),
    ...waiting.missingBackfills.map(
      ({ project, actor }) =>
        () =>
          startBackfill(ports, project, actor),
    ),
  ];
}

/** A project may have more timers than one run can forget: the next tick goes on. */
async function forget({ projects }: Ports, project: ProjectId, remainingMs: () => number): Promise<void> {
  let isMore = true;
  while (isMore && remainingMs() > PIECE_TAKES_MS) isMore = await projects.forgetSome(project);
}
