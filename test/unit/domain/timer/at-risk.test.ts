import * as fc from 'fast-check';
import { addWorkingTime, workingTimeBetween } from '../../../../src/domain/calendar/working-time';
import { hours, later, minutes, span, type Instant } from '../../../../src/domain/time/instant';
import type { Cycle, Stretch } from '../../../../src/domain/timer/cycle';
import type { PromiseMade } from '../../../../src/domain/timer/goal';
import { standing, type Standing } from '../../../../src/domain/timer/standing';
import { at, changed, created, goal, hoursOf, onWednesday, priorityIs } from '../../../support/builders';
import { publication, resolutionMetric, standingOf } from '../../../support/builders';

const fourHours: PromiseMade = { goal: 'Four hours', within: hours(4), calendar: 'nine-to-five@1' };

function cycleOf(stretches: readonly [Stretch, ...Stretch[]], end: Cycle['end'] = null): Cycle {
  return {
    number: 1,
    version: 'desk@1',
    startedAt: stretches[0].from,
    knownFrom: stretches[0].from,
    stretches,
    end,
  };
}

const running = (from: Instant, promise = fourHours): Cycle =>
  cycleOf([{ kind: 'counting', from, to: null, promise, because: 'issue/1' }]);

const stands = (cycle: Cycle, now: Instant): Standing => standing(cycle, false, hoursOf, now);
const ten = onWednesday('10:00');

describe('a running timer is at risk', () => {
  it('from three quarters of its goal on, where the goal names no share', () => {
    const cycle = running(ten);
    expect(stands(cycle, onWednesday('11:00'))).toMatchObject({
      atRisk: false,
      atRiskAt: onWednesday('13:00'),
      due: onWednesday('14:00'),
    });
    expect(stands(cycle, onWednesday('13:00'))).toMatchObject({ atRisk: true, atRiskAt: undefined });
  });

  it('from the share that its goal names', () => {
    const cycle = running(ten, { ...fourHours, atRiskAt: 50 });
    expect(stands(cycle, onWednesday('11:00')).atRiskAt).toBe(onWednesday('12:00'));
  });

  it('on the calendar: nights do not bring it nearer', () => {
    const cycle = running(onWednesday('16:00'));
    expect(stands(cycle, onWednesday('20:00')).atRiskAt).toBe(at('2026-11-19T11:00Z'));
  });

  it('at closing time when its share is used up then, and stays so out of hours', () => {
    const cycle = running(onWednesday('14:00'));
    expect(stands(cycle, onWednesday('16:59')).atRiskAt).toBe(onWednesday('17:00'));
    expect(stands(cycle, onWednesday('22:00'))).toMatchObject({
      atRisk: true,
      clock: { kind: 'out-of-hours' },
    });
  });

  it('up to the due instant; a breached one is breached instead', () => {
    const cycle = running(ten);
    expect(stands(cycle, onWednesday('14:00')).atRisk).toBe(true);
    expect(stands(cycle, later(onWednesday('14:00'), span(1)))).toMatchObject({
      verdict: 'breached',
      atRisk: false,
      atRiskAt: undefined,
    });
  });
});

describe('a paused timer', () => {
  const pausedAfter = (used: Instant): Cycle =>
    cycleOf([
      { kind: 'counting', from: ten, to: used, promise: fourHours, because: 'a fact' },
      { kind: 'paused', by: 'Waiting', from: used, to: null, promise: fourHours, because: 'a fact' },
    ]);

  it('stays at risk if it was', () => {
    expect(stands(pausedAfter(onWednesday('13:30')), onWednesday('16:00')).atRisk).toBe(true);
  });

  it('comes no nearer to it, so nobody knows when', () => {
    expect(stands(pausedAfter(onWednesday('11:00')), onWednesday('16:00'))).toMatchObject({
      atRisk: false,
      atRiskAt: undefined,
    });
  });
});

describe('nothing is at risk', () => {
  it('once the timer has ended', () => {
    const end = { kind: 'stopped', at: onWednesday('13:30'), because: 'a fact' } as const;
    const cycle = cycleOf(
      [{ kind: 'counting', from: ten, to: end.at, promise: fourHours, because: 'a fact' }],
      end,
    );
    expect(stands(cycle, onWednesday('16:00'))).toMatchObject({ verdict: 'met', atRisk: false });
  });

  it('where nothing is promised or the history has a hole', () => {
    const none = cycleOf([{ kind: 'counting', from: ten, to: null, promise: null, because: 'a fact' }]);
    expect(stands(none, onWednesday('16:00'))).toMatchObject({ atRisk: false, atRiskAt: undefined });
    expect(standing(running(ten), true, hoursOf, onWednesday('13:30'))).toMatchObject({
      verdict: 'unknown',
      atRisk: false,
      atRiskAt: undefined,
    });
  });
});

it('a goal that changes brings its own share along', () => {
  const metric = resolutionMetric([
    { ...goal('High', hours(2), priorityIs('High')), atRiskAt: 50 },
    goal('Others', hours(6)),
  ]);
  const facts = [created(ten), changed(onWednesday('10:30'), { priority: 'Medium → High' })];
  expect(standingOf(facts, [publication([metric])], onWednesday('10:45'))).toMatchObject({
    promise: { goal: 'High', atRiskAt: 50 },
    atRiskAt: onWednesday('11:00'),
  });
});

it('two goals that differ in nothing but their share are not taken for one', () => {
  const metric = resolutionMetric([
    { ...goal('Eight hours', hours(8), priorityIs('High')), atRiskAt: 50 },
    goal('Eight hours', hours(8)),
  ]);
  const facts = [created(ten), changed(onWednesday('10:30'), { priority: 'Medium → High' })];
  expect(standingOf(facts, [publication([metric])], onWednesday('10:45')).atRiskAt).toBe(
    onWednesday('14:00'),
  );
});

describe('for any goal and share', () => {
  const anyCycle = fc.record({
    start: fc.integer({ min: 0, max: 14 * 24 * 60 }).map((m) => later(at('2026-11-16T00:00Z'), minutes(m))),
    within: fc.integer({ min: 1, max: 40 * 3_600_000 }).map(span),
    atRiskAt: fc.integer({ min: 1, max: 99 }),
    calendar: fc.constantFrom('nine-to-five@1', 'round-the-clock@1'),
  });

  it('exactly that share is used when the timer comes at risk, less a millisecond before, and never after due', () => {
    fc.assert(
      fc.property(anyCycle, ({ start, within, atRiskAt, calendar }) => {
        const promise = { goal: 'Any', within, calendar, atRiskAt };
        const cycle = running(start, promise);
        const foretold = stands(cycle, start);
        const when = foretold.atRiskAt ?? start;
        const due = foretold.due ?? start;
        const share = Math.ceil((within * atRiskAt) / 100);
        expect(workingTimeBetween(hoursOf(calendar), start, when)).toBe(share);
        expect(stands(cycle, when).atRisk).toBe(true);
        expect(stands(cycle, later(when, span(-1)))).toMatchObject({ atRisk: false, atRiskAt: when });
        expect(when).toBeLessThanOrEqual(due);
        expect(due).toBe(addWorkingTime(hoursOf(calendar), start, within));
      }),
    );
  });
});
