import { WallClock } from './wall-clock';

const MINUTE = 60_000;
const MINUTES_OF_DAY = 1_440;
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

export type PlainHours = readonly (readonly [from: string, to: string])[];

/** What the oracle must know of a calendar. Times of day are whole minutes. */
export interface PlainCalendar {
  readonly timeZone: string;
  readonly weekly: Readonly<Record<string, PlainHours>>;
  readonly exceptions: readonly { readonly date: string; readonly hours: PlainHours }[];
}

/**
 * A second opinion on working time that shares nothing with the engine: it looks at the wall clock in every minute of
 * some years and writes down whether that time of that day is open (engine rules 2, 3). It knows no offsets and builds no
 * intervals; its answers are counts of open minutes. Instants and amounts are milliseconds.
 */
export class Oracle {
  /** How many minutes were open before each minute of the window. */
  private readonly openBefore: Int32Array;

  /** Knows the instants from `from` to `to`, two whole hours. */
  constructor(
    calendar: PlainCalendar,
    private readonly from: number,
    private readonly to: number,
  ) {
    const readings = WallClock.in(calendar.timeZone).readings(from, to);
    this.openBefore = new Int32Array(readings.length + 1);
    let count = 0;
    let midnight = 0;
    let openTimes = openTimesFrom(calendar, midnight);
    for (let minute = 0; minute < readings.length; minute++) {
      const reading = readings[minute] ?? 0;
      if (reading < midnight || reading >= midnight + MINUTES_OF_DAY) {
        midnight = reading - (reading % MINUTES_OF_DAY);
        openTimes = openTimesFrom(calendar, midnight);
      }
      count += openTimes[reading - midnight] ?? 0;
      this.openBefore[minute + 1] = count;
    }
  }

  isOpen(at: number): boolean {
    return this.opens(this.minuteOf(at));
  }

  workingTimeBetween(from: number, to: number): number {
    return this.openUntil(to) - this.openUntil(from);
  }

  /**
   * The earliest instant by which `amount` has passed, the latest from which a negative one passes; undefined when that
   * lies outside the years known.
   */
  addWorkingTime(from: number, amount: number): number | undefined {
    if (amount === 0) return from;
    const target = this.openUntil(from) + amount;
    if (target < 0 || target > this.countBefore(this.length) * MINUTE) return undefined;
    if (amount > 0) {
      const minute = this.firstMinute((count) => count * MINUTE >= target);
      return this.startOf(minute) - (this.countBefore(minute) * MINUTE - target);
    }
    const minute = this.firstMinute((count) => count * MINUTE > target) - 1;
    return this.startOf(minute) + (target - this.countBefore(minute) * MINUTE);
  }

  /** `at` itself while open, else the next opening; undefined when that lies outside the years known. */
  opensAt(at: number): number | undefined {
    if (this.isOpen(at)) return at;
    let minute = this.minuteOf(at);
    while (minute < this.length && !this.opens(minute)) minute += 1;
    return minute < this.length ? this.startOf(minute) : undefined;
  }

  /** The first closing after `at`; undefined when that lies outside the years known. */
  closesAt(at: number): number | undefined {
    const opening = this.opensAt(at);
    if (opening === undefined) return undefined;
    let minute = this.minuteOf(opening);
    while (minute < this.length && this.opens(minute)) minute += 1;
    return minute < this.length ? this.startOf(minute) : undefined;
  }

  private openUntil(at: number): number {
    if (at === this.to) return this.countBefore(this.length) * MINUTE;
    const minute = this.minuteOf(at);
    return this.countBefore(minute) * MINUTE + (this.opens(minute) ? at - this.startOf(minute) : 0);
  }

  /** The first minute before which the count of open minutes is as wanted; one past the last when none is. */
  private firstMinute(wanted: (count: number) => boolean): number {
    let [low, high] = [0, this.length + 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (wanted(this.countBefore(middle))) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private get length(): number {
    return this.openBefore.length - 1;
  }

  private countBefore(minute: number): number {
    return this.openBefore[minute] ?? NaN;
  }

  private opens(minute: number): boolean {
    return this.countBefore(minute + 1) > this.countBefore(minute);
  }

  private startOf(minute: number): number {
    return this.from + minute * MINUTE;
  }

  private minuteOf(at: number): number {
    if (at < this.from || at >= this.to) throw new RangeError('The oracle has not looked at that time.');
    return Math.floor((at - this.from) / MINUTE);
  }
}

/** For each minute that a wall can show from `midnight` to the next: 1 when it is open, else 0. */
function openTimesFrom(calendar: PlainCalendar, midnight: number): Uint8Array<ArrayBuffer> {
  const open = new Uint8Array(MINUTES_OF_DAY);
  for (const [from, to] of hoursOf(calendar, midnight)) {
    open.fill(1, timeOfDay(from), timeOfDay(to) > timeOfDay(from) ? timeOfDay(to) : MINUTES_OF_DAY);
  }
  for (const [from, to] of hoursOf(calendar, midnight - MINUTES_OF_DAY)) {
    if (timeOfDay(to) <= timeOfDay(from)) open.fill(1, 0, timeOfDay(to));
  }
  return open;
}

function hoursOf(calendar: PlainCalendar, midnight: number): PlainHours {
  const day = new Date(midnight * MINUTE);
  const date = day.toISOString().slice(0, 10);
  const exception = calendar.exceptions.find((each) => each.date === date);
  return exception?.hours ?? calendar.weekly[weekdays[day.getUTCDay()] ?? ''] ?? [];
}

function timeOfDay(text: string): number {
  const [hour, minute] = text.split(':').map(Number);
  return (hour ?? NaN) * 60 + (minute ?? NaN);
}
