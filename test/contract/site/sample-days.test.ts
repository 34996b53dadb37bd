import { join } from 'node:path';
import { BUSY_WEEK, firstDays, sampleDays, shiftedInstant } from '../../site/sample/days';
import { readIncidents } from '../../site/sample/log';
import type { Incident } from '../../site/sample/log';
import { instantsOf, statesOf } from '../../site/sample/seed';

const logFile = join(__dirname, '../../site/sample/incidents.csv.gz');
const DAY = 86_400_000;
const WEEK = 7 * DAY;

it.each([
  ['a Wednesday just after midnight in London', '2026-11-18T00:30:00Z', '2026-11-18T10:30:00.000Z'],
  ['a Friday night', '2026-11-20T23:30:00Z', '2026-11-20T10:30:00.000Z'],
  ['a Saturday', '2026-11-21T12:00:00Z', '2026-11-20T10:30:00.000Z'],
  ['a Sunday', '2026-11-22T23:30:00Z', '2026-11-20T10:30:00.000Z'],
  ['a Monday', '2026-11-23T00:30:00Z', '2026-11-23T10:30:00.000Z'],
  ['a summer night that is a day earlier in UTC', '2026-06-30T23:30:00Z', '2026-07-01T09:30:00.000Z'],
])('the site opens at half past ten in London on %s', (_name, now, opening) => {
  expect(new Date(sampleDays(new Date(now)).opening).toISOString()).toBe(opening);
});

it('a site has the same dates at whatever time of the day it starts', () => {
  const starts = ['2027-03-30T00:10:00+01:00', '2027-03-30T10:30:00+01:00', '2027-03-30T23:50:00+01:00'];
  expect(new Set(starts.map((start) => JSON.stringify(sampleDays(new Date(start))))).size).toBe(1);
});

it.each([
  ['2026-11-18T00:30:00Z', '2026-11-18T10:30:00.000Z'],
  ['2026-11-24T23:30:00Z', '2026-11-18T10:30:00.000Z'],
  ['2026-06-30T23:30:00Z', '2026-07-01T09:30:00.000Z'],
])('a small site opens on the latest Wednesday: %s → %s', (now, opening) => {
  const days = firstDays(new Date(now));
  expect(new Date(days.opening).toISOString()).toBe(opening);
  expect(days.shift % 7).toBe(0);
});

it('refuses a date that is none', () => {
  expect(() => sampleDays(NaN)).toThrow('NaN is not a date');
});

it('a shifted instant keeps the wall time across a change of the clocks, on the day of the change too', () => {
  const iso = (wallTime: string, shift: number) => new Date(shiftedInstant(wallTime, shift)).toISOString();
  const { shift } = sampleDays(new Date('2026-03-25T12:00:00Z'));
  expect(iso('2016-05-06T09:00', shift)).toBe('2026-03-27T09:00:00.000Z');
  expect(iso('2016-05-08T00:30', shift)).toBe('2026-03-29T00:30:00.000Z');
  expect(iso('2016-05-08T09:00', shift)).toBe('2026-03-29T08:00:00.000Z');
  expect(iso('2016-05-09T09:00', shift)).toBe('2026-03-30T08:00:00.000Z');
});

it('every day of a year shifts by whole weeks, and is a working day of its own week', () => {
  const start = Date.UTC(2026, 10, 16, 12);
  const first = sampleDays(start).shift;
  const found = Array.from({ length: 366 }, (_, day) => {
    const { shift, opening } = sampleDays(start + day * DAY);
    return { week: (shift - first) / 7, day: Math.floor((opening - start) / DAY) + 1 };
  });
  const expected = Array.from({ length: 366 }, (_, day) => {
    const week = Math.floor(day / 7);
    return { week, day: week * 7 + Math.min(day % 7, 4) };
  });
  expect(found).toEqual(expected);
});

describe('the log in its busy week', () => {
  let incidents: readonly Incident[];
  beforeAll(async () => {
    incidents = await readIncidents(logFile, Infinity);
  }, 300_000);

  const monday = Date.parse(`${BUSY_WEEK}T00:00Z`);
  const openedOn = (date: number) => {
    const day = new Date(date).toISOString().slice(0, 10);
    return incidents.filter(([first]) => first.openedAt.startsWith(day)).length;
  };
  const isOrdinary = (week: number) => [0, 1, 2, 3, 4].every((day) => openedOn(week + day * DAY) >= 150);

  // Two weeks in which the clocks change, and two in which they do not.
  it.each(['2026-11-20', '2027-03-26', '2027-04-02', '2027-10-29'])(
    'has many incidents open at half past ten on each day up to %s, many of them New and hours old',
    (friday) => {
      for (const back of [0, 1, 2, 3, 4]) {
        const { shift, opening } = sampleDays(Date.parse(`${friday}T12:00Z`) - back * DAY);
        const states = incidents.flatMap((incident) => {
          const { opened, rows } = instantsOf(incident, shift);
          if (opened > opening) return [];
          const at = rows.filter((instant) => instant <= opening).length - 1;
          return [{ opened, state: statesOf(incident)[at] ?? 'New' }];
        });
        const open = states.filter(({ state }) => !['Resolved', 'Closed'].includes(state));
        const fresh = open.filter(({ state, opened }) => state === 'New' && opening - opened < DAY / 2);
        expect(open.length).toBeGreaterThan(600);
        expect(fresh.length).toBeGreaterThan(10);
      }
    },
  );

  it('is the last ordinary one that leaves three weeks of the log and more', () => {
    const lastArrival = Math.max(
      ...incidents.map(([first]) => Date.parse(`${first.openedAt}Z`)).filter(isSpring),
    );
    const leavesEnough = (week: number) => lastArrival - (week + 5 * DAY) > 3 * WEEK;
    expect([isOrdinary(monday), leavesEnough(monday)]).toEqual([true, true]);
    expect(leavesEnough(monday + WEEK)).toBe(false);
  });
});

/** A few stragglers were opened after the log as such ends. */
function isSpring(instant: number): boolean {
  return instant < Date.UTC(2016, 5, 1);
}
