import type { CalendarRecord } from '../../../../../../src/domain/calendar/calendar';
import type { WallInterval } from '../../../../../../src/domain/calendar/calendar';
import { countDays, type Dates } from '../../../../../../src/domain/calendar/dates';
import type { Holiday } from '../../../../../../src/domain/calendar/holiday-set';
import type { LocalDate } from '../../../../../../src/domain/time/local-date';

/** Days that are added to others: those whose dates are there already stay as they are. */
export function withDays(
  days: readonly Holiday[],
  more: readonly Holiday[],
): { readonly days: readonly Holiday[]; readonly added: number } {
  const known = new Set(days.map(datesKey));
  const added = more.filter((day) => !known.has(datesKey(day)));
  return { days: inOrder([...days, ...added]), added: countAll(added) };
}

/** Those of every year first, then by date. */
export function inOrder(days: readonly Holiday[]): readonly Holiday[] {
  return [...days].sort((a, b) => (datesKey(a) < datesKey(b) ? -1 : 1));
}

/** How many days they are; a yearly one counts once. */
export function countAll(days: readonly Dates[]): number {
  return days.reduce((total, day) => total + countDays(day), 0);
}

/** The first and the last year of the days that are not of every year; undefined when there is none. */
export function yearsOf(days: readonly Dates[]): readonly [first: string, last: string] | undefined {
  const years = days.flatMap((day) => {
    if ('yearly' in day) return [];
    return 'date' in day ? [day.date.slice(0, 4)] : [day.from.slice(0, 4), day.to.slice(0, 4)];
  });
  const [first, last] = [years.sort()[0], years.at(-1)];
  return first !== undefined && last !== undefined ? [first, last] : undefined;
}

/** Days with their places among all, by the year they begin in; those of every year under `yearly`. */
export function byYear(
  days: readonly Holiday[],
): readonly (readonly [year: string, days: readonly (readonly [index: number, day: Holiday])[]])[] {
  const years = new Map<string, (readonly [number, Holiday])[]>();
  days.forEach((day, index) => {
    const year = 'yearly' in day ? 'yearly' : ('date' in day ? day.date : day.from).slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), [index, day]]);
  });
  return [...years];
}

/** A calendar that also works on some dates, where it has no exception of its own on them. */
export function withExtraDays(
  record: CalendarRecord,
  dates: readonly LocalDate[],
  hours: readonly WallInterval[],
  name: string,
): { readonly record: CalendarRecord; readonly added: number } {
  const own = new Set(record.exceptions.flatMap((each) => ('date' in each ? each.date : [])));
  const missing = dates.filter((date) => !own.has(date));
  const extra = missing.map((date) => ({ date, hours, name }));
  return { record: { ...record, exceptions: [...record.exceptions, ...extra] }, added: missing.length };
}

function datesKey(day: Dates): string {
  if ('yearly' in day) return `0000-${day.yearly}`;
  return 'date' in day ? `${day.date} ${day.date}` : `${day.from} ${day.to}`;
}
