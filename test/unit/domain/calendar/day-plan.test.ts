import type { Calendar } from '../../../../src/domain/calendar/calendar';
import { dayPlans, type DayPlan } from '../../../../src/domain/calendar/day-plan';
import type { HolidaySet } from '../../../../src/domain/calendar/holiday-set';
import { dayNumberOf } from '../../../../src/domain/time/local-date';
import { nineToFive } from '../../../support/builders';

const publicHolidays: HolidaySet = {
  id: 'public',
  name: 'Public holidays',
  days: [
    { date: '2026-10-01', name: 'National Day' },
    { from: '2026-10-01', to: '2026-10-07', name: 'Golden Week' },
    { yearly: '12-25', name: 'Christmas' },
  ],
};
const companyHolidays: HolidaySet = {
  id: 'company',
  name: 'Company holidays',
  days: [{ yearly: '12-25', name: 'Winter closing' }],
};

/** What holds on a date of a calendar that is open from nine to five on weekdays, with these changes. */
function planOn(date: string, changes: Partial<Calendar>): DayPlan {
  return dayPlans({ ...nineToFive, ...changes })(dayNumberOf(date) ?? NaN);
}
const hoursOn = (date: string, changes: Partial<Calendar>): string =>
  planOn(date, changes)
    .hours.map((hours) => hours.join('–'))
    .join(', ') || 'closed';

const short = [['10:00', '12:00']] as const;
const shorter = [['10:00', '11:00']] as const;

describe('an exception (rule 3)', () => {
  it('holds on its date only', () => {
    const exceptions = [{ date: '2026-11-18', hours: short }];
    expect(hoursOn('2026-11-17', { exceptions })).toBe('09:00–17:00');
    expect(hoursOn('2026-11-18', { exceptions })).toBe('10:00–12:00');
    expect(hoursOn('2027-11-18', { exceptions })).toBe('09:00–17:00');
  });

  it('of a range holds on both its ends and between, and not beyond', () => {
    const exceptions = [{ from: '2026-11-17', to: '2026-11-19', hours: [] }];
    const dates = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'];
    expect(dates.map((date) => hoursOn(date, { exceptions }))).toEqual([
      '09:00–17:00',
      'closed',
      'closed',
      'closed',
      '09:00–17:00',
    ]);
  });

  it('of every year holds in every year, before the epoch too', () => {
    const exceptions = [{ yearly: '05-01', hours: [] }];
    const dates = ['1969-05-01', '2026-05-01', '2153-05-01'];
    expect(dates.map((date) => hoursOn(date, { exceptions }))).toEqual(['closed', 'closed', 'closed']);
    expect(hoursOn('2026-05-04', { exceptions })).toBe('09:00–17:00');
  });

  it('of every 29 February holds in leap years only', () => {
    const exceptions = [{ yearly: '02-29', hours: [] }];
    expect(hoursOn('2028-02-29', { exceptions })).toBe('closed');
    expect(hoursOn('2027-03-01', { exceptions })).toBe('09:00–17:00');
  });

  it('with hours on a day that is closed otherwise is an extra working day', () => {
    const exceptions = [{ date: '2026-11-21', hours: short, name: 'Inventory' }];
    expect(hoursOn('2026-11-21', { exceptions })).toBe('10:00–12:00');
  });

  it('of one date beats a range, and a range a yearly one, in whatever order they are written', () => {
    const yearly = { yearly: '12-24', hours: [] };
    const range = { from: '2026-12-21', to: '2026-12-31', hours: short };
    const date = { date: '2026-12-24', hours: shorter };
    expect(hoursOn('2026-12-24', { exceptions: [yearly, range, date] })).toBe('10:00–11:00');
    expect(hoursOn('2026-12-24', { exceptions: [yearly, range] })).toBe('10:00–12:00');
    expect(hoursOn('2027-12-24', { exceptions: [yearly, range, date] })).toBe('closed');
  });
});

describe('a holiday set (rule 3)', () => {
  const holidaySets = [publicHolidays, companyHolidays];

  it('closes its dates', () => {
    const dates = ['2026-10-01', '2026-10-07', '2026-10-08', '2031-12-25'];
    expect(dates.map((date) => hoursOn(date, { holidaySets }))).toEqual([
      'closed',
      'closed',
      '09:00–17:00',
      'closed',
    ]);
  });

  it('gives way to the calendar’s own exception, such as an extra working day in a week off', () => {
    const exceptions = [{ date: '2026-10-06', hours: short }];
    expect(hoursOn('2026-10-06', { holidaySets, exceptions })).toBe('10:00–12:00');
    expect(hoursOn('2026-10-05', { holidaySets, exceptions })).toBe('closed');
  });

  it('is given as the reason, by the holiday of the one date, and by the first set that has one', () => {
    expect(planOn('2026-10-01', { holidaySets }).reason).toMatchObject({
      kind: 'holiday',
      holiday: { name: 'National Day' },
      set: { name: 'Public holidays' },
    });
    expect(planOn('2026-12-25', { holidaySets }).reason).toMatchObject({ holiday: { name: 'Christmas' } });
    expect(planOn('2026-12-25', { holidaySets: [companyHolidays] }).reason).toMatchObject({
      holiday: { name: 'Winter closing' },
    });
  });
});

describe('an agreed interruption (rule 3)', () => {
  const interruptions = [
    { date: '2026-11-18', hours: [['12:00', '13:00']], name: 'Switch replaced' },
    { from: '2026-11-17', to: '2026-11-19', hours: [['16:00', '18:00']], name: 'Migration' },
  ] as const;

  it('is told beside the hours that it interrupts', () => {
    expect(planOn('2026-11-18', { interruptions })).toEqual({
      hours: [['09:00', '17:00']],
      interruptions: [
        ['12:00', '13:00'],
        ['16:00', '18:00'],
      ],
      reason: { kind: 'weekly' },
      interruptedBy: interruptions,
    });
    expect(planOn('2026-11-20', { interruptions }).interruptions).toEqual([]);
  });

  it('is told also where an exception gives other hours', () => {
    const exceptions = [{ date: '2026-11-18', hours: short, name: 'Half day' }];
    const plan = planOn('2026-11-18', { interruptions, exceptions });
    expect(plan).toMatchObject({
      hours: short,
      reason: { kind: 'exception', exception: { name: 'Half day' } },
    });
    expect(plan.interruptedBy).toEqual(interruptions);
  });
});
