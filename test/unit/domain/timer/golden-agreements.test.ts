import { hours, minutes } from '../../../../src/domain/time/instant';
import type { Fact } from '../../../../src/domain/timer/history';
import { resultOf, type Approval } from '../../../../src/domain/timer/reported';
import type { RunOff } from '../../../../src/domain/timer/timeline';
import {
  at,
  changed,
  created,
  goal,
  hoursOf,
  ledgerOf,
  onWednesday,
  passingsOf,
  publication,
  publicationOf,
  resolutionMetric,
  standingOf,
  timersOf,
  timerOf,
  timeWithTeam,
} from '../../../support/builders';

const fourHours = resolutionMetric([goal('4 h', hours(4))], {
  thresholds: [
    { id: 'half', atShare: 50 },
    { id: 'due', atShare: 100 },
  ],
});

describe('g14: an agreement is retired at noon with 12 running cycles', () => {
  const noon = onWednesday('12:00');
  const endedWith = (runOff: RunOff) => [
    publication([fourHours]),
    { kind: 'ended', at: noon, runOff } as const,
  ];
  const issues = Array.from({ length: 12 }, (_, index): readonly Fact[] => [
    created(onWednesday(`11:${10 + index * 4}`)),
  ]);

  it('that it lets finish: each goes on to its end, alerts and all, and no other begins', () => {
    for (const facts of issues) {
      expect(standingOf(facts, endedWith('finish'), noon).clock.kind).toBe('running');
      expect(passingsOf(facts, endedWith('finish'), noon)).toHaveLength(2);
      const reopened = [
        ...facts,
        changed(onWednesday('13:00'), { status: 'Open → Done' }),
        changed(onWednesday('14:00'), { status: 'Done → Open' }),
      ];
      const { standings } = timerOf(reopened, endedWith('finish'), onWednesday('15:00'));
      expect(standings.map(({ verdict }) => verdict)).toEqual(['met']);
    }
  });

  it('that it takes along: each is cancelled, with no verdict and no alert to come', () => {
    for (const facts of issues) {
      expect(standingOf(facts, endedWith('cancel'), onWednesday('16:59'))).toMatchObject({
        clock: { kind: 'cancelled', at: noon },
        verdict: 'none',
      });
      expect(passingsOf(facts, endedWith('cancel'), noon)).toEqual([]);
    }
  });
});

describe('g17: team A has an OLA of 3 h, then team B one of 1 h', () => {
  const sla = [publicationOf({ id: 'SLA', metrics: [resolutionMetric([goal('8 h', hours(8))])] })];
  const ola = (team: string, within: number) => [
    publicationOf({
      id: `OLA ${team}`,
      kind: 'OLA',
      metrics: [timeWithTeam(team, [goal(`${within} h`, hours(within))])],
    }),
  ];
  const facts = [
    created(onWednesday('09:00'), { team: 'A' }),
    changed(onWednesday('11:00'), { team: 'A → B' }),
  ];

  it('B has its own hour; the SLA shows what is left', () => {
    const timers = timersOf(facts, [sla, ola('A', 3), ola('B', 1)], onWednesday('11:30'));
    const shown = timers.map(({ agreement, standings }) => {
      const [standing] = standings;
      return [agreement.name, standing?.clock.kind, standing?.verdict, standing?.elapsed, standing?.left];
    });
    expect(shown).toEqual([
      ['SLA', 'running', 'open', minutes(150), minutes(330)],
      ['OLA A', 'stopped', 'met', hours(2), hours(1)],
      ['OLA B', 'running', 'open', minutes(30), minutes(30)],
    ]);
  });
});

describe('g18: an approved exclusion of 40 cases from one outage', () => {
  const now = onWednesday('16:00');
  const outage: Approval = { kind: 'exclusion', approvedBy: 'manager' };
  const doneAt = (time: string, approvals: readonly Approval[]) => {
    const facts = [created(onWednesday('09:00')), changed(onWednesday(time), { status: 'Open → Done' })];
    const { cycles, unknown } = timerOf(facts, [publication([fourHours])], now);
    return cycles.map((cycle) => resultOf({ cycle, unknown, approvals }, hoursOf, now));
  };
  const results = Array.from({ length: 50 }, (_, index) =>
    index < 40 ? doneAt('15:00', [outage]) : doneAt('12:00', []),
  ).flat();

  it('measured unchanged, reported changed, both shown', () => {
    const count = (verdicts: readonly string[]) =>
      Object.fromEntries(
        [...new Set(verdicts)].map((kind) => [kind, verdicts.filter((v) => v === kind).length]),
      );
    expect(count(results.map(({ measured }) => measured.verdict))).toEqual({ breached: 40, met: 10 });
    expect(count(results.map(({ reported }) => reported))).toEqual({ excluded: 40, met: 10 });
  });
});

describe('g21: an agreement suspended 10:00–14:00 on 9–17, a goal of 4 h from 09:00', () => {
  const timeline = [
    publication([fourHours]),
    { kind: 'suspended', at: onWednesday('10:00'), reason: 'Data centre moves' },
    { kind: 'reinstated', at: onWednesday('14:00') },
  ] as const;
  const facts = [created(onWednesday('09:00'))];

  it('due 17:00', () => {
    expect(standingOf(facts, timeline, onWednesday('15:00')).due).toBe(onWednesday('17:00'));
    expect(standingOf(facts, timeline, at('2026-11-18T12:00Z')).clock).toEqual({
      kind: 'suspended',
      by: 'Data centre moves',
      since: onWednesday('10:00'),
    });
  });

  it('the ledger names the suspension', () => {
    expect(ledgerOf(facts, timeline, onWednesday('15:00'))).toMatchObject([
      { kind: 'counted', from: onWednesday('09:00'), to: onWednesday('10:00'), counted: hours(1) },
      {
        kind: 'suspended',
        by: 'Data centre moves',
        from: onWednesday('10:00'),
        to: onWednesday('14:00'),
        counted: 0,
      },
      { kind: 'counted', from: onWednesday('14:00'), to: onWednesday('15:00'), total: hours(2) },
    ]);
  });
});
