import type { Calendar } from '../../../../../src/domain/calendar/calendar';
import { serviceHours, type ServiceHours } from '../../../../../src/domain/calendar/service-hours';
import type { HoursOf } from '../../../../../src/domain/timer/standing';

const compiled = new WeakMap<Calendar, ServiceHours>();

/** Each calendar of an answer is compiled once, and again only when a later answer brings another one. */
export function hoursAmong(calendars: Readonly<Record<string, Calendar>>): HoursOf {
  return (version) => {
    const calendar = calendars[version];
    if (!calendar) throw new Error(`The answer lacks the calendar ${version}`);
    const known = compiled.get(calendar);
    if (known) return known;
    const hours = serviceHours(calendar);
    compiled.set(calendar, hours);
    return hours;
  };
}
