import fc from 'fast-check';
import {
  afterTelling,
  CHASED_EVERY,
  matterId,
  placesProblems,
  toTell,
  type Matter,
  type Notices,
} from '../../../../src/domain/review/notices';
import { dayAfter, type LocalDate } from '../../../../src/domain/time/local-date';
import { law } from '../../../support/laws';

const FIRST = '2026-12-01';
const on = (day: number): LocalDate => dayAfter(FIRST, day);
const matter = (dueOn: LocalDate, today: LocalDate, more: Partial<Matter> = {}): Matter => ({
  kind: 'review',
  id: 'desk/month/2026-11-01',
  period: { kind: 'month', from: '2026-11-01' },
  dueOn,
  isLate: dueOn < today,
  ...more,
});

/** The days, counted from the first, on which something was told, and of what stage. */
function toldOver(days: readonly number[], closedOn = Infinity): [number, string][] {
  let told: Notices['told'] = {};
  return days.flatMap((day) => {
    const open = day < closedOn ? [matter(on(9), on(day))] : [];
    const telling = toTell(open, told, on(day));
    told = afterTelling(told, { open, told: telling, today: on(day) });
    return telling.map(({ stage }): [number, string] => [day, stage]);
  });
}
const daily = Array.from({ length: 40 }, (_, day) => day);

describe('notices of a review', () => {
  it('say that it is ready once, that it is late from the first day on, and every week until it is closed', () => {
    expect(toldOver(daily)).toEqual([
      [0, 'ready'],
      [10, 'late'],
      [17, 'late'],
      [24, 'late'],
      [31, 'late'],
      [38, 'late'],
    ]);
    expect(toldOver(daily, 18)).toEqual([
      [0, 'ready'],
      [10, 'late'],
      [17, 'late'],
    ]);
  });

  it('are not told of its service report by it', () => {
    const review = matter(on(9), on(0));
    const report: Matter = { ...review, kind: 'service-report' };
    const told = afterTelling({}, { open: [review], told: toTell([review], {}, on(0)), today: on(0) });
    expect(toTell([review, report], told, on(1))).toEqual([{ ...report, stage: 'ready' }]);
  });

  it('forget what is closed', () => {
    const open = [matter(on(9), on(0))];
    const told = afterTelling({}, { open, told: toTell(open, {}, on(0)), today: on(0) });
    expect(Object.keys(told)).toEqual(open.map(matterId));
    expect(afterTelling(told, { open: [], told: [], today: on(1) })).toEqual({});
  });

  law(
    'whatever days the app misses, nobody is told twice within a week, and whatever is late is told on the next day that it runs',
    [fc.uniqueArray(fc.nat(120), { minLength: 1 }).map((days) => days.sort((a, b) => a - b))],
    (days) => {
      const late = toldOver(days).filter(([, stage]) => stage === 'late');
      const firstRun = days.find((day) => day > 9);
      expect(late[0]?.[0]).toBe(firstRun);
      late.slice(1).forEach(([day], index) => {
        const before = late[index]![0];
        expect(day).toBe(days.find((each) => each >= before + CHASED_EVERY));
      });
    },
  );
});

it('places name agreements that are there, once each, with the key of an issue', () => {
  const found = (places: Parameters<typeof placesProblems>[0]) =>
    placesProblems(places, ['desk', 'mail']).map(({ code, path }) => `${code} ${path}`);
  expect(found([{ agreement: 'desk', key: 'ITSD-7' }])).toEqual([]);
  expect(
    found([
      { agreement: 'desk', key: 'no key' },
      { agreement: 'gone', key: 'ITSD-7' },
      { agreement: 'desk', key: 'ITSD-8' },
    ]),
  ).toEqual([
    'notices.no-issue places[0].key',
    'life.unknown-agreement places[1].key',
    'notices.twice places[2].key',
  ]);
  const many = Array.from({ length: 101 }, () => ({ agreement: 'desk', key: 'ITSD-7' }));
  expect(found(many)).toEqual(['notices.many places']);
});
