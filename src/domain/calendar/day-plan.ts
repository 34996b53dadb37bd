import { weekdayOf, weekdays, type DayNumber, type Weekday } from '../time/local-date';
import type { Calendar, CalendarException, Interruption, WallInterval } from './calendar';
import { entriesOn } from './dates';
import type { Holiday, HolidaySet } from './holiday-set';

/** What a calendar says of one local date. */
export interface DayPlan {
  /** Service hours that begin on the date; they may run past its midnight. */
  readonly hours: readonly WallInterval[];
  /** Hours that begin on the date and do not count, whichever day the service hours belong to that they fall in. */
  readonly interruptions: readonly WallInterval[];
  /** Why the date has these hours. */
  readonly reason: DayReason;
  /** What the interruptions come from. */
  readonly interruptedBy: readonly Interruption[];
}

export type DayReason =
  | { readonly kind: 'weekly' }
  | { readonly kind: 'exception'; readonly exception: CalendarException }
  | { readonly kind: 'holiday'; readonly holiday: Holiday; readonly set: HolidaySet };

/**
 * What counts on each date (engine rule 3): the calendar's own exception, of which one date beats a range and a range a
 * yearly one; else a holiday set, the first that has the date; else the weekly pattern. Interruptions are cut out of
 * whatever that gives. Made once for many days.
 *
 * @param calendar one without problems; see `calendarProblems`.
 */
export function dayPlans(calendar: Calendar): (day: DayNumber) => DayPlan {
  const exceptionsOn = entriesOn(calendar.exceptions);
  const holidaysOn = (calendar.holidaySets ?? []).map((set) => ({ set, on: entriesOn(set.days) }));
  const interruptionsOn = entriesOn(calendar.interruptions ?? []);

  // As most days are: they share these plans.
  const ordinaryDays = Object.fromEntries(
    weekdays.map((day) => [day, ordinaryPlan(calendar.weekly[day] ?? CLOSED)]),
  ) as Record<Weekday, DayPlan>;

  function reasonFor(day: DayNumber): DayReason {
    const exception = exceptionsOn(day)[0];
    if (exception) return { kind: 'exception', exception };
    for (const { set, on } of holidaysOn) {
      const holiday = on(day)[0];
      if (holiday) return { kind: 'holiday', holiday, set };
    }
    return WEEKLY;
  }

  return (day) => {
    const reason = reasonFor(day);
    const interruptedBy = interruptionsOn(day);
    const ordinary = ordinaryDays[weekdayOf(day)];
    if (reason === WEEKLY && interruptedBy.length === 0) return ordinary;
    return {
      hours: hoursBy(reason, ordinary.hours),
      interruptions: interruptedBy.flatMap(({ hours }) => hours),
      reason,
      interruptedBy,
    };
  };
}

const WEEKLY: DayReason = { kind: 'weekly' };
const CLOSED: readonly WallInterval[] = [];

const ordinaryPlan = (hours: DayPlan['hours']): DayPlan => ({
  hours,
  interruptions: CLOSED,
  reason: WEEKLY,
  interruptedBy: [],
});

function hoursBy(reason: DayReason, weekly: readonly WallInterval[]): readonly WallInterval[] {
  switch (reason.kind) {
    case 'exception':
      return reason.exception.hours;
    case 'holiday':
      return CLOSED;
    case 'weekly':
      return weekly;
  }
}
