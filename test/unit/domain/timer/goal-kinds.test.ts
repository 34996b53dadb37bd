import { hours, minutes, type Instant } from '../../../../src/domain/time/instant';
import type { Fact } from '../../../../src/domain/timer/history';
import type { Goal, GoalChangePolicy, Metric } from '../../../../src/domain/timer/metric';
import { nextInstant } from '../../../../src/domain/timer/next-instant';
import {
  at,
  changed,
  created,
  goal,
  hoursOf,
  nineToFive,
  onWednesday,
  passingsOf,
  priorityIs,
  publication,
  resolutionMetric,
  standingOf,
  timerOf,
} from '../../../support/builders';

const calendar = nineToFive.id;
const onThursday = (time: string): Instant => at(`2026-11-19T${time}Z`);
const wait = (when: Instant) => changed(when, { status: 'Open → Waiting' });
const goOn = (when: Instant) => changed(when, { status: 'Waiting → Open' });
const raise = (when: Instant) => changed(when, { priority: 'Medium → High' });
const timelineOf = (goals: readonly Goal[], more: Partial<Metric> = {}) => [
  publication([resolutionMetric(goals, more)]),
];
const dueOf = (goals: readonly Goal[], facts: readonly Fact[], now: Instant, more: Partial<Metric> = {}) =>
  standingOf(facts, timelineOf(goals, more), now).due;

describe('a goal of business days (rule 6)', () => {
  const oneDay: Goal = { name: 'One day', businessDays: 1, calendar };

  it('is due at the same time on the wall of that day, or at closing if that is earlier', () => {
    expect(dueOf([oneDay], [created(onWednesday('11:00'))], onWednesday('12:00'))).toBe(onThursday('11:00'));
    expect(dueOf([oneDay], [created(onWednesday('20:00'))], onWednesday('21:00'))).toBe(onThursday('17:00'));
  });

  it('is moved by a pause by its working overlap, and by nothing else', () => {
    const born = created(onWednesday('11:00'));
    const twoHours = [born, wait(onWednesday('12:00')), goOn(onWednesday('14:00'))];
    expect(dueOf([oneDay], twoHours, onWednesday('15:00'))).toBe(onThursday('13:00'));
    const night = [born, wait(onWednesday('17:00')), goOn(onThursday('08:00'))];
    expect(dueOf([oneDay], night, onThursday('09:00'))).toBe(onThursday('11:00'));
  });

  it('comes to so much working time, of which what is left is shown', () => {
    expect(
      standingOf([created(onWednesday('11:00'))], timelineOf([oneDay]), onWednesday('12:00')),
    ).toMatchObject({ within: hours(8), elapsed: hours(1), left: hours(7) });
  });

  it.each<[GoalChangePolicy, Instant]>([
    ['carry', onThursday('10:00')],
    ['freeze', onWednesday('16:00')],
    ['restart', onThursday('13:00')],
    // Three of six hours come to four of the eight that a business day has.
    ['pro-rata', onWednesday('17:00')],
    ['recompute', onThursday('10:00')],
  ])('that takes over counts from the start of the cycle, or anew: %s', (policy, due) => {
    const facts = [
      created(onWednesday('09:00')),
      wait(onWednesday('10:00')),
      goOn(onWednesday('11:00')),
      raise(onWednesday('13:00')),
    ];
    const high: Goal = { ...oneDay, name: 'High', when: priorityIs('High') };
    const goalChange = { shorter: policy, longer: policy };
    const goals = [high, goal('Medium', hours(6))];
    expect(dueOf(goals, facts, onWednesday('13:00'), { goalChange })).toBe(due);
  });
});

describe('a goal by a time on the wall of a business day (rule 7)', () => {
  const by = (time: string, onBusinessDay: number): Goal => ({
    name: 'By',
    by: time,
    onBusinessDay,
    calendar,
  });

  it('is due then: today, or so many business days later', () => {
    const friday = [created(at('2026-11-20T10:00Z'))];
    expect(dueOf([by('16:00', 0)], friday, at('2026-11-20T11:00Z'))).toBe(at('2026-11-20T16:00Z'));
    expect(dueOf([by('12:00', 2)], friday, at('2026-11-20T11:00Z'))).toBe(at('2026-11-24T12:00Z'));
  });

  it('is moved by a pause, into the next day where the first has no time left', () => {
    const facts = [created(onWednesday('10:00')), wait(onWednesday('11:00')), goOn(onWednesday('13:00'))];
    expect(dueOf([by('16:00', 0)], facts, onWednesday('14:00'))).toBe(onThursday('10:00'));
  });

  it('out of hours is due then, not at the closing before', () => {
    const timeline = timelineOf([by('20:00', 0)]);
    const facts = [created(onWednesday('10:00'))];
    expect(standingOf(facts, timeline, onWednesday('20:00'))).toMatchObject({
      due: onWednesday('20:00'),
      verdict: 'open',
      left: 0,
    });
    expect(standingOf(facts, timeline, onWednesday('20:00:00.001')).verdict).toBe('breached');
  });

  describe('with no working time left before it is moved by no pause (rule 13)', () => {
    const thresholds = [
      { id: 'before', before: hours(1) },
      { id: 'due', atShare: 100 },
    ];
    const timeline = timelineOf([by('20:00', 0)], { thresholds });
    const paused = [created(onWednesday('10:00')), wait(onWednesday('18:00'))];

    it('so that it is breached then, though paused', () => {
      const { cycles, unknown } = timerOf(paused, timeline, onWednesday('19:00'));
      const [cycle] = cycles;
      if (!cycle) throw new Error('The timer has no cycle.');
      expect(standingOf(paused, timeline, onWednesday('20:00')).verdict).toBe('open');
      expect(nextInstant({ cycle, unknown, thresholds: [] }, hoursOf, onWednesday('19:00'))).toBe(
        onWednesday('20:00:00.001'),
      );
      expect(standingOf(paused, timeline, onWednesday('20:00:00.001'))).toMatchObject({
        clock: { kind: 'paused' },
        verdict: 'breached',
        breachedAt: onWednesday('20:00'),
      });
    });

    it('nor moved back when the pause ends, or met when it is done in the pause', () => {
      const resumed = [...paused, goOn(onThursday('10:00'))];
      expect(standingOf(resumed, timeline, onThursday('10:00'))).toMatchObject({
        due: onWednesday('20:00'),
        breachedAt: onWednesday('20:00'),
      });
      const done = [...paused, changed(onThursday('08:00'), { status: 'Waiting → Done' })];
      expect(standingOf(done, timeline, onThursday('09:00')).verdict).toBe('breached');
    });

    it('and told of when it is due, not at the closing before', () => {
      const told = [
        { threshold: 'before', at: onWednesday('16:00'), isTold: true },
        { threshold: 'due', at: onWednesday('20:00'), isTold: true },
      ];
      for (const facts of [paused.slice(0, 1), paused, [...paused, goOn(onWednesday('18:30'))]])
        expect(passingsOf(facts, timeline, onWednesday('19:00'))).toMatchObject(told);
    });
  });

  it('that has gone by when the timer starts is breached from the start', () => {
    expect(
      standingOf([created(onWednesday('13:00'))], timelineOf([by('12:00', 0)]), onWednesday('13:00')),
    ).toMatchObject({
      verdict: 'breached',
      breachedAt: onWednesday('13:00'),
      left: -hours(1),
    });
  });
});

describe('a goal by a date field (rule 7)', () => {
  const untilDate: Goal = { name: 'Until', until: 'duedate', calendar };
  const asking = (duedate: string, ...facts: Fact[]) => [
    created(onWednesday('10:00'), { duedate }),
    ...facts,
  ];

  it('is due when the field says, with an offset as Jira writes it', () => {
    const facts = asking('2026-11-19T12:00:00.000+0100');
    expect(dueOf([untilDate], facts, onWednesday('11:00'))).toBe(onThursday('11:00'));
  });

  it('is due at the midnight that ends a date without a time', () => {
    expect(dueOf([untilDate], asking('2026-11-19'), onWednesday('11:00'))).toBe(at('2026-11-20T00:00Z'));
  });

  it('is moved by a pause, from the last working time before', () => {
    const facts = asking('2026-11-19', wait(onWednesday('11:00')), goOn(onWednesday('12:00')));
    expect(dueOf([untilDate], facts, onWednesday('13:00'))).toBe(at('2026-11-20T10:00Z'));
  });

  it('moves with the field: what was used and waited stays', () => {
    const facts = asking(
      '2026-11-18T15:00:00.000Z',
      wait(onWednesday('11:00')),
      goOn(onWednesday('12:00')),
      changed(onWednesday('13:00'), { duedate: '2026-11-18T15:00:00.000Z → 2026-11-19T10:00:00.000Z' }),
    );
    expect(standingOf(facts, timelineOf([untilDate]), onWednesday('13:00'))).toMatchObject({
      due: onThursday('11:00'),
      elapsed: hours(2),
      waited: hours(1),
    });
  });

  it('makes way for the next goal while the field is empty or holds no date', () => {
    const goals = [untilDate, goal('Else', hours(2))];
    for (const facts of [[created(onWednesday('10:00'))], asking('soon')])
      expect(dueOf(goals, facts, onWednesday('10:00'))).toBe(onWednesday('12:00'));
  });

  it('that was out of hours and before the start is breached from the start, not before it', () => {
    const facts = [created(onWednesday('20:00'), { duedate: '2026-11-18T18:00:00.000Z' })];
    expect(standingOf(facts, timelineOf([untilDate]), onWednesday('21:00'))).toMatchObject({
      verdict: 'breached',
      breachedAt: onWednesday('20:00'),
    });
  });
});

describe('a goal as long as a field says (rule 7)', () => {
  const asLong: Goal = { name: 'As long', withinField: 'effort', unit: 'minutes', calendar };
  const born = (effort: string) => created(onWednesday('10:00'), { effort });

  it.each([
    ['4h 30m', minutes(270)],
    ['90', minutes(90)],
    ['1.5', minutes(1.5)],
  ])('understands %s', (effort, within) => {
    expect(standingOf([born(effort)], timelineOf([asLong]), onWednesday('10:00')).within).toBe(within);
  });

  it.each(['', '0', '-5', 'long'])('promises nothing where the field says "%s"', (effort) => {
    expect(standingOf([born(effort)], timelineOf([asLong]), onWednesday('10:00')).verdict).toBe('no-promise');
  });

  it('follows the field under the policy of the metric', () => {
    const facts = [
      born('120'),
      wait(onWednesday('10:30')),
      changed(onWednesday('10:45'), { effort: '120 → 60' }),
      goOn(onWednesday('11:00')),
    ];
    expect(dueOf([asLong], facts, onWednesday('11:00'))).toBe(onWednesday('11:30'));
    const proRata = { goalChange: { shorter: 'pro-rata', longer: 'carry' } } as const;
    expect(dueOf([asLong], facts, onWednesday('11:00'), proRata)).toBe(onWednesday('11:45'));
  });
});
