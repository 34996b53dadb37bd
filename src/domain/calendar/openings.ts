import { earlierOf, laterOf, type Instant } from '../time/instant';
import type { Interval } from '../time/interval';
import type { DayNumber } from '../time/local-date';
import type { OpenTable } from './open-table';
import type { ServiceHours } from './service-hours';

// Hours that meet or overlap are one interval in every answer here, also over midnight.

/** Whether service is given at `at`: an opening belongs to the hours, a closing does not (engine rule 1). */
export function isOpenAt(hours: ServiceHours, at: Instant): boolean {
  const table = hours.covering(at, at);
  const i = table.firstClosingAfter(at);
  return i < table.count && table.opening(i) <= at;
}

/** `at` itself when service is given then, else the next opening; undefined when there is none (engine rule 13). */
export function opensAt(hours: ServiceHours, at: Instant): Instant | undefined {
  return isOpenAt(hours, at) ? at : nextOpening(hours, at);
}

/** `at` itself when working time runs until then, or on from there to `at`, else the last closing; undefined if none. */
export function previousWorkingInstant(hours: ServiceHours, at: Instant): Instant | undefined {
  for (let table: OpenTable | undefined = hours.covering(at, at); table; table = hours.earlierThan(table)) {
    const i = table.firstClosingFrom(at);
    if (i < table.count && table.opening(i) < at) return at;
    if (i > 0) return table.closing(i - 1);
  }
  return undefined;
}

/** The first opening later than `at`; undefined when there is none. */
export function nextOpening(hours: ServiceHours, at: Instant): Instant | undefined {
  for (let table: OpenTable | undefined = hours.covering(at, at); table; table = hours.laterThan(table)) {
    let i = table.firstClosingAfter(at);
    if (i < table.count && table.opening(i) <= at) i++;
    if (i < table.count) return table.opening(i);
  }
  return undefined;
}

/** The first closing later than `at`; undefined when there is none. */
export function nextClosing(hours: ServiceHours, at: Instant): Instant | undefined {
  for (let table: OpenTable | undefined = hours.covering(at, at); table; table = hours.laterThan(table)) {
    const i = table.firstClosingAfter(at);
    // Hours that run up to the end of what is worked out may run on.
    if (i < table.count && table.closing(i) < table.end) return table.closing(i);
  }
  return undefined;
}

/** When service is given between `from` and `to`, in order, cut at both ends. */
export function openPeriods(hours: ServiceHours, from: Instant, to: Instant): Interval[] {
  const periods: Interval[] = [];
  if (from >= to) return periods;
  const table = hours.covering(from, to);
  for (let i = table.firstClosingAfter(from); i < table.count && table.opening(i) < to; i++) {
    periods.push({ start: laterOf(from, table.opening(i)), end: earlierOf(to, table.closing(i)) });
  }
  return periods;
}

/** Whether any service hours begin on the local date `day`, whatever the time of day. */
export function isWorkingDate(hours: ServiceHours, day: DayNumber): boolean {
  return hours.on(day).length > 0;
}
