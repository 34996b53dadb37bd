import { EARLIEST } from '../time/instant';
import { latestRevisions, type Revision } from './revisions';

/**
 * The revisions of a project as if some of its agreements had never said anything but what they say last, on the calendars
 * as they are now: by them the past can be judged as a draft would have judged it. Other agreements keep their past.
 *
 * @param agreements the ids of those agreements, each of which is among the revisions.
 */
export function asIfAlwaysInForce(
  revisions: readonly Revision[],
  agreements: ReadonlySet<string>,
): Revision[] {
  const isOfThem = ({ kind, doc }: Revision): boolean => {
    if (kind === 'agreement' || kind === 'step') return agreements.has(doc.id);
    return kind === 'repair' && agreements.has(doc.agreement);
  };
  const isCalendar = ({ kind }: Revision): boolean => kind === 'calendar' || kind === 'holiday-set';
  const first = latestRevisions(revisions).flatMap((revision): Revision[] => {
    const saved = { ...revision, change: ALWAYS, at: EARLIEST };
    if (isCalendar(saved)) return [saved];
    if (saved.kind !== 'agreement' || !isOfThem(saved)) return [];
    return [{ ...saved, doc: { ...saved.doc, effectiveFrom: EARLIEST } }];
  });
  return [...first, ...revisions.filter((revision) => !isOfThem(revision) && !isCalendar(revision))];
}

/** The change by which all of it came to be. No committed one has this id. */
const ALWAYS = 'always';
