import { DomainError, problem } from '../problem';
import type { Interval } from './interval';
import { days, earlierOf, instant, laterOf, later, type Instant, type Span } from './instant';
import { DAY } from './wall-clock';

/** IANA name of a time zone, such as `Europe/London`. */
export type Zone = string;

/** A stretch of time in which the wall clock of a zone is ahead of UTC by one and the same `offset` (ms). */
export interface OffsetPeriod extends Interval {
  readonly offset: number;
}

export function isZone(name: string): boolean {
  try {
    knownZone(name);
    return true;
  } catch {
    return false;
  }
}

/** What the wall clock of `zone` shows at `at`, as milliseconds since the midnight of 1970-01-01 on that wall. */
export function wallReading(zone: Zone, at: Instant): number {
  return at + offsetAt(zone, at);
}

/**
 * The first instant at which the wall clock of `zone` shows `wall` (ms since 1970-01-01T00:00 on that wall) or later:
 * the one rule for a time that a spring change skips, and for one that an autumn change repeats (engine rule 2).
 */
export function firstInstantAt(zone: Zone, wall: number): Instant {
  const from = instant(wall - 2 * DAY);
  const to = instant(wall + 2 * DAY);
  for (const period of offsetPeriods(zone, from, to)) {
    const candidate = laterOf(instant(wall - period.offset), period.start);
    if (candidate < period.end) return candidate;
  }
  return to;
}

/** The periods of one offset each that make up `from` to `to`, in order and without a hole. */
export function* offsetPeriods(zone: Zone, from: Instant, to: Instant): Generator<OffsetPeriod> {
  let pending: OffsetPeriod | undefined;
  for (let year = yearOf(from); year <= yearOf(to - 1); year++) {
    for (const period of periodsOfYear(zone, year)) {
      const start = laterOf(period.start, from);
      const end = earlierOf(period.end, to);
      if (start >= end) continue;
      if (pending?.offset === period.offset) {
        pending = { ...pending, end };
      } else {
        if (pending) yield pending;
        pending = { start, end, offset: period.offset };
      }
    }
  }
  if (pending) yield pending;
}

const yearOf = (at: number): number => new Date(at).getUTCFullYear();

/**
 * So many days are searched at a time: no zone has changed twice within seven days since 1970, nor within three since
 * 1900. Freetown took four in 1939, Recife seven in 2000, and Gaza will in 2040.
 */
const searchStep = (year: number): Span => days(year < 1970 ? 3 : 6);

function periodsOfYear(zone: Zone, year: number): readonly OffsetPeriod[] {
  const { years } = knownZone(zone);
  const known = years.get(year);
  if (known) return known;

  const periods: OffsetPeriod[] = [];
  const step = searchStep(year);
  const end = instant(Date.UTC(year + 1, 0, 1));
  let start = instant(Date.UTC(year, 0, 1));
  let offset = offsetAt(zone, start);
  for (let at = start; at < end;) {
    const next = earlierOf(later(at, step), end);
    const offsetNext = offsetAt(zone, next);
    if (offsetNext !== offset) {
      const change = changeBetween(zone, at, next, offset);
      periods.push({ start, end: change, offset });
      start = change;
      offset = offsetNext;
    }
    at = next;
  }
  if (start < end) periods.push({ start, end, offset });
  years.set(year, periods);
  return periods;
}

/** The first instant after `from`, up to `to`, whose offset is not `offset`; clocks change on a whole second. */
function changeBetween(zone: Zone, from: Instant, to: Instant, offset: number): Instant {
  let [before, after] = [from / 1_000, to / 1_000];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(zone, instant(middle * 1_000)) === offset) before = middle;
    else after = middle;
  }
  return instant(after * 1_000);
}

function offsetAt(zone: Zone, at: Instant): number {
  const found = /GMT(?:(\D)(\d+):(\d+)(?::(\d+))?)?$/.exec(knownZone(zone).clock.format(at));
  const [, sign = '+', hours, minutes, seconds] = found ?? [];
  const ahead = ((Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0)) * 1_000;
  return sign === '+' ? ahead : -ahead;
}

interface KnownZone {
  /** Tells the offset, such as `GMT-03:30`. The hour is there because the whole date would be otherwise. */
  readonly clock: Intl.DateTimeFormat;
  readonly years: Map<number, readonly OffsetPeriod[]>;
}

const knownZones = new Map<Zone, KnownZone>();

function knownZone(zone: Zone): KnownZone {
  const known = knownZones.get(zone);
  if (known) return known;
  try {
    const clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hour: 'numeric',
      timeZoneName: 'longOffset',
    });
    const found = { clock, years: new Map<number, readonly OffsetPeriod[]>() };
    knownZones.set(zone, found);
    return found;
  } catch {
    throw new DomainError(problem('time.zone', '', { found: zone }));
  }
}
