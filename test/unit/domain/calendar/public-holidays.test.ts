import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { publicHolidays, type CountryHolidays } from '../../../../src/domain/calendar/public-holidays';
import { twinProblems, datesProblems } from '../../../../src/domain/calendar/dates-rules';
import { dayNumberOf, weekdayOf } from '../../../../src/domain/time/local-date';

const folder = path.resolve(__dirname, '../../../../static/app/holidays');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const read = (file: string) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as CountryHolidays;

describe('public holidays', () => {
  const germany = read('DE.json');

  test('of a country are those that hold in all of it', () => {
    const { days, workingDays } = publicHolidays(germany, [2026, 2026]);
    expect(days).toContainEqual({ date: '2026-10-03', name: 'Tag der Deutschen Einheit' });
    expect(days).not.toContainEqual(expect.objectContaining({ name: 'Fronleichnam' }));
    expect(workingDays).toEqual([]);
  });

  test('of a part of it are its own besides', () => {
    const { days } = publicHolidays(germany, [2026, 2026], 'BY');
    expect(days).toContainEqual({ date: '2026-06-04', name: 'Fronleichnam' });
    expect(days).toContainEqual({ date: '2026-10-03', name: 'Tag der Deutschen Einheit' });
  });

  test('that a part of the country does not have are left out', () => {
    const country = {
      public: { '2026-01-01': 'New Year', '2026-01-02': 'Second of January' },
      subdivisions: { ENG: { add: {}, remove: ['2026-01-02'] } },
    };
    expect(publicHolidays(country, [2026, 2026], 'ENG').days).toEqual([
      { date: '2026-01-01', name: 'New Year' },
    ]);
  });

  test('of the years that are asked for, and no others', () => {
    const years = publicHolidays(germany, [2027, 2028]).days.map((day) =>
      ('date' in day ? day.date : 'from' in day ? day.from : '').slice(0, 4),
    );
    expect([...new Set(years)]).toEqual(['2027', '2028']);
  });

  test('that follow one another under one name are one', () => {
    const country = {
      public: { '2026-12-30': 'Feast', '2026-12-31': 'Feast', '2027-01-01': 'Feast', '2027-01-03': 'Feast' },
      subdivisions: {},
    };
    expect(publicHolidays(country, [2026, 2027]).days).toEqual([
      { from: '2026-12-30', to: '2027-01-01', name: 'Feast' },
      { date: '2027-01-03', name: 'Feast' },
    ]);
  });

  test('that are worked for on another day name that day', () => {
    const { days, workingDays } = publicHolidays(read('CN.json'), [2026, 2026]);
    expect(days).toContainEqual({ date: '2026-02-20', name: '休息日' });
    expect(workingDays).toContainEqual({ date: '2026-02-14', name: '休息日' });
    // Weekends all of them, else nobody would have to say so.
    expect(workingDays.length).toBeGreaterThan(4);
    for (const { date } of workingDays) expect(['sat', 'sun']).toContain(weekdayOf(dayNumberOf(date) ?? NaN));
  });

  test.each(files)('of %s make a set that a calendar can use', (file) => {
    const country = read(file);
    for (const subdivision of [undefined, ...Object.keys(country.subdivisions)]) {
      const { days, workingDays } = publicHolidays(country, [2024, 2033], subdivision);
      expect(days.length).toBeGreaterThan(0);
      const problems = [...twinProblems(days, 'days'), ...days.flatMap((day) => datesProblems(day, 'day'))];
      expect(problems).toEqual([]);
      expect(days.filter(({ name }) => !/^\P{Cc}{1,120}$/u.test(name))).toEqual([]);
      expect(workingDays.filter(({ date }) => dayNumberOf(date) === undefined)).toEqual([]);
    }
  });
});
