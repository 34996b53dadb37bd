import {
  afterLook,
  MOST_RATED,
  ratingFigures,
  toLookAt,
  type EndedRequest,
} from '../../../../src/domain/satisfaction/ratings';
import { instant } from '../../../../src/domain/time/instant';

const about = { agreement: 'desk', month: '2026-11-01' };
const ended = (...at: readonly number[]): EndedRequest[] =>
  at.map((ms) => ({ issue: String(ms), endedAt: instant(ms) }));
const issues = (some: readonly EndedRequest[]) => some.map(({ issue }) => issue);

it('come to their number, their average and the share of four stars and more', () => {
  expect(ratingFigures({ stars: { 1: 5, 2: 4, 3: 3, 4: 1 } })).toEqual({ n: 4, score: 3.25, satisfied: 50 });
  expect(ratingFigures({ stars: {} })).toBeUndefined();
});

it('are looked for at the latest requests that nobody has rated yet', () => {
  expect(issues(toLookAt(ended(1, 3, 2, 4), { stars: { 4: 5 } }, 2))).toEqual(['3', '2']);
  expect(issues(toLookAt(ended(1, 2), undefined, 9))).toEqual(['2', '1']);
  const full = Object.fromEntries(Array.from({ length: MOST_RATED - 1 }, (_, index) => [`x${index}`, 3]));
  expect(issues(toLookAt(ended(1, 2), { stars: full }, 9))).toEqual(['2']);
  expect(toLookAt(ended(1, 2), { stars: { ...full, y: 1 } }, 9)).toEqual([]);
});

it('count each request that was looked at once, however often it was', () => {
  const first = afterLook(about, undefined, { ended: ended(1, 2, 3), looked: ended(3, 2), found: { 2: 5 } });
  expect(first).toEqual({ ...about, id: 'desk/2026-11-01', stars: { 2: 5 }, looked: 2, of: 3, upTo: 3 });
  const second = afterLook(about, first, { ended: ended(1, 2, 3, 4), looked: ended(4, 3), found: { 3: 1 } });
  expect(second).toMatchObject({ stars: { 2: 5, 3: 1 }, looked: 3, of: 4, upTo: 4 });
  const none = afterLook(about, second, { ended: ended(1, 2), looked: [], found: {} });
  expect(none).toMatchObject({ stars: second.stars, looked: 2, of: 2, upTo: 4 });
});
