import { dayNumberOf, type DayNumber, type LocalDate, type MonthDay } from '../time/local-date';
import { DAY } from '../time/wall-clock';

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
 * in their order. Made once for many days: calendars ask it about thousands.
 */
export function entriesOn<Entry extends Dates>(
  entries: readonly Entry[],
): (day: DayNumber) => readonly Entry[] {
  const dated = new Map<DayNumber | undefined, Entry[]>();
  const yearly = new Map<number, Entry[]>();
  const ranges: { first: DayNumber; last: DayNumber; entry: Entry }[] = [];
  for (const entry of entries) {
    if ('date' in entry) add(dated, dayNumberOf(entry.date), entry);
    else if ('yearly' in entry) add(yearly, Number(entry.yearly.replace('-', '')), entry);
    else ranges.push({ first: dayNumberOf(entry.from) ?? NaN, last: dayNumberOf(entry.to) ?? NaN, entry });
  }
  if (ranges.length === 0 && yearly.size === 0) return (day) => dated.get(day) ?? NONE;
  return (day) => {
    const onDate = dated.get(day) ?? NONE;
    const inRange = ranges.filter(({ first, last }) => first <= day && day <= last);
    const everyYear = yearly.get(monthAndDay(day)) ?? NONE;
    return [...onDate, ...inRange.map(({ entry }) => entry), ...everyYear];
  };
}

const NONE: readonly never[] = [];

/** 1225 for a 25 December. */
function monthAndDay(day: DayNumber): number {
  const date = new Date(day * DAY);
  return (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}

function add<Key, Entry>(map: Map<Key, Entry[]>, key: Key, entry: Entry): void {
  const known = map.get(key);
  if (known) known.push(entry);
  else map.set(key, [entry]);
}
