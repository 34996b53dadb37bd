import type { Calendar } from '../../../../src/domain/calendar/calendar';
import { calendarProblems } from '../../../../src/domain/calendar/calendar-rules';
import { calendarWarnings } from '../../../../src/domain/calendar/calendar-warnings';
import { nineToFive } from '../../../support/builders';

const warningsOf = (changes: Partial<Calendar>) =>
  calendarWarnings({ ...nineToFive, ...changes }, 'calendars[0]').map(({ path, details }) => ({
    path,
    ...details,
  }));

const night = [['22:00', '06:00']] as const;
const early = [['05:30', '14:00']] as const;

describe('hours that run past midnight into hours of the next day', () => {
  it('are warned of, and saved all the same', () => {
    expect(calendarProblems({ ...nineToFive, weekly: { mon: night, tue: early } }, '')).toEqual([]);
    expect(warningsOf({ weekly: { mon: night, tue: early } })).toEqual([
      { path: 'calendars[0].weekly.mon', found: '22:00–06:00', next: '05:30–14:00' },
    ]);
  });

  it('are not where the next day opens when they end, or is closed', () => {
    expect(warningsOf({ weekly: { mon: night, tue: [['06:00', '14:00']] } })).toEqual([]);
    expect(warningsOf({ weekly: { mon: night, wed: early } })).toEqual([]);
    expect(warningsOf({ weekly: { mon: [['00:00', '24:00']], tue: [['00:00', '24:00']] } })).toEqual([]);
  });

  it('are warned of from Sunday to Monday', () => {
    expect(warningsOf({ weekly: { mon: early, sun: night } })).toMatchObject([
      { path: 'calendars[0].weekly.sun' },
    ]);
  });

  it('are warned of at an exception, on its first and its last day', () => {
    const weekly = { ...nineToFive.weekly, thu: early };
    const into = { date: '2026-11-18', hours: night };
    expect(warningsOf({ weekly, exceptions: [into] })).toMatchObject([
      { path: 'calendars[0].exceptions[0].hours', next: '05:30–14:00' },
    ]);
    const range = { from: '2026-11-16', to: '2026-11-18', hours: night };
    expect(warningsOf({ weekly, exceptions: [range] })).toMatchObject([
      { path: 'calendars[0].exceptions[0].hours', next: '05:30–14:00' },
    ]);
    const after = { from: '2026-11-17', to: '2026-11-18', hours: early };
    expect(warningsOf({ weekly: { mon: night }, exceptions: [after] })).toMatchObject([
      { path: 'calendars[0].exceptions[0].hours', found: '22:00–06:00' },
    ]);
  });

  it('are warned of once at a yearly exception that meets its neighbours in some years', () => {
    const weekly = { tue: early };
    expect(warningsOf({ weekly, exceptions: [{ yearly: '05-01', hours: night }] })).toEqual([
      { path: 'calendars[0].exceptions[0].hours', found: '22:00–06:00', next: '05:30–14:00' },
    ]);
  });

  it('are not where the next day is a holiday', () => {
    const exceptions = [{ date: '2026-12-24', hours: night }];
    const weekly = { thu: early, fri: early };
    const set = { id: 'uk', name: 'UK', days: [{ yearly: '12-25', name: 'Christmas Day' }] };
    expect(warningsOf({ weekly, exceptions })).toHaveLength(1);
    expect(warningsOf({ weekly, exceptions, holidaySets: [set] })).toEqual([]);
  });
});
