import type { Calendar } from '../../../../src/domain/calendar/calendar';
import { weekdays, type Weekday } from '../../../../src/domain/time/local-date';
import type { Reader } from './reader';

/** The week of a calendar in as few lines as possible, such as `Mon – Fri 08:00–18:00`; closed days have none. */
export function weeklyHoursTexts(weekly: Calendar['weekly'], reader: Reader): string[] {
  const groups: { first: Weekday; last: Weekday; hours: string }[] = [];
  let open = false;
  for (const day of weekdays) {
    const hours = (weekly[day] ?? []).map(([from, to]) => `${from}–${to}`).join(', ');
    const group = groups.at(-1);
    if (hours && open && group?.hours === hours) group.last = day;
    else if (hours) groups.push({ first: day, last: day, hours });
    open = hours !== '';
  }
  return groups.map(({ first, last, hours }) =>
    reader.messages.text('settings.hoursOnDays', { days: daysText(first, last, reader), hours }),
  );
}

function daysText(first: Weekday, last: Weekday, reader: Reader): string {
  const names = { first: weekdayName(first, reader), last: weekdayName(last, reader) };
  return first === last ? names.first : reader.messages.text('settings.dayRange', names);
}

export function weekdayName(
  day: Weekday,
  { locale }: Reader,
  length: 'long' | 'short' | 'narrow' = 'short',
): string {
  const someMonday = Date.UTC(2024, 0, 1);
  const date = new Date(someMonday).setUTCDate(1 + weekdays.indexOf(day));
  return new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format(date);
}
