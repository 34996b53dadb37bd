import type { Calendar, WallInterval } from '../../../src/domain/calendar/calendar';
import { serviceHours, type ServiceHours } from '../../../src/domain/calendar/service-hours';
import type { CaseCalendar } from './calendar-schema';

/**
 * A calendar of a file in the app's own terms. Of the app's exceptions a dated one beats a yearly one, in the format every
 * holiday beats every override; so an override of a holiday is left out.
 */
export function calendarOf(id: string, written: CaseCalendar): Calendar {
  const { timeZone, weekly, annualHolidays, dateOverrides, breaks } = written;
  const holidays = new Set(written.holidays);
  const closed = (date: string): boolean => holidays.has(date) || annualHolidays.includes(date.slice(5));
  const { mon, tue, wed, thu, fri, sat, sun } = weekly;
  return {
    id,
    name: id,
    timeZone,
    weekly: { mon, tue, wed, thu, fri, sat, sun },
    exceptions: [
      ...[...holidays].map((date) => ({ date, hours: [] })),
      ...[...new Set(annualHolidays)].map((yearly) => ({ yearly, hours: [] })),
      ...entriesOf(dateOverrides).filter(({ date }) => !closed(date)),
    ],
    interruptions: entriesOf(breaks).map((interruption) => ({ ...interruption, name: 'Break' })),
  };
}

function entriesOf(
  byDate: Readonly<Record<string, readonly WallInterval[]>>,
): { date: string; hours: readonly WallInterval[] }[] {
  return Object.entries(byDate).map(([date, hours]) => ({ date, hours }));
}

/** The calendars of a file, each compiled once, when it is first asked for. */
export function compiled(calendars: Readonly<Record<string, CaseCalendar>>): (id: string) => ServiceHours {
  const known = new Map<string, ServiceHours>();
  return (id) => {
    const written = calendars[id];
    if (!written) throw new Error(`There is no calendar "${id}".`);
    const hours = known.get(id) ?? serviceHours(calendarOf(id, written));
    known.set(id, hours);
    return hours;
  };
}
