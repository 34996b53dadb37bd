import { clip, type Interval } from '../time/interval';
import { EARLIEST, HORIZON, type Instant } from '../time/instant';
import type { DayNumber } from '../time/local-date';
import type { ServiceHours } from './service-hours';

/** Whether service is given at `at`: an opening belongs to the hours, a closing does not (engine rule 1). */
export function isOpenAt(hours: ServiceHours, at: Instant): boolean {
  return opensAt(hours, at) === at;
}

/** `at` itself when service is given then, else the next opening; undefined when there is none (engine rule 13). */
export function opensAt(hours: ServiceHours, at: Instant): Instant | undefined {
  const next = hours.after(at).next();
  return next.done ? undefined : next.value.start;
}

/** `at` itself when working time runs or ends there, else the last closing; undefined when there is none. */
export function previousWorkingInstant(hours: ServiceHours, at: Instant): Instant | undefined {
  const last = hours.before(at).next();
  return last.done ? undefined : last.value.end;
}

/** The first opening later than `at`; hours that touch are one, and open once. Undefined when there is none. */
export function nextOpening(hours: ServiceHours, at: Instant): Instant | undefined {
  if (!isOpenAt(hours, at)) return opensAt(hours, at);
  const closing = nextClosing(hours, at);
  return closing === undefined ? undefined : opensAt(hours, closing);
}

/** The first closing later than `at`; hours that touch are one, and close once. Undefined when there is none. */
export function nextClosing(hours: ServiceHours, at: Instant): Instant | undefined {
  let closing: Instant | undefined;
  for (const { start, end } of hours.after(at)) {
    if (closing !== undefined && start > closing) return closing;
    closing = end;
  }
  return closing === HORIZON ? undefined : closing;
}

/** When service is given between `from` and `to`, in order; hours that touch are one period, cut at both ends. */
export function openPeriods(hours: ServiceHours, from: Instant, to: Instant): Interval[] {
  const periods: Interval[] = [];
  for (const interval of hours.after(from)) {
    const part = clip(interval, { start: EARLIEST, end: to });
    if (!part) break;
    const last = periods.at(-1);
    if (last?.end === part.start) periods[periods.length - 1] = { start: last.start, end: part.end };
    else periods.push(part);
  }
  return periods;
}

/** Whether any service hours begin on the local date `day`, whatever the time of day. */
export function isWorkingDate(hours: ServiceHours, day: DayNumber): boolean {
  return hours.on(day).length > 0;
}
