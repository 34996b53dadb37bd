import { dayAfter, dayNumberOf, localDateOf, type LocalDate } from '../time/local-date';
import type { PeriodKind } from './period-kinds';

/** A period by a day in it, which is written as its first. */
export interface Period {
  readonly kind: PeriodKind;
  readonly from: LocalDate;
}

/** The period of a kind in which a day lies. */
export function periodOf(kind: PeriodKind, day: LocalDate): Period {
  return { kind, from: startOf(kind, day) };
}

/** The one that lies so many after it, or before it when `by` is negative. */
export function shifted({ kind, from }: Period, by: number): Period {
  if (kind === 'week') return { kind, from: localDateOf(numberOf(from) + by * DAYS_A_WEEK) };
  const [year, month] = partsOf(from);
  const months = year * 12 + (month - 1) + by * MONTHS[kind];
  return { kind, from: dateOf(Math.floor(months / 12), (months % 12) + 1) };
}

/** The first day after it. */
export const endOf = (period: Period): LocalDate => shifted(period, 1).from;

/** The last day of it. */
export const lastDayOf = (period: Period): LocalDate => dayAfter(endOf(period), -1);

/**
 * The first day of each of several periods in a row, of which `last` is the last, and the first day after it.
 *
 * @param count how many periods, at least one.
 */
export const edgesOf = (last: Period, count: number): LocalDate[] =>
  Array.from({ length: count + 1 }, (_, index) => shifted(last, index - count + 1).from);

const DAYS_A_WEEK = 7;
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

function startOf(kind: PeriodKind, day: LocalDate): LocalDate {
  // 1970-01-01 was a Thursday.
  if (kind === 'week') {
    const number = numberOf(day);
    return localDateOf(number - ((((number + 3) % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK));
  }
  const [year, month] = partsOf(day);
  return dateOf(year, month - ((month - 1) % MONTHS[kind]));
}

const numberOf = (day: LocalDate): number => dayNumberOf(day) ?? 0;

const partsOf = (day: LocalDate): [year: number, month: number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
];

const dateOf = (year: number, month: number): LocalDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
