import * as fc from 'fast-check';
import type { Calendar } from '../../../../src/domain/calendar/calendar';
import { calendarProblems } from '../../../../src/domain/calendar/calendar-rules';
import { serviceHours } from '../../../../src/domain/calendar/service-hours';
import { addWorkingTime, workingTimeBetween } from '../../../../src/domain/calendar/working-time';
import { instant, span } from '../../../../src/domain/time/instant';
import { localDateOf, weekdays } from '../../../../src/domain/time/local-date';

const zone = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Pacific/Apia',
  'Asia/Kathmandu',
);
const wallTime = fc
  .integer({ min: 0, max: 95 })
  .map((quarter) => `${pad(Math.floor(quarter / 4))}:${pad((quarter % 4) * 15)}`);
const pad = (n: number): string => String(n).padStart(2, '0');
const hoursOfDay = fc.array(fc.tuple(wallTime, wallTime), { maxLength: 3 });

const from2011to2026 = { min: Date.UTC(2011, 0, 1), max: Date.UTC(2026, 11, 31) };
const anInstant = fc.integer(from2011to2026).map(instant);
/** Three weeks of working time at most: a calendar may be open for a quarter of an hour a week. */
const anAmount = fc.integer({ min: 1, max: 21 * 86_400_000 }).map(span);
const aDate = fc.integer(from2011to2026).map((ms) => localDateOf(Math.floor(ms / 86_400_000)));

const calendar: fc.Arbitrary<Calendar> = fc
  .record({
    timeZone: zone,
    days: fc.array(hoursOfDay, { minLength: 7, maxLength: 7 }),
    exceptions: fc.uniqueArray(fc.record({ date: aDate, hours: hoursOfDay }), {
      maxLength: 4,
      selector: ({ date }) => date,
    }),
  })
  .map(({ timeZone, days, exceptions }) => ({
    id: 'any',
    name: 'Any',
    timeZone,
    weekly: Object.fromEntries(weekdays.map((day, index) => [day, days[index] ?? []])),
    exceptions,
  }))
  .filter((any) => calendarProblems(any, '').every(({ code }) => code === 'calendar.overlap'));

const runs = { numRuns: 300 };

describe('for any calendar', () => {
  it('working time is additive', () => {
    fc.assert(
      fc.property(calendar, fc.tuple(anInstant, anInstant, anInstant), (any, [a, b, c]) => {
        const hours = serviceHours(any);
        const near = (to: number): typeof a => instant(a + ((to - a) % (60 * 86_400_000)));
        const [m, z] = [near(b), near(c)];
        expect(workingTimeBetween(hours, a, m) + workingTimeBetween(hours, m, z)).toBe(
          workingTimeBetween(hours, a, z),
        );
      }),
      runs,
    );
  });

  it('adding and measuring are inverse, and no earlier instant would do (rule 4)', () => {
    fc.assert(
      fc.property(calendar, anInstant, anAmount, (any, start, amount) => {
        const hours = serviceHours(any);
        const due = addWorkingTime(hours, start, amount);
        expect(workingTimeBetween(hours, start, due)).toBe(amount);
        expect(workingTimeBetween(hours, start, instant(due - 1))).toBe(amount - 1);
        const back = addWorkingTime(hours, due, span(-amount));
        expect(workingTimeBetween(hours, back, due)).toBe(amount);
        expect(back).toBeGreaterThanOrEqual(start);
      }),
      runs,
    );
  });
});
