import { openPeriods } from '../../../../src/domain/calendar/openings';
import { serviceHours } from '../../../../src/domain/calendar/service-hours';
import {
  addWorkingTime,
  findWorkingTime,
  workingTimeBetween,
} from '../../../../src/domain/calendar/working-time';
import { DomainError } from '../../../../src/domain/problem';
import {
  days,
  EARLIEST,
  HORIZON,
  hours,
  instant,
  minutes,
  NO_TIME,
  span,
  type Instant,
} from '../../../../src/domain/time/instant';
import { at, everyDay, nineToFive, roundTheClock } from '../../../support/builders';

const wholeYears = (from: number, to: number): readonly [Instant, Instant] => [
  at(`${from}-01-01T00:00Z`),
  at(`${to}-01-01T00:00Z`),
];

describe('service hours are worked out as far as questions reach', () => {
  const now = at('2026-11-18T12:00Z');

  it('answer the same whichever question came first', () => {
    const questions = [1995, 2025, 2026, 2027, 2060].flatMap((year) => [
      wholeYears(year, year + 1),
      wholeYears(year - 3, year),
    ]);
    const forwards = everyDay('Europe/Berlin', '22:00', '06:00');
    const backwards = everyDay('Europe/Berlin', '22:00', '06:00');
    const answers = questions.map(([from, to]) => workingTimeBetween(forwards, from, to));
    const reversed = [...questions].reverse().map(([from, to]) => workingTimeBetween(backwards, from, to));
    expect(reversed.reverse()).toEqual(answers);
  });

  it('reach on for what has to be added, and back for what has to be taken away', () => {
    const office = serviceHours(nineToFive);
    expect(workingTimeBetween(office, now, at('2026-11-18T13:00Z'))).toBe(hours(1));
    const fiftyYears = workingTimeBetween(serviceHours(nineToFive), now, at('2076-11-18T12:00Z'));
    expect(addWorkingTime(office, now, fiftyYears)).toBe(at('2076-11-18T12:00Z'));
    expect(addWorkingTime(office, at('2076-11-18T12:00Z'), span(-fiftyYears))).toBe(now);
    const back = workingTimeBetween(serviceHours(nineToFive), at('1910-06-01T12:00Z'), now);
    expect(addWorkingTime(serviceHours(nineToFive), now, span(-back))).toBe(at('1910-06-01T12:00Z'));
  });

  it('cover all years that calendars know, and no more', () => {
    const always = serviceHours(roundTheClock);
    expect(workingTimeBetween(always, EARLIEST, HORIZON)).toBe(HORIZON - EARLIEST);
    expect(addWorkingTime(always, EARLIEST, span(HORIZON - EARLIEST))).toBe(HORIZON);
    expect(addWorkingTime(always, HORIZON, span(EARLIEST - HORIZON))).toBe(EARLIEST);
    expect(findWorkingTime(always, now, span(HORIZON - now + 1))).toBeUndefined();
    expect(findWorkingTime(always, now, span(EARLIEST - now - 1))).toBeUndefined();
    expect(() => workingTimeBetween(always, now, (HORIZON + 1) as Instant)).toThrow(DomainError);
    expect(() => addWorkingTime(always, Number.NaN as Instant, hours(1))).toThrow(DomainError);
  });

  it('end every search, also in a calendar that never opens or does not open again', () => {
    const never = serviceHours({ ...nineToFive, weekly: {} });
    const once = serviceHours({
      ...nineToFive,
      weekly: {},
      exceptions: [{ date: '2026-11-18', hours: [['09:00', '17:00']] }],
    });
    expect(workingTimeBetween(never, EARLIEST, HORIZON)).toBe(NO_TIME);
    for (const amount of [span(1), span(-1)]) {
      expect(findWorkingTime(never, now, amount)).toBeUndefined();
      expect(findWorkingTime(once, now, span(amount * hours(6)))).toBeUndefined();
    }
    expect(findWorkingTime(once, at('1990-01-01T00:00Z'), minutes(480))).toBe(at('2026-11-18T17:00Z'));
    expect(findWorkingTime(once, at('2150-01-01T00:00Z'), minutes(-480))).toBe(at('2026-11-18T09:00Z'));
  });
});

describe('hours that touch are one interval', () => {
  const tenYears = wholeYears(2020, 2030);

  it('round the clock there is one, over every change of the clock', () => {
    const always = everyDay('America/New_York', '00:00', '24:00');
    expect(openPeriods(always, ...tenYears)).toEqual([{ start: tenYears[0], end: tenYears[1] }]);
    expect(workingTimeBetween(always, ...tenYears)).toBe(tenYears[1] - tenYears[0]);
  });

  it('so they take next to no memory, and a working week takes less than 16 KiB a year', () => {
    const always = everyDay('America/New_York', '00:00', '24:00');
    const office = serviceHours(nineToFive);
    workingTimeBetween(always, ...tenYears);
    workingTimeBetween(office, ...tenYears);
    expect(always.bytes).toBeLessThan(1024);
    expect(office.bytes).toBeLessThan(10 * 16 * 1024);
  });
});

describe('any place in the hours is found', () => {
  it.each([
    ['few hours of many years', { mon: [['09:00', '09:15']] as const }],
    [
      'many intervals of a day',
      {
        tue: Array.from({ length: 48 }, (_, i) => {
          const hour = String(i >> 1).padStart(2, '0');
          return i % 2 ? ([`${hour}:30`, `${hour}:40`] as const) : ([`${hour}:00`, `${hour}:05`] as const);
        }),
      },
    ],
  ])('with %s', (_, weekly) => {
    const some = serviceHours({ ...nineToFive, weekly });
    const [from, to] = [at('2026-01-01T00:00Z'), at('2026-04-01T00:00Z')];
    let passed = 0;
    for (const { start, end } of openPeriods(some, from, to)) {
      expect(workingTimeBetween(some, from, start)).toBe(passed);
      expect(addWorkingTime(some, start, span(1))).toBe(start + 1);
      if (passed > 0)
        expect(addWorkingTime(some, end, span(start - end - passed))).toBe(firstOpening(some, from));
      passed += end - start;
      expect(workingTimeBetween(some, from, end)).toBe(passed);
      expect(addWorkingTime(some, from, span(passed))).toBe(end);
      expect(workingTimeBetween(some, from, instant(end + 1))).toBe(passed);
    }
    expect(passed).toBeGreaterThan(0);
  });
});

const firstOpening = (some: ReturnType<typeof serviceHours>, from: Instant): Instant | undefined =>
  openPeriods(some, from, instant(from + days(14)))[0]?.start;
