import type { WallInterval } from '../../../../src/domain/calendar/calendar';
import { dayPlans, type DayReason } from '../../../../src/domain/calendar/day-plan';
import type { ServiceHours } from '../../../../src/domain/calendar/service-hours';
import type { Instant } from '../../../../src/domain/time/instant';
import { DAY } from '../../../../src/domain/time/wall-clock';
import { wallReading } from '../../../../src/domain/time/zone';
import type { Reader } from './reader';
import { zonesDiffer, zoneText } from './when';

/** When service is given on the calendar's present date; with its zone where the reader's wall shows another time. */
export function hoursTodayText({ calendar }: ServiceHours, now: Instant, reader: Reader): string {
  const { messages } = reader;
  const { timeZone } = calendar;
  const plan = dayPlans(calendar)(Math.floor(wallReading(timeZone, now) / DAY));
  if (plan.hours.length === 0) {
    const name = nameOf(plan.reason);
    return name ? messages.text('timer.hours.closedFor', { name }) : messages.text('timer.hours.closed');
  }
  const hours = intervalsText(plan.hours);
  if (hours === '00:00–24:00' && plan.interruptedBy.length === 0) return messages.text('timer.hours.allDay');
  const open = zonesDiffer(timeZone, reader.zone, now)
    ? messages.text('timer.hours.todayThere', { hours, zone: zoneText(timeZone, now, reader) })
    : messages.text('timer.hours.today', { hours });
  return plan.interruptedBy.reduce(
    (said, { hours: cut, name }) =>
      messages.text('timer.hours.without', { open: said, cut: intervalsText(cut), name }),
    open,
  );
}

export function intervalsText(intervals: readonly WallInterval[]): string {
  return intervals.map(([from, to]) => `${from}–${to}`).join(', ');
}

/** What the date is called that has other hours than its week. */
function nameOf(reason: DayReason): string | undefined {
  if (reason.kind === 'holiday') return reason.holiday.name;
  return reason.kind === 'exception' ? reason.exception.name : undefined;
}
