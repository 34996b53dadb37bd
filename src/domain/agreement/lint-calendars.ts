import type { Calendar, CalendarRecord } from '../calendar/calendar';
import { calendarWarnings } from '../calendar/calendar-warnings';
import type { Dates } from '../calendar/dates';
import type { HolidaySet } from '../calendar/holiday-set';
import { problem, type Problem } from '../problem';
import type { Instant } from '../time/instant';
import { dayNumberOf, localDateOf, type DayNumber } from '../time/local-date';
import { DAY } from '../time/wall-clock';
import { wallReading } from '../time/zone';
import type { Definitions } from './draft';

export function lintCalendars(definitions: Definitions, today: Instant): Problem[] {
  const { calendars, holidaySets, agreements } = definitions;
  const used = new Set(
    agreements.flatMap(({ metrics }) => metrics.flatMap(({ goals }) => goals.map((goal) => goal.calendar))),
  );
  return calendars.flatMap((record, index) => {
    const path = `calendars[${index}]`;
    const calendar = withSets(record, holidaySets);
    return [
      ...calendarWarnings(calendar, path),
      ...lintHolidays(calendar, path, today),
      ...(used.has(record.id) || record.archived
        ? []
        : [problem('calendar.unused', path, { calendar: record.name })]),
    ];
  });
}

function withSets(record: CalendarRecord, sets: readonly HolidaySet[]): Calendar {
  const { holidaySets = [], ...rest } = record;
  return { ...rest, holidaySets: holidaySets.flatMap((id) => sets.filter((set) => set.id === id)) };
}

/** So many days ahead the holidays of the next year are known, and somebody should enter them. */
const DAYS_AHEAD = 60;

/**
 * Holidays that are nearly or wholly past, with none of every year among them. A calendar that never had any is taken to
 * need none.
 */
function lintHolidays(calendar: Calendar, path: string, today: Instant): Problem[] {
  const closed: Dates[] = [
    ...calendar.exceptions.filter(({ hours }) => hours.length === 0),
    ...(calendar.holidaySets ?? []).flatMap(({ days }) => days),
  ];
  if (closed.length === 0 || closed.some((dates) => 'yearly' in dates)) return [];
  const last = Math.max(...closed.map(lastDayOf));
  const day = Math.floor(wallReading(calendar.timeZone, today) / DAY);
  if (last >= day + DAYS_AHEAD) return [];
  return [problem('calendar.holidays-end', path, { calendar: calendar.name, last: localDateOf(last) })];
}

function lastDayOf(dates: Dates): DayNumber {
  const date = 'to' in dates ? dates.to : 'date' in dates ? dates.date : '';
  return dayNumberOf(date) ?? 0;
}
