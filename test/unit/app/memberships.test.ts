import { backfillTurn } from '../../../src/app/backfill';
import { deepCheck } from '../../../src/app/deep-check';
import { drain } from '../../../src/app/drain';
import { JiraRefused, JiraUnavailable } from '../../../src/app/errors';
import { importDefinitions } from '../../support/import-definitions';
import { markIssue } from '../../../src/app/mark-issue';
import { reviewMemberships } from '../../../src/app/review-memberships';
import { viewIssueTimers } from '../../../src/app/view-issue-timers';
import { days, earlier, elapsedBetween, later, minutes } from '../../../src/domain/time/instant';
import type { Fact } from '../../../src/domain/timer/history';
import { changed, created, onWednesday } from '../../support/builders';
import { draft, projectGroups, projectValues } from '../../support/definitions';
import { afterwards, memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
const ISSUE = '20001';
const plentyOfTime = () => 900_000;
const [SECOND_LINE, NETWORK] = projectGroups.map(({ id }) => id) as [string, string];

let ports: MemoryPorts;

beforeEach(() => {
  ports = memoryPorts(onWednesday('10:00'));
  for (const [field, values] of projectValues) ports.values.set(field, values);
  for (const { id, name } of projectGroups) ports.groupNames.set(id, name);
});

/** The desk's agreement, waiting while the second line has the issue. */
async function waitsForSecondLine(): Promise<void> {
  const file = draft();
  const [metric] = file.agreements[0]!.metrics;
  metric!.pause = [{ name: 'Second line', while: { field: 'assignee', memberOf: ['Second line'] } }];
  expect(await importDefinitions(ports, PROJECT, 'sam', file)).toMatchObject({ problems: [] });
}

function inJira(facts: readonly Fact[], id = ISSUE): void {
  ports.inJira.set(id, { id, project: PROJECT, updated: ports.now, history: { facts } });
}

async function drained(id = ISSUE) {
  await markIssue(ports, id, PROJECT, 'event');
  await drain(ports, PROJECT, plentyOfTime);
  return ports.evaluations.get(id)!.timers[0]!.standings[0]!;
}

const assigned = (account: string) => [created(onWednesday('09:00'), { assignee: account })];
const marked = () => ports.marks.map(({ issue }) => issue);
const seenOf = async (account: string) =>
  (await ports.memberships.of([account])).map(({ seenAt, groups }) => [seenAt, groups]);

describe('an evaluation', () => {
  it('asks neither Jira nor the store for groups that no agreement asks about', async () => {
    await importDefinitions(ports, PROJECT, 'sam', draft());
    ports.memberships.of = async () => Promise.reject(new Error('asked'));
    inJira(assigned('ann'));
    expect((await drained()).verdict).toBe('open');
    expect(ports.askedGroupsOf).toEqual([]);
  });

  it('asks Jira for the groups of an account once, when it is met, and of all that the field ever held', async () => {
    await waitsForSecondLine();
    inJira([...assigned('ann'), changed(onWednesday('09:30'), { assignee: 'ann → bob' })]);
    await drained();
    afterwards(ports, minutes(10));
    inJira([...assigned('bob'), changed(onWednesday('09:40'), { assignee: 'bob → ' })], '20002');
    await drained('20002');
    expect(ports.askedGroupsOf).toEqual(['ann', 'bob']);
  });

  it('knows nothing of what was before an account was met, and so gives no verdict there', async () => {
    await waitsForSecondLine();
    ports.groupsOf.set('ann', [SECOND_LINE]);
    inJira(assigned('ann'));
    expect(await drained()).toMatchObject({ verdict: 'unknown' });
    afterwards(ports, minutes(5));
    inJira([created(onWednesday('10:03'), { assignee: 'ann' })], '20002');
    expect(await drained('20002')).toMatchObject({ verdict: 'open', clock: { kind: 'paused' } });
  });

  it('that meets an account knows from then on what Jira has just said of it', async () => {
    await waitsForSecondLine();
    ports.groupsOf.set('ann', [SECOND_LINE]);
    inJira(assigned('ann'));
    expect(await drained()).toMatchObject({ clock: { kind: 'paused', since: ports.now } });
  });

  it('comes to the same whenever it is made: what was seen stays', async () => {
    await waitsForSecondLine();
    ports.groupsOf.set('ann', [NETWORK]);
    inJira(assigned('ann'));
    await drained();
    const before = ports.evaluations.get(ISSUE)?.timers;
    ports.groupsOf.set('ann', [SECOND_LINE]);
    await drained();
    expect(ports.evaluations.get(ISSUE)?.timers).toEqual(before);
  });

  it('for somebody who looks knows the same', async () => {
    await waitsForSecondLine();
    ports.groupsOf.set('ann', [SECOND_LINE]);
    inJira(assigned('ann'));
    const view = await viewIssueTimers(ports, { issue: ISSUE, project: PROJECT }, undefined);
    expect(view.timers).toMatchObject([{ cycles: [{ undecided: true }] }]);
    expect(await seenOf('ann')).toEqual([[ports.now, [SECOND_LINE]]]);
  });

  it('asks only once where Jira does not tell, and gives no verdict', async () => {
    await waitsForSecondLine();
    inJira([created(onWednesday('09:00')), changed(onWednesday('09:30'), { assignee: ' → gone' })]);
    expect(await drained()).toMatchObject({ verdict: 'unknown' });
    await drained();
    expect([ports.askedGroupsOf, await seenOf('gone')]).toEqual([['gone'], [[ports.now, null]]]);
  });

  it('keeps what was told before Jira stopped answering', async () => {
    await waitsForSecondLine();
    const accounts = Array.from({ length: 15 }, (_, number) => `agent-${number}`);
    accounts.forEach((account, number) => inJira(assigned(account), String(20_001 + number)));
    const ask = ports.groups.of.bind(ports.groups);
    ports.groups.of = async (account) => {
      if (account === 'agent-12') throw new JiraUnavailable('503', undefined);
      return ask(account);
    };
    for (const id of ports.inJira.keys()) await markIssue(ports, id, PROJECT, 'event');
    await expect(drain(ports, PROJECT, plentyOfTime)).rejects.toThrow(JiraUnavailable);
    expect(await ports.memberships.of(accounts)).toHaveLength(10);
    ports.groups.of = ask;
    await drain(ports, PROJECT, plentyOfTime);
    expect(ports.askedGroupsOf.filter((account) => account === 'agent-3')).toHaveLength(1);
    expect(ports.evaluations.size).toBe(15);
  });
});

it('a backfill knows groups as well, and counts the points that they take', async () => {
  const waitAfterTurn = async (): Promise<number> => {
    const { dueAt } = ports.backfillOf.get(PROJECT)!;
    await backfillTurn(ports, ports.backfillOf.get(PROJECT)!);
    return elapsedBetween(dueAt, ports.backfillOf.get(PROJECT)!.dueAt);
  };
  ports.groupsOf.set('ann', [SECOND_LINE, NETWORK]);
  inJira(assigned('ann'));
  await waitsForSecondLine();
  const first = await waitAfterTurn();
  expect(await seenOf('ann')).toHaveLength(1);
  await importDefinitions(ports, PROJECT, 'sam', draft());
  const withoutGroups = await waitAfterTurn();
  // Five points beside the two of a page of one issue.
  expect(first / withoutGroups).toBeGreaterThan(2);
});

describe('the daily deep check', () => {
  it('finds no difference where something was not known, whichever way the store says so', async () => {
    await waitsForSecondLine();
    inJira(assigned('ann'));
    await drained();
    const { timers, ...rest } = ports.evaluations.get(ISSUE)!;
    afterwards(ports, days(1));
    await deepCheck(ports, plentyOfTime);
    ports.evaluations.set(ISSUE, { ...rest, timers: timers.map((timer) => ({ ...timer, unknown: true })) });
    await deepCheck(ports, plentyOfTime);
    expect(ports.drifts).toEqual([]);
  });
});

describe('the daily review of groups', () => {
  beforeEach(async () => {
    await waitsForSecondLine();
    ports.groupsOf.set('ann', [NETWORK]);
    inJira(assigned('ann'));
    await drained();
    afterwards(ports, days(1));
    ports.askedGroupsOf.length = 0;
    ports.woken.length = 0;
  });

  const review = () => reviewMemberships(ports, plentyOfTime);

  it('adds nothing where nothing has changed', async () => {
    await review();
    expect([ports.askedGroupsOf, marked(), (await seenOf('ann')).length]).toEqual([['ann'], [], 1]);
  });

  it('has the issues of whoever joined a group judged by it from then on, and not before', async () => {
    inJira([created(onWednesday('09:00'), { assignee: 'somebody else' })], '20002');
    ports.groupsOf.set('ann', [NETWORK, SECOND_LINE]);
    await review();
    expect([marked(), ports.woken]).toEqual([[ISSUE], [PROJECT]]);
    const joined = ports.now;
    afterwards(ports, minutes(1));
    expect((await drained()).clock).toEqual({ kind: 'paused', by: 'Second line', since: joined });
    expect((await seenOf('ann')).at(-1)).toEqual([joined, [NETWORK, SECOND_LINE]]);
  });

  it('marks nothing for a group that no agreement asks about', async () => {
    ports.groupsOf.set('ann', [NETWORK, 'choir']);
    await review();
    expect([marked(), (await seenOf('ann')).length]).toEqual([[], 2]);
  });

  it('takes the same groups in another order for the same', async () => {
    ports.groupsOf.set('ann', [SECOND_LINE, NETWORK]);
    await review();
    afterwards(ports, days(1));
    ports.groupsOf.set('ann', [NETWORK, SECOND_LINE]);
    await review();
    expect((await seenOf('ann')).length).toBe(2);
  });

  it('keeps what is known of an account that Jira does not know any more', async () => {
    ports.groupsOf.delete('ann');
    await review();
    expect([marked(), (await seenOf('ann')).map(([, groups]) => groups)]).toEqual([[], [[NETWORK]]]);
  });

  it('does what a change calls for, even if the run before it ended in the midst', async () => {
    ports.groupsOf.set('ann', [SECOND_LINE]);
    const search = ports.issues.openWith.bind(ports.issues);
    ports.issues.openWith = async () => Promise.reject(new JiraUnavailable('503', undefined));
    await expect(review()).rejects.toThrow(JiraUnavailable);
    ports.issues.openWith = search;
    afterwards(ports, days(1));
    await review();
    expect([marked(), (await seenOf('ann')).length]).toEqual([[ISSUE], 2]);
    await review();
    expect(marked()).toEqual([ISSUE]);
  });

  it('does what a change calls for that was undone before a run came through', async () => {
    ports.groupsOf.set('ann', [SECOND_LINE]);
    const search = ports.issues.openWith.bind(ports.issues);
    ports.issues.openWith = async () => Promise.reject(new JiraUnavailable('503', undefined));
    await expect(review()).rejects.toThrow(JiraUnavailable);
    ports.issues.openWith = search;
    ports.groupsOf.set('ann', [NETWORK, 'choir']);
    afterwards(ports, days(1));
    await review();
    expect([marked(), (await seenOf('ann')).length]).toEqual([[ISSUE], 3]);
  });

  it('goes on where the rules of a project cannot be read', async () => {
    const warnings: object[] = [];
    ports.log.warn = (message, details) => void warnings.push({ message, ...details });
    const read = ports.records.revisions.bind(ports.records);
    await importDefinitions(ports, '10001', 'sam', draft());
    ports.records.revisions = async (project) => {
      if (project === '10001') throw new TypeError('not a revision');
      return read(project);
    };
    await review();
    expect(warnings).toEqual([{ message: 'groups not reviewed', project: '10001', error: 'TypeError' }]);
    expect(ports.askedGroupsOf).toEqual(['ann']);
  });

  it('goes on where Jira refuses to search a project', async () => {
    const warnings: string[] = [];
    ports.log.warn = (message) => void warnings.push(message);
    ports.groupsOf.set('ann', [SECOND_LINE]);
    ports.issues.openWith = async () => Promise.reject(new JiraRefused('POST search/jql: 400'));
    await review();
    await review();
    expect([warnings, marked()]).toEqual([['issues of changed groups not found'], []]);
  });

  it('asks for 200 accounts a day, those first that were looked at longest ago', async () => {
    const at = earlier(ports.now, minutes(1));
    const many = Array.from({ length: 250 }, (_, number) => `agent-${String(number).padStart(3, '0')}`);
    await ports.memberships.add(many.map((account) => ({ account, seenAt: at, readAt: at, groups: [] })));
    await review();
    expect([ports.askedGroupsOf.length, ports.askedGroupsOf[0]]).toEqual([200, 'ann']);
    ports.askedGroupsOf.length = 0;
    afterwards(ports, days(1));
    await review();
    expect(ports.askedGroupsOf.slice(0, 52)).toEqual([...many.slice(199), 'agent-000']);
  });

  it('leaves the last points to others, asks nothing while work is held, and ends in time', async () => {
    ports.isQuotaLow = true;
    await review();
    ports.isQuotaLow = false;
    ports.heldUntil = later(ports.now, minutes(1));
    await review();
    ports.heldUntil = undefined;
    await reviewMemberships(ports, () => 1_000);
    expect(ports.askedGroupsOf).toEqual([]);
  });

  it('asks nothing where no agreement asks', async () => {
    ports.changes.length = 0;
    await importDefinitions(ports, PROJECT, 'sam', draft());
    await review();
    expect(ports.askedGroupsOf).toEqual([]);
  });
});
