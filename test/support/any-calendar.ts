import * as fc from 'fast-check';
import type { CaseFileContent } from './case-file';
import { Oracle, type PlainCalendar, type PlainHours } from './oracle/oracle';
import { asCases, type Question } from './oracle/question';

export const DAY = 86_400_000;
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A calendar, and an instant at which the clocks change in its zone. */
export interface Somewhere {
  readonly calendar: PlainCalendar;
  readonly change: number;
}

const changes: [timeZone: string, change: string][] = [
  ['UTC', '2026-01-01T00:00Z'],
  ['Europe/Berlin', '2026-03-29T01:00Z'],
  ['America/New_York', '2026-11-01T06:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30Z'],
  ['America/Santiago', '2026-04-05T03:00Z'],
  ['America/Santiago', '2026-09-06T04:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00Z'],
  ['Asia/Kathmandu', '1985-12-31T18:30Z'],
  ['America/St_Johns', '2010-11-07T02:31Z'],
  ['America/St_Johns', '2011-03-13T03:31Z'],
  ['Africa/Casablanca', '2024-03-10T02:00Z'],
  ['Africa/Cairo', '2023-04-27T22:00Z'],
];
const aChange = fc.constantFrom(...changes);

const aTimeOfDay = fc.oneof(
  fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15),
  fc.integer({ min: 0, max: 1_439 }),
);
const hoursOfDay: fc.Arbitrary<PlainHours> = fc.array(
  fc.tuple(aTimeOfDay.map(written), fc.oneof(aTimeOfDay, fc.constant(1_440)).map(written)),
  { maxLength: 3 },
);

/** Any hours, and exceptions about the change; open an hour a week at least. */
export const somewhere: fc.Arbitrary<Somewhere> = fc
  .record({
    change: aChange,
    week: fc.array(hoursOfDay, { minLength: 7, maxLength: 7 }),
    exceptions: fc.uniqueArray(fc.record({ day: fc.integer({ min: -5, max: 5 }), hours: hoursOfDay }), {
      maxLength: 3,
      selector: ({ day }) => day,
    }),
  })
  .map(({ change: [timeZone, iso], week, exceptions }) => {
    const change = Date.parse(iso);
    const anHour: PlainHours = [['12:00', '13:00']];
    const weekly = Object.fromEntries(weekdays.map((day, index) => [day, week[index] ?? []]));
    const dated = exceptions.map(({ day, hours }) => ({ date: dateOf(change + day * DAY), hours }));
    return {
      calendar: {
        timeZone,
        weekly: { ...weekly, mon: [...anHour, ...(weekly.mon ?? [])] },
        exceptions: dated,
      },
      change,
    };
  });

/** How far from the change something is; half of it within two days. */
export const aDistance = fc.oneof(
  fc.integer({ min: -192, max: 192 }).map((quarters) => quarters * 900_000),
  fc.integer({ min: -60 * DAY, max: 60 * DAY }),
);

/** The questions with the oracle's answers, for who wants to keep them. */
export function casesThere({ calendar, change }: Somewhere, questions: readonly Question[]): CaseFileContent {
  const midnight = change - (change % DAY);
  return asCases(calendar, new Oracle(calendar, midnight - 800 * DAY, midnight + 800 * DAY), questions);
}

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

function written(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((n) => String(n).padStart(2, '0')).join(':');
}
