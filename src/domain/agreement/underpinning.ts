import { openPeriods } from '../calendar/openings';
import type { ServiceHours } from '../calendar/service-hours';
import { addWorkingTime, findWorkingTime, workingTimeBetween } from '../calendar/working-time';
import { difference, later, NO_TIME, span, type Instant, type Span } from '../time/instant';

/** So much working time on a calendar. */
export interface Terms {
  readonly hours: ServiceHours;
  readonly within: Span;
}

export interface Underpinning {
  /** Whether the lower promise, kept to its last moment, always leaves the upper one unbroken. */
  readonly fits: boolean;
  /** The first start from which the lower promise may take most of the upper one's time. */
  readonly worstStart: Instant;
  /** How much working time of the upper promise passes then until the lower one is due. */
  readonly worstCase: Span;
}

/**
 * Whether what a group or a supplier promises us (`under`) can hold what we promise the customer (`over`), whenever in
 * `[from, to]` the work begins, as the two may count on different calendars (T12, g16). Exact to the millisecond.
 *
 * @throws DomainError `calendar.beyond-horizon` when the lower promise may be due beyond the years that calendars know.
 */
export function underpinning(under: Terms, over: Terms, from: Instant, to: Instant): Underpinning {
  let worstStart = from;
  let worstCase = NO_TIME;
  for (const start of criticalStarts(under, over, from, to)) {
    const used = workingTimeBetween(over.hours, start, addWorkingTime(under.hours, start, under.within));
    if (used <= worstCase) continue;
    worstStart = start;
    worstCase = used;
  }
  return { fits: worstCase <= over.within, worstStart, worstCase };
}

/**
 * What passes of the upper promise grows or shrinks evenly with the start, as long as neither the start nor the due instant
 * meets an opening or a closing. So it is greatest at such a start, or just after it: who is due at closing and starts a
 * moment later is due after the next opening.
 */
function criticalStarts(under: Terms, over: Terms, from: Instant, to: Instant): Instant[] {
  const lastDue = addWorkingTime(under.hours, to, under.within);
  const edges = [under, over].flatMap(({ hours }) =>
    openPeriods(hours, from, lastDue).flatMap(({ start, end }) => [start, end]),
  );
  const dueAtEdge = edges.flatMap(
    (edge) => findWorkingTime(under.hours, edge, difference(NO_TIME, under.within)) ?? [],
  );
  const critical = [from, ...edges, ...dueAtEdge, to];
  return [...critical, ...critical.map((start) => later(start, span(1)))]
    .filter((start) => start >= from && start <= to)
    .sort((a, b) => a - b);
}
