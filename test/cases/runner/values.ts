import * as v from 'valibot';
import { dayNumberOf } from '../../../src/domain/time/local-date';

/**
 * A date, a time of day and `Z` or an offset, which has seconds where clocks showed the local mean time; fractions of a
 * second of any length.
 */
const iso = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(\.\d+)?(Z|[+-]\d{2}(?::?\d{2}){0,2})$/i;

/**
 * Milliseconds since 1970 of an instant as ISO 8601 writes it, undefined when it is none. Not always a whole number, since
 * other products count smaller parts of a second.
 */
export function millisecondsOf(text: string): number | undefined {
  const [, date = '', time = '', fraction = '', zone = ''] = iso.exec(text) ?? [];
  if (dayNumberOf(date) === undefined) return undefined;
  const ahead = offsetOf(zone);
  const whole = Date.parse(`${date}T${time}Z`);
  return Number.isNaN(whole) || ahead === undefined
    ? undefined
    : whole - ahead + Number(`0${fraction}`) * 1_000;
}

/** Milliseconds that a clock is ahead of UTC. */
function offsetOf(zone: string): number | undefined {
  const [hours = 0, minutes = 0, seconds = 0] = (zone.match(/\d{2}/g) ?? []).map(Number);
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * ((hours * 60 + minutes) * 60 + seconds) * 1_000;
}

/** An instant, read to milliseconds since 1970. */
export const moment = v.pipe(
  v.string(),
  v.rawTransform<string, number>(({ dataset, addIssue, NEVER }) => {
    const found = millisecondsOf(dataset.value);
    if (found !== undefined) return found;
    addIssue({ message: `"${dataset.value}" is no instant in ISO 8601 with Z or an offset` });
    return NEVER;
  }),
);

export const localDate = v.pipe(
  v.string(),
  v.check(
    (text) => dayNumberOf(text) !== undefined,
    ({ input }) => `"${input}" is no date`,
  ),
);

/** Amounts of time, and what they may be missed by. */
export const amount = v.pipe(v.number(), v.finite());
export const tolerance = v.pipe(v.number(), v.finite(), v.minValue(0));

export const id = v.union([v.pipe(v.string(), v.minLength(1)), v.pipe(v.number(), v.transform(String))]);

/** What may stand anywhere and is read by people only. */
export const remarks = {
  note: v.optional(v.unknown()),
  title: v.optional(v.unknown()),
  derived: v.optional(v.unknown()),
  semantics: v.optional(v.unknown()),
  baseChosen: v.optional(v.unknown()),
  file: v.optional(v.unknown()),
  quirkReason: v.optional(v.unknown()),
};
