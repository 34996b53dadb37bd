import { hours, minutes, NO_TIME, type Span } from '../../../../src/domain/time/instant';
import type { Fact } from '../../../../src/domain/timer/history';
import type { Goal, GoalChange, GoalChangePolicy } from '../../../../src/domain/timer/metric';
import {
  at,
  changed,
  created,
  goal,
  ledgerOf,
  onWednesday,
  priorityIs,
  publication,
  resolutionMetric,
  roundTheClock,
  standingOf,
  statusIn,
} from '../../../support/builders';

const raise = (time: string) => changed(onWednesday(time), { priority: 'Medium → High' });
const lower = (time: string) => changed(onWednesday(time), { priority: 'High → Medium' });
const wait = (time: string) => changed(onWednesday(time), { status: 'Open → Waiting' });
const goOn = (time: string) => changed(onWednesday(time), { status: 'Waiting → Open' });

/** High promises three hours, Medium four. */
const desk = (goalChange: GoalChange, high: Goal = goal('High', hours(3), priorityIs('High'))) => [
  publication([resolutionMetric([high, goal('Medium', hours(4))], { goalChange })]),
];
const always = (policy: GoalChangePolicy): GoalChange => ({ shorter: policy, longer: policy });

type Row = [policy: GoalChangePolicy, goal: string, elapsed: Span, due: string];

describe('another goal after two hours of which one more was a pause (rule 14)', () => {
  const facts = [created(onWednesday('09:00')), wait('10:00'), goOn('11:00'), raise('12:00')];

  it.each<Row>([
    ['carry', 'High', hours(2), '13:00'],
    ['freeze', 'Medium', hours(2), '14:00'],
    ['restart', 'High', NO_TIME, '15:00'],
    ['pro-rata', 'High', minutes(90), '13:30'],
    ['recompute', 'High', hours(2), '13:00'],
  ])('%s: judged by %s', (policy, name, elapsed, due) => {
    expect(standingOf(facts, desk(always(policy)), onWednesday('12:00'))).toMatchObject({
      promise: { goal: name },
      elapsed,
      waited: hours(1),
      due: onWednesday(due),
      verdict: 'open',
    });
  });
});

describe('another goal in the middle of a pause', () => {
  const facts = [created(onWednesday('09:00')), wait('10:00'), raise('10:30'), goOn('11:00')];

  it.each<Row>([
    ['carry', 'High', hours(1), '13:00'],
    ['freeze', 'Medium', hours(1), '14:00'],
    ['restart', 'High', NO_TIME, '14:00'],
    ['pro-rata', 'High', minutes(45), '13:15'],
    ['recompute', 'High', hours(1), '13:00'],
  ])('%s: the whole pause stays a pause', (policy, name, elapsed, due) => {
    const timeline = desk(always(policy));
    expect(standingOf(facts, timeline, onWednesday('10:45'))).toMatchObject({
      clock: { kind: 'paused', since: onWednesday('10:00') },
      promise: { goal: name },
      due: undefined,
    });
    expect(standingOf(facts, timeline, onWednesday('11:00'))).toMatchObject({
      elapsed,
      waited: hours(1),
      due: onWednesday(due),
    });
  });
});

describe('raising and lowering', () => {
  const restartWhenShorter: GoalChange = { shorter: 'restart', longer: 'freeze' };

  it('may differ: a shorter goal begins anew here, a longer one never counts', () => {
    const raised = [created(onWednesday('09:00')), raise('10:00')];
    expect(standingOf(raised, desk(restartWhenShorter), onWednesday('10:00'))).toMatchObject({
      promise: { goal: 'High' },
      due: onWednesday('13:00'),
    });
    const lowered = [created(onWednesday('09:00'), { priority: 'High' }), lower('10:00')];
    expect(standingOf(lowered, desk(restartWhenShorter), onWednesday('10:00'))).toMatchObject({
      promise: { goal: 'High' },
      due: onWednesday('12:00'),
    });
  });

  it('a goal of as much time on other hours is no shorter', () => {
    const onOtherHours = goal('High', hours(4), priorityIs('High'), roundTheClock.id);
    const facts = [created(onWednesday('09:00')), raise('10:00')];
    const timeline = desk(restartWhenShorter, onOtherHours);
    expect(standingOf(facts, timeline, onWednesday('10:00')).promise?.goal).toBe('Medium');
  });
});

describe('goals on different hours', () => {
  const aroundTheClock = goal('High', hours(30), priorityIs('High'), roundTheClock.id);
  const facts = [created(at('2026-11-17T15:00Z')), raise('11:00')];
  const now = onWednesday('11:00');

  it('carry: nights count from the change on', () => {
    expect(standingOf(facts, desk(always('carry'), aroundTheClock), now).elapsed).toBe(hours(4));
  });

  it('recompute: the night before counts too, as if it had always been so', () => {
    expect(standingOf(facts, desk(always('recompute'), aroundTheClock), now)).toMatchObject({
      elapsed: hours(20),
      due: onWednesday('21:00'),
    });
  });
});

describe('a breach stays (rule 17)', () => {
  it('when the whole cycle is read again under a goal that it keeps', () => {
    const facts = [created(onWednesday('09:00'), { priority: 'High' }), lower('12:30')];
    expect(standingOf(facts, desk(always('recompute')), onWednesday('12:30'))).toMatchObject({
      verdict: 'breached',
      breachedAt: onWednesday('12:00'),
      promise: { goal: 'Medium' },
      left: minutes(30),
    });
  });

  it('when the time used begins anew', () => {
    const facts = [created(onWednesday('09:00')), raise('14:00')];
    expect(standingOf(facts, desk(always('restart')), onWednesday('14:00'))).toMatchObject({
      verdict: 'breached',
      breachedAt: onWednesday('13:00'),
      left: hours(3),
    });
  });

  it('is found where a goal that always held would have been used up, though nobody was bound by it then', () => {
    const facts = [created(onWednesday('09:00')), raise('12:30')];
    expect(standingOf(facts, desk(always('recompute')), onWednesday('12:30'))).toMatchObject({
      verdict: 'breached',
      breachedAt: onWednesday('12:00'),
    });
  });
});

describe('the ledger of a changed goal', () => {
  it.each<[GoalChangePolicy, Span]>([
    ['restart', hours(-2)],
    ['pro-rata', minutes(-30)],
  ])('shows what %s took away, so that the sum is the time used', (policy, taken) => {
    const facts = [created(onWednesday('09:00')), raise('11:00')];
    const steps = ledgerOf(facts, desk(always(policy)), onWednesday('12:00'));
    expect(steps.map(({ kind, counted, total }) => [kind, counted, total])).toEqual([
      ['counted', hours(2), hours(2)],
      ['adjusted', taken, hours(2) + taken],
      ['counted', hours(1), hours(3) + taken],
    ]);
  });
});

describe('the first promise', () => {
  const onlyHigh = (goalChange: GoalChange) => [
    publication([resolutionMetric([goal('High', hours(3), priorityIs('High'))], { goalChange })]),
  ];
  const facts = [created(onWednesday('09:00')), wait('10:00'), goOn('11:00'), raise('12:00')];

  it('reaches back to the start, whatever the policy: the time before counts, the pause does not', () => {
    expect(standingOf(facts, onlyHigh(always('restart')), onWednesday('12:00'))).toMatchObject({
      elapsed: hours(2),
      waited: hours(1),
      due: onWednesday('13:00'),
    });
  });

  it('that is withdrawn leaves no promise; its return is no change of goal', () => {
    const timeline = onlyHigh(always('restart'));
    const withdrawn = [...facts, lower('12:30')];
    expect(standingOf(withdrawn, timeline, onWednesday('12:45'))).toMatchObject({
      verdict: 'no-promise',
      due: undefined,
      left: undefined,
    });
    const back = [...withdrawn, raise('13:00')];
    expect(standingOf(back, timeline, onWednesday('13:00'))).toMatchObject({
      verdict: 'open',
      elapsed: minutes(150),
      due: onWednesday('13:30'),
    });
  });
});

describe('another goal with the same terms', () => {
  const named = resolutionMetric([goal('Night watch', hours(4), priorityIs('High')), goal('Day', hours(4))]);

  it('brings its name along and moves nothing, also when the time was used up before', () => {
    const facts = [created(onWednesday('09:00')), raise('15:00')];
    expect(standingOf(facts, [publication([named])], onWednesday('15:30'))).toMatchObject({
      promise: { goal: 'Night watch' },
      due: onWednesday('13:00'),
      breachedAt: onWednesday('13:00'),
    });
  });

  it('that returns after nothing was promised for a while finds the due instant where it was', () => {
    const onlyMedium = resolutionMetric([goal('Medium', hours(4), priorityIs('Medium'))]);
    const facts = [created(onWednesday('09:00')), raise('14:00'), lower('15:00')];
    expect(standingOf(facts, [publication([onlyMedium])], onWednesday('15:30'))).toMatchObject({
      due: onWednesday('13:00'),
      breachedAt: onWednesday('13:00'),
    });
  });
});

describe('a publication that applies to running timers and has the whole cycle read again', () => {
  const recomputing = (count: number, waitingFor: string, more = {}) =>
    resolutionMetric([goal(`${count} h`, hours(count))], {
      pause: [{ name: waitingFor, while: statusIn(waitingFor) }],
      goalChange: always('recompute'),
      ...more,
    });
  const second = { version: 'desk@2', at: onWednesday('13:00'), appliesToRunning: true };
  const stepsOf = (facts: readonly Fact[], more = {}) =>
    ledgerOf(
      facts,
      [publication([recomputing(8, 'Waiting', more)]), publication([recomputing(6, 'Parked', more)], second)],
      onWednesday('14:00'),
    ).map(({ kind, by, from, to }) => [by ?? kind, from, to]);

  it('reads its pauses again too: what it waits for did always stop the clock, what it does not never did', () => {
    const facts = [
      created(onWednesday('09:00')),
      wait('10:00'),
      changed(onWednesday('11:00'), { status: 'Waiting → Parked' }),
      changed(onWednesday('12:00'), { status: 'Parked → Open' }),
    ];
    expect(stepsOf(facts)).toEqual([
      ['counted', onWednesday('09:00'), onWednesday('10:00')],
      ['counted', onWednesday('10:00'), onWednesday('11:00')],
      ['Parked', onWednesday('11:00'), onWednesday('12:00')],
      ['counted', onWednesday('12:00'), onWednesday('14:00')],
    ]);
  });

  it('knows no more than before of pauses before the issue was there', () => {
    const began = '2026-11-18T09:00:00.000Z';
    const facts = [
      created(onWednesday('11:00'), { status: 'Parked', began }),
      changed(onWednesday('12:00'), { status: 'Parked → Open' }),
    ];
    expect(stepsOf(facts, { startAt: 'began' })).toEqual([
      ['counted', onWednesday('09:00'), onWednesday('11:00')],
      ['Parked', onWednesday('11:00'), onWednesday('12:00')],
      ['counted', onWednesday('12:00'), onWednesday('14:00')],
    ]);
  });
});
