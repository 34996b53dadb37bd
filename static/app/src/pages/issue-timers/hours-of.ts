import type { Calendar } from '../../../../../src/domain/calendar/calendar';
import { compiledCalendar } from '../../../../../src/domain/calendar/compiled-calendars';
import type { HoursOf } from '../../../../../src/domain/timer/account';

/** The compiled calendars of an answer; a later answer with the same ones does not compile them again. */
export function hoursAmong(calendars: Readonly<Record<string, Calendar>>): HoursOf {
  return (version) => {
    const calendar = calendars[version];
    if (!calendar) throw new Error(`The answer lacks the calendar ${version}`);
    return compiledCalendar(calendar);
  };
}
