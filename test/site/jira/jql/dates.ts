import { tzOffset } from '@date-fns/tz';
import type { JqlContext } from './context';
import { JqlError } from './errors';
import type { FunctionCall, Value } from './syntax';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const spans: Readonly<Record<string, number>> = { m: MINUTE, h: HOUR, d: DAY, w: WEEK };

const absolute = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[ T](\d{1,2}):(\d{2}))?$/;
const period = /^([+-]?)((?:\d+[mhdw] *)+)$/;
const formats =
  "Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.";

type Now = Pick<JqlContext, 'now' | 'timeZone'>;

/**
 * The instant that a literal means: a date in the caller's zone, where a day alone is its midnight; a period from now,
 * whose days are always 24 hours; or epoch milliseconds as a bare number.
 * @param of What the refusal names, such as `field 'created'`.
 */
export function instantOf(value: Value, { now, timeZone }: Now, of: string): number {
  if (value.isNumber) return Number(value.text);
  const wall = wallOf(value.text);
  if (wall !== undefined) return instantAt(wall, timeZone);
  const [, sign, amounts] = period.exec(value.text) ?? [];
  if (amounts === undefined)
    throw new JqlError(`Date value '${value.text}' for ${of} is invalid. ${formats}`);
  const length = [...amounts.matchAll(/(\d+)([mhdw])/g)].reduce(
    (sum, [, count, unit = '']) => sum + Number(count) * (spans[unit] ?? 0),
    0,
  );
  return now + (sign === '-' ? -length : length);
}

/** How long a literal lasts, for `on` and `during`: a day when it names no time, else a minute. */
export function lengthOf({ text }: Value): number {
  const [, , , , , hour] = absolute.exec(text) ?? [];
  return hour === undefined ? DAY : MINUTE;
}

/** A date's wall clock, as if it were UTC; undefined for what is none, such as 30 February. */
function wallOf(text: string): number | undefined {
  const [whole, year, , month, day, hour = '0', minute = '0'] = absolute.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
  const read = new Date(wall);
  const isReal = read.getUTCMonth() === Number(month) - 1 && read.getUTCDate() === Number(day);
  return isReal && Number(hour) < 24 && Number(minute) < 60 ? wall : undefined;
}

type Unit = 'day' | 'week' | 'month' | 'year';

/** What date functions there are: the unit and whether they mean its end. */
const edges: ReadonlyMap<string, readonly [unit: Unit, isEnd: boolean]> = new Map([
  ['startofday', ['day', false]],
  ['endofday', ['day', true]],
  ['startofweek', ['week', false]],
  ['endofweek', ['week', true]],
  ['startofmonth', ['month', false]],
  ['endofmonth', ['month', true]],
  ['startofyear', ['year', false]],
  ['endofyear', ['year', true]],
]);
const ownLetter: Readonly<Record<Unit, string>> = { day: 'd', week: 'w', month: 'M', year: 'y' };

export function isDateFunction(name: string): boolean {
  return name.toLowerCase() === 'now' || edges.has(name.toLowerCase());
}

/**
 * The instant of `now()`, `startOfDay(-1)`, `endOfMonth("+15d")` and their kin. An offset in the function's own unit
 * chooses another day, week, month or year; any other moves away from the edge. Weeks begin on Sunday, as for `en_US`.
 */
export function instantOfFunction({ name, args }: FunctionCall, { now, timeZone }: Now): number {
  const edge = edges.get(name.toLowerCase());
  const most = edge === undefined ? 0 : 1;
  if (args.length > most) {
    throw new JqlError(`Function '${name}' expected '${most}' arguments but received '${args.length}'.`);
  }
  if (edge === undefined) return now;
  const [unit, isEnd] = edge;
  const [whole, sign, count, letter] = /^([+-]?)(\d+)([mhdwMy]?)$/.exec(args[0] ?? '0') ?? [];
  if (whole === undefined) {
    throw new JqlError(
      `Duration for function '${name}' should have the format (+/-)n(yMwdm), e.g -1M for 1 month earlier.`,
    );
  }
  const amount = Number(`${sign ?? ''}${count ?? 0}`);
  const isOwn = letter === '' || letter === ownLetter[unit];
  const wall = now + tzOffset(timeZone, new Date(now)) * MINUTE;
  const start = shift(startOf(wall, unit), isOwn ? amount : 0, ownLetter[unit]);
  const at = isEnd ? shift(start, 1, ownLetter[unit]) - 1 : start;
  return instantAt(isOwn ? at : shift(at, amount, letter ?? ''), timeZone);
}

function startOf(wall: number, unit: Unit): number {
  const date = new Date(wall);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  switch (unit) {
    case 'day':
      return Date.UTC(year, month, day);
    case 'week':
      return Date.UTC(year, month, day - date.getUTCDay());
    case 'month':
      return Date.UTC(year, month);
    case 'year':
      return Date.UTC(year, 0);
  }
}

/** Months and years by the calendar, cut to the month's last day; everything else by its length on the wall. */
function shift(wall: number, amount: number, letter: string): number {
  if (letter !== 'M' && letter !== 'y') return wall + amount * (spans[letter] ?? 0);
  const date = new Date(wall);
  const month = date.getUTCMonth() + amount * (letter === 'y' ? 12 : 1);
  const last = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return new Date(wall).setUTCFullYear(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), last));
}

/** The instant at which clocks in the zone show `wall`; in a gap the one that the clocks before it would have shown. */
function instantAt(wall: number, timeZone: string): number {
  const guess = wall - tzOffset(timeZone, new Date(wall)) * MINUTE;
  return wall - tzOffset(timeZone, new Date(guess)) * MINUTE;
}
