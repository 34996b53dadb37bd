import type { ServiceHours } from '../../../../src/domain/calendar/service-hours';
import type { Instant } from '../../../../src/domain/time/instant';
import { dayNumberOf } from '../../../../src/domain/time/local-date';
import { DAY } from '../../../../src/domain/time/wall-clock';
import { wallReading } from '../../../../src/domain/time/zone';
import type { Reader } from './reader';
import { zonesDiffer, zoneText } from './when';

/** When service is given on the calendar's present date; with its zone where the reader's wall shows another time. */
export function hoursTodayText(service: ServiceHours, now: Instant, reader: Reader): string {
  const { messages } = reader;
  const { timeZone, exceptions } = service.calendar;
  const today = Math.floor(wallReading(timeZone, now) / DAY);
  const intervals = service.on(today).map(([from, to]) => `${from}–${to}`);
  if (intervals.length === 0) {
    const name = exceptions.find(({ date }) => dayNumberOf(date) === today)?.name;
    return name ? messages.text('timer.hours.closedFor', { name }) : messages.text('timer.hours.closed');
  }
  const hours = intervals.join(', ');
  if (hours === '00:00–24:00') return messages.text('timer.hours.allDay');
  return zonesDiffer(timeZone, reader.zone, now)
    ? messages.text('timer.hours.todayThere', { hours, zone: zoneText(timeZone, now, reader) })
    : messages.text('timer.hours.today', { hours });
}
