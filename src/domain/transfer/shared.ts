import type { CalendarRecord } from '../calendar/calendar';
import type { HolidaySet } from '../calendar/holiday-set';
import type { SiteDefaults } from '../defaults/site-defaults';
import type { Term } from '../glossary/term';

/** All that the projects of a site share, as it is carried to another site or kept safe (P8). */
export interface SharedBySite {
  readonly holidaySets: readonly HolidaySet[];
  readonly calendars: readonly CalendarRecord[];
  /** Those of the glossary (A22); what was taken out is not among them. */
  readonly terms: readonly Term[];
  /** Left out by a file that says nothing of them. */
  readonly defaults?: Omit<SiteDefaults, 'id'>;
}
