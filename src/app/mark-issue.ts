import { elapsedBetween, later, minutes, span, type Instant } from '../domain/time/instant';
import type { IssueId, Ports, ProjectId } from './ports';

/** A drain that was woken begins long before this; a mark that is older may have lost it. */
const WAKE_AGAIN_EVERY = minutes(1);

/**
 * Notes that an issue may have changed and has it evaluated soon (design §3.1). Who sets the first mark of a project wakes
 * its drain; while that mark stays, who sets the first one of each further minute does so again, in case a wake-up was
 * lost. A mark is set before others are looked for, and the drain looks again after it has removed marks, so that none is
 * left behind however they interleave.
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
  const oldest = await dirtyIssues.first(project);
  const waker =
    oldest && isLate(oldest.at, at) ? await dirtyIssues.first(project, minuteOf(oldest.at, at)) : oldest;
  // Without any, a drain has taken the mark already.
  if (waker?.token === token) await drains.wake(project);
}

/** Has these issues evaluated soon, whose number makes one wake-up a project cheaper than looking whether it is needed. */
export async function markIssues(
  { dirtyIssues, drains, ids, clock }: Pick<Ports, 'dirtyIssues' | 'drains' | 'ids' | 'clock'>,
  issues: readonly { readonly issue: IssueId; readonly project: ProjectId }[],
): Promise<void> {
  if (issues.length === 0) return;
  const at = clock.now();
  await dirtyIssues.mark(
    ...issues.map(({ issue, project }) => ({ issue, project, token: ids.next(), at, by: 'event' as const })),
  );
  for (const project of new Set(issues.map((each) => each.project))) await drains.wake(project);
}

const isLate = (oldest: Instant, at: Instant): boolean => elapsedBetween(oldest, at) >= WAKE_AGAIN_EVERY;

/** The start of the minute, counted from `oldest`, in which `at` lies. */
function minuteOf(oldest: Instant, at: Instant): Instant {
  const whole = Math.floor(elapsedBetween(oldest, at) / WAKE_AGAIN_EVERY);
  return later(oldest, span(whole * WAKE_AGAIN_EVERY));
}
