import { hours, later, minutes, span } from '../../../../src/domain/time/instant';
import type { Condition } from '../../../../src/domain/timer/condition';
import {
  at,
  changed,
  commented,
  created,
  goal,
  ledgerOf,
  nextReplyMetric,
  nineToFiveInBerlin,
  onWednesday,
  passingsOf,
  priorityIs,
  publication,
  refs,
  resolutionMetric,
  roundTheClock,
  roundTheClockInBerlin,
  standingOf,
  timerOf,
} from '../../../support/builders';

const promising = (...goals: Parameters<typeof resolutionMetric>[0]) => [
  publication([resolutionMetric(goals)]),
];

describe('g1: a goal of 4 h was met at 2.5 h; the goal is then published as 2 h and everything recomputed', () => {
  it('still met', () => {
    const facts = [created(onWednesday('09:00')), changed(onWednesday('11:30'), { status: 'Open → Done' })];
    const shorter = publication([resolutionMetric([goal('2 h', hours(2))])], {
      version: 'desk@2',
      at: onWednesday('12:00'),
      appliesToRunning: true,
    });
    const timeline = [...promising(goal('4 h', hours(4))), shorter];
    const standing = standingOf(facts, timeline, onWednesday('13:00'));
    expect(standing).toMatchObject({ verdict: 'met', elapsed: minutes(150), promise: { goal: '4 h' } });
  });
});

describe('g2: 9–17, a goal of 8 h, start at 11:00, a pause from 17:00 to 09:00 next day', () => {
  it('due stays next day 11:00', () => {
    const facts = [
      created(onWednesday('11:00')),
      changed(onWednesday('17:00'), { status: 'Open → Waiting' }),
      changed(at('2026-11-19T09:00Z'), { status: 'Waiting → Open' }),
    ];
    const timeline = promising(goal('8 h', hours(8)));
    for (const now of [onWednesday('16:00'), at('2026-11-19T10:00Z')])
      expect(standingOf(facts, timeline, now).due).toBe(at('2026-11-19T11:00Z'));
  });
});

describe('g3: from 10:00 Medium with 3 h, from 11:00 High with 2 h, carry', () => {
  it('due 12:00', () => {
    const facts = [
      created(onWednesday('10:00')),
      changed(onWednesday('11:00'), { priority: 'Medium → High' }),
    ];
    const timeline = promising(goal('High', hours(2), priorityIs('High')), goal('Medium', hours(3)));
    expect(standingOf(facts, timeline, onWednesday('11:00')).due).toBe(onWednesday('12:00'));
  });
});

describe('g4: created 10:00, waiting from 10:10, made P1 at 10:30, resumed at 10:40', () => {
  it('at 10:40: 10 min used, 30 min paused', () => {
    const facts = [
      created(onWednesday('10:00')),
      changed(onWednesday('10:10'), { status: 'Open → Waiting' }),
      changed(onWednesday('10:30'), { priority: 'Medium → P1' }),
      changed(onWednesday('10:40'), { status: 'Waiting → Open' }),
    ];
    const timeline = promising(goal('P1', hours(1), priorityIs('P1')), goal('Others', hours(4)));
    expect(standingOf(facts, timeline, onWednesday('10:40'))).toMatchObject({
      clock: { kind: 'running' },
      elapsed: minutes(10),
      waited: minutes(30),
    });
  });
});

describe('g5: one transition satisfies stop and pause', () => {
  it('stopped', () => {
    const metric = resolutionMetric([goal('4 h', hours(4))], {
      stop: { changed: 'status', to: refs('Waiting') },
    });
    const facts = [
      created(onWednesday('10:00')),
      changed(onWednesday('11:00'), { status: 'Open → Waiting' }),
    ];
    expect(standingOf(facts, [publication([metric])], onWednesday('12:00'))).toMatchObject({
      clock: { kind: 'stopped', at: onWednesday('11:00') },
      verdict: 'met',
    });
  });
});

describe('g8: 24×7, a goal of 8 h, over both change nights', () => {
  it.each([
    ['spring', '2026-03-28T22:00+01:00', '2026-03-29T07:00+02:00'],
    ['autumn', '2026-10-24T22:00+02:00', '2026-10-25T05:00+01:00'],
  ])('exactly 8 h of real time in %s', (_, start, due) => {
    const timeline = promising(goal('8 h', hours(8), undefined, roundTheClockInBerlin.id));
    expect(at(due) - at(start)).toBe(hours(8));
    expect(standingOf([created(at(start))], timeline, at(due))).toMatchObject({
      due: at(due),
      elapsed: hours(8),
      verdict: 'open',
    });
    expect(standingOf([created(at(start))], timeline, later(at(due), span(1))).verdict).toBe('breached');
  });
});

describe('g9: 9–17 local on both change days', () => {
  it.each([
    ['spring', '2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00'],
    ['autumn', '2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00'],
  ])('8 working hours that day in %s', (_, midnight, next) => {
    const timeline = promising(goal('9 h', hours(9), undefined, nineToFiveInBerlin.id));
    expect(standingOf([created(at(midnight))], timeline, at(next)).elapsed).toBe(hours(8));
  });
});

describe('next reply, a goal of 45 min', () => {
  const timeline = [publication([nextReplyMetric([goal('45 min', minutes(45))])])];
  const born = created(onWednesday('08:00'));

  it('g10: the customer wrote at 09:00 and 09:20, the reply came at 09:50: breached at 09:45', () => {
    const facts = [
      born,
      commented(onWednesday('09:00'), 'customer'),
      commented(onWednesday('09:20'), 'customer'),
      commented(onWednesday('09:50'), 'agent'),
    ];
    const { cycles, standings } = timerOf(facts, timeline, onWednesday('12:00'));
    expect(cycles).toHaveLength(1);
    expect(standings[0]).toMatchObject({ verdict: 'breached', breachedAt: onWednesday('09:45') });
  });

  it('g11: the customer writes "thanks" after done: no running next reply', () => {
    const facts = [
      born,
      changed(onWednesday('09:00'), { status: 'Open → Done' }),
      commented(onWednesday('09:30'), 'customer'),
    ];
    expect(() => timerOf(facts, timeline, onWednesday('12:00'))).toThrow('0 timers');
  });

  it('g12: an agent answered and the customer is silent for 3 days: not armed', () => {
    const facts = [
      born,
      commented(onWednesday('09:00'), 'customer'),
      commented(onWednesday('09:30'), 'agent'),
    ];
    const { standings } = timerOf(facts, timeline, at('2026-11-21T09:30Z'));
    expect(standings.map(({ clock, verdict }) => [clock.kind, verdict])).toEqual([['stopped', 'met']]);
  });
});

describe('g13: on 9–17 from Friday 15:00', () => {
  const friday = [created(at('2026-11-20T15:00Z'))];

  it('1 business day: Monday 15:00', () => {
    const timeline = promising({ name: '1 day', businessDays: 1, calendar: 'nine-to-five' });
    expect(standingOf(friday, timeline, at('2026-11-20T16:00Z')).due).toBe(at('2026-11-23T15:00Z'));
  });

  it('24 working hours: Wednesday 15:00', () => {
    const timeline = promising(goal('24 h', hours(24)));
    expect(standingOf(friday, timeline, at('2026-11-20T16:00Z')).due).toBe(at('2026-11-25T15:00Z'));
  });
});

describe('an import', () => {
  const importing = (...goals: Parameters<typeof resolutionMetric>[0]) => [
    publication([
      resolutionMetric(goals, {
        startAt: 'real start',
        thresholds: [
          { id: 'half', atShare: 50 },
          { id: 'due', atShare: 100 },
          { id: 'late', after: hours(4) },
        ],
      }),
    ]),
  ];

  it('g15: its start is already late: breached, nothing sent', () => {
    const facts = [created(onWednesday('15:00'), { 'real start': '2026-11-18T09:00:00.000Z' })];
    const timeline = importing(goal('4 h', hours(4)));
    expect(standingOf(facts, timeline, onWednesday('15:00'))).toMatchObject({
      verdict: 'breached',
      breachedAt: onWednesday('13:00'),
    });
    expect(passingsOf(facts, timeline, onWednesday('15:00'))).toMatchObject([
      { threshold: 'half', at: onWednesday('11:00'), isTold: false },
      { threshold: 'due', at: onWednesday('13:00'), isTold: false },
      { threshold: 'late', at: onWednesday('17:00'), isTold: true },
    ]);
  });

  it('g20: today, with the real start in a field: starts at the field; what came before is unknown', () => {
    const waiting: Condition = { field: 'status', in: refs('Waiting') };
    const facts = [
      created(onWednesday('12:00'), { status: 'Waiting', 'real start': '2026-11-18T09:00:00.000Z' }),
      changed(onWednesday('13:00'), { status: 'Waiting → Open' }),
    ];
    const timeline = importing(goal('Waiting', hours(8), waiting), goal('4 h', hours(4)));
    const { cycles } = timerOf(facts, timeline, onWednesday('14:00'));
    expect(cycles).toMatchObject([{ startedAt: onWednesday('09:00'), knownFrom: onWednesday('12:00') }]);
    // Nobody saw a pause before the import, and nobody was told of anything.
    expect(ledgerOf(facts, timeline, onWednesday('14:00'))).toMatchObject([
      { kind: 'counted', from: onWednesday('09:00'), to: onWednesday('12:00'), counted: hours(3) },
      { kind: 'paused', from: onWednesday('12:00'), to: onWednesday('13:00') },
      { kind: 'counted', from: onWednesday('13:00'), to: onWednesday('14:00'), total: hours(4) },
    ]);
    expect(passingsOf(facts, timeline, onWednesday('14:00')).filter(({ isTold }) => isTold)).toMatchObject([
      { goal: '4 h', threshold: 'due', at: onWednesday('14:00') },
      { goal: '4 h', threshold: 'late' },
    ]);
  });
});

describe('g19', () => {
  const timeline = promising(goal('4 h', hours(4), undefined, roundTheClock.id));
  const original = [
    created(onWednesday('09:00'), { project: 'DESK' }),
    changed(onWednesday('10:00'), { status: 'Open → Waiting' }),
    changed(onWednesday('10:30'), { status: 'Waiting → Open' }),
  ];

  it('an issue moved keeps its history', () => {
    const moved = [
      ...original,
      changed(onWednesday('11:00'), { project: 'DESK → NET', status: 'Open → New' }),
    ];
    const { cycles, standings } = timerOf(moved, timeline, onWednesday('12:00'));
    expect(cycles).toHaveLength(1);
    expect(standings[0]).toMatchObject({ elapsed: minutes(150), waited: minutes(30) });
  });

  it('an issue cloned starts anew', () => {
    const clone = [created(onWednesday('11:00'), { project: 'DESK' })];
    expect(standingOf(clone, timeline, onWednesday('12:00'))).toMatchObject({
      elapsed: hours(1),
      waited: 0,
      due: onWednesday('15:00'),
    });
  });
});
