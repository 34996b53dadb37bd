import * as bare from './bare-day-index';
import * as ours from './business-time-adapter';
import type { BenchCalendar } from './business-time-adapter';
import * as walk from './day-walk';

/** What is timed: the two questions of business time, on a calendar compiled beforehand. */
export interface Engine<Compiled> {
  readonly name: string;
  readonly compile: (calendar: BenchCalendar) => Compiled;
  readonly addWorking: (compiled: Compiled, startMs: number, workMs: number) => number;
  readonly between: (compiled: Compiled, aMs: number, bMs: number) => number;
}

/** Under the names by which a process is told which one to time. */
export const engines = {
  ours: ours as Engine<unknown>,
  bare: bare as Engine<unknown>,
  walk: walk as Engine<unknown>,
};

export type EngineName = keyof typeof engines;
