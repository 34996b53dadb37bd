import { drain } from '../../../src/app/drain';
import { JiraUnavailable, SomebodyElseSaves } from '../../../src/app/errors';
import {
  bindActionIssue,
  createActionIssue,
  releaseActionIssue,
} from '../../../src/app/improvement/action-issue';
import { openActions, viewAction, viewPlan, type PlanWanted } from '../../../src/app/improvement/plan';
import {
  saveAction,
  takeActionStep,
  type ActionStepWanted,
  type ActionWanted,
} from '../../../src/app/improvement/save-action';
import type { IssueWanted } from '../../../src/app/ports';
import { markIssue } from '../../../src/app/mark-issue';
import { hours, later } from '../../../src/domain/time/instant';
import { changed, created, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { importDefinitions } from '../../support/import-definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
const sam = { project: PROJECT, actor: 'sam' };
const kim = { project: PROJECT, actor: 'kim' };
const wanted: ActionWanted = {
  title: 'Train the night shift',
  description: 'Two evenings',
  kind: 'training',
  source: 'breach',
  sourceId: '20001/1/resolution/desk',
  agreement: 'desk',
  metric: 'resolution',
  owner: 'ann',
  due: '2026-12-01',
};

let ports: MemoryPorts;

beforeEach(async () => {
  ports = memoryPorts(onWednesday('07:00'));
  for (const [field, known] of projectValues) ports.values.set(field, known);
  await importDefinitions(ports, PROJECT, 'sam', draft());
});

const codes = (result: object) =>
  'problems' in result
    ? (result.problems as { code: string; path: string }[]).map(({ code, path }) => `${code} ${path}`.trim())
    : [];
async function planned(more: Partial<ActionWanted> = {}): Promise<string> {
  const result = await saveAction(ports, sam, { ...wanted, ...more }, 0);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.id;
}
const shown = async (more: Partial<PlanWanted> = {}) =>
  (await viewPlan(ports, PROJECT, { offset: 0, ...more })).rows.map(({ doc }) => doc.title);
const step = (id: string, name: ActionStepWanted['step'], seen: number, note = 'Because') =>
  takeActionStep(ports, sam, { id, seen, step: name, note });
const oneOf = async (id: string) => (await viewAction(ports, PROJECT, id))!;

describe('an action of the plan', () => {
  it('is kept with who planned it and when, and once however often it is sent', async () => {
    const id = await planned();
    expect(await planned()).toBe(id);
    expect((await oneOf(id)).row).toMatchObject({
      doc: { ...wanted, planned: { by: 'sam', at: onWednesday('07:00') } },
      revision: 1,
      isLate: false,
    });
    expect(await planned({ title: 'Another' })).not.toBe(id);
  });

  it('overwrites nothing that was not seen, and keeps what happened to it', async () => {
    const id = await planned();
    await createActionIssue(ports, sam, { id, seen: 1 }, '10100');
    expect(await step(id, 'complete', 2)).toEqual({ id });
    expect(codes(await saveAction(ports, kim, { ...wanted, id, title: 'No' }, 1))).toEqual(['record.newer']);
    expect(await saveAction(ports, kim, { ...wanted, id, title: 'Yes' }, 3)).toEqual({ id });
    const { row, history } = await oneOf(id);
    expect(row.doc).toMatchObject({
      title: 'Yes',
      planned: { by: 'sam' },
      done: { by: 'sam' },
      issue: { key: 'ITSD-9001' },
    });
    expect(history.map(({ actor }) => actor)).toEqual(['kim', 'sam', 'sam', 'sam']);
    expect(codes(await saveAction(ports, sam, { ...wanted, id: 'gone' }, 0))).toEqual([
      'improvement.unknown',
    ]);
  });

  it('says its mistakes at the fields of the form, and nothing is kept', async () => {
    const mistaken = { ...wanted, title: '', metric: 'gone' };
    expect(codes(await saveAction(ports, sam, mistaken, 0))).toEqual([
      'improvement.no-title doc.title',
      'improvement.no-target doc.metric',
    ]);
    const long = { ...wanted, description: '\u{1}'.repeat(1_000), source: 'audit' } as const;
    const nonconformity = Object.fromEntries(
      ['finding', 'correction', 'cause', 'prevention', 'proof'].map((part) => [part, '"'.repeat(1_000)]),
    ) as unknown as NonNullable<ActionWanted['nonconformity']>;
    expect(codes(await saveAction(ports, sam, { ...long, nonconformity }, 0))).toEqual([
      'improvement.long-in-all',
    ]);
    expect(await shown()).toEqual([]);
  });

  it('that was judged or dropped is changed no more', async () => {
    const id = await planned();
    await step(id, 'drop', 1);
    expect(codes(await saveAction(ports, sam, { ...wanted, id, title: 'No' }, 2))).toEqual([
      'improvement.settled',
    ]);
    expect(codes(await createActionIssue(ports, sam, { id, seen: 2 }, '10100'))).toEqual([
      'improvement.settled',
    ]);
    expect(ports.issuesWanted).toEqual([]);
  });

  it('meets in the lock where two change it at once', async () => {
    const id = await planned();
    const both = await Promise.allSettled([
      saveAction(ports, sam, { ...wanted, id, title: 'Mine' }, 1),
      saveAction(ports, kim, { ...wanted, id, title: 'Other' }, 1),
    ]);
    const [refused] = both.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(refused).toBeInstanceOf(SomebodyElseSaves);
  });

  it('takes no step that was not seen, that leads nowhere, or that does not say why', async () => {
    const id = await planned();
    expect(codes(await step(id, 'confirm', 1))).toEqual(['improvement.settled']);
    expect(codes(await step(id, 'complete', 0))).toEqual(['record.newer']);
    expect(codes(await step(id, 'drop', 1, ''))).toEqual(['improvement.no-note note']);
    expect(codes(await step('gone', 'drop', 1))).toEqual(['improvement.unknown']);
    expect((await oneOf(id)).row.revision).toBe(1);
  });
});

describe('the plan', () => {
  beforeEach(async () => {
    await planned({ title: 'Due soon' });
    await planned({ title: 'Late', due: '2026-01-01', owner: 'bob' });
    const { agreement: _agreement, metric: _metric, ...general } = wanted;
    const done = await saveAction(ports, sam, { ...general, title: 'Done' }, 0);
    if ('id' in done) await step(done.id, 'complete', 1);
  });

  it('shows what is due next first and what is done last, and how many are open and late', async () => {
    expect(await shown()).toEqual(['Late', 'Due soon', 'Done']);
    expect(await viewPlan(ports, PROJECT, { offset: 1 })).toMatchObject({
      count: 3,
      open: 2,
      late: 1,
      owners: ['ann', 'bob'],
    });
    expect(await shown({ offset: 2 })).toEqual(['Done']);
  });

  it('is narrowed down by how actions stand, whose they are and what they are about', async () => {
    expect(await shown({ state: 'done' })).toEqual(['Done']);
    expect(await shown({ owner: 'bob' })).toEqual(['Late']);
    expect(await shown({ agreement: 'desk' })).toEqual(['Late', 'Due soon']);
    expect(await shown({ late: true })).toEqual(['Late']);
    expect((await openActions(ports, PROJECT)).map(({ doc }) => doc.title)).toEqual(['Late', 'Due soon']);
  });
});

describe('the Jira issue of an action', () => {
  it('is made of what the action says, as whoever asks, and bound', async () => {
    const id = await planned();
    const made = await createActionIssue(ports, sam, { id, seen: 1 }, '10100');
    expect(made).toEqual({ id, leftOut: [] });
    expect(ports.issuesWanted).toEqual([
      {
        project: PROJECT,
        issueType: '10100',
        summary: wanted.title,
        description: wanted.description,
        assignee: 'ann',
        due: '2026-12-01',
      },
    ]);
    expect((await oneOf(id)).row.doc.issue).toEqual({ id: '30001', key: 'ITSD-9001' });
    expect(codes(await createActionIssue(ports, sam, { id, seen: 2 }, '10100'))).toEqual([
      'improvement.has-issue',
    ]);
    expect(ports.issuesWanted).toHaveLength(1);
  });

  it.each([
    [{ refused: 'You must specify a summary.' }, 'improvement.jira-says'],
    [{ refused: '' }, 'improvement.jira-refuses'],
    [new JiraUnavailable('POST issue: no answer', undefined), 'improvement.jira-silent'],
  ])('that Jira does not make leaves the action as it was: %j', async (made, code) => {
    const id = await planned();
    ports.issueMade = made;
    expect(codes(await createActionIssue(ports, sam, { id, seen: 1 }, '10100'))).toEqual([code]);
    expect((await oneOf(id)).row.revision).toBe(1);
  });

  it('that was made while somebody else changed the action is named, so that it can be bound', async () => {
    const id = await planned();
    const slow = {
      ...ports,
      newIssues: {
        create: async (issue: IssueWanted) => {
          const made = await ports.newIssues.create(issue);
          await saveAction(ports, kim, { ...wanted, id, title: 'Other' }, 1);
          return made;
        },
      },
    };
    const result = await createActionIssue(slow, sam, { id, seen: 1 }, '10100');
    expect(result).toMatchObject({
      problems: [{ code: 'improvement.not-bound', details: { key: 'ITSD-9001' } }],
    });
  });

  it('that is there already is bound where whoever asks may see it, and taken away again', async () => {
    const id = await planned();
    const known = { id: '20001', project: PROJECT, updated: ports.now, history: { facts: [] } };
    ports.inJira.set('ITSD-7', known);
    const bind = (key: string) => bindActionIssue(ports, sam, { id, seen: 1 }, key);
    expect(codes(await bind('ITSD-8'))).toEqual(['improvement.no-issue key']);
    expect(codes(await bind('no key'))).toEqual(['improvement.no-issue key']);
    ports.hidden = true;
    expect(codes(await bind('ITSD-7'))).toEqual(['improvement.no-issue key']);
    ports.hidden = false;
    await bind('ITSD-7');
    expect((await oneOf(id)).row.doc.issue).toEqual({ id: '20001', key: 'ITSD-7' });
    expect(codes(await releaseActionIssue(ports, sam, { id, seen: 1 }))).toEqual(['record.newer']);
    await releaseActionIssue(ports, sam, { id, seen: 2 });
    expect((await oneOf(id)).row.doc).not.toHaveProperty('issue');
  });
});

describe('the effect of an action', () => {
  /** Whole days after that Wednesday. */
  const dayOn = (days: number, time: string) => later(onWednesday(time), hours(24 * days));

  /** P1s that were created when it opens, to be solved within four hours, and were solved then. */
  async function solved(days: number, ...times: readonly string[]): Promise<void> {
    for (const time of times) {
      const id = String(20_000 + ports.inJira.size);
      const facts = [
        created(dayOn(days, '08:00'), { priority: 'P1' }),
        changed(dayOn(days, time), { status: 'Open → Done' }),
      ];
      ports.inJira.set(id, { id, project: PROJECT, updated: dayOn(days, time), history: { facts } });
      await markIssue(ports, id, PROJECT, 'event');
    }
    ports.now = dayOn(days, '16:00');
    await drain(ports, PROJECT, () => 300_000);
  }

  it('is not known of one that names no target', async () => {
    const { agreement: _agreement, metric: _metric, ...general } = wanted;
    const result = await saveAction(ports, sam, general, 0);
    expect('id' in result && (await oneOf(result.id)).effect).toBeUndefined();
  });

  it('is of the days before it was planned and after it was done, and kept as it was judged', async () => {
    await solved(0, '09:00', '14:00');
    ports.now = dayOn(2, '10:00');
    const id = await planned();
    const before = { kept: { met: 1, of: 2 }, from: '2026-08-22', to: '2026-11-20', areOver: true };
    expect((await oneOf(id)).effect).toEqual({ before, after: undefined });
    ports.now = dayOn(5, '10:00');
    await step(id, 'complete', 1);
    // That day it was still being done.
    await solved(5, '14:00');
    await solved(6, '09:00');
    const after = { kept: { met: 1, of: 1 }, from: '2026-11-24', to: '2027-02-22', areOver: false };
    expect((await oneOf(id)).effect).toEqual({ before, after });
    await step(id, 'confirm', 2, '');
    const judged = { isEffective: true, effect: { before: before.kept, after: after.kept } };
    expect((await oneOf(id)).row.doc.judged).toMatchObject(judged);
    await solved(7, '14:00');
    ports.now = dayOn(100, '10:00');
    const { row, effect } = await oneOf(id);
    expect(effect?.after).toEqual({ ...after, kept: { met: 1, of: 2 }, areOver: true });
    expect(row.doc.judged).toMatchObject(judged);
  });
});
