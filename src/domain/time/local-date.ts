import { DAY } from './wall-clock';

/** A civil date as people write it, `YYYY-MM-DD`, without a zone. */
export type LocalDate = string;

/** A day of every year as people write it, `MM-DD`; `02-29` is one, though only leap years have it. */
export type MonthDay = string;

/** Days since 1970-01-01, by which civil dates are counted and compared. */
export type DayNumber = number;

/** The day number of `date`, or undefined when no such day exists (`2026-02-30`) or it is not written `YYYY-MM-DD`. */
export function dayNumberOf(date: string): DayNumber | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const midnight = new Date(Date.UTC(year, month - 1, day));
  const exists =
    midnight.getUTCFullYear() === year &&
    midnight.getUTCMonth() === month - 1 &&
    midnight.getUTCDate() === day;
  return exists ? midnight.getTime() / DAY : undefined;
}

export function localDateOf(day: DayNumber): LocalDate {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The day so many calendar days after another one, or before it when `by` is negative. */
export const dayAfter = (day: LocalDate, by = 1): LocalDate => localDateOf((dayNumberOf(day) ?? 0) + by);

/** Whether a year, leap or not, has such a day (`02-30` is none) and it is written `MM-DD`. */
export function isMonthDay(text: string): text is MonthDay {
  const LEAP_YEAR = '2024';
  return dayNumberOf(`${LEAP_YEAR}-${text}`) !== undefined;
}

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** 1970-01-01 was a Thursday. */
export function weekdayOf(day: DayNumber): Weekday {
  return weekdays[(((day + 3) % 7) + 7) % 7] ?? 'mon';
}
