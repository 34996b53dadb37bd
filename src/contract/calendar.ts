import * as v from 'valibot';
import type { Calendar, CalendarRecord } from '../domain/calendar/calendar';
import type { HolidaySet } from '../domain/calendar/holiday-set';
import { listOf } from './primitives';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,47}$/));
const storedName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120));

/** What was stored was accepted once and stays readable; what comes in has no control characters. */
export const nameSchema = v.pipe(storedName, v.regex(/^\P{Cc}*$/u));

/** More sets than a calendar needs; each travels with it to the browser. */
const MOST_SETS = 20;

const wallInterval = v.pipe(v.tuple([v.string(), v.string()]), v.readonly());
const wallIntervals = listOf(wallInterval);
const hoursOfDay = v.exactOptional(wallIntervals);

/** The kind of dates shows in their keys, so that a mistake is told about the kind that was meant. */
function dated<Entries extends v.ObjectEntries>(entries: Entries) {
  const onDate = v.strictObject({ date: v.string(), ...entries });
  const onRange = v.strictObject({ from: v.string(), to: v.string(), ...entries });
  const everyYear = v.strictObject({ yearly: v.string(), ...entries });
  return v.lazy((input): typeof onDate | typeof onRange | typeof everyYear => {
    const keys = typeof input === 'object' && input !== null ? Object.keys(input) : [];
    if (keys.includes('date')) return onDate;
    if (keys.includes('yearly')) return everyYear;
    return keys.includes('from') || keys.includes('to') ? onRange : onDate;
  });
}

/** The shape of a calendar, by what its name and its exceptions' names may be, and how it names holiday sets. */
function calendarOf<Name extends Text, Note extends Text, Set extends v.GenericSchema>(
  name: Name,
  note: Note,
  holidaySet: Set,
) {
  return v.strictObject({
    id,
    name,
    timeZone: v.string(),
    weekly: v.strictObject({
      mon: hoursOfDay,
      tue: hoursOfDay,
      wed: hoursOfDay,
      thu: hoursOfDay,
      fri: hoursOfDay,
      sat: hoursOfDay,
      sun: hoursOfDay,
    }),
    exceptions: v.optional(listOf(dated({ hours: wallIntervals, name: v.exactOptional(note) })), []),
    holidaySets: v.exactOptional(v.pipe(v.array(holidaySet), v.maxLength(MOST_SETS), v.readonly())),
    interruptions: v.exactOptional(listOf(dated({ hours: wallIntervals, name: nameSchema }))),
    archived: v.exactOptional(v.literal(true)),
  });
}
type Text = v.GenericSchema<unknown, string>;

/** The shape of a holiday set; whether its dates make sense is `holidaySetProblems`' to say. */
export const holidaySetSchema = v.strictObject({
  id,
  name: nameSchema,
  source: v.exactOptional(v.pipe(v.string(), v.trim(), v.maxLength(500), v.regex(/^\P{Cc}*$/u))),
  days: listOf(dated({ name: nameSchema })),
  archived: v.exactOptional(v.literal(true)),
}) satisfies v.GenericSchema<unknown, HolidaySet>;

/** A calendar as people write it; whether it makes sense is `calendarProblems`' to say. */
export const calendarDraftSchema = calendarOf(nameSchema, nameSchema, id) satisfies v.GenericSchema<
  unknown,
  CalendarRecord
>;

/** A calendar as it is stored. */
export const calendarRecordSchema = calendarOf(storedName, v.string(), id) satisfies v.GenericSchema<
  unknown,
  CalendarRecord
>;

/** A calendar as it is in force, with the holiday sets it refers to. */
export const calendarSchema = calendarOf(storedName, v.string(), holidaySetSchema) satisfies v.GenericSchema<
  unknown,
  Calendar
>;
