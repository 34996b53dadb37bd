import * as fc from 'fast-check';
import { closedPeriodProblems } from '../../../../src/domain/review/closed-period';
import { isLate, stateOfReview, type Review } from '../../../../src/domain/review/review';
import {
  afterReviewStep,
  LONGEST_LINE,
  LONGEST_TEXT,
  problemsOfReviewStep,
  reviewTransitions,
  type ReviewStep,
} from '../../../../src/domain/review/review-life';
import { at } from '../../../support/builders';
import { law } from '../../../support/laws';
import { held, review } from './reviews';

const its = { today: '2026-11-06', withoutCause: 0 };
const act = { by: 'sam', at: at('2026-11-06T10:00Z') };
const confirmed = { name: 'Ada Lovelace', how: 'mail', remark: '' };
const steps: readonly ReviewStep[] = [
  { step: 'hold', held },
  { step: 'confirm', confirmed },
  { step: 'close' },
  { step: 'note', note: { text: 'Page 2 was wrong' } },
];
const [hold, confirm, close, note] = steps as [ReviewStep, ReviewStep, ReviewStep, ReviewStep];
const after = (...taken: readonly ReviewStep[]): Review =>
  taken.reduce((each, step) => afterReviewStep(each, step, act), review);
const codes = (of: Review, step: ReviewStep, more = {}) =>
  problemsOfReviewStep(of, step, { ...its, ...more }).map(({ code, path }) => `${code} ${path}`.trim());

describe('the life of a review', () => {
  it('goes from prepared over held and confirmed to closed', () => {
    const states = [after(), after(hold), after(hold, confirm), after(hold, confirm, close)];
    expect(states.map(stateOfReview)).toEqual(['prepared', 'held', 'confirmed', 'closed']);
    expect(codes(after(), hold)).toEqual([]);
    expect(codes(after(hold), confirm)).toEqual([]);
    expect(codes(after(hold, confirm), close)).toEqual([]);
  });

  it('can be held otherwise until it is confirmed, and noted on once it is closed', () => {
    expect(codes(after(hold), hold)).toEqual([]);
    expect(codes(after(hold, confirm), hold)).toEqual(['review.not-now']);
    const closed = after(hold, confirm, close);
    expect(codes(closed, note)).toEqual([]);
    expect(codes(after(hold, confirm), note)).toEqual(['review.not-now']);
    expect(afterReviewStep(closed, note, act).notes).toEqual([{ text: 'Page 2 was wrong', ...act }]);
  });

  it('cannot be closed while a missed promise has no cause', () => {
    const [problem] = problemsOfReviewStep(after(hold, confirm), close, { ...its, withoutCause: 3 });
    expect(problem).toEqual({ code: 'review.without-cause', path: '', details: { count: '3' } });
  });

  law('lets nothing happen that is not in its table', [fc.array(fc.nat(3), { maxLength: 8 })], (places) => {
    let now = review;
    for (const place of places) {
      const step = steps[place]!;
      const { from, to } = reviewTransitions[step.step];
      const isThere = (from as readonly string[]).includes(stateOfReview(now));
      expect(problemsOfReviewStep(now, step, its).length === 0).toBe(isThere);
      if (!isThere) continue;
      const next = afterReviewStep(now, step, act);
      expect(stateOfReview(next)).toBe(to);
      // Frozen, and in the end all but notes.
      expect(next.figures).toBe(review.figures);
      if (now.closed) expect({ ...next, notes: [] }).toEqual({ ...now, notes: [] });
      now = next;
    }
  });
});

describe('what is said of a review', () => {
  const saying = (more: Partial<typeof held>) => codes(review, { step: 'hold', held: { ...held, ...more } });

  it('names the field that is wrong', () => {
    expect(saying({ on: '2026-02-30' })).toEqual(['review.no-day held.on']);
    expect(saying({ on: '2026-11-07' })).toEqual(['review.in-future held.on']);
    expect(saying({ on: '2026-09-30' })).toEqual(['review.before-period held.on']);
    expect(saying({ satisfaction: 6 })).toEqual(['review.satisfaction held.satisfaction']);
    expect(saying({ satisfaction: 2.5 })).toEqual(['review.satisfaction held.satisfaction']);
    expect(saying({ minutes: 'x'.repeat(LONGEST_TEXT + 1) })).toEqual(['review.long held.minutes']);
    expect(saying({ decisions: ['', 'x'.repeat(LONGEST_LINE + 1)] })).toEqual([
      'review.long held.decisions[1]',
    ]);
    expect(saying({ keeps: { target: { answer: 'keep', remark: 'x'.repeat(LONGEST_LINE + 1) } } })).toEqual([
      'review.long held.keeps.target.remark',
    ]);
  });

  it('can be kept unfinished, and is finished before anybody confirms it', () => {
    const begun = {
      ...held,
      participants: [],
      customers: '',
      responsible: '',
      minutes: '',
      checklist: { risks: { answer: 'no', remark: '' } },
      keeps: {},
    } as const;
    expect(codes(review, { step: 'hold', held: begun })).toEqual([]);
    expect(codes(after({ step: 'hold', held: begun }), confirm)).toEqual([
      'review.nobody held.participants',
      'review.no-responsible held.responsible',
      'review.not-said held.minutes',
      'review.unanswered held.checklist.quality',
      'review.unanswered held.checklist.response-and-recovery',
      'review.unanswered held.checklist.flow',
      'review.unanswered held.checklist.measures',
      'review.no-remark held.checklist.risks.remark',
      'review.unanswered held.keeps.target',
      'review.unanswered held.keeps.process',
      'review.unanswered held.keeps.resources',
      'review.unanswered held.keeps.standard',
    ]);
  });

  it('is confirmed by somebody who is named, and says how', () => {
    const nobody = { name: '', how: '', remark: '' };
    expect(codes(after(hold), { step: 'confirm', confirmed: nobody })).toEqual([
      'review.not-said confirmed.name',
      'review.not-said confirmed.how',
    ]);
  });

  it('is late from the day after the last one on', () => {
    expect(isLate(review, '2026-11-10')).toBe(false);
    expect(isLate(review, '2026-11-11')).toBe(true);
    expect(isLate(after(hold, confirm, close), '2026-11-11')).toBe(false);
  });
});

describe('a closed period', () => {
  const closed = after(hold, confirm, close);
  const refused = (endedAt: string | null, agreement = 'desk', reviews = [closed]) =>
    closedPeriodProblems({ agreement, endedAt: endedAt === null ? null : at(endedAt) }, reviews, 'here');

  it('lets no cycle that ended in it be reported otherwise', () => {
    expect(refused('2026-10-01T00:00Z')).toEqual([
      { code: 'exception.period-closed', path: 'here', details: { period: 'month', from: '2026-10-01' } },
    ]);
    expect(refused('2026-10-31T23:59Z')).toHaveLength(1);
    expect(refused('2026-11-01T00:00Z')).toEqual([]);
    expect(refused('2026-09-30T23:59Z')).toEqual([]);
  });

  it('is one of its agreement alone, and only once it is closed', () => {
    expect(refused('2026-10-15T00:00Z', 'other')).toEqual([]);
    expect(refused('2026-10-15T00:00Z', 'desk', [after(hold, confirm)])).toEqual([]);
    expect(refused(null)).toEqual([]);
  });
});
