import { startBackfill, backfillTurn } from '../../../src/app/backfill';
import { drain } from '../../../src/app/drain';
import { JiraUnavailable } from '../../../src/app/errors';
import { importDefinitions } from '../../support/import-definitions';
import { lookAfterPublication } from '../../../src/app/look-after-publication';
import { markIssue } from '../../../src/app/mark-issue';
import type { Publication, Shown } from '../../../src/app/ports';
import { instant, type Instant } from '../../../src/domain/time/instant';
import type { Fact } from '../../../src/domain/timer/history';
import { NOTHING_TO_PUBLISH, OUT_OF_SCOPE } from '../../../src/domain/timer/published-state';
import { changed, created, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { afterwards, memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
const HOUR = 3_600_000;
const empty: Shown = { fields: { due: null, state: null, agreement: null }, property: null };

let ports: MemoryPorts;

beforeEach(async () => {
  ports = memoryPorts(onWednesday('10:00'));
  for (const [field, values] of projectValues) ports.values.set(field, values);
  await importDefinitions(ports, PROJECT, 'sam', draft());
  ports.turns.length = 0;
});

const born = created(onWednesday('09:00'), { priority: 'P1' });

function inJira(id: string, shown: Shown = empty, facts: readonly Fact[] = [born], updated?: Instant): void {
  ports.inJira.set(id, {
    id,
    project: PROJECT,
    updated: updated ?? ports.now,
    history: { facts },
    shown,
  });
}

const shownOf = (id: string): Shown | undefined => ports.inJira.get(id)?.shown;

/** An event comes for these issues, and the drain after it. */
async function drained(...issues: string[]): Promise<Publication[]> {
  for (const issue of issues) await markIssue(ports, issue, PROJECT, 'event');
  ports.publications.length = 0;
  await drain(ports, PROJECT, () => 300_000);
  return ports.publications;
}

const unavailable = (): Promise<never> => Promise.reject(new JiraUnavailable('POST app/field/value: 429', 7));

describe('a drain', () => {
  it('has Jira show how an issue stands, and writes nothing when it is asked again', async () => {
    inJira('1');
    expect(await drained('1')).toHaveLength(1);
    expect(shownOf('1')).toMatchObject({
      fields: { state: 'running', agreement: draft().agreements[0]!.name },
      property: { state: 'running', kinds: { resolution: { state: 'running' } } },
    });
    expect(shownOf('1')?.fields?.due).toBe(shownOf('1')?.property?.due);
    expect(await drained('1')).toEqual([]);
  });

  it('comes to rest though its own writing makes the issue newer', async () => {
    inJira('1');
    await drained('1');
    afterwards(ports, 1_000);
    ports.inJira.set('1', { ...ports.inJira.get('1')!, updated: ports.now });
    expect(await drained('1')).toEqual([]);
    expect(ports.evaluations.get('1')?.issueUpdated).toBe(ports.now);
    expect(ports.marks).toEqual([]);
  });

  it('writes only what changed', async () => {
    inJira('1');
    await drained('1');
    const { due, agreement } = shownOf('1')!.fields!;
    ports.now = instant(due! + 1);
    const [publication] = await drained('1');
    expect(publication?.fields).toEqual({ state: 'breached' });
    expect(publication?.property).toMatchObject({ state: 'breached', due, agreement });
  });

  it('mends what somebody else wrote', async () => {
    inJira('1');
    await drained('1');
    const right = shownOf('1')!;
    for (const property of [
      undefined,
      null,
      { ...right.property!, due: instant(right.property!.due! + HOUR) },
    ]) {
      inJira('1', { fields: { ...right.fields!, agreement: undefined }, property });
      const [publication] = await drained('1');
      expect(publication?.fields).toEqual({ agreement: right.fields!.agreement });
      expect(shownOf('1')).toEqual(right);
    }
  });

  it('writes no fields where the site has none', async () => {
    inJira('1', { fields: null, property: null });
    const [publication] = await drained('1');
    expect(publication).toMatchObject({ fields: {}, property: { state: 'running' } });
  });

  it('says of what no agreement covers that it is out of scope, and takes back what it said before', async () => {
    const uncovered = draft();
    uncovered.agreements[0]!.covers = { field: 'priority', empty: true };
    await importDefinitions(ports, PROJECT, 'sam', uncovered);
    const later = created(ports.now, { priority: 'P1' });
    afterwards(ports, HOUR);
    inJira('1', empty, [later]);
    expect(await drained('1')).toEqual([
      { issue: '1', fields: { state: 'out-of-scope' }, property: OUT_OF_SCOPE },
    ]);
    expect(await drained('1')).toEqual([]);
    const once = { due: null, state: 'running', agreement: 'Once' } as const;
    inJira('2', { fields: once, property: { ...once, kinds: {} } }, [later]);
    expect(await drained('2')).toEqual([
      { issue: '2', fields: { state: 'out-of-scope', agreement: null }, property: OUT_OF_SCOPE },
    ]);
    inJira('3', empty, [created(ports.now, { priority: 'P1', resolution: 'Done' })]);
    await drained('3');
    expect(['1', '3'].map((issue) => ports.evaluations.get(issue)?.isResolved)).toEqual([undefined, true]);
  });

  it('leaves alone what an agreement covers and no timer has started on', async () => {
    const waiting = draft();
    waiting.agreements[0]!.metrics[0]!.start = { changed: 'status', from: ['Waiting'], to: ['Open'] };
    await importDefinitions(ports, PROJECT, 'sam', waiting);
    const later = created(ports.now, { priority: 'P1' });
    afterwards(ports, HOUR);
    inJira('1', empty, [later]);
    expect(await drained('1')).toEqual([]);
    expect(ports.evaluations.get('1')?.outcome).toBe('not-started');
    const once = { due: null, state: 'running', agreement: 'Once' } as const;
    inJira('2', { fields: once, property: { ...once, kinds: {} } }, [later]);
    expect(await drained('2')).toEqual([
      { issue: '2', fields: { state: null, agreement: null }, property: NOTHING_TO_PUBLISH },
    ]);
  });

  it('is held up by nothing that Jira does not take just now: that is published later', async () => {
    inJira('1');
    const write = ports.publisher.write.bind(ports.publisher);
    ports.publisher.write = unavailable;
    await drained('1');
    expect(ports.evaluations.get('1')?.timers).toHaveLength(1);
    expect(ports.marks).toEqual([]);
    expect(ports.looks).toMatchObject([{ task: undefined, at: ports.now + 7_000 }]);
    const [look] = ports.looks;
    await expect(lookAfterPublication(ports, look!)).rejects.toThrow(JiraUnavailable);
    ports.publisher.write = write;
    await lookAfterPublication(ports, look!);
    expect(shownOf('1')).toMatchObject({ fields: { state: 'running' }, property: { state: 'running' } });
    expect(ports.looks).toHaveLength(1);
  });

  it('keeps the marks when not even that can be asked for', async () => {
    inJira('1');
    ports.publisher.write = unavailable;
    ports.publishedLater.look = () => Promise.reject(new Error('rate limit'));
    await expect(drained('1')).rejects.toThrow('rate limit');
    expect(ports.evaluations.get('1')?.timers).toHaveLength(1);
    expect(ports.marks).toHaveLength(1);
  });

  it('goes on without marks when what Jira refuses for good was left', async () => {
    inJira('1');
    ports.publisher.write = async () => ({ task: undefined, points: 1 });
    await drained('1');
    expect(ports.marks).toEqual([]);
  });

  it('publishes nothing of an issue that it cannot read', async () => {
    expect(await drained('404')).toEqual([]);
  });
});

describe('what is left to a task of Jira', () => {
  beforeEach(() => {
    ports.task = '77';
    inJira('1');
    inJira('2');
  });

  /** As Jira would, if the task had not written these. */
  const undo = (...issues: string[]): void => {
    for (const id of issues)
      inJira(id, { ...shownOf(id)!, property: null }, [born], ports.inJira.get(id)!.updated);
  };

  const looked = async (): Promise<Publication[]> => {
    ports.publications.length = 0;
    await lookAfterPublication(ports, ports.looks.shift()!);
    return ports.publications;
  };

  it('is looked after, once', async () => {
    await drained('1', '2');
    expect(ports.looks).toEqual([
      {
        project: PROJECT,
        task: '77',
        at: ports.now + 30_000,
        issues: new Map([
          ['1', ports.now],
          ['2', ports.now],
        ]),
      },
    ]);
    const { reads } = ports;
    expect(await looked()).toEqual([]);
    expect(ports.reads).toBe(reads);
  });

  it('is written issue by issue where the task could not', async () => {
    await drained('1', '2');
    undo('2');
    ports.publisher.failed = async () => ['2'];
    expect(await looked()).toMatchObject([{ issue: '2', fields: {}, property: { state: 'running' } }]);
  });

  it('is written again where the issue was drained meanwhile, since the task may have come later', async () => {
    await drained('1', '2');
    const old = shownOf('1')!.property;
    afterwards(ports, HOUR);
    inJira('1', shownOf('1'), [born, changed(ports.now, { status: 'Open → Waiting' })]);
    await drained('1');
    inJira('1', { ...shownOf('1')!, property: old }, ports.inJira.get('1')!.history.facts);
    expect(await looked()).toMatchObject([{ issue: '1', fields: {} }]);
  });

  it('is asked about again while the task is under way', async () => {
    await drained('1', '2');
    ports.publisher.failed = unavailable;
    await expect(looked()).rejects.toThrow(JiraUnavailable);
  });
});

describe('a backfill', () => {
  it('publishes, and waits for what that takes of its budget', async () => {
    inJira('1');
    await startBackfill(ports, PROJECT, 'sam');
    await backfillTurn(ports, ports.turns.shift()!);
    expect(shownOf('1')).toMatchObject({ fields: { state: 'running' } });
    const waits = ports.turns[0]!.at - ports.now;
    ports.publisher.write = async () => ({ task: undefined, points: 100 });
    inJira('2');
    ports.searchPages = () => ({ readings: [ports.inJira.get('2')!], last: false });
    ports.turns.length = 0;
    ports.backfillOf.clear();
    await startBackfill(ports, PROJECT, 'sam');
    await backfillTurn(ports, ports.turns.shift()!);
    expect(ports.turns[0]!.at - ports.now).toBeGreaterThan(20 * waits);
  });

  it('goes on when Jira takes nothing just now, and leaves that for later', async () => {
    inJira('1');
    ports.publisher.write = unavailable;
    await startBackfill(ports, PROJECT, 'sam');
    await backfillTurn(ports, ports.turns.shift()!);
    expect(ports.backfillOf.get(PROJECT)).toMatchObject({ state: 'running', read: 1 });
    expect(ports.looks.map(({ issues }) => [...issues.keys()])).toEqual([['1']]);
  });
});
