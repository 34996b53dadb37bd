import { agendaOf } from '../../../../src/domain/review/agenda';
import { isWithoutCases, type FrozenFigures } from '../../../../src/domain/review/frozen-figures';
import { figures } from './reviews';

const nothing: FrozenFigures = {
  ...figures,
  targets: [],
  breaches: { count: 0, byCause: [], withoutCause: 0 },
  exceptions: { asked: 0, approved: 0 },
};

describe('an agenda', () => {
  it('names what stood out in the period, and how much of it', () => {
    expect(agendaOf(figures)).toEqual([
      { item: 'figures', count: 1 },
      { item: 'breaches', count: 2 },
      { item: 'without-cause', count: 1 },
      { item: 'near-misses', count: 2 },
      { item: 'exceptions', count: 1 },
      { item: 'needs', count: 0 },
      { item: 'decisions', count: 0 },
    ]);
  });

  it('of a quiet period has what is always talked about', () => {
    expect(agendaOf(nothing).map(({ item }) => item)).toEqual(['figures', 'needs', 'decisions']);
  });
});

describe('a period without cases', () => {
  const [target] = figures.targets;
  const none = { measured: { met: 0, of: 0 }, reported: { met: 0, of: 0 } };
  const empty = { ...target!, trend: [none], excluded: 0 };

  it('is one in which nothing ended and nothing was late', () => {
    expect(isWithoutCases(figures)).toBe(false);
    expect(isWithoutCases(nothing)).toBe(true);
    expect(isWithoutCases({ ...nothing, targets: [empty] })).toBe(true);
    expect(isWithoutCases({ ...nothing, targets: [{ ...empty, late: 1 }] })).toBe(false);
    expect(isWithoutCases({ ...nothing, targets: [{ ...empty, excluded: 1 }] })).toBe(false);
  });
});
