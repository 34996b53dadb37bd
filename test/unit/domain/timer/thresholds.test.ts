import { hours } from '../../../../src/domain/time/instant';
import type { Fact } from '../../../../src/domain/timer/history';
import type { Threshold } from '../../../../src/domain/timer/metric';
import { nextInstant } from '../../../../src/domain/timer/next-instant';
import {
  at,
  changed,
  created,
  goal,
  hoursOf,
  onWednesday,
  passingsOf,
  priorityIs,
  publication,
  resolutionMetric,
  timerOf,
} from '../../../support/builders';

const born = created(onWednesday('09:00'));
const raise = (time: string) => changed(onWednesday(time), { priority: 'Medium → High' });
const lower = (time: string) => changed(onWednesday(time), { priority: 'High → Medium' });
const wait = (time: string) => changed(onWednesday(time), { status: 'Open → Waiting' });
const half: Threshold = { id: 'half', atShare: 50 };

/** High promises two hours, Medium four. */
const deskWith = (...thresholds: Threshold[]) => [
  publication([
    resolutionMetric([goal('High', hours(2), priorityIs('High')), goal('Medium', hours(4))], { thresholds }),
  ]),
];
const passed = (facts: readonly Fact[], thresholds: readonly Threshold[], now = '16:00') =>
  passingsOf(facts, deskWith(...thresholds), onWednesday(now)).map(
    ({ threshold, goal: name, at: when, isTold }) => [threshold, name, when, isTold],
  );

describe('the thresholds of a cycle (rule 20)', () => {
  it('are foreseen: shares, also beyond the whole, and working time before and after due', () => {
    const thresholds: Threshold[] = [
      half,
      { id: 'double', atShare: 200 },
      { id: 'before', before: hours(1) },
      { id: 'after', after: hours(5) },
    ];
    expect(passed([born], thresholds, '09:00')).toEqual([
      ['half', 'Medium', onWednesday('11:00'), true],
      ['before', 'Medium', onWednesday('12:00'), true],
      ['double', 'Medium', onWednesday('17:00'), true],
      ['after', 'Medium', at('2026-11-19T10:00Z'), true],
    ]);
  });

  it('are passed once under each goal, also when an earlier one comes back', () => {
    const facts = [born, raise('09:30'), lower('12:00'), raise('12:30')];
    expect(passed(facts, [half])).toEqual([
      ['half', 'High', onWednesday('10:00'), true],
      ['half', 'Medium', onWednesday('12:00'), false],
    ]);
  });

  it('that another goal leaves behind when it takes over are listed, and nobody is told', () => {
    expect(passed([born, raise('11:30')], [half, { id: 'double', atShare: 200 }])).toEqual([
      ['half', 'Medium', onWednesday('11:00'), true],
      ['half', 'High', onWednesday('11:30'), false],
      ['double', 'High', onWednesday('13:00'), true],
    ]);
  });

  it('that a goal of urgent ones makes late at once are told of, once', () => {
    const due: Threshold = { id: 'due', atShare: 100 };
    expect(passed([born, raise('11:30')], [half, due])).toEqual([
      ['half', 'Medium', onWednesday('11:00'), true],
      ['half', 'High', onWednesday('11:30'), false],
      ['due', 'High', onWednesday('11:30'), true],
    ]);
  });

  it('that would have come before all of the goal are only listed', () => {
    const day: Threshold = { id: 'day', before: hours(3) };
    expect(passed([born, raise('09:30')], [day])).toEqual([['day', 'High', onWednesday('09:30'), false]]);
  });

  it('are not foreseen while the clock waits', () => {
    expect(passed([born, wait('10:00')], [half])).toEqual([]);
  });
});

describe('the next instant at which something changes by itself', () => {
  const nextOf = (facts: readonly Fact[], time: string) => {
    const now = onWednesday(time);
    const { cycles, unknown } = timerOf(facts, deskWith(half), now);
    const cycle = cycles.at(-1);
    if (!cycle) throw new Error('The timer has no cycle.');
    return nextInstant({ cycle, unknown, thresholds: [half] }, hoursOf, now);
  };

  it('is the next threshold, then when it gets at risk, then just after it is due, then closing, then opening', () => {
    expect(nextOf([born], '09:00')).toBe(onWednesday('11:00'));
    expect(nextOf([born], '11:00')).toBe(onWednesday('12:00'));
    expect(nextOf([born], '12:00')).toBe(onWednesday('13:00:00.001'));
    expect(nextOf([born], '13:00:00.001')).toBe(onWednesday('17:00'));
    expect(nextOf([born], '17:00')).toBe(at('2026-11-19T09:00Z'));
  });

  it('does not come while it waits, nor when it is over', () => {
    expect(nextOf([born, wait('10:00')], '10:00')).toBeUndefined();
    const done = changed(onWednesday('10:00'), { status: 'Open → Done' });
    expect(nextOf([born, done], '10:00')).toBeUndefined();
  });
});
