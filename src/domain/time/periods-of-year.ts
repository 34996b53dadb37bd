import { days, earlier, instant, later, minutes, seconds, span, type Instant, type Span } from './instant';
import type { Interval } from './interval';
import { offsetAt, type Zone } from './zone';

/** A stretch of time in which the wall clock of a zone is ahead of UTC by one and the same `offset` (ms). */
export interface OffsetPeriod extends Interval {
  readonly offset: number;
}

type Periods = readonly OffsetPeriod[];

const A_SECOND = seconds(1);

const known = new Map<Zone, Map<number, Periods>>();

/** The periods of one offset each that make up a year of UTC. */
export function periodsOfYear(zone: Zone, year: number): Periods {
  const years = known.get(zone) ?? new Map<number, Periods>();
  known.set(zone, years);
  const before = years.get(year - 1);
  const periods =
    years.get(year) ??
    (before && periodsLike(before, zone, year)) ??
    periodsThrough(zone, walk(year, searchStep(year)));
  years.set(year, periods);
  return periods;
}

/**
 * So many days are searched at a time: no zone has changed twice within seven days since 1970, nor within three since
 * 1900. Freetown took four in 1939, Recife seven in 2000, and Gaza will in 2040.
 */
const searchStep = (year: number): Span => days(year < 1970 ? 3 : 6);

/**
 * Since this year, where a year was else like the one before it and had more changes, what came of them lasted for eight weeks at
 * some time, as in Cairo in 2014: half of that is not stepped over. In Tucumán it was twelve days, in 2004.
 */
const ALIKE_SINCE = 2005;
const ALIKE_STEP = days(28);

/** The n-th weekday of a month, or the last, comes either so much later than in the year before, or so much. */
const A_YEAR_ON = [days(52 * 7), days(53 * 7)];

/**
 * The periods of a year whose clock changes on the same weekdays as in the year before, as nearly every clock does, and at
 * no other time: a fifth of the readings that a search takes. Undefined for any other year.
 */
function periodsLike(before: Periods, zone: Zone, year: number): Periods | undefined {
  if (year < ALIKE_SINCE) return undefined;
  const expected = before.slice(1).flatMap(({ start }) => A_YEAR_ON.map((by) => later(start, by)));
  const around = expected.flatMap((change) => [earlier(change, A_SECOND), change]);
  const periods = periodsThrough(zone, walk(year, ALIKE_STEP, around));
  const isAlike =
    periods.length === before.length && periods.slice(1).every(({ start }) => expected.includes(start));
  return isAlike ? periods : undefined;
}

/** Instants from the start of a year to its end: one every `step`, and `others` that lie in it. */
function walk(year: number, step: Span, others: readonly Instant[] = []): Instant[] {
  const start = instant(Date.UTC(year, 0, 1));
  const end = instant(Date.UTC(year + 1, 0, 1));
  const instants = others.filter((at) => at > start && at < end);
  for (let at = start; at < end; at = later(at, step)) instants.push(at);
  instants.push(end);
  return instants.sort((a, b) => a - b);
}

/** The periods from the first of `instants` to the last, when there is at most one change between each and the next. */
function periodsThrough(zone: Zone, instants: readonly Instant[]): Periods {
  const periods: OffsetPeriod[] = [];
  let [start, from] = [instants[0] as Instant, instants[0] as Instant];
  let offset = offsetAt(zone, start);
  for (const to of instants.slice(1)) {
    const offsetThen = offsetAt(zone, to);
    if (offsetThen !== offset) {
      const change = changeBetween(zone, from, to, offset);
      periods.push({ start, end: change, offset });
      start = change;
      offset = offsetThen;
    }
    from = to;
  }
  if (start < from) periods.push({ start, end: from, offset });
  return periods;
}

/** The first instant after `from`, up to `to`, whose offset is not `offset`; clocks change on a whole second. */
function changeBetween(zone: Zone, from: Instant, to: Instant, offset: number): Instant {
  let [before, after] = [from, to];
  const look = (at: Instant): void => {
    if (offsetAt(zone, at) === offset) before = at;
    else after = at;
  };
  const narrowTo = (unit: Span): void => {
    while (after - before >= 2 * unit) {
      look(later(before, span(Math.floor((after - before) / 2 / unit) * unit)));
    }
  };
  // Nearly all change on a quarter of an hour, and then the second before it is as it was.
  narrowTo(minutes(15));
  if (after - before > A_SECOND) look(earlier(after, A_SECOND));
  narrowTo(A_SECOND);
  return after;
}
