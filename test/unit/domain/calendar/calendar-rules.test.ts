import { calendarProblems } from '../../../../src/domain/calendar/calendar-rules';
import type { Calendar } from '../../../../src/domain/calendar/calendar';
import { nineToFive } from '../../../support/builders';

const problemsOf = (changes: Partial<Calendar>): string[] =>
  calendarProblems({ ...nineToFive, ...changes }, 'calendars[0]').map(({ code, path }) => `${code} ${path}`);

describe('a calendar is refused', () => {
  it('not when nothing is wrong with it', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ weekly: { mon: [['22:00', '06:00']], tue: [['00:00', '24:00']] } })).toEqual([]);
  });

  it('when it is never open (rule 3)', () => {
    expect(problemsOf({ weekly: {} })).toEqual(['calendar.no-working-time calendars[0].weekly']);
    expect(problemsOf({ weekly: { mon: [] } })).toEqual(['calendar.no-working-time calendars[0].weekly']);
  });

  it('when its zone is unknown', () => {
    expect(problemsOf({ timeZone: 'Europe/Londn' })).toEqual(['calendar.unknown-zone calendars[0].timeZone']);
  });

  it('when a time of day does not exist', () => {
    expect(problemsOf({ weekly: { mon: [['9:00', '17:00']] } })).toEqual([
      'calendar.no-such-time calendars[0].weekly.mon[0]',
    ]);
    expect(problemsOf({ weekly: { mon: [['09:00', '25:00']] } })).toEqual([
      'calendar.no-such-time calendars[0].weekly.mon[0]',
    ]);
    expect(problemsOf({ weekly: { mon: [['24:00', '02:00']] } })).toEqual([
      'calendar.no-such-time calendars[0].weekly.mon[0]',
    ]);
    expect(problemsOf({ weekly: { mon: [['09:60', '17:00']] } })).toEqual([
      'calendar.no-such-time calendars[0].weekly.mon[0]',
    ]);
  });

  it('when hours of a day overlap, in whatever order they are written', () => {
    const weekly = {
      mon: [
        ['12:00', '17:00'],
        ['09:00', '12:01'],
      ] as const,
    };
    expect(problemsOf({ weekly })).toEqual(['calendar.overlap calendars[0].weekly.mon[0]']);
    expect(
      problemsOf({
        weekly: {
          mon: [
            ['09:00', '12:00'],
            ['12:00', '17:00'],
          ],
        },
      }),
    ).toEqual([]);
  });

  it('when an exception has no such date, or stands twice', () => {
    const exceptions = [
      { date: '2026-02-29', hours: [] },
      { date: '2026-12-25', hours: [] },
      { date: '2026-12-25', hours: [] },
    ];
    expect(problemsOf({ exceptions })).toEqual([
      'calendar.no-such-date calendars[0].exceptions[0].date',
      'calendar.date-twice calendars[0].exceptions[2].date',
    ]);
  });
});
