import * as fc from 'fast-check';
import {
  approvalsOf,
  cycleOfException,
  exceptionId,
  stateOf,
  type CycleException,
  type ExceptionAsked,
} from '../../../../src/domain/breach/exception';
import {
  afterStep,
  askedProblems,
  exceptionSteps,
  LONGEST_NOTE,
  pointlessFor,
  problemsOfStep,
  stepsOpenTo,
} from '../../../../src/domain/breach/exception-life';
import { hours, instant, NO_TIME, span } from '../../../../src/domain/time/instant';
import { resultOf } from '../../../../src/domain/timer/reported';
import {
  changed,
  created,
  goal,
  hoursOf,
  onWednesday,
  publication,
  resolutionMetric,
  timerOf,
} from '../../../support/builders';
import { law } from '../../../support/laws';

const ID = '10001/1/resolution/it-support';
const asked = (more: Partial<CycleException> = {}): CycleException => ({
  id: exceptionId(ID, 1),
  wanted: { kind: 'exclusion' },
  ground: 'customer-delay',
  reason: 'They were away',
  asked: { by: 'sam', at: onWednesday('15:00') },
  ...more,
});
const approvedBy = (by: string) =>
  afterStep(asked(), { step: 'approve', by, at: onWednesday('15:30'), note: '' });
const codes = (exception: CycleException, step: (typeof exceptionSteps)[number], by: string, note = 'so') =>
  problemsOfStep(exception, { step, by, note }).map(({ code }) => code);

describe('the life of an exclusion or extension', () => {
  it('is decided once, by somebody else than who asked', () => {
    expect(codes(asked(), 'approve', 'sam')).toEqual(['exception.own']);
    expect(codes(asked(), 'refuse', 'sam')).toEqual(['exception.own']);
    expect(codes(asked(), 'approve', 'kim')).toEqual([]);
    expect(codes(approvedBy('kim'), 'approve', 'kim')).toEqual(['exception.settled']);
    expect(codes(approvedBy('kim'), 'refuse', 'lee')).toEqual(['exception.settled']);
  });

  it('is withdrawn by who asked, while nobody has decided', () => {
    expect(codes(asked(), 'withdraw', 'kim')).toEqual(['exception.not-own']);
    expect(codes(asked(), 'withdraw', 'sam', '')).toEqual([]);
    expect(codes(approvedBy('kim'), 'withdraw', 'sam')).toEqual(['exception.settled']);
  });

  it('says why where it ends against somebody', () => {
    expect(codes(asked(), 'refuse', 'kim', '')).toEqual(['exception.no-note']);
    expect(codes(asked(), 'approve', 'kim', '')).toEqual([]);
    expect(codes(approvedBy('kim'), 'revoke', 'lee', '')).toEqual(['exception.no-note']);
    expect(codes(approvedBy('kim'), 'revoke', 'sam')).toEqual(['exception.own']);
    expect(codes(asked(), 'approve', 'kim', 'x'.repeat(LONGEST_NOTE + 1))).toEqual(['exception.long']);
  });

  it('offers each their own steps', () => {
    expect(stepsOpenTo(asked(), 'sam')).toEqual(['withdraw']);
    expect(stepsOpenTo(asked(), 'kim')).toEqual(['approve', 'refuse']);
    expect(stepsOpenTo(approvedBy('kim'), 'kim')).toEqual(['revoke']);
  });

  it('is about the cycle that its id names', () => {
    expect(cycleOfException(exceptionId(ID, 10))).toBe(ID);
  });
});

describe('what can be asked for', () => {
  const wrong = (wanted: ExceptionAsked, reason = 'because') =>
    askedProblems({ wanted, reason }, onWednesday('16:00')).map(({ code, path }) => `${code} ${path}`);
  const during = (from: string, to: string): ExceptionAsked => ({
    kind: 'exclusion',
    during: { from: onWednesday(from), to: onWednesday(to) },
  });

  it('needs a reason, a length, and a time that was', () => {
    expect(wrong({ kind: 'exclusion' })).toEqual([]);
    expect(wrong({ kind: 'exclusion' }, '')).toEqual(['exception.no-reason reason']);
    expect(wrong({ kind: 'extension', by: NO_TIME })).toEqual(['exception.no-length wanted.by']);
    expect(wrong({ kind: 'extension', by: span(-1) })).toEqual(['exception.no-length wanted.by']);
    expect(wrong(during('10:00', '10:00'))).toEqual(['exception.backwards wanted.during.to']);
    expect(wrong(during('10:00', '16:01'))).toEqual(['exception.in-future wanted.during.to']);
  });

  it('would change something of the cycle', () => {
    const { cycle } = late();
    const pointless = (wanted: ExceptionAsked, about = cycle) =>
      pointlessFor(wanted, about).map(({ code }) => code);
    expect(pointless(during('10:00', '11:00'))).toEqual([]);
    expect(pointless(during('07:00', '09:00'))).toEqual(['exception.outside']);
    expect(pointless(during('14:00', '15:00'))).toEqual(['exception.outside']);
    const unpromised = { ...cycle, stretches: cycle.stretches.map((each) => ({ ...each, promise: null })) };
    expect(pointless({ kind: 'extension', by: hours(1) }, unpromised)).toEqual([
      'exception.nothing-promised',
    ]);
  });
});

/** From 09:00 to 14:00, an hour too long for a goal of four. */
function late() {
  const facts = [created(onWednesday('09:00')), changed(onWednesday('14:00'), { status: 'Open → Done' })];
  const publications = [publication([resolutionMetric([goal('4 h', hours(4))])])];
  const { cycles, unknown } = timerOf(facts, publications, onWednesday('16:00'));
  const [cycle] = cycles;
  if (!cycle) throw new Error('The timer has no cycle.');
  return { cycle, unknown };
}
const reportedWith = (exceptions: readonly CycleException[]) =>
  resultOf({ ...late(), approvals: approvalsOf(exceptions) }, hoursOf, onWednesday('16:00'));

describe('what counts of it', () => {
  it('changes what is reported while it is approved, and never what was measured', () => {
    const measured = reportedWith([]).measured;
    expect(measured.verdict).toBe('breached');
    expect(reportedWith([asked()])).toEqual({ measured, reported: 'breached' });
    expect(reportedWith([approvedBy('kim')])).toEqual({ measured, reported: 'excluded' });
    const extension = asked({ id: exceptionId(ID, 2), wanted: { kind: 'extension', by: hours(1) } });
    const approved = afterStep(extension, { step: 'approve', by: 'kim', at: onWednesday('15:00'), note: '' });
    expect(reportedWith([approved])).toEqual({ measured, reported: 'met' });
    const revoked = afterStep(approved, { step: 'revoke', by: 'lee', at: onWednesday('15:00'), note: 'no' });
    expect(reportedWith([revoked])).toEqual({ measured, reported: 'breached' });
  });
});

const anyAct = fc.record({
  step: fc.constantFrom(...exceptionSteps),
  by: fc.constantFrom('sam', 'kim', 'lee'),
  at: fc.integer({ min: 1_790_000_000_000, max: 1_800_000_000_000 }).map(instant),
  note: fc.constantFrom('', 'so'),
});
const anyWanted: fc.Arbitrary<ExceptionAsked> = fc.oneof(
  fc.constant<ExceptionAsked>({ kind: 'exclusion' }),
  fc.integer({ min: 1, max: 10_000_000 }).map((ms): ExceptionAsked => ({ kind: 'extension', by: span(ms) })),
);

describe('whatever anybody tries', () => {
  law(
    'nobody’s own request is decided by them, nothing is decided twice, and only what stands approved counts',
    [anyWanted, fc.array(anyAct, { maxLength: 8 })],
    (wanted, acts) => {
      let exception = asked({ wanted });
      const states = [stateOf(exception)];
      for (const act of acts) {
        if (problemsOfStep(exception, act).length > 0) continue;
        exception = afterStep(exception, act);
        states.push(stateOf(exception));
      }
      expect([
        'asked',
        'asked refused',
        'asked withdrawn',
        'asked approved',
        'asked approved revoked',
      ]).toContain(states.join(' '));
      expect(exception.decision?.by).not.toBe('sam');
      expect(exception.revoked?.by).not.toBe('sam');
      expect([undefined, 'sam']).toContain(exception.withdrawn?.by);
      expect(approvalsOf([exception])).toEqual(
        stateOf(exception) === 'approved' ? [{ ...wanted, approvedBy: exception.decision?.by }] : [],
      );
    },
  );
});
