import { instant } from '../../../../src/domain/time/instant';
import {
  draftProblems,
  draftWarnings,
  idFor,
  isSame,
  newDraft,
  problemAt,
  resolved,
  tidied,
} from '../../../../static/app/src/pages/calendars/draft';
import { datesAs, datesKind } from '../../../../static/app/src/pages/calendars/entry-dates';

const office = { ...newDraft('Europe/Berlin'), id: 'office', name: 'Office' };

describe('the id of a new calendar', () => {
  it.each([
    ['Werkstatt München', 'werkstatt-munchen'],
    ['  24×7 – Shop! ', '24-7-shop'],
    ['上海客服', 'calendar'],
  ])('comes from its name %s', (name, id) => {
    expect(idFor(name, [], 'calendar')).toBe(id);
  });

  it('is one that no other record has', () => {
    expect(idFor('上海客服', ['calendar', 'calendar-2'], 'calendar')).toBe('calendar-3');
  });

  it('is short enough, and does not end with a dash', () => {
    expect(idFor(`${'long '.repeat(8)}name`, [], 'calendar')).toBe('long-long-long-long-long-long-long-long');
  });
});

describe('a draft', () => {
  it('is stored without what was left empty', () => {
    const draft = {
      ...office,
      name: ' Office ',
      weekly: { mon: [['09:00', '17:00']] as const, tue: [] },
      exceptions: [{ date: '2026-12-24', hours: [], name: ' ' }],
      holidaySets: [],
      interruptions: [],
    };
    expect(tidied(draft)).toEqual({
      id: 'office',
      name: 'Office',
      timeZone: 'Europe/Berlin',
      weekly: { mon: [['09:00', '17:00']] },
      exceptions: [{ date: '2026-12-24', hours: [] }],
    });
  });

  it('is unchanged when it says the same in another order', () => {
    const { mon = [], ...others } = office.weekly;
    expect(isSame({ ...office, weekly: { ...others, mon, sat: [] } }, office)).toBe(true);
    expect(isSame({ ...office, weekly: { ...others, mon: [] } }, office)).toBe(false);
  });

  it('has its problems at the fields that they are about', () => {
    const draft = {
      ...office,
      name: ' ',
      weekly: { mon: [['09:00', '25:00']] as const },
      exceptions: [{ date: '', hours: [], name: 'x'.repeat(121) }],
      interruptions: [{ yearly: '02-30', hours: [], name: '' }],
      holidaySets: ['feasts'],
    };
    const problems = draftProblems(draft, []);
    const codeAt = (field: string) => problemAt(problems, field)?.code;
    expect(codeAt('doc.name')).toBe('name.missing');
    expect(codeAt('doc.weekly.mon')).toBe('calendar.no-such-time');
    expect(codeAt('doc.weekly')).toBeUndefined();
    expect(codeAt('doc.exceptions[0].date')).toBe('calendar.no-such-date');
    expect(codeAt('doc.exceptions[0].name')).toBe('name.long');
    expect(codeAt('doc.interruptions[0].yearly')).toBe('calendar.no-such-month-day');
    expect(codeAt('doc.interruptions[0].hours')).toBe('calendar.no-interruption');
    expect(codeAt('doc.interruptions[0].name')).toBe('name.missing');
    expect(codeAt('doc.holidaySets')).toBe('calendar.unknown-holiday-set');
  });

  it('warns before the year after its last holiday begins', () => {
    const set = { id: 'feasts', name: 'Feasts', days: [{ date: '2026-12-25', name: 'Christmas' }] };
    const draft = { ...office, holidaySets: ['feasts'] };
    const codesAt = (at: string) =>
      draftWarnings(draft, [set], instant(Date.parse(at))).map(({ code }) => code);
    expect(codesAt('2026-06-01T00:00:00Z')).toEqual([]);
    expect(codesAt('2026-11-20T00:00:00Z')).toEqual(['calendar.holidays-end']);
    expect(resolved(draft, [set]).holidaySets).toEqual([set]);
  });
});

describe('dates said in another way', () => {
  it('stay about the same day as far as that can be', () => {
    const day = { date: '2026-12-24', hours: [], name: 'Eve' };
    expect(datesAs(day, 'range')).toEqual({ from: '2026-12-24', to: '2026-12-24', hours: [], name: 'Eve' });
    expect(datesAs(day, 'yearly')).toEqual({ yearly: '12-24', hours: [], name: 'Eve' });
    expect(datesAs({ yearly: '12-24', hours: [] }, 'date')).toEqual({ date: '', hours: [] });
    expect(datesKind({ from: '2026-12-24', to: '2026-12-26' })).toBe('range');
  });
});
