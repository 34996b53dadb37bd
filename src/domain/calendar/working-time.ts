import { DomainError, problem } from '../problem';
import { later, span, type Instant, type Span } from '../time/instant';
import type { ServiceHours } from './service-hours';

/** Working time from `from` to `to`; negative when `to` comes first (engine rule 4). */
export function workingTimeBetween(hours: ServiceHours, from: Instant, to: Instant): Span {
  const table = from <= to ? hours.covering(from, to) : hours.covering(to, from);
  return (table.passedBy(to) - table.passedBy(from)) as Span;
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
  if (amount === 0) return from;
  let table = hours.covering(from, from);
  let passed = table.passedBy(from) + amount;
  while (passed < 0 || passed > table.total) {
    const longer = amount > 0 ? hours.laterThan(table) : hours.earlierThan(table);
    if (!longer) return undefined;
    table = longer;
    passed = table.passedBy(from) + amount;
  }
  if (amount > 0) return table.whenPassed(passed);
  // Just before one more millisecond has passed.
  return later(table.whenPassed(passed + 1), span(-1));
}
