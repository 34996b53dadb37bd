import * as fc from 'fast-check';
import * as v from 'valibot';
import { issueToHistory } from '../../../src/adapters/jira/issue-to-history';
import { allHistories, overflows } from '../../../src/adapters/jira/overflow';
import { changeHistorySchema, issueSchema } from '../../../src/adapters/jira/schemas';
import { hours, instant } from '../../../src/domain/time/instant';
import { inOrder, type Fact, type FieldValues } from '../../../src/domain/timer/history';
import { presentAt } from '../../../src/domain/timer/unmet';
import { goal, hoursOf, publication, resolutionMetric, roundTheClock } from '../../support/builders';
import { evaluate, type EvaluatedTimer } from '../../../src/domain/timer/evaluate';
import { compileRules } from '../../../src/domain/timer/rules';
import { siteWith } from '../../support/jira-fields';
import { realSite, type RawHistory, type RawIssue } from './sample';

const site = siteWith();
const asked = [
  'status',
  'priority',
  'issuetype',
  'resolution',
  'assignee',
  'reporter',
  'project',
  'fixVersions',
  'labels',
  'customfield_10020',
];

const issues = realSite.issuesExpandChangelog;
const byKey = (key: string): RawIssue => issues.find((issue) => issue.key === key)!;

function historyOf(raw: RawIssue, histories: readonly unknown[] = raw.changelog.histories) {
  const issue = v.parse(issueSchema, raw);
  return issueToHistory(issue, v.parse(v.array(changeHistorySchema), histories), [], { site, asked });
}

const factsOf = (raw: RawIssue, histories?: readonly unknown[]): readonly Fact[] =>
  inOrder(historyOf(raw, histories).facts);

/** As `changelog/bulkfetch` gives them: oldest first, times as numbers. */
const inBulk = (raw: RawIssue) =>
  [...raw.changelog.histories]
    .reverse()
    .map((history) => ({ ...history, created: Date.parse(history.created) }));

/** The status at an instant, straight from what Jira said. */
function statusIn(raw: RawIssue, ms: number): string {
  const changes = [...raw.changelog.histories]
    .sort((a, b) => Date.parse(a.created) - Date.parse(b.created) || Number(a.id) - Number(b.id))
    .flatMap(({ created, items }: RawHistory) => items.map((item) => ({ at: Date.parse(created), item })))
    .filter(({ item }) => item.fieldId === 'status');
  const last = changes.filter(({ at }) => at <= ms).at(-1);
  return last?.item.to ?? changes[0]?.item.from ?? raw.fields.status.id;
}

const fieldsIn = (facts: readonly Fact[], ms: number): FieldValues =>
  presentAt({ facts }, instant(ms)).fields;

describe('33 real issues', () => {
  it('are all understood, and none of their histories has a gap', () => {
    expect(issues).toHaveLength(33);
    expect(issues.map((raw) => historyOf(raw).gap).filter(Boolean)).toEqual([]);
    expect(issues.filter((raw) => overflows(v.parse(issueSchema, raw)))).toEqual([]);
  });

  it('lose no change of a field that is followed', () => {
    const items = issues
      .flatMap(({ changelog }) => changelog.histories.flatMap((history) => history.items))
      .filter(({ fieldId }) => fieldId !== undefined && asked.includes(fieldId));
    const changes = issues
      .flatMap((raw) => factsOf(raw))
      .flatMap((fact) => (fact.kind === 'changed' ? fact.changes : []));
    expect(items.length).toBeGreaterThan(300);
    expect(changes).toHaveLength(items.length);
  });

  it.each(issues.map((raw) => [raw.key, raw] as const))(
    '%s has at every instant the status that its changelog says',
    (_key, raw) => {
      const facts = factsOf(raw);
      const born = Date.parse(raw.fields.created);
      const turns = [raw.fields.created, ...raw.changelog.histories.map(({ created }) => created)];
      const instants = turns.map((turn) => Date.parse(turn)).flatMap((turn) => [turn - 1, turn, turn + 1]);
      for (const instant of instants.filter((each) => each >= born)) {
        expect(fieldsIn(facts, instant)['status']).toEqual([statusIn(raw, instant)]);
      }
    },
  );

  it('have one history, whichever end they are read from, in whatever order, doubled or not, in either form of time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...issues), fc.infiniteStream(fc.nat()), (raw, numbers) => {
        const both = [...raw.changelog.histories, ...inBulk(raw)];
        const shuffled = both
          .map((history) => ({ history, place: numbers.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ history }) => history);
        expect(factsOf(raw, shuffled)).toEqual(factsOf(raw));
      }),
    );
  });

  it('have the same timers from the changelog of the issue as from the separate one', () => {
    const done = ['5', '6', '10068'].map((id) => ({ id, name: id }));
    const waiting = { field: 'status', in: [{ id: '1', name: 'Open' }] } as const;
    const metric = resolutionMetric([goal('any', hours(100), undefined, roundTheClock.id)], {
      start: { any: [{ created: true }, { changed: 'status', from: done }] },
      stop: { changed: 'status', to: done },
      pause: [{ name: 'Open', while: waiting }],
    });
    const timeline = [publication([metric], { at: instant(0) })];
    const now = v.parse(issueSchema, byKey('EE-1')).fields.updated;
    const timers = (raw: RawIssue, histories: readonly unknown[]): EvaluatedTimer[] =>
      evaluate(historyOf(raw, histories), compileRules([timeline]), hoursOf, now);

    const embedded = issues.map((raw) => timers(raw, raw.changelog.histories));
    expect(issues.map((raw) => timers(raw, inBulk(raw)))).toEqual(embedded);
    const standings = embedded.flat().flatMap(({ standings }) => standings);
    expect(new Set(standings.map(({ verdict }) => verdict))).toEqual(new Set(['met', 'breached']));
  });

  it('show which of them were reopened', () => {
    const reopened = issues.filter((raw) =>
      factsOf(raw).some(
        (fact) =>
          fact.kind === 'changed' &&
          fact.changes.some(
            ({ field, from, to }) => field === 'status' && from[0] === '5' && to[0] === '10000',
          ),
      ),
    );
    expect(reopened.map(({ key }) => key)).toEqual(
      [14, 15, 16, 19, 23, 25, 26, 27, 29, 30, 31, 34, 35, 36].map((number) => `EE-${number}`),
    );
  });

  it('keep one status that was renamed, and those that were deleted since', () => {
    const path = factsOf(byKey('EE-1')).flatMap((fact) =>
      fact.kind === 'created'
        ? (fact.fields['status'] ?? [])
        : fact.kind === 'changed'
          ? fact.changes.filter(({ field }) => field === 'status').flatMap(({ to }) => to)
          : [],
    );
    // Inbox and Ready for Dev are gone; 3 was entered as "In Development" and left as "In Progress".
    expect(path).toEqual(['10020', '10029', '3', '1', '6', '10068']);
    expect(realSite.statuses.some(({ id }) => id === '10020')).toBe(false);
  });

  it('have the type that they were created with, before it was changed', () => {
    const types = issues.filter((raw) => {
      const [born] = factsOf(raw);
      return born?.kind === 'created' && born.fields['issuetype']?.[0] === '10002';
    });
    expect(types).toHaveLength(8);
  });

  it('gain and lose versions one by one within one history', () => {
    const changes = factsOf(byKey('EE-1')).flatMap((fact) => (fact.kind === 'changed' ? fact.changes : []));
    const versions = changes.filter(({ field }) => field === 'fixVersions').slice(-2);
    expect(versions).toEqual([
      { field: 'fixVersions', from: ['10008'], to: [] },
      { field: 'fixVersions', from: [], to: ['10026'] },
    ]);
  });
});

describe('three real changelogs of their own', () => {
  it.each(Object.entries(realSite.changelogByIssueId))(
    'of issue %s fit to what an issue brings itself',
    (id, histories) => {
      const newestFirst = [...histories].reverse();
      const raw = {
        ...byKey('EE-1'),
        id,
        fields: { ...byKey('EE-1').fields, status: lastStatus(histories) },
        changelog: { histories: newestFirst.slice(0, 40), total: histories.length },
      };
      const issue = v.parse(issueSchema, raw);
      expect(overflows(issue)).toBe(true);
      const all = allHistories(issue, v.parse(v.array(changeHistorySchema), histories));
      expect(all).toHaveLength(histories.length);
      const history = issueToHistory(issue, all ?? [], [], { site, asked: ['status'] });
      expect(history.gap).toBeUndefined();
    },
  );

  function lastStatus(histories: readonly RawHistory[]): { id: string } {
    const to = histories
      .flatMap(({ items }) => items)
      .filter(({ fieldId }) => fieldId === 'status')
      .at(-1)?.to;
    return { id: to ?? '1' };
  }
});
