import type { WallInterval } from '../../../../src/domain/calendar/calendar';
import type { Dates } from '../../../../src/domain/calendar/dates';
import { dayNumberOf, type LocalDate } from '../../../../src/domain/time/local-date';
import { DAY } from '../../../../src/domain/time/wall-clock';
import { intervalsText } from './hours-today';
import type { Reader } from './reader';

/** What a calendar or a holiday set has on some dates. */
export type NamedDays = Dates & { readonly hours?: readonly WallInterval[]; readonly name?: string };

/** Dates with their hours and their name, such as `25 Dec 2026 · closed · Christmas Day`. */
export function dayText(days: NamedDays, reader: Reader): string {
  const { hours, name } = days;
  const said = [datesText(days, reader)];
  if (hours) said.push(hours.length > 0 ? intervalsText(hours) : reader.messages.text('settings.closed'));
  if (name) said.push(name);
  return said.join(' · ');
}

/**
 * Dates as the reader's locale writes them, a yearly one as `every year on 25 Dec`.
 *
 * @param beside what is shown of a date beside its day and month.
 */
export function datesText(
  dates: Dates,
  reader: Reader,
  beside: Intl.DateTimeFormatOptions = { year: 'numeric' },
): string {
  const { messages } = reader;
  if ('date' in dates) return dateText(dates.date, reader, beside);
  if ('from' in dates) {
    const first = dateText(dates.from, reader, beside);
    return messages.text('settings.dayRange', { first, last: dateText(dates.to, reader, beside) });
  }
  return messages.text('settings.everyYear', { day: dateText(`2024-${dates.yearly}`, reader) });
}

function dateText(date: LocalDate, { locale }: Reader, beside: Intl.DateTimeFormatOptions = {}): string {
  const midnight = (dayNumberOf(date) ?? NaN) * DAY;
  const options = { ...beside, month: 'short', day: 'numeric', timeZone: 'UTC' } as const;
  // What somebody has typed wrongly is shown as it is.
  return Number.isNaN(midnight) ? date : new Intl.DateTimeFormat(locale, options).format(midnight);
}
