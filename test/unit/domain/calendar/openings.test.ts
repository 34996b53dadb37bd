import {
  isOpenAt,
  isWorkingDate,
  nextClosing,
  nextOpening,
  openPeriods,
  opensAt,
  previousWorkingInstant,
} from '../../../../src/domain/calendar/openings';
import { serviceHours } from '../../../../src/domain/calendar/service-hours';
import { EARLIEST, HORIZON, instant } from '../../../../src/domain/time/instant';
import { dayNumberOf } from '../../../../src/domain/time/local-date';
import { at, everyDay, nineToFive, roundTheClock } from '../../../support/builders';

const office = serviceHours(nineToFive);
const always = serviceHours(roundTheClock);
const nights = everyDay('UTC', '18:00', '00:00');
const touching = serviceHours({
  ...nineToFive,
  weekly: {
    wed: [
      ['09:00', '12:00'],
      ['12:00', '24:00'],
    ],
    thu: [['00:00', '06:00']],
  },
});
/** Open on one day only. */
const once = serviceHours({
  ...nineToFive,
  weekly: {},
  exceptions: [{ date: '2026-11-18', hours: [['09:00', '17:00']] }],
});
const never = serviceHours({ ...nineToFive, weekly: {} });

describe('service hours', () => {
  it('hold from the opening to just before the closing', () => {
    expect(isOpenAt(office, at('2026-11-18T08:59:59.999Z'))).toBe(false);
    expect(isOpenAt(office, at('2026-11-18T09:00Z'))).toBe(true);
    expect(isOpenAt(office, at('2026-11-18T16:59:59.999Z'))).toBe(true);
    expect(isOpenAt(office, at('2026-11-18T17:00Z'))).toBe(false);
  });

  it('go on where the next interval touches', () => {
    expect(isOpenAt(touching, at('2026-11-18T12:00Z'))).toBe(true);
    expect(nextClosing(touching, at('2026-11-18T09:00Z'))).toBe(at('2026-11-19T06:00Z'));
    expect(nextOpening(touching, at('2026-11-18T09:00Z'))).toBe(at('2026-11-25T09:00Z'));
    expect(openPeriods(touching, at('2026-11-18T00:00Z'), at('2026-11-20T00:00Z'))).toEqual([
      { start: at('2026-11-18T09:00Z'), end: at('2026-11-19T06:00Z') },
    ]);
  });
});

describe('the next opening and the next closing', () => {
  it.each([
    ['2026-11-18T08:59:59.999Z', '2026-11-18T09:00Z', '2026-11-18T17:00Z'],
    ['2026-11-18T09:00Z', '2026-11-19T09:00Z', '2026-11-18T17:00Z'],
    ['2026-11-18T16:59:59.999Z', '2026-11-19T09:00Z', '2026-11-18T17:00Z'],
    ['2026-11-18T17:00Z', '2026-11-19T09:00Z', '2026-11-19T17:00Z'],
    ['2026-11-20T17:00Z', '2026-11-23T09:00Z', '2026-11-23T17:00Z'],
  ])('after %s are later than it', (now, opening, closing) => {
    expect(nextOpening(office, at(now))).toBe(at(opening));
    expect(nextClosing(office, at(now))).toBe(at(closing));
  });

  it('are none round the clock, and none when it never opens (again)', () => {
    const now = at('2026-11-18T17:00Z');
    for (const hours of [always, once, never]) {
      expect(nextOpening(hours, now)).toBeUndefined();
      expect(nextClosing(hours, now)).toBeUndefined();
    }
    expect(opensAt(always, now)).toBe(now);
    expect(opensAt(once, now)).toBeUndefined();
    expect(opensAt(never, now)).toBeUndefined();
  });

  it('are found years away', () => {
    expect(nextOpening(once, at('1950-01-01T00:00Z'))).toBe(at('2026-11-18T09:00Z'));
    expect(nextClosing(once, at('1950-01-01T00:00Z'))).toBe(at('2026-11-18T17:00Z'));
    expect(previousWorkingInstant(once, at('2190-01-01T00:00Z'))).toBe(at('2026-11-18T17:00Z'));
  });
});

describe('the previous working instant', () => {
  it.each([
    ['2026-11-18T08:00Z', '2026-11-17T17:00Z'],
    ['2026-11-18T09:00Z', '2026-11-17T17:00Z'],
    ['2026-11-18T09:00:00.001Z', '2026-11-18T09:00:00.001Z'],
    ['2026-11-18T17:00Z', '2026-11-18T17:00Z'],
    ['2026-11-18T17:00:00.001Z', '2026-11-18T17:00Z'],
    ['2026-11-23T09:00Z', '2026-11-20T17:00Z'],
  ])('at %s is %s', (now, expected) => {
    expect(previousWorkingInstant(office, at(now))).toBe(at(expected));
  });

  it('is none before it ever opened', () => {
    expect(previousWorkingInstant(once, at('2026-11-18T09:00Z'))).toBeUndefined();
    expect(previousWorkingInstant(never, at('2026-11-18T09:00Z'))).toBeUndefined();
  });
});

describe('open periods', () => {
  it('are cut at both ends', () => {
    expect(openPeriods(office, at('2026-11-17T10:00Z'), at('2026-11-19T09:30Z'))).toEqual([
      { start: at('2026-11-17T10:00Z'), end: at('2026-11-17T17:00Z') },
      { start: at('2026-11-18T09:00Z'), end: at('2026-11-18T17:00Z') },
      { start: at('2026-11-19T09:00Z'), end: at('2026-11-19T09:30Z') },
    ]);
  });

  it('are none where the window only touches hours, or is none itself', () => {
    expect(openPeriods(office, at('2026-11-18T17:00Z'), at('2026-11-19T09:00Z'))).toEqual([]);
    expect(openPeriods(office, at('2026-11-18T10:00Z'), at('2026-11-18T10:00Z'))).toEqual([]);
    expect(openPeriods(office, at('2026-11-18T12:00Z'), at('2026-11-18T10:00Z'))).toEqual([]);
  });

  it('end with the years that calendars know', () => {
    expect(openPeriods(always, EARLIEST, HORIZON)).toEqual([{ start: EARLIEST, end: HORIZON }]);
    expect(isOpenAt(always, HORIZON)).toBe(false);
    expect(isOpenAt(nights, instant(HORIZON - 1))).toBe(true);
  });
});

it('a date is a working date when hours begin on it', () => {
  const weekNights = serviceHours({ ...nineToFive, weekly: { fri: [['22:00', '06:00']] } });
  expect(isWorkingDate(weekNights, dayNumberOf('2026-11-20')!)).toBe(true);
  expect(isWorkingDate(weekNights, dayNumberOf('2026-11-21')!)).toBe(false);
});
