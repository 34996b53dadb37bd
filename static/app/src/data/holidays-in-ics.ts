import ICAL from 'ical.js';
import type { Holiday } from '../../../../src/domain/calendar/holiday-set';
import type { PublicHolidays } from '../../../../src/domain/calendar/public-holidays';
import { problem, type Problem } from '../../../../src/domain/problem';
import { dayNumberOf, localDateOf } from '../../../../src/domain/time/local-date';

/** What a calendar file comes to as days off. */
export interface IcsHolidays {
  readonly days: readonly Holiday[];
  /** Days on which people work in exchange for days off (调休), as files of Chinese holidays name them. */
  readonly workingDays: PublicHolidays['workingDays'];
  /** Events that were left out because they have a time: a day off lasts all day. */
  readonly timed: number;
}

/** A day that comes back otherwise than on the same date each year is listed for so many years. */
const YEARS_AHEAD = 10;
/** No file of holidays has more; a rule without an end would. */
const MOST_DAYS = 2_000;
/** Of a rule that comes back all the time nobody waits for the end. */
const MOST_LOOKED_AT = 100_000;
const LONGEST_NAME = 120;
/** What files of Chinese holidays call a day that is worked: 上班, 补班, or 班 standing alone. */
const WORKED = /上班|补班|補班|(?:^|[\s（(【[])班(?:[\s）)】\]]|$)/u;

/**
 * The days off in the text of an iCalendar file (RFC 5545): its all-day events, those that come back on the same date each
 * year as such.
 *
 * @param today what comes back otherwise is listed from the year of this date on.
 */
export function holidaysInIcs(text: string, today: string): IcsHolidays | Problem {
  const events = eventsIn(text);
  if (!events) return problem('ics.unreadable', '');
  const allDay = events.filter(({ startDate }) => startDate.isDate);
  const until = Number(today.slice(0, 4)) + YEARS_AHEAD;
  const found = allDay.flatMap((event) => daysOf(event, Number(today.slice(0, 4)), until));
  const all = [...new Map(found.map((day) => [keyOf(day), day])).values()].sort(byDate);
  const days = all.filter(({ name }) => !WORKED.test(name));
  const workingDays = all.filter(({ name }) => WORKED.test(name)).flatMap(eachDate);
  if (all.length === 0) return problem('ics.no-days', '', { events: String(events.length) });
  if (days.length > MOST_DAYS)
    return problem('ics.too-many', '', { found: String(days.length), most: String(MOST_DAYS) });
  return { days, workingDays, timed: events.length - allDay.length };
}

function eventsIn(text: string): ICAL.Event[] | undefined {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    if (calendar.name !== 'vcalendar') return undefined;
    return calendar
      .getAllSubcomponents('vevent')
      .filter((component) => component.hasProperty('dtstart'))
      .map((component) => new ICAL.Event(component));
  } catch {
    return undefined;
  }
}

function daysOf(event: ICAL.Event, fromYear: number, untilYear: number): Holiday[] {
  const { startDate, endDate } = event;
  const name = nameOf(event);
  const length = Math.max(1, Math.round(endDate.subtractDate(startDate).toSeconds() / 86_400));
  if (!event.isRecurring()) return [datesFrom(startDate, length, name)];
  if (length === 1 && isSameEachYear(event)) return [{ yearly: dateOf(startDate).slice(5), name }];
  const days: Holiday[] = [];
  const dates = event.iterator();
  for (let looked = 0; looked < MOST_LOOKED_AT && days.length <= MOST_DAYS; looked++) {
    const next = dates.next() as ICAL.Time | undefined;
    if (!next || next.year > untilYear) break;
    if (next.year >= fromYear) days.push(datesFrom(next, length, name));
  }
  return days;
}

/** Every year, without end, on the date that it began on, and with none left out or added. */
function isSameEachYear({ component }: ICAL.Event): boolean {
  const rules = component.getAllProperties('rrule').map((rule) => rule.getFirstValue() as ICAL.Recur);
  const rule = rules[0];
  return (
    rules.length === 1 &&
    rule?.freq === 'YEARLY' &&
    rule.interval === 1 &&
    !rule.isFinite() &&
    Object.keys(rule.parts).every((part) => part === 'BYMONTH' || part === 'BYMONTHDAY') &&
    !component.hasProperty('exdate') &&
    !component.hasProperty('rdate')
  );
}

function datesFrom(first: ICAL.Time, length: number, name: string): Holiday {
  const from = dateOf(first);
  if (length === 1) return { date: from, name };
  const last = first.clone();
  last.adjust(length - 1, 0, 0, 0);
  return { from, to: dateOf(last), name };
}

const dateOf = ({ year, month, day }: ICAL.Time): string =>
  localDateOf(Math.round(Date.UTC(year, month - 1, day) / 86_400_000));

function nameOf({ component }: ICAL.Event): string {
  const summary = component.getFirstPropertyValue('summary');
  const name = (typeof summary === 'string' ? summary : '').replace(/\p{Cc}+/gu, ' ').trim() || '–';
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

/** One for each of the dates; none of what comes back each year, since no exchange does. */
function eachDate(day: Holiday): PublicHolidays['workingDays'] {
  if ('date' in day) return [day];
  if (!('from' in day)) return [];
  const [first = 0, last = -1] = [dayNumberOf(day.from), dayNumberOf(day.to)];
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    date: localDateOf(first + index),
    name: day.name,
  }));
}

const firstOf = (day: Holiday): string =>
  'date' in day ? day.date : 'from' in day ? day.from : `0000-${day.yearly}`;
const keyOf = (day: Holiday): string => JSON.stringify([firstOf(day), 'to' in day ? day.to : '']);
const byDate = (a: Holiday, b: Holiday): number => (firstOf(a) < firstOf(b) ? -1 : 1);
