import type { CalendarsView } from '../../../../../../src/contract/calendars';
import type { GoalDraft } from '../../../../../../src/domain/agreement/draft';
import {
  businessDaysAfter,
  wallTimeOnBusinessDay,
} from '../../../../../../src/domain/calendar/business-days';
import type { Calendar } from '../../../../../../src/domain/calendar/calendar';
import { compiledCalendar } from '../../../../../../src/domain/calendar/compiled-calendars';
import { findWorkingTime } from '../../../../../../src/domain/calendar/working-time';
import { parseSpan } from '../../../../../../src/domain/time/duration-text';
import type { Instant } from '../../../../../../src/domain/time/instant';
import { wallTimeOfDay } from '../../../../../../src/domain/time/wall-clock';
import { resolved } from '../../calendars/draft';

/** The calendar of that id, with the holiday sets that it refers to. */
function calendarOf(id: string, { calendars, holidaySets }: CalendarsView): Calendar | undefined {
  const kept = calendars.find(({ record }) => record.id === id);
  return (
    kept &&
    resolved(
      kept.record,
      holidaySets.map(({ record }) => record),
    )
  );
}

/**
 * When a goal would be due for a timer that starts at `from` (engine rule 6); undefined while it says no such thing, or an
 * issue's own field says it.
 */
export function exampleDue(goal: GoalDraft, calendars: CalendarsView, from: Instant): Instant | undefined {
  const calendar = calendarOf(goal.calendar, calendars);
  if (!calendar) return undefined;
  const hours = compiledCalendar(calendar);
  if ('within' in goal) {
    const length = parseSpan(goal.within);
    return length !== undefined && length > 0 ? findWorkingTime(hours, from, length) : undefined;
  }
  if ('businessDays' in goal) {
    const { businessDays } = goal;
    return isCount(businessDays, 1) ? businessDaysAfter(hours, from, businessDays) : undefined;
  }
  if (!('by' in goal) || wallTimeOfDay(goal.by) === undefined || !isCount(goal.onBusinessDay, 0))
    return undefined;
  return wallTimeOnBusinessDay(hours, from, goal.onBusinessDay, goal.by);
}

/** More business days than a goal may have are not looked for. */
const isCount = (days: number, least: number): boolean =>
  Number.isInteger(days) && days >= least && days <= 1_000;
