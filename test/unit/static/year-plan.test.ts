import type { Calendar } from '../../../src/domain/calendar/calendar';
import { hours } from '../../../src/domain/time/instant';
import { dayNumberOf } from '../../../src/domain/time/local-date';
import { dayOfYearText, plannedDayText } from '../../../static/app/src/pages/calendars/year/planned-day-text';
import { departs, planYear, type PlannedDay } from '../../../static/app/src/pages/calendars/year/year-plan';
import { inLondon, inShanghai } from './readers';

const day = [['09:00', '17:00']] as const;
const calendar: Calendar = {
  id: 'bonn',
  name: 'Bonn',
  timeZone: 'Europe/Berlin',
  weekly: { mon: day, tue: day, wed: day, thu: day, fri: day },
  exceptions: [
    { date: '2026-02-14', hours: [['10:00', '12:00']], name: 'Stocktaking' },
    { date: '2026-02-12', hours: [['09:00', '11:00']], name: 'Carnival' },
    { yearly: '12-24', hours: [] },
  ],
  holidaySets: [
    {
      id: 'de',
      name: 'Deutschland',
      days: [
        { yearly: '01-01', name: 'Neujahr' },
        { date: '2026-02-28', name: 'Ein Samstag' },
      ],
    },
  ],
  interruptions: [{ date: '2026-03-02', hours: [['12:00', '13:00']], name: 'Maintenance' }],
};

const { months, whole } = planYear(calendar, 2026);
const on = (date: string): PlannedDay => {
  const found = whole.days.find((each) => each.day === dayNumberOf(date));
  if (!found) throw new Error(`${date} is not in the year`);
  return found;
};

describe('the year of a calendar', () => {
  it('has every day once, month by month', () => {
    expect(whole.days).toHaveLength(365);
    expect(months.flatMap(({ days }) => days)).toEqual(whole.days);
    expect(planYear(calendar, 2028).whole.days).toHaveLength(366);
  });

  it('is open for the sum of its months', () => {
    expect(months.reduce((sum, { workingTime }) => sum + workingTime, 0)).toBe(whole.workingTime);
    // 20 weekdays; one of them for two hours only, and two hours on a Saturday.
    expect(months[1]).toMatchObject({ openDays: 21, workingTime: hours(19 * 8 + 2 + 2) });
    // 22 weekdays without the hour of an interruption.
    expect(months[2]).toMatchObject({ openDays: 22, workingTime: hours(22 * 8 - 1) });
  });

  it.each([
    ['2026-01-02', 'open', 'Fri 2 Jan', '09:00–17:00'],
    ['2026-01-03', 'closed', 'Sat 3 Jan', 'closed'],
    ['2026-01-01', 'holiday', 'Thu 1 Jan', 'closed · Neujahr (Deutschland)'],
    ['2026-02-28', 'holiday', 'Sat 28 Feb', 'closed · Ein Samstag (Deutschland)'],
    ['2026-02-12', 'other-hours', 'Thu 12 Feb', '09:00–11:00 · Other hours · Carnival'],
    ['2026-02-14', 'extra-day', 'Sat 14 Feb', '10:00–12:00 · Extra working day · Stocktaking'],
    ['2026-12-24', 'day-off', 'Thu 24 Dec', 'closed'],
    ['2026-03-02', 'open', 'Mon 2 Mar', '09:00–17:00 · interrupted 12:00–13:00: Maintenance'],
  ])('shows %s as %s', (date, kind, dateText, said) => {
    expect(on(date).kind).toBe(kind);
    expect(dayOfYearText(on(date), inLondon).replace(',', '')).toBe(dateText);
    expect(plannedDayText(on(date), inLondon)).toBe(said);
  });

  it('says it in Chinese', () => {
    expect(plannedDayText(on('2026-02-14'), inShanghai)).toBe('10:00–12:00 · 额外工作日 · Stocktaking');
  });

  it('departs from the week by other hours, by none, and by an interruption', () => {
    const departures = ['01-01', '02-12', '02-14', '02-28', '03-02', '12-24'];
    expect(whole.days.filter(departs)).toEqual(departures.map((date) => on(`2026-${date}`)));
  });
});
