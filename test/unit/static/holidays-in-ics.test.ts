import { holidaysInIcs } from '../../../static/app/src/data/holidays-in-ics';

const TODAY = '2026-11-22';
const file = (...events: readonly string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Somebody//Holidays//EN',
    ...events.flatMap((lines, index) => ['BEGIN:VEVENT', `UID:${index}`, ...lines.split('\n'), 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const days = (...events: readonly string[]) => holidaysInIcs(file(...events), TODAY);

describe('the days off in a calendar file', () => {
  test('are its all-day events, by name, in order', () => {
    expect(
      days(
        'SUMMARY:Christmas Day\nDTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261226',
        'SUMMARY:Easter Monday\nDTSTART;VALUE=DATE:20260406',
      ),
    ).toEqual({
      days: [
        { date: '2026-04-06', name: 'Easter Monday' },
        { date: '2026-12-25', name: 'Christmas Day' },
      ],
      workingDays: [],
      timed: 0,
    });
  });

  test('are not those on which people work in exchange, whatever a file calls these', () => {
    expect(
      days(
        'SUMMARY:国庆节 休\nDTSTART;VALUE=DATE:20261001\nDTEND;VALUE=DATE:20261008',
        'SUMMARY:国庆节（班）\nDTSTART;VALUE=DATE:20260920',
        'SUMMARY:春节 班\nDTSTART;VALUE=DATE:20260214',
        'SUMMARY:调休上班\nDTSTART;VALUE=DATE:20261010\nDTEND;VALUE=DATE:20261012',
      ),
    ).toEqual({
      days: [{ from: '2026-10-01', to: '2026-10-07', name: '国庆节 休' }],
      workingDays: [
        { date: '2026-02-14', name: '春节 班' },
        { date: '2026-09-20', name: '国庆节（班）' },
        { date: '2026-10-10', name: '调休上班' },
        { date: '2026-10-11', name: '调休上班' },
      ],
      timed: 0,
    });
    expect(days('SUMMARY:班车停运\nDTSTART;VALUE=DATE:20260101')).toMatchObject({ workingDays: [] });
  });

  test('end on the day before the event does', () => {
    expect(
      days('SUMMARY:Company holidays\nDTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20270102'),
    ).toMatchObject({
      days: [{ from: '2026-12-24', to: '2027-01-01', name: 'Company holidays' }],
    });
    expect(days('SUMMARY:Weekend\nDTSTART;VALUE=DATE:20260228\nDURATION:P2D')).toMatchObject({
      days: [{ from: '2026-02-28', to: '2026-03-01' }],
    });
  });

  test('come back each year where the file says so', () => {
    expect(days('SUMMARY:Labour Day\nDTSTART;VALUE=DATE:20200501\nRRULE:FREQ=YEARLY')).toMatchObject({
      days: [{ yearly: '05-01', name: 'Labour Day' }],
    });
    expect(
      days('SUMMARY:Labour Day\nDTSTART;VALUE=DATE:20200501\nRRULE:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1'),
    ).toMatchObject({ days: [{ yearly: '05-01' }] });
  });

  test('that come back otherwise are listed one by one, from this year on', () => {
    const found = days(
      'SUMMARY:Thanksgiving\nDTSTART;VALUE=DATE:20201126\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH',
    );
    expect(found).toMatchObject({
      days: expect.arrayContaining([
        { date: '2026-11-26', name: 'Thanksgiving' },
        { date: '2027-11-25', name: 'Thanksgiving' },
        { date: '2036-11-27', name: 'Thanksgiving' },
      ]) as unknown,
    });
    expect(found).toHaveProperty('days.length', 11);
  });

  test('leave out what the file leaves out, and end when it ends', () => {
    expect(
      days(
        'SUMMARY:Inventory\nDTSTART;VALUE=DATE:20260105\nRRULE:FREQ=YEARLY;UNTIL=20290105\nEXDATE;VALUE=DATE:20270105',
      ),
    ).toMatchObject({ days: [{ date: '2026-01-05' }, { date: '2028-01-05' }, { date: '2029-01-05' }] });
  });

  test('are counted once when two events say the same day', () => {
    const day = 'DTSTART;VALUE=DATE:20261003';
    expect(days(`SUMMARY:A\n${day}`, `SUMMARY:B\n${day}`)).toMatchObject({ days: [{ date: '2026-10-03' }] });
  });

  test('are no events with a time, of which it is said how many there were', () => {
    expect(
      days(
        'SUMMARY:Party\nDTSTART:20261218T180000Z\nDTEND:20261218T230000Z',
        'SUMMARY:Day\nDTSTART;VALUE=DATE:20261219',
      ),
    ).toMatchObject({ days: [{ date: '2026-12-19' }], timed: 1 });
  });

  test('have names that a holiday may have', () => {
    const found = days(
      `SUMMARY:${'x'.repeat(300)}\nDTSTART;VALUE=DATE:20261219`,
      'DTSTART;VALUE=DATE:20261220',
    );
    expect(found).toMatchObject({ days: [{ name: `${'x'.repeat(119)}…` }, { name: '–' }] });
  });

  test.each([
    ['no calendar at all', 'Dear colleagues, we are closed on Friday.', 'ics.unreadable'],
    ['nothing', '', 'ics.unreadable'],
    ['another part of one', 'BEGIN:VEVENT\r\nEND:VEVENT\r\n', 'ics.unreadable'],
    ['half of one', file('SUMMARY:A\nDTSTART;VALUE=DATE:20261219').slice(0, 90), 'ics.unreadable'],
    ['one without days off', file('SUMMARY:A\nDTSTART:20261218T180000Z'), 'ics.no-days'],
    ['one with too many', file('SUMMARY:A\nDTSTART;VALUE=DATE:20260101\nRRULE:FREQ=DAILY'), 'ics.too-many'],
  ])('cannot be read from %s', (_, text, code) => {
    expect(holidaysInIcs(text, TODAY)).toMatchObject({ code });
  });
});
