import * as fc from 'fast-check';
import {
  LONGEST_NOTE,
  satisfactionOf,
  satisfactionProblems,
  type Satisfaction,
} from '../../../../src/domain/satisfaction/satisfaction';
import type { Ratings } from '../../../../src/domain/satisfaction/ratings';
import { instant } from '../../../../src/domain/time/instant';
import { law } from '../../../support/laws';

const entry = (more: Partial<Satisfaction> = {}): Satisfaction => ({
  id: 'one',
  agreement: 'desk',
  month: '2026-10-01',
  source: 'survey',
  n: 12,
  score: 4.2,
  note: '',
  ...more,
});
const wrong = (one: Satisfaction) =>
  satisfactionProblems(one, ['desk'], '2026-11-18').map(({ code, path }) => `${code} ${path}`);

describe('what is entered of satisfaction', () => {
  it('says of which agreement and month, how many answered, and what', () => {
    expect(wrong(entry())).toEqual([]);
    expect(wrong(entry({ month: '2026-11-01', score: 1, satisfied: 100, nps: -100 }))).toEqual([]);
    const { score: _score, ...nothing } = entry({ agreement: 'gone', month: '2026-10-02', n: 0 });
    expect(wrong(nothing)).toEqual([
      'life.unknown-agreement agreement',
      'satisfaction.no-month month',
      'satisfaction.no-number n',
      'satisfaction.nothing score',
    ]);
  });

  it('lies within what each value can be, and not in the future', () => {
    const far = { month: '2026-12-01', n: 1.5, score: 5.1, satisfied: -1, nps: 101 };
    expect(wrong(entry({ ...far, note: 'x'.repeat(LONGEST_NOTE + 1) }))).toEqual([
      'satisfaction.in-future month',
      'satisfaction.no-number n',
      'satisfaction.out-of-bounds score',
      'satisfaction.out-of-bounds satisfied',
      'satisfaction.out-of-bounds nps',
      'satisfaction.long note',
    ]);
  });
});

const rated = (month: string, stars: readonly number[]): Ratings => ({
  id: `desk/${month}`,
  agreement: 'desk',
  month,
  stars: Object.fromEntries(stars.map((one, index) => [String(index), one])),
  looked: stars.length,
  of: stars.length,
  upTo: instant(0),
});

describe('satisfaction of a period', () => {
  const quarter = { kind: 'quarter', from: '2026-10-01' } as const;

  it('weighs each value by how many answered, of that agreement and time alone', () => {
    const entered = [
      entry({ n: 10, score: 4 }),
      entry({ month: '2026-11-01', n: 30, score: 5, nps: 20 }),
      entry({ month: '2026-09-01', score: 1 }),
      entry({ month: '2027-01-01', score: 1 }),
      entry({ agreement: 'other', score: 1 }),
      entry({ score: 1, removed: true }),
    ];
    expect(satisfactionOf({ entered, ratings: [] }, 'desk', quarter)).toEqual({
      score: { value: 4.75, n: 40, from: 'entered' },
      nps: { value: 20, n: 30, from: 'entered' },
    });
  });

  it('is unknown where nobody was asked', () => {
    expect(
      satisfactionOf({ entered: [entry({ month: '2026-09-01' })], ratings: [] }, 'desk', quarter),
    ).toBeUndefined();
  });

  it('is what customers gave their requests where nothing was entered, and never a mixture of both', () => {
    const ratings = [
      rated('2026-10-01', [5, 5, 4]),
      rated('2026-11-01', [1]),
      rated('2026-09-01', [1]),
      rated('2026-12-01', []),
    ];
    const both = { entered: [entry({ n: 2, score: 2 })], ratings };
    expect(satisfactionOf({ entered: [], ratings }, 'desk', quarter)).toEqual({
      score: { value: 3.75, n: 4, from: 'ratings' },
      satisfied: { value: 75, n: 4, from: 'ratings' },
    });
    expect(satisfactionOf(both, 'desk', quarter)).toEqual({
      score: { value: 2, n: 2, from: 'entered' },
      satisfied: { value: 75, n: 4, from: 'ratings' },
    });
    expect(
      satisfactionOf({ entered: [], ratings: [rated('2026-12-01', [])] }, 'desk', quarter),
    ).toBeUndefined();
  });

  const entries = fc.array(
    fc.record({ n: fc.integer({ min: 1, max: 500 }), score: fc.integer({ min: 1, max: 5 }) }),
    { minLength: 1 },
  );
  law('lies between the lowest and the highest, and counts everybody once', [entries], (some) => {
    const { score } = satisfactionOf({ entered: some.map(entry), ratings: [] }, 'desk', quarter)!;
    expect(score!.n).toBe(some.reduce((total, { n }) => total + n, 0));
    expect(score!.value).toBeGreaterThanOrEqual(Math.min(...some.map((one) => one.score)) - 1e-9);
    expect(score!.value).toBeLessThanOrEqual(Math.max(...some.map((one) => one.score)) + 1e-9);
  });
});
