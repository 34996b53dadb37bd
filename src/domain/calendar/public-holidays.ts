import { dayNumberOf, type LocalDate } from '../time/local-date';
import type { Holiday } from './holiday-set';

/** Public holidays as lists of countries give them: their names by date. */
export interface CountryHolidays {
  readonly public: Readonly<Record<LocalDate, string>>;
  /** What is otherwise in a part of the country, by its code without that of the country; nothing when all is left out. */
  readonly subdivisions: Readonly<Record<string, Difference>>;
}

interface Difference {
  /** What the part is called, where its code is not its name. */
  readonly name?: string;
  readonly add?: Readonly<Record<LocalDate, string>>;
  readonly remove?: readonly LocalDate[];
}

/** What people in a part of a country have off, and what they work in exchange (T4). */
export interface PublicHolidays {
  readonly days: readonly Holiday[];
  /** Days on which people work although their weekday is off (调休), each with the holiday that it is worked for. */
  readonly workingDays: readonly { readonly date: LocalDate; readonly name: string }[];
}

/**
 * @param years the first and the last of them
 * @param subdivision left out for what holds in the whole country
 */
export function publicHolidays(
  country: CountryHolidays,
  years: readonly [first: number, last: number],
  subdivision?: string,
): PublicHolidays {
  const { add = {}, remove = [] } = (subdivision !== undefined && country.subdivisions[subdivision]) || {};
  const removed = new Set(remove);
  const named = new Map([...Object.entries(country.public), ...Object.entries(add)]);
  const isAsked = (date: LocalDate): boolean => {
    const year = Number(date.slice(0, 4));
    return years[0] <= year && year <= years[1];
  };
  const entries = [...named]
    .filter(([date]) => isAsked(date) && !removed.has(date))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    days: joined(entries.map(([date, name]) => ({ date, name: nameOf(name) }))),
    workingDays: entries
      .flatMap(([, name]) => (DATE.exec(name) ?? []).map((date) => ({ date, name: nameOf(name) })))
      .filter(({ date }) => isAsked(date))
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
  };
}

/** A day off for which another one is worked names that one: `休息日（由 2026-02-14 调休）`, `放假日（2024-02-17 補班）`. */
const DATE = /\d{4}-\d{2}-\d{2}/;

/** The longest name that a holiday may have. */
const LONGEST_NAME = 120;

function nameOf(text: string): string {
  const name = text.replace(/\s*[（(][^（(]*\d{4}-\d{2}-\d{2}[^）)]*[）)]$/, '');
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

/** Days of one name that follow one another become one holiday. */
function joined(days: readonly { readonly date: LocalDate; readonly name: string }[]): Holiday[] {
  const holidays: { from: LocalDate; to: LocalDate; name: string }[] = [];
  for (const { date, name } of days) {
    const last = holidays.at(-1);
    if (last?.name === name && dayNumberOf(date) === (dayNumberOf(last.to) ?? NaN) + 1) last.to = date;
    else holidays.push({ from: date, to: date, name });
  }
  return holidays.map(({ from, to, name }) => (from === to ? { date: from, name } : { from, to, name }));
}
