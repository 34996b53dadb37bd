import { dayNumberOf, monthDayOf, type DayNumber, type LocalDate, type MonthDay } from '../time/local-date';

/**
 * The dates that something holds on: one, a range with both its ends, or the same day of every year (engine rule 3).
 * A yearly `02-29` holds in leap years only.
 */
export type Dates =
  | { readonly date: LocalDate }
  | { readonly from: LocalDate; readonly to: LocalDate }
  | { readonly yearly: MonthDay };

/** How many days they are; a yearly one counts once. @param dates without problems; see `datesProblems`. */
export function countDays(dates: Dates): number {
  return 'from' in dates ? (dayNumberOf(dates.to) ?? 0) - (dayNumberOf(dates.from) ?? 0) + 1 : 1;
}

/**
 * Which of `entries` hold on a day, the more exact first: those of the one date, then of a range, then of every year, each
 * in their order. Made once for many days.
 */
export function entriesOn<Entry extends Dates>(
  entries: readonly Entry[],
): (day: DayNumber) => readonly Entry[] {
  const dated = new Map<DayNumber | undefined, Entry[]>();
  const yearly = new Map<MonthDay, Entry[]>();
  const ranges: { first: DayNumber; last: DayNumber; entry: Entry }[] = [];
  for (const entry of entries) {
    if ('date' in entry) add(dated, dayNumberOf(entry.date), entry);
    else if ('yearly' in entry) add(yearly, entry.yearly, entry);
    else ranges.push({ first: dayNumberOf(entry.from) ?? NaN, last: dayNumberOf(entry.to) ?? NaN, entry });
  }
  return (day) => {
    const found = [...(dated.get(day) ?? [])];
    for (const { first, last, entry } of ranges) if (first <= day && day <= last) found.push(entry);
    if (yearly.size > 0) found.push(...(yearly.get(monthDayOf(day)) ?? []));
    return found;
  };
}

function add<Key, Entry>(map: Map<Key, Entry[]>, key: Key, entry: Entry): void {
  const known = map.get(key);
  if (known) known.push(entry);
  else map.set(key, [entry]);
}
