import type { BenchCalendar } from './business-time-adapter';
import * as walk from './day-walk';
import { WORKLOAD_YEARS } from './workload';

/**
 * How fast JavaScript can answer at all: ten fixed years in plain arrays, an index of days one way and of working hours
 * the other. It checks nothing, and answers wrong outside its years.
 */
export const name = 'bare day index';

const DAY = 86_400_000;
const WORK_CELL = 4 * 3_600_000;

export interface DayIndex {
  readonly start: number;
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  /** Working time before each opening. */
  readonly before: Float64Array;
  /** By UTC day, the first interval that closes later than it begins. */
  readonly byDay: Uint32Array;
  /** By cells of working time, the interval in which each begins. */
  readonly byWork: Uint32Array;
}

export function compile(calendar: BenchCalendar): DayIndex {
  const [start, end] = [Date.UTC(WORKLOAD_YEARS.first, 0, 1), Date.UTC(WORKLOAD_YEARS.last + 1, 0, 1)];
  const [opens, closes, before]: [number[], number[], number[]] = [[], [], []];
  let total = 0;
  for (const [open, close] of walk.openFrom(walk.compile(calendar), start)) {
    if (open >= end) break;
    opens.push(open);
    closes.push(close);
    before.push(total);
    total += close - open;
  }
  const byDay = Uint32Array.from({ length: (end - start) / DAY }, (_, day) =>
    closes.findIndex((close) => close > start + day * DAY),
  );
  const byWork = new Uint32Array(Math.ceil(total / WORK_CELL));
  for (let cell = 0, i = 0; cell < byWork.length; cell++) {
    while ((before[i + 1] ?? Infinity) < cell * WORK_CELL) i++;
    byWork[cell] = i;
  }
  return {
    start,
    opens: Float64Array.from(opens),
    closes: Float64Array.from(closes),
    before: Float64Array.from([...before, total]),
    byDay,
    byWork,
  };
}

export function addWorking(index: DayIndex, startMs: number, workMs: number): number {
  const goal = passedBy(index, startMs) + workMs;
  let i = index.byWork[Math.floor(goal / WORK_CELL)] as number;
  while ((index.before[i + 1] as number) < goal) i++;
  return (index.opens[i] as number) + goal - (index.before[i] as number);
}

export function between(index: DayIndex, aMs: number, bMs: number): number {
  return passedBy(index, bMs) - passedBy(index, aMs);
}

function passedBy({ start, opens, closes, before, byDay }: DayIndex, at: number): number {
  let i = byDay[Math.floor((at - start) / DAY)] as number;
  while ((closes[i] as number) <= at) i++;
  return (before[i] as number) + Math.max(0, at - (opens[i] as number));
}
