import { hours, minutes, NO_TIME, span, type Span } from '../../../src/domain/time/instant';
import type { LedgerStep } from '../../../src/domain/timer/ledger';
import { factsBehind, ledgerRows } from '../../../static/app/src/pages/issue-timers/ledger/ledger-rows';
import { at } from '../../support/builders';

const promise = (goal: string) => ({ goal, within: hours(8), calendar: 'nine-to-five@1' });

/** A step of a ledger, from one time of a day in November to another. */
function step(
  kind: LedgerStep['kind'],
  [from, to]: readonly [string, string],
  total: Span,
  more: Partial<LedgerStep> = {},
): LedgerStep {
  return {
    from: at(`2026-11-${from}Z`),
    to: at(`2026-11-${to}Z`),
    kind,
    counted: NO_TIME,
    total,
    due: undefined,
    because: 'issue/1',
    promise: promise('Medium'),
    ...more,
  };
}

describe('the lines of a ledger', () => {
  it('are one for service hours and the nights between, as long as nothing happens', () => {
    const [row, ...others] = ledgerRows([
      step('counted', ['18T15:00', '18T17:00'], hours(2)),
      step('out-of-hours', ['18T17:00', '19T09:00'], hours(2)),
      step('counted', ['19T09:00', '19T10:00'], hours(3)),
    ]);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      from: at('2026-11-18T15:00Z'),
      to: at('2026-11-19T10:00Z'),
      kind: 'in-hours',
      counted: hours(3),
      total: hours(3),
    });
    expect(row?.parts.map(({ kind, counted }) => [kind, counted])).toEqual([
      ['counted', hours(2)],
      ['out-of-hours', NO_TIME],
      ['counted', hours(1)],
    ]);
  });

  it('are separate where something happened, or the timer became due at another time', () => {
    const rows = ledgerRows([
      step('counted', ['18T10:00', '18T11:00'], hours(1)),
      step('counted', ['18T11:00', '18T12:00'], hours(2), { because: 'change/1' }),
      step('counted', ['18T12:00', '18T13:00'], hours(3), {
        because: 'change/1',
        due: at('2026-11-20T10:00Z'),
      }),
      step('paused', ['18T13:00', '18T14:00'], hours(3), { because: 'change/2', by: 'Waiting' }),
    ]);
    expect(rows.map(({ kind, parts }) => [kind, parts.length])).toEqual([
      ['counted', 0],
      ['counted', 0],
      ['counted', 0],
      ['paused', 0],
    ]);
    expect(rows.at(-1)?.by).toBe('Waiting');
  });

  it('name a goal where it begins to hold, not where it goes on after a gap', () => {
    const rows = ledgerRows([
      step('counted', ['18T10:00', '18T11:00'], hours(1)),
      step('no-promise', ['18T11:00', '18T12:00'], hours(1), { because: 'change/1', promise: null }),
      step('counted', ['18T12:00', '18T13:00'], hours(2), { because: 'change/2' }),
      step('counted', ['18T13:00', '18T14:00'], hours(3), { because: 'change/3', promise: promise('High') }),
    ]);
    expect(rows.map(({ goal }) => goal)).toEqual(['Medium', undefined, undefined, 'High']);
  });

  it('add up to the second, although no line shows more than seconds', () => {
    const third = 1_333;
    const rows = ledgerRows(
      [1, 2, 3].map((n) =>
        step('counted', ['18T10:00', '18T10:01'], span(n * third), { because: `change/${n}` }),
      ),
    );
    expect(rows.map(({ counted }) => counted)).toEqual([1_000, 1_000, 1_000]);
    expect(rows.at(-1)?.total).toBe(3_000);
  });

  it('show what a change of the goal took from the time used', () => {
    const rows = ledgerRows([
      step('counted', ['18T10:00', '18T11:00'], hours(1)),
      step('adjusted', ['18T11:00', '18T11:00'], minutes(30), { because: 'change/1' }),
    ]);
    expect(rows.at(-1)).toMatchObject({ kind: 'adjusted', counted: -minutes(30), total: minutes(30) });
  });

  it('refer to each entry of the history once', () => {
    const twice = step('counted', ['18T10:00', '18T11:00'], hours(1));
    expect(factsBehind([twice, { ...twice, because: 'change/7' }, twice])).toEqual(['issue/1', 'change/7']);
  });
});
