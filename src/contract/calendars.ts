import * as v from 'valibot';
import { problemSchema } from './answer';
import { calendarDraftSchema, calendarRecordSchema, holidaySetSchema } from './calendar';
import { instantSchema, listOf } from './primitives';

const kept = {
  /** Where it is kept: the site shares its own with all projects. */
  home: v.picklist(['site', 'project']),
  revision: v.number(),
  changedAt: instantSchema,
};

/** The calendars and holiday sets that agreements of a project, or of the whole site, may count on. */
export const calendarsViewSchema = v.object({
  calendars: listOf(
    v.object({
      ...kept,
      record: calendarRecordSchema,
      usedBy: listOf(v.object({ project: v.string(), agreement: v.string() })),
    }),
  ),
  holidaySets: listOf(v.object({ ...kept, record: holidaySetSchema })),
  findings: listOf(problemSchema),
});
export type CalendarsView = v.InferOutput<typeof calendarsViewSchema>;

/** What somebody saves, and the revision that they had before them: 0 for a new record. */
const seen = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const savedCalendarSchema = v.strictObject({ doc: calendarDraftSchema, seen });
export const savedHolidaySetSchema = v.strictObject({ doc: holidaySetSchema, seen });
