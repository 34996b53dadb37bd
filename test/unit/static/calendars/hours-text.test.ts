import { hoursOf, hoursText } from '../../../../static/app/src/pages/calendars/hours-text';

describe('hours that somebody types', () => {
  it.each([
    ['9-17', '09:00–17:00'],
    ['0900–1730', '09:00–17:30'],
    ['9:00 - 12:30, 13.30 - 17:00', '09:00–12:30, 13:30–17:00'],
    ['9：00至12：00，13：00～18：00', '09:00–12:00, 13:00–18:00'],
    ['22-6', '22:00–06:00'],
    ['00:00–24:00', '00:00–24:00'],
    ['9 to 17', '09:00–17:00'],
    ['08:15:30-12', '08:15:30–12:00'],
    [' , ', ''],
    ['', ''],
  ])('as “%s” mean %s', (typed, hours) => {
    expect(hoursText(hoursOf(typed))).toBe(hours);
  });

  it.each([
    ['nine to five', ['nine', 'five']],
    ['9', ['09:00', '']],
    ['9-12-15', ['09:00', '9-12-15']],
    ['9-25', ['09:00', '25:00']],
  ])('stay as they are where “%s” is no time, for the rule that refuses it', (typed, interval) => {
    expect(hoursOf(typed)).toEqual([interval]);
  });

  it('come back as they were written', () => {
    expect(hoursOf('22:00–06:00, 13:00–14:30')).toEqual([
      ['22:00', '06:00'],
      ['13:00', '14:30'],
    ]);
  });
});
