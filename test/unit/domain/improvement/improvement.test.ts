import * as fc from 'fast-check';
import { daysAfter, daysBefore, EFFECT_DAYS } from '../../../../src/domain/improvement/effect-days';
import {
  improvementProblems,
  improvementStates,
  isLate,
  LONGEST_TEXT,
  LONGEST_TITLE,
  stateOf,
  type ImprovementAction,
  type Nonconformity,
} from '../../../../src/domain/improvement/improvement';
import {
  afterStep,
  improvementSteps,
  improvementTransitions,
  problemsOfStep,
  stepsFrom,
  type ImprovementStep,
} from '../../../../src/domain/improvement/improvement-life';
import { dayNumberOf, localDateOf } from '../../../../src/domain/time/local-date';
import { onWednesday } from '../../../support/builders';
import { law } from '../../../support/laws';

const act = { by: 'sam', at: onWednesday('10:00') };
const action = (more: Partial<ImprovementAction> = {}): ImprovementAction => ({
  id: 'one',
  title: 'Train the night shift',
  description: '',
  kind: 'training',
  source: 'breach',
  owner: 'ann',
  due: '2026-12-01',
  planned: act,
  ...more,
});
const audit: Nonconformity = { finding: 'No log', correction: '', cause: '', prevention: '', proof: '' };
const targets = new Map([['desk', ['response', 'resolution']]]);
const wrong = (one: ImprovementAction, before?: ImprovementAction) =>
  improvementProblems(one, targets, before).map(({ code, path }) => `${code} ${path}`);
const taken = (one: ImprovementAction, step: ImprovementStep, note = 'Because') =>
  afterStep(one, { step, act, note, effect: undefined });

describe('an action', () => {
  it('says what, who and by when', () => {
    expect(wrong(action())).toEqual([]);
    expect(wrong(action({ title: '', owner: '', due: '2026-02-30' }))).toEqual([
      'improvement.no-title title',
      'improvement.no-owner owner',
      'improvement.no-day due',
    ]);
    const long = { title: 'x'.repeat(LONGEST_TITLE + 1), description: 'x'.repeat(LONGEST_TEXT + 1) };
    expect(wrong(action(long))).toEqual(['improvement.long title', 'improvement.long description']);
  });

  it('is about a target that there is, and goes on to be when that is gone', () => {
    expect(wrong(action({ agreement: 'desk', metric: 'response' }))).toEqual([]);
    expect(wrong(action({ agreement: 'gone' }))).toEqual(['life.unknown-agreement agreement']);
    expect(wrong(action({ agreement: 'desk', metric: 'gone' }))).toEqual(['improvement.no-target metric']);
    expect(wrong(action({ metric: 'response' }))).toEqual(['improvement.no-agreement agreement']);
    const before = action({ agreement: 'gone', metric: 'response' });
    expect(wrong({ ...before, title: 'Another' }, before)).toEqual([]);
  });

  it('of an audit says what was found', () => {
    expect(wrong(action({ source: 'audit' }))).toEqual(['improvement.no-finding nonconformity.finding']);
    expect(wrong(action({ source: 'audit', nonconformity: audit }))).toEqual([]);
    const long = { ...audit, cause: 'x'.repeat(LONGEST_TEXT + 1) };
    expect(wrong(action({ source: 'audit', nonconformity: long }))).toEqual([
      'improvement.long nonconformity.cause',
    ]);
  });

  it('is late from the day after, while nobody has done it', () => {
    expect(isLate(action(), '2026-12-01')).toBe(false);
    expect(isLate(action(), '2026-12-02')).toBe(true);
    expect(isLate(action({ done: act }), '2026-12-02')).toBe(false);
  });
});

describe('the life of an action', () => {
  const steps = fc.array(fc.constantFrom(...improvementSteps), { maxLength: 8 });

  law('never leaves its table, whatever is tried', [steps], (tried) => {
    let one = action();
    for (const step of tried) {
      const before = stateOf(one);
      const { from, to } = improvementTransitions[step] as { from: readonly string[]; to: string };
      const found = problemsOfStep(one, step, 'Because');
      expect(found.map(({ code }) => code)).toEqual(from.includes(before) ? [] : ['improvement.settled']);
      if (found.length === 0) one = taken(one, step);
      expect(stateOf(one)).toBe(found.length === 0 ? to : before);
    }
  });

  it('ends where its effect is judged, and nowhere else', () => {
    const done = taken(action(), 'complete');
    const each = [action(), done, taken(done, 'confirm'), taken(done, 'reject'), taken(action(), 'drop')];
    expect(each.map(stateOf)).toEqual(improvementStates);
    expect(each.map(stepsFrom)).toEqual([
      ['complete', 'drop'],
      ['confirm', 'reject', 'reopen'],
      [],
      [],
      ['reopen'],
    ]);
  });

  it('says why where it ends without an effect or begins anew', () => {
    const done = taken(action(), 'complete');
    const silent = (one: ImprovementAction, step: ImprovementStep) =>
      problemsOfStep(one, step, '').map(({ code }) => code);
    expect([silent(action(), 'complete'), silent(done, 'confirm')]).toEqual([[], []]);
    expect([silent(action(), 'drop'), silent(done, 'reopen'), silent(done, 'reject')]).toEqual(
      Array.from({ length: 3 }, () => ['improvement.no-note']),
    );
    expect(problemsOfStep(done, 'confirm', 'x'.repeat(LONGEST_TEXT + 1))[0]?.code).toBe('improvement.long');
  });

  it('of a nonconformity asks for correction, cause and prevention, and then for proof', () => {
    const found = action({ source: 'audit', nonconformity: audit });
    expect(problemsOfStep(found, 'complete', '').map(({ code }) => code)).toEqual([
      'improvement.lacks-correction',
      'improvement.lacks-cause',
      'improvement.lacks-prevention',
    ]);
    const said = { ...audit, correction: 'Log kept', cause: 'No rule', prevention: 'A rule' };
    const done = taken({ ...found, nonconformity: said }, 'complete');
    expect(problemsOfStep(done, 'confirm', '').map(({ code }) => code)).toEqual(['improvement.lacks-proof']);
    expect(problemsOfStep(done, 'reject', 'Still none')).toEqual([]);
  });

  it('taken up again is as open as it was, and says why', () => {
    const open = taken(taken(action(), 'complete'), 'reopen', 'Not finished');
    expect(open).toEqual({ ...action(), reopened: { ...act, reason: 'Not finished' } });
  });

  it('keeps the figures by which it was judged', () => {
    const effect = { before: { met: 1, of: 4 }, after: { met: 3, of: 3 } };
    const judged = afterStep(taken(action(), 'complete'), { step: 'confirm', act, note: '', effect });
    expect(judged.judged).toEqual({ ...act, isEffective: true, remark: '', effect });
  });
});

law(
  'as many days are measured after it was done as before it was planned, and neither of the two days themselves',
  [fc.integer({ min: 0, max: 40_000 }), fc.nat(1_000)],
  (first, lasted) => {
    const [planned, done] = [localDateOf(first), localDateOf(first + lasted)];
    const [before, after] = [daysBefore(planned), daysAfter(done)];
    const count = ({ from, to }: typeof before) => dayNumberOf(to)! - dayNumberOf(from)!;
    expect([count(before), count(after)]).toEqual([EFFECT_DAYS, EFFECT_DAYS]);
    expect(before.to).toBe(planned);
    expect(after.from > done).toBe(true);
  },
);
