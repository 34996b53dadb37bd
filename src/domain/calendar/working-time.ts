import { DomainError, problem } from '../problem';
import {
  difference,
  earlierOf,
  elapsedBetween,
  later,
  NO_TIME,
  span,
  sum,
  type Instant,
  type Span,
} from '../time/instant';
import type { ServiceHours } from './service-hours';

/** Working time from `from` to `to`; negative when `to` comes first (engine rule 4). */
export function workingTimeBetween(hours: ServiceHours, from: Instant, to: Instant): Span {
  if (to < from) return difference(NO_TIME, workingTimeBetween(hours, to, from));
  let total = NO_TIME;
  for (const { start, end } of hours.after(from)) {
    if (start >= to) break;
    total = sum(total, elapsedBetween(start, earlierOf(end, to)));
    if (end >= to) break;
  }
  return total;
}

/**
 * The earliest instant by which `amount` of working time has passed since `from`; for a negative amount the latest from
 * which it passes until `from`; for none `from` itself. Time used up at closing ends then, not at the next opening
 * (engine rules 4, 5).
 *
 * @throws DomainError `calendar.beyond-horizon` when that lies outside the years that calendars know.
 */
export function addWorkingTime(hours: ServiceHours, from: Instant, amount: Span): Instant {
  const found = findWorkingTime(hours, from, amount);
  if (found !== undefined) return found;
  throw new DomainError(problem('calendar.beyond-horizon', '', { calendar: hours.calendar.name }));
}

/** As {@link addWorkingTime}, but undefined where that lies outside the years that calendars know. */
export function findWorkingTime(hours: ServiceHours, from: Instant, amount: Span): Instant | undefined {
  let rest = Math.abs(amount);
  if (rest === 0) return from;
  for (const { start, end } of amount > 0 ? hours.after(from) : hours.before(from)) {
    const open = elapsedBetween(start, end);
    if (rest <= open) return amount > 0 ? later(start, span(rest)) : later(end, span(-rest));
    rest -= open;
  }
  return undefined;
}
