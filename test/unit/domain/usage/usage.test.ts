import { earlier, hours, type Instant } from '../../../../src/domain/time/instant';
import { listPrice } from '../../../../src/domain/usage/price-list';
import {
  issuesADay,
  lastDay,
  monthlyEstimate,
  type Counted,
  type HourOfUse,
} from '../../../../src/domain/usage/usage';
import { at } from '../../../support/builders';

const now = at('2026-11-18T12:30Z');
const none = { points: 0, requests: 0, statements: 0, issues: 0, runMs: 0 };
const hour = (of: string, counted: Partial<Counted>): HourOfUse => ({
  hour: at(`${of}Z`),
  heldSince: null,
  ...none,
  ...counted,
});

it('the last day ends with the present hour, and has the hours in which nothing was counted', () => {
  const known = [hour('2026-11-17T12:00', { points: 9 }), hour('2026-11-18T12:00', { points: 5 })];
  const day = lastDay(known, now);
  expect(day).toHaveLength(24);
  expect([day[0]?.hour, day[0]?.points]).toEqual([at('2026-11-17T13:00Z'), 0]);
  expect(day.at(-1)?.points).toBe(5);
});

it('issues belong to the day that it was on the reader’s wall', () => {
  const known = [
    hour('2026-11-17T15:00', { issues: 3 }),
    hour('2026-11-17T16:00', { issues: 4 }),
    hour('2026-11-18T12:00', { issues: 1 }),
    hour('2026-11-01T12:00', { issues: 100 }),
  ];
  expect(issuesADay(known, 'UTC', now).slice(-2)).toEqual([
    { date: '2026-11-17', issues: 7 },
    { date: '2026-11-18', issues: 1 },
  ]);
  expect(issuesADay(known, 'Asia/Shanghai', now).slice(-2)).toEqual([
    { date: '2026-11-17', issues: 3 },
    { date: '2026-11-18', issues: 5 },
  ]);
  expect(issuesADay([], 'UTC', now).map(({ date }) => date)[0]).toBe('2026-11-12');
});

describe('a month', () => {
  const ago = (count: number): Instant => earlier(at('2026-11-18T12:00Z'), hours(count));

  it('is reckoned from the full hours since something was known first', () => {
    const known = [
      { ...hour('2026-11-18T00:00', { statements: 100, runMs: 20_000 }), hour: ago(10) },
      { ...hour('2026-11-18T00:00', { statements: 200, runMs: 40_000 }), hour: ago(1) },
      // What the present hour comes to, nobody knows yet.
      hour('2026-11-18T12:00', { statements: 1_000_000, runMs: 1_000_000 }),
    ];
    const estimate = monthlyEstimate(known, now);
    expect(estimate?.hours).toBe(10);
    expect(estimate?.bill).toEqual({
      gbSeconds: 30 * 72,
      sqlRequests: 300 * 72,
      sqlHours: 0,
      sqlGbHours: 0,
      logGb: 0,
    });
    expect(listPrice(estimate!.bill)).toBeCloseTo(30 * 72 * 0.000_025 + (300 * 72 * 1.929) / 1e6);
  });

  it('is not guessed before there is a full hour', () => {
    expect(monthlyEstimate([], now)).toBeUndefined();
    expect(monthlyEstimate([hour('2026-11-18T12:00', { statements: 7 })], now)).toBeUndefined();
  });
});
