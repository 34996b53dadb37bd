import { parseSpan } from '../time/duration-text';
import { EARLIEST, HORIZON, instant, span, type Instant, type Span } from '../time/instant';
import { dayNumberOf, type LocalDate } from '../time/local-date';
import type { FieldUnit } from './goal';
import type { FieldValue } from './history';

const MS: Readonly<Record<FieldUnit, number>> = { seconds: 1_000, minutes: 60_000, hours: 3_600_000 };

/** What a date field holds: a date, or an instant where it has a time; undefined when it is empty or holds no date. */
export function dateIn(value: FieldValue): Instant | LocalDate | undefined {
  const [text] = value;
  if (text === undefined) return undefined;
  if (dayNumberOf(text) !== undefined) return text;
  // Jira leaves the colon out of an offset.
  const ms = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(text) ? Date.parse(text) : NaN;
  return ms >= EARLIEST && ms <= HORIZON ? instant(Math.trunc(ms)) : undefined;
}

/** How long a field says: text such as `4h 30m`, or a number of `unit`s; undefined for anything else, and for no time. */
export function durationIn(value: FieldValue, unit: FieldUnit): Span | undefined {
  const [text] = value;
  if (text === undefined) return undefined;
  const ms = text.trim() === '' ? NaN : Number(text) * MS[unit];
  const length = Number.isNaN(ms) ? parseSpan(text) : spanOrNothing(Math.round(ms));
  return length !== undefined && length > 0 ? length : undefined;
}

const spanOrNothing = (ms: number): Span | undefined => (Number.isSafeInteger(ms) ? span(ms) : undefined);
