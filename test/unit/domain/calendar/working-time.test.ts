import { opensAt } from '../../../../src/domain/calendar/openings';
import { serviceHours } from '../../../../src/domain/calendar/service-hours';
import { addWorkingTime, workingTimeBetween } from '../../../../src/domain/calendar/working-time';
import { hours, minutes, NO_TIME } from '../../../../src/domain/time/instant';
import { at, everyDay, nineToFive, roundTheClock } from '../../../support/builders';

const office = serviceHours(nineToFive);
const always = serviceHours(roundTheClock);

describe('working time between two instants', () => {
  it('counts open time only', () => {
    expect(workingTimeBetween(office, at('2026-11-18T08:00Z'), at('2026-11-18T10:30Z'))).toBe(minutes(90));
    expect(workingTimeBetween(office, at('2026-11-20T16:00Z'), at('2026-11-23T10:00Z'))).toBe(hours(2));
    expect(workingTimeBetween(office, at('2026-11-21T00:00Z'), at('2026-11-22T24:00Z'))).toBe(NO_TIME);
  });

  it('is negative when asked backwards (rule 4)', () => {
    expect(workingTimeBetween(office, at('2026-11-18T12:00Z'), at('2026-11-18T09:00Z'))).toBe(-hours(3));
  });

  it('takes intervals that meet or overlap once (rule 3)', () => {
    const calendar = {
      ...nineToFive,
      weekly: {
        wed: [
          ['09:00', '13:00'],
          ['12:00', '15:00'],
          ['15:00', '17:00'],
        ] as const,
      },
    };
    const overlapping = serviceHours(calendar);
    expect(workingTimeBetween(overlapping, at('2026-11-18T00:00Z'), at('2026-11-19T00:00Z'))).toBe(hours(8));
  });

  it('gives a shift over midnight to the day it starts on (rule 2)', () => {
    const nights = serviceHours({
      ...nineToFive,
      weekly: { fri: [['22:00', '06:00']] },
      exceptions: [{ date: '2026-11-27', hours: [] }],
    });
    expect(workingTimeBetween(nights, at('2026-11-20T00:00Z'), at('2026-11-22T00:00Z'))).toBe(hours(8));
    expect(workingTimeBetween(nights, at('2026-11-21T05:00Z'), at('2026-11-21T09:00Z'))).toBe(hours(1));
    expect(workingTimeBetween(nights, at('2026-11-27T00:00Z'), at('2026-11-29T00:00Z'))).toBe(NO_TIME);
  });

  it('puts the hours of an exception in place of the weekly ones, closed or other', () => {
    const christmas = serviceHours({
      ...nineToFive,
      exceptions: [
        { date: '2026-12-24', hours: [['09:00', '12:00']] },
        { date: '2026-12-25', hours: [] },
        { date: '2026-12-26', hours: [['10:00', '14:00']], name: 'Extra working Saturday' },
      ],
    });
    expect(workingTimeBetween(christmas, at('2026-12-24T00:00Z'), at('2026-12-25T00:00Z'))).toBe(hours(3));
    expect(workingTimeBetween(christmas, at('2026-12-25T00:00Z'), at('2026-12-26T00:00Z'))).toBe(NO_TIME);
    expect(workingTimeBetween(christmas, at('2026-12-26T00:00Z'), at('2026-12-27T00:00Z'))).toBe(hours(4));
  });
});

describe('adding working time', () => {
  it('ends at closing, not at the next opening, when the time is used up then (rule 5)', () => {
    expect(addWorkingTime(office, at('2026-11-18T09:00Z'), hours(8))).toBe(at('2026-11-18T17:00Z'));
    expect(addWorkingTime(office, at('2026-11-18T09:00Z'), minutes(481))).toBe(at('2026-11-19T09:01Z'));
  });

  it('stays where it is for no time, and goes back for negative time (rule 4)', () => {
    expect(addWorkingTime(office, at('2026-11-21T03:00Z'), NO_TIME)).toBe(at('2026-11-21T03:00Z'));
    expect(addWorkingTime(office, at('2026-11-23T10:00Z'), minutes(-61))).toBe(at('2026-11-20T16:59Z'));
    expect(addWorkingTime(office, at('2026-11-23T10:00Z'), minutes(-60))).toBe(at('2026-11-23T09:00Z'));
  });

  it('counts 24 working hours from Friday 15:00 to Wednesday 15:00 (g13)', () => {
    expect(addWorkingTime(office, at('2026-11-20T15:00Z'), hours(24))).toBe(at('2026-11-25T15:00Z'));
  });

  it('ends with an error, not a loop, where a calendar never opens again', () => {
    const never = serviceHours({ ...nineToFive, weekly: {} });
    expect(() => addWorkingTime(never, at('2026-11-18T09:00Z'), hours(1))).toThrow('calendar.beyond-horizon');
  });

  it('reaches over years of continuous service', () => {
    expect(addWorkingTime(always, at('2026-01-01T00:00Z'), hours(24 * 365 * 3))).toBe(
      at('2028-12-31T00:00Z'),
    );
  });
});

describe('night shifts over three months', () => {
  const QUARTER = 900_000;

  /** Quarters of an hour whose wall clock, as `Intl` tells it, reads 22:00 to 06:00: no offsets, no days. */
  function nightTime(timeZone: string, from: number, to: number): number {
    const clock = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', hourCycle: 'h23' });
    let total = 0;
    for (let quarter = from; quarter < to; quarter += QUARTER) {
      const hour = Number(clock.format(quarter));
      if (hour >= 22 || hour < 6) total += QUARTER;
    }
    return total;
  }

  it.each(['Pacific/Kiritimati', 'Pacific/Honolulu', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu'])(
    'are as long as a walk through time finds them in %s',
    (timeZone) => {
      const nights = everyDay(timeZone, '22:00', '06:00');
      const [from, to] = [at('2026-02-01T00:00Z'), at('2026-05-01T00:00Z')];
      expect(workingTimeBetween(nights, from, to)).toBe(nightTime(timeZone, from, to));
    },
  );
});

describe('when service opens', () => {
  it('is now while open, and the next opening otherwise', () => {
    expect(opensAt(office, at('2026-11-18T16:59Z'))).toBe(at('2026-11-18T16:59Z'));
    expect(opensAt(office, at('2026-11-18T17:00Z'))).toBe(at('2026-11-19T09:00Z'));
    expect(opensAt(office, at('2026-11-20T17:00Z'))).toBe(at('2026-11-23T09:00Z'));
  });
});

describe('change days', () => {
  it.each([
    ['Europe/Berlin', '2026-03-28T23:00Z', '2026-03-29T22:00Z'],
    ['Europe/Berlin', '2026-10-24T22:00Z', '2026-10-25T23:00Z'],
    ['Australia/Sydney', '2026-10-03T14:00Z', '2026-10-04T13:00Z'],
    ['Australia/Sydney', '2026-04-04T13:00Z', '2026-04-05T14:00Z'],
  ])('leave 9–17 its eight hours in %s, whose clocks change at night (g9)', (zone, from, to) => {
    const nineToFiveThere = everyDay(zone, '09:00', '17:00');
    expect(workingTimeBetween(nineToFiveThere, at(from), at(to))).toBe(hours(8));
  });

  it.each([
    ['Europe/Berlin', '2026-03-28T23:00Z', '2026-03-29T22:00Z', 23, 'spring, north'],
    ['Europe/Berlin', '2026-10-24T22:00Z', '2026-10-25T23:00Z', 25, 'autumn, north'],
    ['America/Santiago', '2026-09-05T04:00Z', '2026-09-06T03:00Z', 23, 'spring, south, at midnight'],
    ['America/Santiago', '2026-04-04T03:00Z', '2026-04-05T04:00Z', 25, 'autumn, south, at midnight'],
    ['Australia/Lord_Howe', '2026-10-03T13:30Z', '2026-10-04T13:00Z', 23.5, 'half an hour'],
  ])('are as long as they are around the clock in %s', (zone, from, to, expected) => {
    const allDay = everyDay(zone, '00:00', '24:00');
    expect(workingTimeBetween(allDay, at(from), at(to))).toBe(hours(expected));
  });

  it('shorten a night shift in spring and lengthen it in autumn (rule 2)', () => {
    const nights = everyDay('Europe/Berlin', '22:00', '06:00');
    expect(workingTimeBetween(nights, at('2026-03-28T12:00Z'), at('2026-03-29T12:00Z'))).toBe(hours(7));
    expect(workingTimeBetween(nights, at('2026-10-24T12:00Z'), at('2026-10-25T12:00Z'))).toBe(hours(9));
  });

  it('move an edge inside the gap to the first instant that exists', () => {
    const early = everyDay('Europe/Berlin', '02:30', '04:00');
    expect(workingTimeBetween(early, at('2026-03-29T00:00Z'), at('2026-03-29T12:00Z'))).toBe(hours(1));
    expect(opensAt(early, at('2026-03-29T00:00Z'))).toBe(at('2026-03-29T01:00Z'));
  });

  it('open twice where the wall clock reads an open time twice', () => {
    const early = everyDay('Europe/Berlin', '02:00', '02:30');
    expect(workingTimeBetween(early, at('2026-10-24T12:00Z'), at('2026-10-25T12:00Z'))).toBe(hours(1));
    expect(opensAt(early, at('2026-10-25T00:40Z'))).toBe(at('2026-10-25T01:00Z'));
  });

  it('leave 8 hours of continuous service 8 real hours (g8)', () => {
    const allDay = everyDay('Europe/Berlin', '00:00', '24:00');
    for (const start of ['2026-03-28T20:00Z', '2026-10-24T20:00Z']) {
      expect(addWorkingTime(allDay, at(start), hours(8))).toBe(at(start) + hours(8));
    }
  });

  it('skip the day that Samoa never had', () => {
    const there = everyDay('Pacific/Apia', '09:00', '17:00');
    expect(workingTimeBetween(there, at('2011-12-29T10:00Z'), at('2011-12-31T10:00Z'))).toBe(hours(16));
  });
});
