import type { Instant } from '../../../../src/domain/time/instant';
import { DAY } from '../../../../src/domain/time/wall-clock';
import { wallReading, type Zone } from '../../../../src/domain/time/zone';
import type { Reader } from './reader';

/** An instant as people say it: by the nearness of its day on the reader's wall, then by weekday, then by date. */
export function whenText(at: Instant, now: Instant, reader: Reader): string {
  const { messages } = reader;
  const time = write(at, reader, { timeStyle: 'short' });
  const days = dayOnTheWall(at, reader.zone) - dayOnTheWall(now, reader.zone);
  if (days === 0) return messages.text('when.today', { time });
  if (days === 1) return messages.text('when.tomorrow', { time });
  if (days === -1) return messages.text('when.yesterday', { time });
  if (Math.abs(days) < 7) {
    return messages.text('when.weekday', { weekday: write(at, reader, { weekday: 'short' }), time });
  }
  return messages.text('when.date', { date: dateText(at, now, reader), time });
}

/** From when to when, as short as it can be said; `to` is left out while it lasts. */
export function periodText(from: Instant, to: Instant | undefined, now: Instant, reader: Reader): string {
  const { messages } = reader;
  const begin = whenText(from, now, reader);
  if (to === undefined) return messages.text('when.periodOpen', { from: begin });
  if (to === from) return begin;
  const sameDay = dayOnTheWall(from, reader.zone) === dayOnTheWall(to, reader.zone);
  const end = sameDay ? write(to, reader, { timeStyle: 'short' }) : whenText(to, now, reader);
  return messages.text('when.period', { from: begin, to: end });
}

/** The date on the reader's wall; without its year when that is the present one. */
export function dateText(at: Instant, now: Instant, reader: Reader): string {
  const yearOf = (moment: Instant): string => write(moment, reader, { year: 'numeric' });
  const year = yearOf(at) === yearOf(now) ? {} : ({ year: 'numeric' } as const);
  return write(at, reader, { ...year, month: 'short', day: 'numeric' });
}

function clockText(at: Instant, reader: Reader): string {
  return write(at, reader, { timeStyle: 'medium' });
}

/** Weekday, date and time to the minute, whatever today is. */
export function dayAndTimeText(at: Instant, reader: Reader): string {
  return write(at, reader, toTheMinute);
}

const toTheMinute: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
};

/** Whether the walls of two zones show different times at that instant. */
export function zonesDiffer(a: Zone, b: Zone, at: Instant): boolean {
  return wallReading(a, at) !== wallReading(b, at);
}

/** A zone in the reader's language, such as `United Kingdom Time`. */
export function zoneText(zone: Zone, at: Instant, { locale }: Reader): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'shortGeneric' });
  return format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/** The time of day to the second; with its day in front where that is not today. */
export function asOfText(at: Instant, now: Instant, reader: Reader): string {
  const today = dayOnTheWall(at, reader.zone) === dayOnTheWall(now, reader.zone);
  return today ? clockText(at, reader) : whenText(at, now, reader);
}

const exactly: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
};

/** Date and time to the second with the zone, and the same in the calendar's zone where that is another. */
export function exactTexts(at: Instant, reader: Reader, calendarZone: Zone | undefined): string[] {
  const exact = (zone: Zone): string => write(at, { ...reader, zone }, exactly);
  if (!calendarZone || calendarZone === reader.zone) return [exact(reader.zone)];
  const there = { exact: exact(calendarZone), zone: calendarZone };
  return [exact(reader.zone), reader.messages.text('when.calendarZone', there)];
}

const dayOnTheWall = (at: Instant, zone: Zone): number => Math.floor(wallReading(zone, at) / DAY);

const formats = new Map<string, Intl.DateTimeFormat>();

type Clock = Pick<Reader, 'locale' | 'zone'>;

function write(at: Instant, { locale, zone }: Clock, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify([locale, zone, options]);
  const known = formats.get(key);
  if (known) return known.format(at);
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  formats.set(key, format);
  return format.format(at);
}
