import { earlier, seconds } from '../domain/time/instant';
import type { IssueId, Ports, ProjectId } from './ports';

/** A mark older than this may have lost the drain that its setter woke, so whoever comes next wakes another. */
const WAKE_UP_EXPIRES = seconds(60);

/**
 * Notes that an issue may have changed and has it evaluated soon (design §3.1). The mark is set before others are looked
 * for, so that of two who come together at least one wakes the drain.
 */
export async function markIssue(
  { dirtyIssues, drains, ids, clock }: Ports,
  issue: IssueId,
  project: ProjectId,
  by: 'event' | 'view',
): Promise<void> {
  const at = clock.now();
  const token = ids.next();
  await dirtyIssues.mark({ issue, project, token, at, by });
  const pending = await dirtyIssues.hasOther(project, token, earlier(at, WAKE_UP_EXPIRES));
  if (!pending) await drains.wake(project);
}
