import * as v from 'valibot';
import { allHistories, overflows } from '../../../src/adapters/jira/overflow';
import { changeHistorySchema, issueSchema, type ChangeHistory } from '../../../src/adapters/jira/schemas';

/** Histories `from` to `to`, oldest first, one a minute. */
const histories = (from: number, to: number): ChangeHistory[] =>
  Array.from({ length: to - from + 1 }, (_, index) =>
    v.parse(changeHistorySchema, { id: from + index, created: (from + index) * 60_000, items: [] }),
  );

const issue = (newest: readonly ChangeHistory[], total?: number | null) =>
  v.parse(issueSchema, {
    id: '1',
    fields: {
      created: '2026-11-18T09:00:00.000Z',
      updated: '2026-11-18T09:00:00.000Z',
      project: { id: '10000' },
    },
    changelog: { histories: [...newest].reverse(), ...(total !== undefined && { total }) },
  });

const ids = (all: ChangeHistory[] | undefined) => all?.map(({ id }) => Number(id)).sort((a, b) => a - b);
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe('an issue brings all its histories', () => {
  it.each<[string, number, number | null | undefined, boolean]>([
    ['when it says so', 3, 3, true],
    ['when it says nothing', 3, undefined, true],
    ['when it says null', 3, null, true],
    ['when it says fewer', 3, 0, true],
    ['when there are none', 0, 0, true],
    ['not when it says more', 3, 4, false],
    ['not when it is full, whatever it says', 40, 40, false],
    ['not when it is full and says nothing', 40, undefined, false],
  ])('%s', (_name, given, total, whole) => {
    expect(overflows(issue(histories(1, given), total))).toBe(!whole);
  });
});

describe('all histories of an issue that is full', () => {
  it('are those of the bulk changelog and its own, each once', () => {
    expect(ids(allHistories(issue(histories(11, 50), 50), histories(1, 50)))).toEqual(upTo(50));
  });

  it('are whole when the two meet, although the bulk changelog lags', () => {
    expect(ids(allHistories(issue(histories(11, 50), 50), histories(1, 20)))).toEqual(upTo(50));
  });

  it.each<[string, ChangeHistory[]]>([
    ['nothing', []],
    ['what ends before its own begin', histories(1, 5)],
  ])('are not known when the bulk changelog has %s', (_name, bulk) => {
    expect(allHistories(issue(histories(11, 50), 50), bulk)).toBeUndefined();
  });

  it('are whole although Jira counts some that it no longer gives', () => {
    expect(ids(allHistories(issue(histories(11, 50), 60), histories(1, 50)))).toEqual(upTo(50));
  });

  it('leave out what happened after the issue was read, of which its fields know nothing', () => {
    expect(ids(allHistories(issue(histories(11, 50), 50), histories(1, 55)))).toEqual(upTo(50));
  });

  it('are all of the bulk changelog when the issue brings none of them', () => {
    expect(ids(allHistories(issue([], 3), histories(1, 3)))).toEqual(upTo(3));
    expect(allHistories(issue([], 3), [])).toBeUndefined();
  });
});
