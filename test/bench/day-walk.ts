import { TZDate } from '@date-fns/tz';
import { addDays, formatISO, getISODay, startOfDay } from 'date-fns';
import type { BenchCalendar } from './business-time-adapter';

/** Business time as it is usually written: day by day, on a library that knows zones (date-fns 4 and @date-fns/tz). */
export const name = 'day walk';

export interface Walker {
  readonly calendar: BenchCalendar;
  readonly holidays: ReadonlySet<string>;
}

export function compile(calendar: BenchCalendar): Walker {
  return { calendar, holidays: new Set(calendar.holidays) };
}

export function addWorking(walker: Walker, startMs: number, workMs: number): number {
  let rest = workMs;
  for (const [open, close] of openFrom(walker, startMs)) {
    const from = Math.max(open, startMs);
    if (from >= close) continue;
    if (rest <= close - from) return from + rest;
    rest -= close - from;
  }
  throw new Error('The walk has no end');
}

export function between(walker: Walker, aMs: number, bMs: number): number {
  let total = 0;
  for (const [open, close] of openFrom(walker, aMs)) {
    if (open >= bMs) return total;
    total += Math.max(0, Math.min(close, bMs) - Math.max(open, aMs));
  }
  throw new Error('The walk has no end');
}

/** Opening and closing of each interval, in order, from the date of `at` on. */
export function* openFrom({ calendar, holidays }: Walker, at: number): Generator<[number, number]> {
  const { timeZone, weekly } = calendar;
  for (let day = startOfDay(new TZDate(at, timeZone)); ; day = addDays(day, 1)) {
    if (holidays.has(formatISO(day, { representation: 'date' }))) continue;
    const minute = (n: number): number =>
      new TZDate(day.getFullYear(), day.getMonth(), day.getDate(), 0, n, timeZone).getTime();
    for (const [open, close] of weekly[getISODay(day)] ?? []) yield [minute(open), minute(close)];
  }
}
