import type { CalendarRecord } from '../../../src/domain/calendar/calendar';
import {
  byYear,
  countAll,
  withDays,
  withExtraDays,
  yearsOf,
} from '../../../static/app/src/pages/calendars/holidays/draft-days';
import { freeId, placeName } from '../../../static/app/src/pages/calendars/holidays/set-names';
import { inLondon, inShanghai } from './readers';

const newYear = { yearly: '01-01', name: 'New Year' };
const easter = { date: '2027-03-29', name: 'Easter Monday' };
const closing = { from: '2026-12-28', to: '2027-01-02', name: 'Closed between the years' };

describe('days that are added to a holiday set', () => {
  it('stand in order, those of every year first', () => {
    expect(withDays([easter], [closing, newYear]).days).toEqual([newYear, closing, easter]);
  });

  it('are counted one by one, a day of every year once', () => {
    expect(withDays([], [closing, newYear]).added).toBe(7);
    expect(countAll([easter, closing, newYear])).toBe(8);
  });

  it('leave those as they are whose dates are there already', () => {
    const renamed = { ...easter, name: 'Ostermontag' };
    expect(withDays([renamed], [easter])).toEqual({ days: [renamed], added: 0 });
  });

  it('are not the same as a range that begins on their date', () => {
    const oneDay = { date: closing.from, name: 'One day' };
    expect(withDays([closing], [oneDay]).added).toBe(1);
  });
});

describe('the years of a holiday set', () => {
  it('reach from its first date to its last', () => {
    expect(yearsOf([easter, newYear, closing])).toEqual(['2026', '2027']);
  });

  it('are none when its days are of every year', () => {
    expect(yearsOf([newYear])).toBeUndefined();
  });

  it('hold the days by the year they begin in, each with its place in the set', () => {
    expect(byYear([newYear, closing, easter])).toEqual([
      ['yearly', [[0, newYear]]],
      ['2026', [[1, closing]]],
      ['2027', [[2, easter]]],
    ]);
  });
});

describe('extra working days of a calendar', () => {
  const exceptions = [{ date: '2026-02-14', hours: [], name: 'Closed all the same' }];
  const record: CalendarRecord = { id: 'c', name: 'C', timeZone: 'Asia/Shanghai', weekly: {}, exceptions };
  const hours = [['09:00', '18:00']] as const;

  it('are exceptions with hours', () => {
    expect(withExtraDays(record, ['2026-02-28'], hours, '调休上班')).toEqual({
      record: {
        ...record,
        exceptions: [...exceptions, { date: '2026-02-28', hours, name: '调休上班' }],
      },
      added: 1,
    });
  });

  it('leave alone a date on which the calendar has an exception already', () => {
    expect(withExtraDays(record, ['2026-02-14'], hours, '调休上班')).toEqual({ record, added: 0 });
  });
});

describe('the id of a new holiday set', () => {
  it.each([
    ['Feiertage Österreich 2026', [], 'feiertage-osterreich-2026'],
    ['Bayern', ['bayern'], 'bayern-2'],
    ['Bayern', ['bayern', 'bayern-2'], 'bayern-3'],
    ['中国公共假日', [], 'holidays'],
    ['– – –', ['holidays'], 'holidays-2'],
  ])('of “%s” among %j is %s', (name, known, id) => {
    expect(freeId(name, known)).toBe(id);
  });

  it('is one that the app accepts, however long the name', () => {
    expect(freeId('A very long name, '.repeat(6), [])).toMatch(/^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$/);
  });
});

describe('a place', () => {
  it('is said in the reader’s language, a part of a country by its name there', () => {
    expect(placeName('DE', '', inLondon)).toBe('Germany');
    expect(placeName('DE', 'Bayern', inLondon)).toBe('Germany, Bayern');
    expect(placeName('DE', 'Bayern', inShanghai)).toBe('德国 Bayern');
  });
});
