import type { BenchCalendar } from './business-time-adapter';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Years that every engine has to know: those of the starts and two beyond, as spans reach out of them. */
export const WORKLOAD_YEARS = { first: 2018, last: 2028 };

export interface BenchWork {
  readonly calendar: BenchCalendar;
  /** Working time of one working day. */
  readonly workingDay: number;
}

const everyDay = <T>(hours: T): Record<number, T> =>
  Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, hours]));

const berlinDay = [
  [9 * 60, 12 * 60 + 30],
  [13 * 60 + 30, 18 * 60],
] as const;

/** Twelve a year, at fixed dates so that nothing but arithmetic is measured. */
const holidays = Array.from({ length: 12 }, (_, i) => 2018 + i).flatMap((year) =>
  [
    '01-01',
    '01-06',
    '03-08',
    '04-15',
    '05-01',
    '05-29',
    '06-20',
    '08-15',
    '10-03',
    '11-01',
    '12-25',
    '12-26',
  ].map((date) => `${year}-${date}`),
);

export const works: readonly BenchWork[] = [
  {
    calendar: {
      id: 'berlin-5x8',
      timeZone: 'Europe/Berlin',
      weekly: { 1: berlinDay, 2: berlinDay, 3: berlinDay, 4: berlinDay, 5: berlinDay },
      holidays,
    },
    workingDay: 8 * HOUR,
  },
  {
    calendar: {
      id: 'newyork-7x12',
      timeZone: 'America/New_York',
      weekly: everyDay([[8 * 60, 20 * 60]]),
      holidays: [],
    },
    workingDay: 12 * HOUR,
  },
  {
    calendar: { id: 'utc-24x7', timeZone: 'UTC', weekly: everyDay([[0, 1440]]), holidays: [] },
    workingDay: DAY,
  },
];

/** Questions to one calendar: each has a start, an end and an amount to add. */
export interface Questions {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly amounts: Float64Array;
}

/** Starts uniform over 2019 to 2026; 1 hour to 90 days between; 15 minutes to 30 working days to add: log-uniform. */
export function questions(count: number, workingDay: number): Questions {
  return spread(count, [HOUR, 90 * DAY], [15 * MINUTE, 30 * workingDay]);
}

/** The same starts, and one span for all. */
export function questionsOfSpan(count: number, span: number, amount: number): Questions {
  return spread(count, [span, span], [amount, amount]);
}

export const SHORT = 15 * MINUTE;
export const LONG_DAYS = 30;
export const LONG = LONG_DAYS * DAY;

function spread(
  count: number,
  spans: readonly [number, number],
  amounts: readonly [number, number],
): Questions {
  const random = randomNumbers(20_261_122);
  const [from, to] = [Date.UTC(2019, 0, 1), Date.UTC(2027, 0, 1)];
  const logUniform = ([least, most]: readonly [number, number]): number =>
    Math.floor(least * (most / least) ** random());
  const starts = new Float64Array(count).map(() => Math.floor(from + random() * (to - from)));
  return {
    starts,
    ends: starts.map((start) => start + logUniform(spans)),
    amounts: starts.map(() => logUniform(amounts)),
  };
}

/** Uniform over [0, 1), the same on every run (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
