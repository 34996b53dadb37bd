import { hours } from '../../../../src/domain/time/instant';
import { evaluate } from '../../../../src/domain/timer/evaluate';
import { compileRules } from '../../../../src/domain/timer/rules';
import {
  at,
  changed,
  created,
  goal,
  hoursOf,
  onWednesday,
  publication,
  resolutionMetric,
  standingOf,
  timerOf,
} from '../../../support/builders';

const promising = (within: number, published: string, more = {}) =>
  publication([resolutionMetric([goal(`${within} hours`, hours(within))])], {
    version: `desk@${published}`,
    at: at(published),
    ...more,
  });

const metAfter150Minutes = [
  created(onWednesday('09:00')),
  changed(onWednesday('11:30'), { status: 'Open → Done' }),
];

describe('the past is pinned (rule 16)', () => {
  it('a verdict stays when a shorter goal is published later (g1)', () => {
    const timeline = [promising(4, '2026-01-01T00:00Z'), promising(2, '2026-11-18T12:00Z')];
    expect(standingOf(metAfter150Minutes, timeline, onWednesday('13:00')).verdict).toBe('met');
  });

  it('a later publication cannot reach back before its instant', () => {
    const backdated = promising(2, '2026-11-18T12:00Z');
    expect(backdated.agreement.effectiveFrom).toBeLessThan(onWednesday('09:00'));
    const timeline = [promising(4, '2026-01-01T00:00Z'), backdated];
    expect(timerOf(metAfter150Minutes, timeline, onWednesday('13:00')).cycles[0]?.version).toBe(
      'desk@2026-01-01T00:00Z',
    );
  });

  it('the first publication can, since nothing was promised before', () => {
    const standing = standingOf(
      metAfter150Minutes,
      [promising(2, '2026-11-18T12:00Z')],
      onWednesday('13:00'),
    );
    expect(standing.verdict).toBe('breached');
  });

  it('a running cycle keeps the goal it started with, unless the publication applies to running timers (rule 15)', () => {
    const facts = [created(onWednesday('09:00'))];
    const first = promising(4, '2026-01-01T00:00Z');
    const kept = standingOf(facts, [first, promising(2, '2026-11-18T10:00Z')], onWednesday('10:30'));
    expect(kept.due).toBe(onWednesday('13:00'));
    const applied = promising(2, '2026-11-18T10:00Z', { appliesToRunning: true });
    expect(standingOf(facts, [first, applied], onWednesday('10:30')).due).toBe(onWednesday('11:00'));
  });

  it('a publication that another one had overtaken changes nothing', () => {
    const facts = [created(onWednesday('09:00'))];
    const { agreement, ...rest } = promising(3, '2026-11-18T09:30Z', { appliesToRunning: true });
    const announced = { ...rest, agreement: { ...agreement, effectiveFrom: onWednesday('11:00') } };
    const { agreement: later, ...other } = promising(2, '2026-11-18T10:00Z', { appliesToRunning: true });
    const overtaking = { ...other, agreement: { ...later, effectiveFrom: onWednesday('11:00') } };
    const timeline = [promising(4, '2026-01-01T00:00Z'), announced, overtaking];
    expect(standingOf(facts, timeline, onWednesday('11:30')).promise?.goal).toBe('2 hours');
    expect(standingOf(facts, [...timeline].reverse(), onWednesday('11:30')).promise?.goal).toBe('2 hours');
  });

  it('an agreement that has ended does not come back by a publication that another one had overtaken', () => {
    const { agreement, ...rest } = promising(3, '2026-11-18T09:30Z');
    const announced = { ...rest, agreement: { ...agreement, effectiveFrom: onWednesday('12:00') } };
    const ended = { kind: 'ended', at: onWednesday('11:00'), runOff: 'finish' } as const;
    const first = promising(4, '2026-01-01T00:00Z');
    const timeline = [first, announced, promising(2, '2026-11-18T10:00Z'), ended];
    const rulesBy = (...entries: typeof timeline) => compileRules([entries]);
    const facts = [created(onWednesday('12:30'))];
    expect(evaluate({ facts }, rulesBy(...timeline), hoursOf, onWednesday('13:00'))).toEqual([]);
    const notOvertaken = rulesBy(first, announced, ended);
    expect(evaluate({ facts }, notOvertaken, hoursOf, onWednesday('13:00'))).toHaveLength(1);
  });

  it('a cycle that starts after a publication is judged by it', () => {
    const facts = [...metAfter150Minutes, changed(onWednesday('12:30'), { status: 'Done → Open' })];
    const timeline = [promising(4, '2026-01-01T00:00Z'), promising(2, '2026-11-18T12:00Z')];
    expect(standingOf(facts, timeline, onWednesday('13:00')).due).toBe(onWednesday('14:30'));
  });

  it('nothing is promised before an agreement takes effect', () => {
    const { agreement, ...rest } = promising(4, '2026-11-01T00:00Z');
    const tomorrow = { ...rest, agreement: { ...agreement, effectiveFrom: at('2026-11-19T00:00Z') } };
    expect(() => timerOf(metAfter150Minutes, [tomorrow], onWednesday('13:00'))).toThrow('0 timers');
  });
});

describe('a history with a hole (rule 21)', () => {
  it('is unknown, never met', () => {
    const history = { facts: metAfter150Minutes, gap: 'changelog' } as const;
    const [timer] = evaluate(
      history,
      compileRules([[promising(4, '2026-01-01T00:00Z')]]),
      hoursOf,
      onWednesday('13:00'),
    );
    expect(timer?.standings[0]?.verdict).toBe('unknown');
  });
});
