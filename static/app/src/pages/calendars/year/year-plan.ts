import type { Calendar, Interruption, WallInterval } from '../../../../../../src/domain/calendar/calendar';
import { dayPlans, type DayPlan } from '../../../../../../src/domain/calendar/day-plan';
import { serviceHours } from '../../../../../../src/domain/calendar/service-hours';
import { workingTimeBetween } from '../../../../../../src/domain/calendar/working-time';
import type { Instant, Span } from '../../../../../../src/domain/time/instant';
import { dayNumberOf, type DayNumber } from '../../../../../../src/domain/time/local-date';
import { DAY } from '../../../../../../src/domain/time/wall-clock';
import { firstInstantAt } from '../../../../../../src/domain/time/offset-periods';

/** What a date is, in the order in which a legend names it. */
export const dayKinds = ['open', 'closed', 'holiday', 'day-off', 'other-hours', 'extra-day'] as const;
export type DayKind = (typeof dayKinds)[number];

/** What a calendar says of one date of the year. */
export interface PlannedDay {
  readonly day: DayNumber;
  readonly kind: DayKind;
  readonly hours: readonly WallInterval[];
  /** What the day is called that departs from its week. */
  readonly name?: string | undefined;
  /** The holiday set that closes it. */
  readonly set?: string | undefined;
  readonly interruptedBy: readonly Interruption[];
}

/** A month or a whole year. */
export interface Planned {
  readonly days: readonly PlannedDay[];
  /** Days on which service hours begin. */
  readonly openDays: number;
  /** Working time from the first midnight on the calendar's wall to the last, without interruptions. */
  readonly workingTime: Span;
}

/** The first and the last year whose every midnight, in every zone, calendars know. */
export const yearsShown = { first: 1901, last: 2198 } as const;

/**
 * What a calendar shows for a year, month by month.
 *
 * @param calendar one without problems; see `calendarProblems`.
 * @param year within {@link yearsShown}.
 */
export function planYear(
  calendar: Calendar,
  year: number,
): { readonly months: readonly Planned[]; readonly whole: Planned } {
  const hours = serviceHours(calendar);
  const planOf = dayPlans(calendar);
  const withoutExceptions = dayPlans({ ...calendar, exceptions: [] });
  const midnight = (day: DayNumber): Instant => firstInstantAt(calendar.timeZone, day * DAY);

  function planned(first: DayNumber, next: DayNumber): Planned {
    const days = Array.from({ length: next - first }, (_, index): PlannedDay => {
      const day = first + index;
      const plan = planOf(day);
      const kind = kindOf(plan, withoutExceptions(day).hours.length > 0);
      return { day, kind, ...namesOf(plan), hours: plan.hours, interruptedBy: plan.interruptedBy };
    });
    return {
      days,
      openDays: days.filter((each) => each.hours.length > 0).length,
      workingTime: workingTimeBetween(hours, midnight(first), midnight(next)),
    };
  }

  const starts = Array.from({ length: 13 }, (_, month) => firstDay(year, month));
  const months = starts.slice(1).map((next, month) => planned(starts[month] ?? next, next));
  return { months, whole: planned(firstDay(year, 0), firstDay(year, 12)) };
}

/** Whether it departs from the week, by its hours or by what is cut out of them. */
export function departs({ kind, interruptedBy }: PlannedDay): boolean {
  return (kind !== 'open' && kind !== 'closed') || interruptedBy.length > 0;
}

/** @param month from 0; 12 is the January that follows. */
function firstDay(year: number, month: number): DayNumber {
  const [ofYear, ofMonth] = month < 12 ? [year, month + 1] : [year + 1, 1];
  return dayNumberOf(`${ofYear}-${String(ofMonth).padStart(2, '0')}-01`) ?? NaN;
}

function kindOf({ reason, hours }: DayPlan, wouldBeOpen: boolean): DayKind {
  if (reason.kind === 'holiday') return 'holiday';
  if (reason.kind === 'weekly') return hours.length > 0 ? 'open' : 'closed';
  if (hours.length === 0) return 'day-off';
  return wouldBeOpen ? 'other-hours' : 'extra-day';
}

function namesOf({ reason }: DayPlan): Pick<PlannedDay, 'name' | 'set'> {
  if (reason.kind === 'holiday') return { name: reason.holiday.name, set: reason.set.name };
  return reason.kind === 'exception' ? { name: reason.exception.name } : {};
}
