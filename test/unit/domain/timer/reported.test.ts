import { hours } from '../../../../src/domain/time/instant';
import { resultOf, withApprovals, type Approval } from '../../../../src/domain/timer/reported';
import { ledger } from '../../../../src/domain/timer/ledger';
import type { Goal } from '../../../../src/domain/timer/metric';
import {
  changed,
  created,
  goal,
  hoursOf,
  nineToFive,
  onWednesday,
  publication,
  resolutionMetric,
  timerOf,
} from '../../../support/builders';

/** From 09:00 to 14:00, an hour too long for a goal of four. */
const cycleUnder = (promised: Goal) => {
  const facts = [created(onWednesday('09:00')), changed(onWednesday('14:00'), { status: 'Open → Done' })];
  const { cycles, unknown } = timerOf(
    facts,
    [publication([resolutionMetric([promised])])],
    onWednesday('16:00'),
  );
  const [cycle] = cycles;
  if (!cycle) throw new Error('The timer has no cycle.');
  return { cycle, unknown };
};
const fourHours = goal('4 h', hours(4));
const excluded = (from: string, to: string): Approval => ({
  kind: 'exclusion',
  approvedBy: 'manager',
  during: { from: onWednesday(from), to: onWednesday(to) },
});
const extended = (by: number): Approval => ({ kind: 'extension', approvedBy: 'manager', by: hours(by) });
const verdicts = (promised: Goal, ...approvals: Approval[]) => {
  const result = resultOf({ ...cycleUnder(promised), approvals }, hoursOf, onWednesday('16:00'));
  return [result.measured.verdict, result.reported];
};

describe('what was approved changes what is reported, never what was measured (rule 17)', () => {
  it('an exclusion of an hour of it, of which the ledger names who approved it', () => {
    expect(verdicts(fourHours, excluded('10:00', '11:00'))).toEqual(['breached', 'met']);
    const { cycle } = cycleUnder(fourHours);
    const steps = ledger(withApprovals(cycle, [excluded('10:00', '11:00')]), hoursOf, onWednesday('16:00'));
    expect(steps.map(({ kind, by, total }) => [by ?? kind, total])).toEqual([
      ['counted', hours(1)],
      ['manager', hours(1)],
      ['counted', hours(4)],
    ]);
  });

  it('an exclusion of too little of it, or of time in which nobody works, saves nothing', () => {
    expect(verdicts(fourHours, excluded('10:00', '10:59'))).toEqual(['breached', 'breached']);
    expect(verdicts(fourHours, excluded('06:00', '09:00'))).toEqual(['breached', 'breached']);
  });

  it.each<[string, Goal]>([
    ['working time', fourHours],
    ['a time on the wall', { name: 'By one', by: '13:00', onBusinessDay: 0, calendar: nineToFive.id }],
  ])('an extension of a goal of %s', (_, promised) => {
    expect(verdicts(promised, extended(1))).toEqual(['breached', 'met']);
    expect(verdicts(promised, extended(0.5))).toEqual(['breached', 'breached']);
    expect(verdicts(promised, extended(0.5), extended(0.5))).toEqual(['breached', 'met']);
  });
});
