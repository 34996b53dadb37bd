import type { Calendar, WallInterval } from '../../src/domain/calendar/calendar';
import { serviceHours, type ServiceHours } from '../../src/domain/calendar/service-hours';
import { addWorkingTime, workingTimeBetween } from '../../src/domain/calendar/working-time';
import { weekdays } from '../../src/domain/time/local-date';

/** A calendar as benchmarks of business time write it: minutes of the day, 1440 the midnight that ends it. */
export interface BenchCalendar {
  readonly id: string;
  readonly timeZone: string;
  /** By ISO weekday, 1 for Monday. */
  readonly weekly: Readonly<Record<number, readonly (readonly [openMinute: number, closeMinute: number])[]>>;
  /** Closed dates, `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
}

export const name = 'this engine';

export function compile({ id, timeZone, weekly, holidays }: BenchCalendar): ServiceHours {
  const calendar: Calendar = {
    id,
    name: id,
    timeZone,
    weekly: Object.fromEntries(
      weekdays.map((day, index) => [day, (weekly[index + 1] ?? []).map(wallInterval)]),
    ),
    exceptions: holidays.map((date) => ({ date, hours: [] })),
  };
  return serviceHours(calendar);
}

/** The two questions, with plain numbers for instants and spans, in milliseconds. */
export interface BusinessTime<Compiled> {
  addWorking(compiled: Compiled, startMs: number, workMs: number): number;
  between(compiled: Compiled, aMs: number, bMs: number): number;
}

// The engine's own functions, so that a call of them is all that is timed.
export const addWorking: BusinessTime<ServiceHours>['addWorking'] = addWorkingTime;
export const between: BusinessTime<ServiceHours>['between'] = workingTimeBetween;

const wallInterval = ([open, close]: readonly [number, number]): WallInterval => [
  wallTime(open),
  wallTime(close),
];

const wallTime = (minute: number): string =>
  `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;

const twoDigits = (n: number): string => String(n).padStart(2, '0');
