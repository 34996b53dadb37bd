import { DomainError, problem } from '../problem';
import type { Instant } from './instant';
import { localDateOf, type LocalDate } from './local-date';
import { DAY } from './wall-clock';

/** IANA name of a time zone, such as `Europe/London`. */
export type Zone = string;

export function isZone(name: string): boolean {
  try {
    clockOf(name);
    return true;
  } catch {
    return false;
  }
}

/** What the wall clock of `zone` shows at `at`, as milliseconds since the midnight of 1970-01-01 on that wall. */
export function wallReading(zone: Zone, at: Instant): number {
  return at + offsetAt(zone, at);
}

/** The date that the calendar on the wall of `zone` shows at `at`. */
export const localDateAt = (zone: Zone, at: Instant): LocalDate =>
  localDateOf(Math.floor(wallReading(zone, at) / DAY));

/** How far the wall clock of `zone` is ahead of UTC at `at`, in milliseconds. */
export function offsetAt(zone: Zone, at: Instant): number {
  const found = /GMT(?:(\D)(\d+):(\d+)(?::(\d+))?)?$/.exec(clockOf(zone).format(at));
  const [, sign = '+', hours, minutes, seconds] = found ?? [];
  const ahead = ((Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0)) * 1_000;
  return sign === '+' ? ahead : -ahead;
}

const clocks = new Map<Zone, Intl.DateTimeFormat>();

/** Tells the offset, such as `GMT-03:30`. The hour is there because the whole date would be otherwise. */
function clockOf(zone: Zone): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  try {
    const clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hour: 'numeric',
      timeZoneName: 'longOffset',
    });
    clocks.set(zone, clock);
    return clock;
  } catch {
    throw new DomainError(problem('time.zone', '', { found: zone }));
  }
}
