import { hours, minutes, NO_TIME } from '../../../../src/domain/time/instant';
import {
  at,
  changed,
  created,
  goal,
  onWednesday,
  priorityIs,
  publication,
  refs,
  resolutionMetric,
  roundTheClock,
  standingOf,
  timerOf,
} from '../../../support/builders';

const fourHours = [publication([resolutionMetric([goal('Four hours', hours(4))])])];
const wait = (time: string) => changed(onWednesday(time), { status: 'Open → Waiting' });
const goOn = (time: string) => changed(onWednesday(time), { status: 'Waiting → Open' });
const finish = (time: string) => changed(onWednesday(time), { status: 'Open → Done' });
const reopen = (time: string) => changed(onWednesday(time), { status: 'Done → Open' });

describe('a timer', () => {
  it('runs from its start: elapsed and left make the goal', () => {
    const standing = standingOf([created(onWednesday('10:00'))], fourHours, onWednesday('11:30'));
    expect(standing).toMatchObject({
      clock: { kind: 'running' },
      verdict: 'open',
      elapsed: minutes(90),
      left: minutes(150),
      due: onWednesday('14:00'),
    });
  });

  it('is out of hours, which is not paused, and says when it opens again (rule 13)', () => {
    const standing = standingOf([created(onWednesday('16:00'))], fourHours, onWednesday('18:00'));
    expect(standing.clock).toEqual({ kind: 'out-of-hours', opensAt: at('2026-11-19T09:00Z') });
    expect(standing.due).toBe(at('2026-11-19T12:00Z'));
  });

  it('is met when it stops exactly at the due instant, and breached a millisecond later (rule 5)', () => {
    const facts = [created(onWednesday('10:00'))];
    const stopped = standingOf([...facts, finish('14:00')], fourHours, onWednesday('16:00'));
    expect(stopped).toMatchObject({ verdict: 'met', clock: { kind: 'stopped', at: onWednesday('14:00') } });
    const late = standingOf([...facts, finish('14:00:00.001')], fourHours, onWednesday('16:00'));
    expect(late).toMatchObject({ verdict: 'breached', breachedAt: onWednesday('14:00') });
  });

  it('is breached as soon as now is later than the due instant', () => {
    const facts = [created(onWednesday('10:00'))];
    expect(standingOf(facts, fourHours, onWednesday('14:00')).verdict).toBe('open');
    expect(standingOf(facts, fourHours, onWednesday('14:00:00.001'))).toMatchObject({ verdict: 'breached' });
  });

  it('stays breached whatever comes later (rule 17)', () => {
    const facts = [created(onWednesday('09:00')), wait('13:30'), goOn('16:00')];
    expect(standingOf(facts, fourHours, onWednesday('16:30'))).toMatchObject({
      verdict: 'breached',
      breachedAt: onWednesday('13:00'),
    });
  });

  it('knows nothing of what happens after now', () => {
    const facts = [created(onWednesday('10:00')), finish('11:00')];
    expect(standingOf(facts, fourHours, onWednesday('10:59')).clock.kind).toBe('running');
  });

  it('gives the same answer in any order and with any doubles (rule 8)', () => {
    const facts = [created(onWednesday('09:00')), wait('10:00'), goOn('11:00'), finish('12:30')];
    const shuffled = [...facts, ...facts].reverse();
    expect(standingOf(shuffled, fourHours, onWednesday('15:00'))).toEqual(
      standingOf(facts, fourHours, onWednesday('15:00')),
    );
  });
});

describe('a pause', () => {
  it('stops the countdown: what is left stays, no due instant is known, the rule and since when are (rule 13)', () => {
    const standing = standingOf(
      [created(onWednesday('09:00')), wait('10:00')],
      fourHours,
      onWednesday('12:00'),
    );
    expect(standing).toMatchObject({
      clock: { kind: 'paused', by: 'Waiting for the customer', since: onWednesday('10:00') },
      elapsed: hours(1),
      left: hours(3),
      due: undefined,
    });
  });

  it('moves the due instant by its working overlap', () => {
    const facts = [created(onWednesday('09:00')), wait('10:00'), goOn('11:30')];
    expect(standingOf(facts, fourHours, onWednesday('12:00')).due).toBe(onWednesday('14:30'));
  });

  it('outside working time moves nothing (g2)', () => {
    const eightHours = [publication([resolutionMetric([goal('Eight hours', hours(8))])])];
    const facts = [
      created(onWednesday('11:00')),
      wait('17:00'),
      changed(at('2026-11-19T09:00Z'), { status: 'Waiting → Open' }),
    ];
    expect(standingOf(facts, eightHours, at('2026-11-19T10:00Z')).due).toBe(at('2026-11-19T11:00Z'));
  });

  it('is not lost when the goal changes in it (g4)', () => {
    const metric = resolutionMetric([goal('P1', hours(1), priorityIs('P1')), goal('Others', hours(4))]);
    const facts = [
      created(onWednesday('10:00')),
      wait('10:10'),
      changed(onWednesday('10:30'), { priority: 'Medium → P1' }),
      goOn('10:40'),
    ];
    const paused = standingOf(facts, [publication([metric])], onWednesday('10:35'));
    expect(paused.clock).toMatchObject({ kind: 'paused', since: onWednesday('10:10') });
    const standing = standingOf(facts, [publication([metric])], onWednesday('10:40'));
    expect(standing).toMatchObject({ elapsed: minutes(10), left: minutes(50), due: onWednesday('11:30') });
  });
});

describe('a shorter goal that takes over during a pause', () => {
  const metric = resolutionMetric([goal('High', hours(2), priorityIs('High')), goal('Others', hours(4))]);
  const facts = [
    created(onWednesday('09:00')),
    wait('12:00'),
    changed(onWednesday('12:30'), { priority: 'Medium → High' }),
  ];

  it('is breached when it takes over, if it was used up before', () => {
    const paused = standingOf(facts, [publication([metric])], onWednesday('12:45'));
    expect(paused).toMatchObject({ verdict: 'breached', breachedAt: onWednesday('12:30'), left: -hours(1) });
  });

  it('stays breached when it stops while paused', () => {
    const done = changed(onWednesday('13:00'), { status: 'Waiting → Done' });
    expect(standingOf([...facts, done], [publication([metric])], onWednesday('14:00')).verdict).toBe(
      'breached',
    );
  });
});

describe('a goal beyond the years that calendars know', () => {
  it('is never due, and the timer runs', () => {
    const metric = resolutionMetric([goal('For ever', hours(2_000_000))]);
    const standing = standingOf(
      [created(onWednesday('09:00'))],
      [publication([metric])],
      onWednesday('10:00'),
    );
    expect(standing).toMatchObject({ due: undefined, verdict: 'open', elapsed: hours(1) });
  });
});

describe('one change that satisfies several conditions (rule 11)', () => {
  it('stops rather than pauses (g5)', () => {
    const metric = resolutionMetric([goal('Four hours', hours(4))], {
      stop: { changed: 'status', to: refs('Done', 'Waiting') },
    });
    const facts = [created(onWednesday('10:00')), wait('11:00')];
    const standing = standingOf(facts, [publication([metric])], onWednesday('12:00'));
    expect(standing.clock).toEqual({ kind: 'stopped', at: onWednesday('11:00') });
  });

  it('stops rather than starts anew', () => {
    const metric = resolutionMetric([goal('Four hours', hours(4))], {
      start: { any: [{ created: true }, { changed: 'status' }] },
    });
    const facts = [created(onWednesday('10:00')), finish('11:00')];
    expect(timerOf(facts, [publication([metric])], onWednesday('12:00')).cycles).toHaveLength(1);
  });

  it('cancels rather than stops: no verdict', () => {
    const metric = resolutionMetric([goal('Four hours', hours(4))], {
      cancel: {
        all: [
          { changed: 'status', to: refs('Done') },
          { field: 'resolution', in: refs('Duplicate') },
        ],
      },
    });
    const facts = [
      created(onWednesday('10:00')),
      changed(onWednesday('11:00'), { status: 'Open → Done', resolution: ' → Duplicate' }),
    ];
    expect(standingOf(facts, [publication([metric])], onWednesday('12:00'))).toMatchObject({
      clock: { kind: 'cancelled' },
      verdict: 'none',
    });
  });

  it('resets rather than goes on: a further cycle from then', () => {
    const metric = resolutionMetric([goal('Four hours', hours(4))], {
      reset: { changed: 'priority' },
    });
    const facts = [created(onWednesday('10:00')), changed(onWednesday('12:00'), { priority: 'Low → High' })];
    const timer = timerOf(facts, [publication([metric])], onWednesday('13:00'));
    expect(timer.standings.map(({ verdict, elapsed }) => [verdict, elapsed])).toEqual([
      ['none', hours(2)],
      ['open', hours(1)],
    ]);
  });
});

describe('reopening (rule 12)', () => {
  const facts = [created(onWednesday('10:00')), finish('11:00'), reopen('12:00')];
  const timelineWith = (cycles: 'every' | 'first' | 'resume-last') => [
    publication([resolutionMetric([goal('Four hours', hours(4))], { cycles })]),
  ];

  it('opens a further cycle where every cycle counts', () => {
    const timer = timerOf(facts, timelineWith('every'), onWednesday('12:30'));
    expect(timer.cycles.map(({ number, startedAt }) => [number, startedAt])).toEqual([
      [1, onWednesday('10:00')],
      [2, onWednesday('12:00')],
    ]);
    expect(timer.standings.map(({ verdict, elapsed }) => [verdict, elapsed])).toEqual([
      ['met', hours(1)],
      ['open', minutes(30)],
    ]);
  });

  it('changes nothing where only the first cycle counts', () => {
    const timer = timerOf(facts, timelineWith('first'), onWednesday('12:30'));
    expect(timer.standings).toHaveLength(1);
    expect(timer.standings[0]?.clock.kind).toBe('stopped');
  });

  it('goes on with the last cycle where that is chosen; the time between does not count', () => {
    const timer = timerOf(facts, timelineWith('resume-last'), onWednesday('12:30'));
    expect(timer.standings).toHaveLength(1);
    expect(timer.standings[0]).toMatchObject({
      clock: { kind: 'running' },
      elapsed: minutes(90),
      due: onWednesday('15:00'),
    });
  });
});

describe('a cancelled cycle', () => {
  const cancelling = (cycles: 'first' | 'resume-last') => [
    publication([
      resolutionMetric([goal('Four hours', hours(4))], {
        cycles,
        start: { any: [{ created: true }, { changed: 'status', from: refs('Invalid') }] },
        cancel: { changed: 'status', to: refs('Invalid') },
      }),
    ]),
  ];
  const facts = [
    created(onWednesday('10:00')),
    changed(onWednesday('11:00'), { status: 'Open → Invalid' }),
    changed(onWednesday('12:00'), { status: 'Invalid → Open' }),
  ];

  it.each(['first', 'resume-last'] as const)(
    'has not stopped: the next start opens a new one (%s)',
    (cycles) => {
      const timer = timerOf(facts, cancelling(cycles), onWednesday('13:00'));
      expect(timer.standings.map(({ verdict, elapsed }) => [verdict, elapsed])).toEqual([
        ['none', hours(1)],
        ['open', hours(1)],
      ]);
    },
  );
});

describe('what is said to have happened before the creation', () => {
  it('happened with it', () => {
    const facts = [
      created(onWednesday('10:00'), { status: 'Waiting' }),
      changed(onWednesday('09:00'), { status: 'Waiting → Open' }),
    ];
    expect(standingOf(facts, fourHours, onWednesday('11:00'))).toMatchObject({ elapsed: hours(1) });
  });
});

describe('goals', () => {
  const byPriority = resolutionMetric([
    goal('High', hours(2), priorityIs('High')),
    goal('Medium', hours(3), priorityIs('Medium')),
  ]);

  it('carry elapsed time over when another one matches (g3)', () => {
    const facts = [
      created(onWednesday('10:00')),
      changed(onWednesday('11:00'), { priority: 'Medium → High' }),
    ];
    const standing = standingOf(facts, [publication([byPriority])], onWednesday('11:30'));
    expect(standing).toMatchObject({ due: onWednesday('12:00'), promise: { goal: 'High' } });
  });

  it('are due at the change when the new one is used up already', () => {
    const facts = [
      created(onWednesday('10:00')),
      changed(onWednesday('12:30'), { priority: 'Medium → High' }),
    ];
    const standing = standingOf(facts, [publication([byPriority])], onWednesday('12:31'));
    expect(standing).toMatchObject({
      verdict: 'breached',
      breachedAt: onWednesday('12:30'),
      left: -minutes(31),
    });
  });

  it('may use another calendar from then on', () => {
    const metric = resolutionMetric([
      goal('High', hours(4), priorityIs('High'), roundTheClock.id),
      goal('Medium', hours(8), priorityIs('Medium')),
    ]);
    const facts = [
      created(onWednesday('15:00')),
      changed(onWednesday('18:00'), { priority: 'Medium → High' }),
    ];
    const standing = standingOf(facts, [publication([metric])], onWednesday('19:00'));
    expect(standing).toMatchObject({
      elapsed: hours(3),
      due: onWednesday('20:00'),
      clock: { kind: 'running' },
    });
  });

  it('that do not match promise nothing, and the timer says so (rule 22)', () => {
    const facts = [created(onWednesday('10:00'), { priority: 'Low' })];
    expect(standingOf(facts, [publication([byPriority])], onWednesday('16:00'))).toMatchObject({
      verdict: 'no-promise',
      promise: null,
      due: undefined,
      elapsed: NO_TIME,
    });
  });
});

describe('an issue that the agreement does not cover', () => {
  it('has no timer', () => {
    const { agreement, ...rest } = publication([resolutionMetric([goal('Four hours', hours(4))])]);
    const covering = {
      ...rest,
      agreement: { ...agreement, covers: { field: 'issuetype', in: refs('Incident') } },
    };
    const facts = [created(onWednesday('10:00'), { issuetype: 'Task' })];
    expect(() => timerOf(facts, [covering], onWednesday('11:00'))).toThrow('0 timers');
    const incident = [created(onWednesday('10:00'), { issuetype: 'Incident' })];
    expect(timerOf(incident, [covering], onWednesday('11:00')).cycles).toHaveLength(1);
  });
});
