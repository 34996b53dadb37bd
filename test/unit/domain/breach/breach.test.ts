import {
  breachProblems,
  LONGEST_SAID,
  tellingOf,
  type Breach,
  type BreachCase,
} from '../../../../src/domain/breach/breach';
import { causesOf, causesProblems, MOST_CAUSES, type Cause } from '../../../../src/domain/breach/causes';
import { hours, later } from '../../../../src/domain/time/instant';
import { cycleIdOf, cycleNamed } from '../../../../src/domain/timer/cycle-name';
import { onWednesday } from '../../../support/builders';

const cycle = { issue: '10001', cycle: 2, metric: 'resolution', agreement: 'it-support' };
const breach = (more: Partial<Breach> = {}): Breach => ({
  id: cycleIdOf(cycle),
  kind: 'delay',
  happenedAt: onWednesday('10:00'),
  explanation: '',
  correctiveAction: '',
  ...more,
});
const causes: Cause[] = [
  { id: 'capacity', name: 'Capacity' },
  { id: 'legacy', name: 'Old system', retired: true },
];
const wrong = (said: Breach, more: Partial<BreachCase> = {}) =>
  breachProblems(said, { now: onWednesday('12:00'), causes, before: undefined, ...more }).map(
    ({ code, path }) => `${code} ${path}`.trim(),
  );

describe('a cycle’s name as one word', () => {
  it('names the cycle again, and no other word does', () => {
    expect(cycleNamed(cycleIdOf(cycle))).toEqual(cycle);
    for (const word of ['', 'breach-1', '10001/0/a/b', 'x/1/a/b', '10001/1/a', '10001/1/a/b/c', '10001/1//b'])
      expect(cycleNamed(word)).toBeUndefined();
  });
});

describe('what is said about a breach', () => {
  it('may say nothing yet, and one of the causes that there are', () => {
    expect(wrong(breach())).toEqual([]);
    expect(wrong(breach({ cause: 'capacity', party: 'supplier' }))).toEqual([]);
    expect(wrong(breach({ cause: 'weather' }))).toEqual(['breach.unknown-cause cause']);
  });

  it('keeps a cause that was retired since, which nobody can choose anew', () => {
    expect(wrong(breach({ cause: 'legacy' }))).toEqual(['breach.retired-cause cause']);
    expect(wrong(breach({ cause: 'legacy' }), { before: breach({ cause: 'legacy' }) })).toEqual([]);
    expect(wrong(breach({ cause: 'legacy' }), { before: breach({ cause: 'capacity' }) })).toEqual([
      'breach.retired-cause cause',
    ]);
  });

  it('says no telling before the breach, none in the future, and how it was', () => {
    const told = (time: string, how = 'by telephone') =>
      wrong(breach({ told: { at: onWednesday(time), how } }));
    expect(told('10:00')).toEqual([]);
    expect(told('12:00')).toEqual([]);
    expect(told('09:59')).toEqual(['breach.told-before told.at']);
    expect(told('12:01')).toEqual(['breach.in-future told.at']);
    expect(told('11:00', '')).toEqual(['breach.not-said told.how']);
  });

  it('is not longer than anybody reads', () => {
    const long = 'x'.repeat(LONGEST_SAID + 1);
    expect(wrong(breach({ explanation: long, correctiveAction: long }))).toEqual([
      'breach.long explanation',
      'breach.long correctiveAction',
    ]);
  });

  it('says by hand what a timer would, of the past', () => {
    const byHand = { agreement: 'it-support', promised: '99.9 %', given: '99.1 %', issue: 'ITSD-7' };
    expect(wrong(breach({ id: 'one', byHand }))).toEqual([]);
    const empty = { ...byHand, promised: '', given: '', issue: 'no key' };
    expect(wrong(breach({ id: 'one', happenedAt: onWednesday('12:01'), byHand: empty }))).toEqual([
      'breach.in-future happenedAt',
      'breach.not-said byHand.promised',
      'breach.not-said byHand.given',
      'breach.no-key byHand.issue',
    ]);
  });

  it('is taken out only where it was recorded by hand', () => {
    expect(wrong(breach({ removed: true }))).toEqual(['breach.measured']);
    const byHand = { agreement: 'it-support', promised: 'a', given: 'b' };
    expect(wrong(breach({ removed: true, byHand }))).toEqual([]);
  });
});

it('the customer is told within 24 hours, at whatever hour', () => {
  const happenedAt = onWednesday('10:00');
  const day = later(happenedAt, hours(24));
  const justLate = later(happenedAt, hours(25));
  expect(tellingOf({ happenedAt }, day)).toEqual({ kind: 'to-tell', after: hours(24) });
  expect(tellingOf({ happenedAt }, justLate)).toEqual({ kind: 'overdue', after: hours(25) });
  expect(tellingOf({ happenedAt, told: { at: day, how: 'mail' } }, justLate).kind).toBe('told');
  expect(tellingOf({ happenedAt, told: { at: justLate, how: 'mail' } }, justLate)).toEqual({
    kind: 'told-late',
    after: hours(25),
  });
});

describe('the causes of a project', () => {
  const wrongIn = (list: readonly Cause[], before?: readonly Cause[]) =>
    causesProblems(list, before).map(({ code, path }) => `${code} ${path}`);

  it('are ready-made until somebody says otherwise', () => {
    expect(causesOf(undefined).length).toBeGreaterThan(9);
    expect(wrongIn(causesOf(undefined))).toEqual([]);
    expect(causesOf({ id: 'monitoring', causes })).toBe(causes);
  });

  it('each have a name of their own, and one at least can be chosen', () => {
    expect(wrongIn([{ id: 'a', name: '' }])).toEqual(['causes.no-name causes[0].name']);
    expect(wrongIn([{ id: 'a', name: 'x'.repeat(81) }])).toEqual(['causes.long causes[0].name']);
    expect(wrongIn([...causes, { id: 'b', name: 'capacity ' }])).toEqual(['causes.twice causes[2].name']);
    expect(wrongIn([{ id: 'a', name: 'A', retired: true }])).toEqual(['causes.none causes']);
    const many = Array.from({ length: MOST_CAUSES + 1 }, (_, index) => ({
      id: `c${index}`,
      name: `${index}`,
    }));
    expect(wrongIn(many)).toEqual(['causes.many causes']);
  });

  it('stay once they were saved: breaches may name them', () => {
    expect(wrongIn([causes[0]!], causes)).toEqual(['causes.gone causes']);
    expect(wrongIn([...causes, { id: 'new', name: 'New' }], causes)).toEqual([]);
  });
});
