import { EARLIEST, HORIZON, laterOf, type Instant } from '../time/instant';
import { asPublished, type Publication, type Timeline, type TimelineEntry } from '../timer/timeline';

/**
 * What happened to the rules of one agreement, as its publications tell it. Its suspensions and its end are what the
 * publication says that is in force at the time: a later one that no longer names a suspension reinstates the agreement,
 * one that puts the end off gives it a new life. What is published reaches back only if nothing was before it (engine
 * rules 8, 16): a suspension or an end that a later publication names counts from its publication at the earliest.
 *
 * @param publications of one agreement, in any order.
 * @returns the publications, and what they say of suspensions and ends. After an `ended` entry the next publication is
 *   in force again, unless an `ended` entry of its own stands beside it.
 */
export function timelineOf(publications: readonly Publication[]): Timeline {
  const inOrder = [...publications].sort(asPublished);
  const reigns = reignsOf(inOrder);
  return [...inOrder, ...suspensionsIn(reigns), ...reigns.flatMap(endOf)];
}

/** The time in which a publication is in force, or would be if it were not suspended or ended. */
export interface Reign {
  readonly publication: Publication;
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * Which publication reigns when. One that is to come into force later leaves the one before it in force until then; it
 * never reigns where a later one has come into force by then.
 *
 * @param inOrder the publications of one agreement as they came.
 */
export function reignsOf(inOrder: readonly Publication[]): Reign[] {
  let reigns: Reign[] = [];
  for (const publication of inOrder) {
    const { at, agreement } = publication;
    const isFirst = reigns.length === 0;
    const from = isFirst ? EARLIEST : laterOf(agreement.effectiveFrom, at);
    const before = reigns.filter((reign) => reign.from < from);
    const last = before.pop();
    reigns = [...before, ...(last ? [{ ...last, to: from }] : []), { publication, from, to: HORIZON }];
  }
  return reigns;
}

function endOf({ publication, from, to }: Reign): TimelineEntry[] {
  const { effectiveTo, runOff = 'finish' } = publication.agreement;
  if (effectiveTo === undefined) return [];
  const at = laterOf(effectiveTo, from);
  return at < to ? [{ kind: 'ended', at, runOff }] : [];
}

/** Each instant at which another reason for a suspension comes to hold, or none any more. */
function suspensionsIn(reigns: readonly Reign[]): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  let reason: string | undefined;
  for (const { publication, from, to } of reigns) {
    const { suspensions = [] } = publication.agreement;
    const edges = suspensions.flatMap((suspension) => [suspension.from, suspension.to ?? HORIZON]);
    const instants = [from, ...edges.filter((edge) => edge > from && edge < to).sort((a, b) => a - b)];
    for (const at of from < to ? instants : []) {
      const holding = suspensions.find((each) => each.from <= at && at < (each.to ?? HORIZON))?.reason;
      if (holding === reason) continue;
      entries.push(
        holding === undefined ? { kind: 'reinstated', at } : { kind: 'suspended', at, reason: holding },
      );
      reason = holding;
    }
  }
  return entries;
}
