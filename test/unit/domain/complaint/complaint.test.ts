import * as fc from 'fast-check';
import {
  afterStep,
  complaintProblems,
  complaintStates,
  complaintSteps,
  complaintTransitions,
  isLate,
  LONGEST_CUSTOMER,
  LONGEST_TEXT,
  problemsOfStep,
  stateOf,
  stepsFrom,
  type Complaint,
  type ComplaintStep,
} from '../../../../src/domain/complaint/complaint';
import { onWednesday } from '../../../support/builders';
import { law } from '../../../support/laws';

const act = { by: 'sam', at: onWednesday('12:00') };
const complaint = (more: Partial<Complaint> = {}): Complaint => ({
  id: 'one',
  receivedAt: onWednesday('10:00'),
  customer: 'Northwind',
  text: 'Nobody calls back',
  owner: 'ann',
  due: '2026-12-01',
  ...more,
});
const wrong = (one: Complaint, before?: Complaint) =>
  complaintProblems(one, { now: onWednesday('12:00'), agreements: ['desk'], before }).map(
    ({ code, path }) => `${code} ${path}`,
  );

describe('a complaint', () => {
  it('says who, what, who answers and by when', () => {
    expect(wrong(complaint({ agreement: 'desk', issue: 'ITSD-7' }))).toEqual([]);
    expect(wrong(complaint({ customer: '', text: '', owner: '', due: '' }))).toEqual([
      'complaint.no-customer customer',
      'complaint.no-text text',
      'complaint.no-owner owner',
      'complaint.no-day due',
    ]);
    const long = { customer: 'x'.repeat(LONGEST_CUSTOMER + 1), text: 'x'.repeat(LONGEST_TEXT + 1) };
    expect(wrong(complaint(long))).toEqual(['complaint.long customer', 'complaint.long text']);
  });

  it('is of the past, about an agreement and an issue that can be', () => {
    expect(wrong(complaint({ receivedAt: onWednesday('12:01'), agreement: 'gone', issue: 'no' }))).toEqual([
      'complaint.in-future receivedAt',
      'life.unknown-agreement agreement',
      'breach.no-key issue',
    ]);
    const before = complaint({ agreement: 'gone' });
    expect(wrong({ ...before, text: 'More' }, before)).toEqual([]);
  });

  it('is late from the day after, while nobody has answered it', () => {
    expect(isLate(complaint(), '2026-12-01')).toBe(false);
    expect(isLate(complaint(), '2026-12-02')).toBe(true);
    expect(isLate(afterStep(complaint(), 'answer', act, 'Called'), '2026-12-02')).toBe(false);
  });
});

describe('the life of a complaint', () => {
  law(
    'never leaves its table, whatever is tried',
    [fc.array(fc.constantFrom(...complaintSteps), { maxLength: 8 })],
    (tried) => {
      let one = complaint();
      for (const step of tried) {
        const before = stateOf(one);
        const { from, to } = complaintTransitions[step] as { from: readonly string[]; to: string };
        const found = problemsOfStep(one, step, 'Because');
        expect(found.map(({ code }) => code)).toEqual(from.includes(before) ? [] : ['complaint.settled']);
        if (found.length === 0) one = afterStep(one, step, act, 'Because');
        expect(stateOf(one)).toBe(found.length === 0 ? to : before);
      }
    },
  );

  it('goes by answering, and says what came of it', () => {
    const answered = afterStep(complaint(), 'answer', act, 'Called');
    const each = [
      complaint(),
      answered,
      afterStep(answered, 'close', act, ''),
      afterStep(complaint(), 'withdraw', act, 'An error'),
    ];
    expect(each.map(stateOf)).toEqual(complaintStates);
    expect(each.map(stepsFrom)).toEqual([
      ['answer', 'withdraw'],
      ['close', 'reopen'],
      ['reopen'],
      ['reopen'],
    ]);
    const silent = (one: Complaint, step: ComplaintStep) =>
      problemsOfStep(one, step, '').map(({ code, path }) => `${code} ${path}`);
    expect(silent(complaint(), 'answer')).toEqual(['complaint.no-outcome note']);
    expect(silent(complaint(), 'withdraw')).toEqual(['complaint.no-reason note']);
    expect(silent(answered, 'close')).toEqual([]);
    expect(silent(answered, 'reopen')).toEqual(['complaint.no-reason note']);
    expect(problemsOfStep(complaint(), 'answer', 'x'.repeat(LONGEST_TEXT + 1))[0]?.code).toBe(
      'complaint.long',
    );
  });

  it('taken up again has no answer, and says why', () => {
    const answered = afterStep(complaint(), 'answer', act, 'Called');
    expect(afterStep(answered, 'reopen', act, 'They called again')).toEqual({
      ...complaint(),
      reopened: { ...act, reason: 'They called again' },
    });
  });
});
