import * as v from 'valibot';
import { dayNumberOf } from '../../../src/domain/time/local-date';
import { DAY, wallTimeOfDay } from '../../../src/domain/time/wall-clock';
import { isZone } from '../../../src/domain/time/zone';
import { localDate, remarks } from './values';

const wallTime = v.pipe(
  v.string(),
  v.check(
    (text) => wallTimeOfDay(text) !== undefined,
    ({ input }) => `"${input}" is no time of day`,
  ),
);

const opening = v.pipe(
  wallTime,
  v.check(
    (text) => wallTimeOfDay(text) !== DAY,
    () => 'no interval starts at 24:00',
  ),
);

const intervals = v.array(v.strictTuple([opening, wallTime]));
const ofDay = v.nullish(intervals, []);
const byDate = v.nullish(v.record(localDate, intervals), {});

/** 2024 had a 29 February, so every yearly date exists in it. */
const monthAndDay = v.pipe(
  v.string(),
  v.check(
    (text) => dayNumberOf(`2024-${text}`) !== undefined,
    ({ input }) => `"${input}" is no MM-DD`,
  ),
);

export const calendarSchema = v.strictObject({
  ...remarks,
  name: v.optional(v.unknown()),
  timeZone: v.pipe(
    v.string(),
    v.check(isZone, ({ input }) => `"${input}" is no time zone`),
  ),
  weekly: v.nullish(
    v.strictObject({
      ...remarks,
      mon: ofDay,
      tue: ofDay,
      wed: ofDay,
      thu: ofDay,
      fri: ofDay,
      sat: ofDay,
      sun: ofDay,
    }),
    {},
  ),
  holidays: v.nullish(v.array(localDate), []),
  annualHolidays: v.nullish(v.array(monthAndDay), []),
  dateOverrides: byDate,
  breaks: byDate,
});

export type CaseCalendar = v.InferOutput<typeof calendarSchema>;
