import { calendarProblems, holidaySetProblems } from '../../../../src/domain/calendar/calendar-rules';
import type { CalendarRecord } from '../../../../src/domain/calendar/calendar';
import type { Problem } from '../../../../src/domain/problem';
import { nineToFive } from '../../../support/builders';

const told = (problems: readonly Problem[]): string[] => problems.map(({ code, path }) => `${code} ${path}`);
const problemsOf = (changes: Partial<CalendarRecord>, knownSets: readonly string[] = []): string[] =>
  told(calendarProblems({ ...nineToFive, ...changes }, 'calendars[0]', knownSets));

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

  it('when a range or a day of the year does not exist', () => {
    const exceptions = [
      { from: '2026-02-30', to: '2026-13-01', hours: [] },
      { yearly: '02-30', hours: [] },
      { yearly: '13-01', hours: [] },
      { yearly: '2-1', hours: [] },
      { yearly: '02-29', hours: [] },
    ];
    expect(problemsOf({ exceptions })).toEqual([
      'calendar.no-such-date calendars[0].exceptions[0].from',
      'calendar.no-such-date calendars[0].exceptions[0].to',
      'calendar.no-such-month-day calendars[0].exceptions[1].yearly',
      'calendar.no-such-month-day calendars[0].exceptions[2].yearly',
      'calendar.no-such-month-day calendars[0].exceptions[3].yearly',
    ]);
  });

  it('when a date lies outside the years that calendars know', () => {
    const exceptions = [
      { date: '1899-12-31', hours: [] },
      { date: '2200-01-01', hours: [] },
      { date: '2199-12-31', hours: [] },
    ];
    expect(problemsOf({ exceptions })).toEqual([
      'definition.date-range calendars[0].exceptions[0].date',
      'definition.date-range calendars[0].exceptions[1].date',
    ]);
  });

  it('when a range ends before it begins, or is longer than ten years', () => {
    const between = (from: string, to: string) => problemsOf({ exceptions: [{ from, to, hours: [] }] });
    expect(between('2026-12-25', '2026-12-25')).toEqual([]);
    expect(between('2026-12-25', '2026-12-24')).toEqual([
      'calendar.range-backwards calendars[0].exceptions[0].to',
    ]);
    expect(between('2024-01-01', '2033-12-31')).toEqual([]);
    expect(between('2024-01-01', '2034-01-01')).toEqual([
      'calendar.range-too-long calendars[0].exceptions[0].to',
    ]);
  });

  it('when ranges of exceptions share a date, or a day of the year stands twice', () => {
    const exceptions = [
      { from: '2026-12-24', to: '2026-12-31', hours: [] },
      { from: '2026-12-20', to: '2026-12-24', hours: [] },
      { from: '2027-01-01', to: '2027-01-06', hours: [] },
      { yearly: '05-01', hours: [] },
      { yearly: '05-01', hours: [] },
    ];
    expect(problemsOf({ exceptions })).toEqual([
      'calendar.date-twice calendars[0].exceptions[4].yearly',
      'calendar.ranges-overlap calendars[0].exceptions[0].from',
    ]);
  });

  it('not when a date lies in a range, or on a yearly day: the more exact one holds', () => {
    const exceptions = [
      { from: '2026-12-24', to: '2026-12-31', hours: [] },
      { date: '2026-12-25', hours: [] },
      { yearly: '12-25', hours: [] },
    ];
    expect(problemsOf({ exceptions })).toEqual([]);
  });

  it('not when an exception is its only working time', () => {
    expect(
      problemsOf({ weekly: {}, exceptions: [{ yearly: '07-01', hours: [['09:00', '17:00']] }] }),
    ).toEqual([]);
  });

  it('when it refers to a holiday set that is not there, or twice to one', () => {
    const holidaySets = ['uk', 'de', 'uk'];
    expect(problemsOf({ holidaySets }, ['uk', 'fr'])).toEqual([
      'calendar.unknown-holiday-set calendars[0].holidaySets[1]',
      'calendar.holiday-set-twice calendars[0].holidaySets[2]',
    ]);
  });

  it('when an interruption has no date, no hours, or hours that do not exist or overlap', () => {
    const interruptions = [
      { date: '2026-02-30', hours: [['12:00', '13:00']], name: 'On no day' },
      { date: '2026-02-28', hours: [], name: 'At no time' },
      { date: '2026-02-28', hours: [['12:00', '08:60']], name: 'Until no time' },
      {
        date: '2026-02-28',
        hours: [
          ['12:00', '13:00'],
          ['12:30', '14:00'],
        ],
        name: 'Twice',
      },
    ] as const;
    expect(problemsOf({ interruptions })).toEqual([
      'calendar.no-such-date calendars[0].interruptions[0].date',
      'calendar.no-interruption calendars[0].interruptions[1].hours',
      'calendar.no-such-time calendars[0].interruptions[2].hours[0]',
      'calendar.overlap calendars[0].interruptions[3].hours[1]',
    ]);
  });
});

describe('a holiday set is refused', () => {
  const problemsOfDays = (days: Parameters<typeof holidaySetProblems>[0]['days']): string[] =>
    told(holidaySetProblems({ id: 'uk', name: 'UK', days }, 'holidaySets[0]'));

  it('when it has no days', () => {
    expect(problemsOfDays([])).toEqual(['calendar.no-holiday holidaySets[0].days']);
  });

  it('when one of its days does not exist', () => {
    expect(
      problemsOfDays([
        { date: '2026-02-30', name: 'Never' },
        { yearly: '02-29', name: 'Leap day' },
        { from: '2026-12-31', to: '2026-12-24', name: 'Backwards' },
      ]),
    ).toEqual([
      'calendar.no-such-date holidaySets[0].days[0].date',
      'calendar.range-backwards holidaySets[0].days[2].to',
    ]);
  });

  it('not when two of its holidays meet: the date is closed once', () => {
    expect(
      problemsOfDays([
        { date: '2026-04-06', name: 'Easter Monday' },
        { date: '2026-04-06', name: 'Founders’ Day' },
      ]),
    ).toEqual([]);
  });
});
