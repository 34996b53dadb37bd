import { dayNumberOf, weekdayOf, type DayNumber } from '../time/local-date';
import type { Calendar, WallInterval } from './calendar';

/** What a calendar says of one local date. */
export interface DayPlan {
  /** Service hours that begin on the date; they may run past its midnight. */
  readonly hours: readonly WallInterval[];
}

/** What counts on each date (engine rule 3): the calendar's own exception, else the weekly pattern. */
export function dayPlans(calendar: Calendar): (day: DayNumber) => DayPlan {
  const exceptions = new Map(calendar.exceptions.map(({ date, hours }) => [dayNumberOf(date), hours]));
  return (day) => ({ hours: exceptions.get(day) ?? calendar.weekly[weekdayOf(day)] ?? [] });
}
