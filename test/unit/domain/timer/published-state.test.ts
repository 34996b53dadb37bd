import * as fc from 'fast-check';
import { hours, later, span } from '../../../../src/domain/time/instant';
import { evaluate, type EvaluatedTimer } from '../../../../src/domain/timer/evaluate';
import {
  isSameState,
  NOTHING_TO_PUBLISH,
  publishedState,
  type PublishedState,
} from '../../../../src/domain/timer/published-state';
import { standing } from '../../../../src/domain/timer/standing';
import {
  at,
  changed,
  created,
  goal,
  hoursOf,
  nextReplyMetric,
  commented,
  onWednesday,
  publicationOf,
  resolutionMetric,
  roundTheClock,
  timersOf,
} from '../../../support/builders';
import { law } from '../../../support/laws';
import { anyCase, rulesOf } from '../../../support/random-timers';

const resolution = resolutionMetric([goal('Four hours', hours(4))]);
const desk = [publicationOf({ id: 'Desk', metrics: [resolution] })];
const born = created(onWednesday('10:00'));
const move = (time: string, change: string) => changed(onWednesday(time), { status: change });

const stateAt = (now: string, facts = [born]): PublishedState =>
  publishedState(timersOf(facts, [desk], now.includes('T') ? at(now) : onWednesday(now)));

describe('what is published of an issue', () => {
  it.each([
    ['running', '10:30', [born]],
    ['at-risk', '13:00', [born]],
    ['breached', '14:01', [born]],
    ['paused', '12:00', [born, move('11:00', 'Open → Waiting')]],
    ['breached', '16:00', [born, move('15:00', 'Open → Waiting')]],
    ['met', '16:00', [born, move('12:00', 'Open → Done')]],
    ['missed', '16:00', [born, move('15:00', 'Open → Done')]],
  ] as const)('is %s at %s', (state, now, facts) => {
    expect(stateAt(now, [...facts])).toMatchObject({ state, agreement: 'Desk' });
  });

  it('is due while it runs, and stays due once it is breached, also while it waits', () => {
    expect(stateAt('10:30').due).toBe(onWednesday('14:00'));
    expect(stateAt('14:01').due).toBe(onWednesday('14:00'));
    expect(stateAt('16:00', [born, move('15:00', 'Open → Waiting')]).due).toBe(onWednesday('14:00'));
  });

  it('is not due while it waits before that, nor when it is over', () => {
    expect(stateAt('12:00', [born, move('11:00', 'Open → Waiting')]).due).toBeNull();
    expect(stateAt('16:00', [born, move('12:00', 'Open → Done')]).due).toBeNull();
    expect(stateAt('16:00', [born, move('15:00', 'Open → Done')]).due).toBeNull();
  });

  it('runs all night: nobody would tell Jira of the evening', () => {
    const late = [created(onWednesday('16:00'))];
    const working = stateAt('16:30', late);
    expect(working.state).toBe('running');
    expect(stateAt('20:00', late)).toEqual(working);
    expect(stateAt('2026-11-19T03:00Z', late)).toEqual(working);
  });

  it('is due to the second, which is how Jira keeps dates', () => {
    expect(stateAt('10:30', [created(at('2026-11-18T10:00:00.900Z'))]).due).toBe(onWednesday('14:00'));
  });

  it('is nothing where no timer has begun', () => {
    expect(publishedState([])).toBe(NOTHING_TO_PUBLISH);
    const unbegun = resolutionMetric([goal('Four hours', hours(4))], {
      start: { changed: 'status', to: [{ id: 'Active', name: 'Active' }] },
    });
    const timers = timersOf(
      [born],
      [[publicationOf({ id: 'Desk', metrics: [unbegun] })]],
      onWednesday('11:00'),
    );
    expect(publishedState(timers)).toBe(NOTHING_TO_PUBLISH);
  });

  it('is no promise where no goal matches, and none where it was cancelled', () => {
    const onlyHigh = resolutionMetric(
      [goal('High', hours(4), { field: 'priority', in: [{ id: 'High', name: 'High' }] })],
      {
        cancel: { changed: 'status', to: [{ id: 'Void', name: 'Void' }] },
      },
    );
    const timers = (facts: (typeof born)[]): EvaluatedTimer[] =>
      timersOf(facts, [[publicationOf({ id: 'Desk', metrics: [onlyHigh] })]], onWednesday('12:00'));
    expect(publishedState(timers([born])).state).toBe('no-promise');
    const high = created(onWednesday('10:00'), { priority: 'High' });
    expect(publishedState(timers([high, move('11:00', 'Open → Void')]))).toMatchObject({
      state: 'none',
      due: null,
    });
  });

  it('is of the timer that calls for attention first, with that of each kind beside it', () => {
    const reply = nextReplyMetric([goal('One hour', hours(1))]);
    const inner = publicationOf({ id: 'Inner', kind: 'OLA', metrics: [reply] });
    const facts = [born, commented(onWednesday('10:30'), 'customer')];
    expect(publishedState(timersOf(facts, [desk, [inner]], onWednesday('11:00')))).toEqual({
      due: onWednesday('11:30'),
      state: 'running',
      agreement: 'Inner',
      kinds: {
        resolution: { due: onWednesday('14:00'), state: 'running' },
        'next-reply': { due: onWednesday('11:30'), state: 'running' },
      },
    });
  });

  it('stays of the timer that is due first when that one’s hours end before another’s', () => {
    const always = resolutionMetric([goal('A day', hours(48), undefined, roundTheClock.id)]);
    const both = [desk, [publicationOf({ id: 'Always', kind: 'OLA', metrics: [always] })]];
    const late = [created(onWednesday('16:00'))];
    const states = [onWednesday('16:30'), onWednesday('20:00')].map((now) =>
      publishedState(timersOf(late, both, now)),
    );
    expect(states.map(({ agreement }) => agreement)).toEqual(['Desk', 'Desk']);
  });

  it('names an agreement by no more than a text field holds', () => {
    const long = [publicationOf({ id: 'desk', name: 'n'.repeat(300), metrics: [resolution] })];
    expect(publishedState(timersOf([born], [long], onWednesday('11:00'))).agreement).toHaveLength(255);
  });

  it('differs where one kind differs', () => {
    const now = stateAt('10:30');
    const other = { ...now, kinds: { resolution: { due: null, state: 'paused' } } } as const;
    expect(isSameState(now, stateAt('11:30'))).toBe(true);
    expect([isSameState(now, other), isSameState(now, { ...now, kinds: {} })]).toEqual([false, false]);
  });
});

describe('for any timers', () => {
  const standingAt = (timers: readonly EvaluatedTimer[], now: number): EvaluatedTimer[] =>
    timers.map((timer) => ({
      ...timer,
      standings: timer.cycles.map((cycle) =>
        standing(cycle, timer.unknown, hoursOf, at(new Date(now).toISOString())),
      ),
    }));
  const turns = (timers: readonly EvaluatedTimer[]): unknown =>
    timers.map(({ standings }) => standings.slice(-1).map(({ verdict, atRisk }) => [verdict, atRisk]));

  law(
    'what is published changes by itself only when one gets at risk or breached: never as hours end or begin',
    [anyCase(), fc.integer({ min: 1, max: 3 * 86_400_000 })],
    ({ timelines, facts, now }, passes) => {
      const timers = evaluate({ facts }, rulesOf(timelines), hoursOf, now);
      const then = standingAt(timers, later(now, span(passes)));
      if (JSON.stringify(turns(then)) !== JSON.stringify(turns(timers))) return;
      expect(publishedState(then)).toEqual(publishedState(timers));
    },
  );

  law(
    'what is breached was due by then, and what is due is open',
    [anyCase()],
    ({ timelines, facts, now }) => {
      const { due, state } = publishedState(evaluate({ facts }, rulesOf(timelines), hoursOf, now));
      if (state === 'breached') expect(due).toBeLessThanOrEqual(now);
      if (due !== null) expect(['running', 'at-risk', 'breached']).toContain(state);
    },
  );
});
