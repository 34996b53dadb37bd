import { reignsOf } from '../agreement/timeline-of';
import type { Instant } from '../time/instant';
import { publicationsOf, type Publication, type Timeline } from '../timer/timeline';

/**
 * The version of an agreement that a period is judged by: the one in force when it ends, so that no later version changes
 * what was said of it. Undefined where the agreement had not begun by then, or had ended before the period began.
 *
 * @param timeline of the agreement, with what ended it.
 */
export function versionFor(
  timeline: Timeline,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): Publication | undefined {
  const reign = reignsOf(publicationsOf(timeline)).find((each) => each.from < to && each.to >= to);
  if (!reign || reign.publication.agreement.effectiveFrom >= to) return undefined;
  const isOver = timeline.some(
    ({ kind, at }) => kind === 'ended' && at >= reign.from && at < reign.to && at <= from,
  );
  return isOver ? undefined : reign.publication;
}
