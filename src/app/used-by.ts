import { calendarsOf, latestRevisions, meant, type Revision } from '../domain/agreement/revisions';
import type { Calendar } from '../domain/calendar/calendar';
import type { HolidaySet } from '../domain/calendar/holiday-set';
import { SITE, type Ports, type ProjectId } from './ports';

/** An agreement that counts on a calendar. */
export interface CalendarUse {
  readonly project: ProjectId;
  readonly agreement: { readonly id: string; readonly name: string };
}

/** Which agreements count on each calendar of a project, or of the site, by the calendar's id. */
export async function calendarUses(
  { records, projects }: Pick<Ports, 'records' | 'projects'>,
  home: ProjectId,
): Promise<Map<Calendar['id'], CalendarUse[]>> {
  const uses = new Map<Calendar['id'], CalendarUse[]>();
  for (const project of home === SITE ? await projects.withAgreements() : [home]) {
    const latest = meant(latestRevisions(await records.revisions(project)));
    const wanted = new Set(
      latest.flatMap(({ kind, home: of, doc }) =>
        kind === 'calendar' && (home !== SITE || of === 'site') ? doc.id : [],
      ),
    );
    for (const revision of latest) {
      if (revision.kind !== 'agreement') continue;
      const { id, name } = revision.doc;
      for (const calendar of calendarsOf(revision.doc).filter((each) => wanted.has(each)))
        uses.set(calendar, [...(uses.get(calendar) ?? []), { project, agreement: { id, name } }]);
    }
  }
  return uses;
}

/** The names of the calendars among `latest` that refer to a holiday set. */
export function calendarsThatRefer(set: HolidaySet['id'], latest: readonly Revision[]): string[] {
  return latest.flatMap((revision) =>
    revision.kind === 'calendar' && revision.doc.holidaySets?.includes(set) ? revision.doc.name : [],
  );
}
