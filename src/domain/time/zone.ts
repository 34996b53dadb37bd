import { DomainError, problem } from '../problem';
import type { Interval } from './interval';
import { earlierOf, HORIZON, instant, laterOf, later, span, type Instant } from './instant';
import { DAY } from './wall-clock';

/** IANA name of a time zone, such as `Europe/London`. */
export type Zone = string;

/** A stretch of time in which the wall clock of a zone is ahead of UTC by one and the same `offset` (ms). */
export interface OffsetPeriod extends Interval {
  readonly offset: number;
}

export function isZone(name: string): boolean {
  try {
    wallClockOf(name);
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
  for (let year = yearOf(from); year <= yearOf(to); year++) {
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

const yearOf = (at: Instant): number => new Date(at).getUTCFullYear();

const knownPeriods = new Map<string, readonly OffsetPeriod[]>();

function periodsOfYear(zone: Zone, year: number): readonly OffsetPeriod[] {
  const key = `${zone} ${year}`;
  const known = knownPeriods.get(key);
  if (known) return known;

  const periods: OffsetPeriod[] = [];
  const end = earlierOf(instant(Date.UTC(year + 1, 0, 1)), HORIZON);
  let start = instant(Date.UTC(year, 0, 1));
  let offset = offsetAt(zone, start);
  for (let at = start; at < end;) {
    const next = earlierOf(later(at, span(DAY)), end);
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
  knownPeriods.set(key, periods);
  return periods;
}

/** The first instant after `from`, up to `to`, whose offset is not `offset`. No zone changes twice within a day. */
function changeBetween(zone: Zone, from: Instant, to: Instant, offset: number): Instant {
  let [before, after]: [number, number] = [from, to];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(zone, instant(middle)) === offset) before = middle;
    else after = middle;
  }
  return instant(after);
}

function offsetAt(zone: Zone, at: Instant): number {
  const shown: Record<string, number> = {};
  for (const { type, value } of wallClockOf(zone).formatToParts(at)) shown[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1_000) * 1_000;
}

const wallClocks = new Map<Zone, Intl.DateTimeFormat>();

function wallClockOf(zone: Zone): Intl.DateTimeFormat {
  const known = wallClocks.get(zone);
  if (known) return known;
  try {
    const clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    wallClocks.set(zone, clock);
    return clock;
  } catch {
    throw new DomainError(problem('time.zone', '', { found: zone }));
  }
}
