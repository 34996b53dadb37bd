import * as v from 'valibot';
import type { Calendar } from '../domain/calendar/calendar';
import { listOf } from './primitives';

const wallInterval = v.pipe(v.tuple([v.string(), v.string()]), v.readonly());
const wallIntervals = v.exactOptional(listOf(wallInterval));

/** The shape of a calendar; whether it makes sense is `calendarProblems`' to say. */
export const calendarSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,47}$/)),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)),
  timeZone: v.string(),
  weekly: v.strictObject({
    mon: wallIntervals,
    tue: wallIntervals,
    wed: wallIntervals,
    thu: wallIntervals,
    fri: wallIntervals,
    sat: wallIntervals,
    sun: wallIntervals,
  }),
  exceptions: v.optional(
    listOf(
      v.strictObject({ date: v.string(), hours: listOf(wallInterval), name: v.exactOptional(v.string()) }),
    ),
    [],
  ),
}) satisfies v.GenericSchema<unknown, Calendar>;
