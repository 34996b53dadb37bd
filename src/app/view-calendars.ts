import { lintCalendars } from '../domain/agreement/lint-calendars';
import { definitionsIn, latestRevisions, meant, type Revision } from '../domain/agreement/revisions';
import type { Problem } from '../domain/problem';
import type { Ports, ProjectId } from './ports';
import { calendarUses, type CalendarUse } from './used-by';

export interface CalendarsInUse {
  /** The latest revision of every calendar and holiday set that agreements of the project, or of the site, may mean. */
  readonly revisions: readonly Extract<Revision, { kind: 'calendar' | 'holiday-set' }>[];
  readonly uses: ReadonlyMap<string, readonly CalendarUse[]>;
  /** What somebody should look at, its place among the calendars as in `calendars[0]`. */
  readonly findings: readonly Problem[];
}

/** @param home a project, with what it uses of the site; or `SITE`. */
export async function viewCalendars(
  ports: Pick<Ports, 'records' | 'projects' | 'clock'>,
  home: ProjectId,
): Promise<CalendarsInUse> {
  const latest = meant(latestRevisions(await ports.records.revisions(home)));
  const uses = await calendarUses(ports, home);
  return {
    revisions: latest.filter((each) => each.kind === 'calendar' || each.kind === 'holiday-set'),
    uses,
    findings: lintCalendars(definitionsIn(latest), ports.clock.now()).filter(
      ({ code }) => code !== 'calendar.unused',
    ),
  };
}
