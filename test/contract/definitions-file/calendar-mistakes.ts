import { agreement, calendar, inGoal, promising, withSet, written, type Mistakes } from './spoilt-files';

/** What is wrong with a calendar or a holiday set. */
export const calendarMistakes: Mistakes = {
  'calendar.date-twice': [
    [
      'calendars[0].exceptions[1].date',
      () =>
        written((file) => {
          calendar(file).exceptions = ['2026-12-25', '2026-12-25'].map((date) => ({ date, hours: [] }));
        }),
    ],
  ],
  'calendar.holiday-set-twice': [
    [
      'calendars[0].holidaySets[1]',
      () => withSet((_set, file) => (calendar(file).holidaySets = ['berlin', 'berlin'])),
    ],
  ],
  'calendar.no-holiday': [['holidaySets[0].days', () => withSet((set) => (set.days = []))]],
  'calendar.no-interruption': [
    [
      'calendars[0].interruptions[0].hours',
      () =>
        written((file) => {
          calendar(file).interruptions = [{ date: '2026-12-01', hours: [], name: 'Migration' }];
        }),
    ],
  ],
  'calendar.no-such-month-day': [
    [
      'calendars[0].exceptions[0].yearly',
      () => written((file) => (calendar(file).exceptions = [{ yearly: '02-30', hours: [] }])),
    ],
    [
      'holidaySets[0].days[0].yearly',
      () => withSet((set) => (set.days = [{ yearly: '13-01', name: 'Never' }])),
    ],
  ],
  'calendar.range-backwards': [
    [
      'calendars[0].exceptions[0].to',
      () =>
        written((file) => {
          calendar(file).exceptions = [{ from: '2026-12-25', to: '2026-12-24', hours: [] }];
        }),
    ],
  ],
  'calendar.range-too-long': [
    [
      'holidaySets[0].days[0].to',
      () => withSet((set) => (set.days = [{ from: '2026-01-01', to: '2036-12-31', name: 'Closed' }])),
    ],
  ],
  'calendar.ranges-overlap': [
    [
      'calendars[0].exceptions[1].from',
      () =>
        written((file) => {
          calendar(file).exceptions = [
            { from: '2026-12-24', to: '2026-12-31', hours: [] },
            { from: '2026-12-31', to: '2027-01-01', hours: [] },
          ];
        }),
    ],
  ],
  'calendar.unknown-holiday-set': [
    ['calendars[0].holidaySets[0]', () => withSet((set) => (set.id = 'brandenburg'))],
    ['calendars[0].holidaySets[0]', () => withSet((_set, file) => delete file.holidaySets)],
  ],
  'calendar.no-such-date': [
    [
      'calendars[0].exceptions[0].date',
      () => written((file) => (calendar(file).exceptions = [{ date: '2026-02-30', hours: [] }])),
    ],
    ['agreements[0].effectiveFrom', () => written((file) => (agreement(file).effectiveFrom = '1.1.2026'))],
  ],
  'calendar.no-such-time': [
    [`${inGoal}.by`, () => promising({ by: '4pm', onBusinessDay: 1 })],
    [
      'calendars[0].weekly.mon[0]',
      () => written((file) => (calendar(file).weekly.mon = [['9:00', '17:00']])),
    ],
    [
      'calendars[0].weekly.mon[0]',
      () => written((file) => (calendar(file).weekly.mon = [['24:00', '17:00']])),
    ],
    [
      'calendars[0].exceptions[0].hours[0]',
      () =>
        written(
          (file) => (calendar(file).exceptions = [{ date: '2026-12-25', hours: [['09:00', '25:00']] }]),
        ),
    ],
  ],
  'calendar.no-working-time': [
    ['calendars[0].weekly', () => written((file) => (calendar(file).weekly = {}))],
  ],
  'calendar.overlap': [
    [
      'calendars[0].weekly.mon[1]',
      () =>
        written((file) => {
          calendar(file).weekly.mon = [
            ['09:00', '12:00'],
            ['11:00', '17:00'],
          ];
        }),
    ],
  ],
  'calendar.unknown-zone': [
    ['calendars[0].timeZone', () => written((file) => (calendar(file).timeZone = 'Mars/Olympus'))],
    ['agreements[0].timeZone', () => written((file) => (agreement(file).timeZone = ''))],
  ],
};
