import { deepCheck } from '../../../src/app/deep-check';
import { drain } from '../../../src/app/drain';
import { JiraRefused, JiraUnavailable } from '../../../src/app/errors';
import { importDefinitions } from '../../support/import-definitions';
import { judgeOutdated } from '../../../src/app/judge-outdated';
import { reconcile } from '../../../src/app/reconcile';
import { days, later, minutes } from '../../../src/domain/time/instant';
import { changed, created, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { afterwards, memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
const OTHER = '10001';
const plentyOfTime = () => 900_000;

let ports: MemoryPorts;
let warnings: string[];

const importInto = (project: string) => importDefinitions(ports, project, 'sam', draft());

beforeEach(async () => {
  ports = memoryPorts(onWednesday('10:00'));
  warnings = [];
  ports.log.warn = (message) => void warnings.push(message);
  for (const [field, values] of projectValues) ports.values.set(field, values);
  await importInto(PROJECT);
});

function inJira(id: number, facts = [created(onWednesday('09:00'), { priority: 'P1' })]): void {
  ports.inJira.set(String(id), { id: String(id), project: PROJECT, updated: ports.now, history: { facts } });
}

const marked = () => ports.marks.map(({ issue }) => Number(issue));

/** The drain, as a mark would have it run. */
async function evaluateAll(): Promise<void> {
  const at = ports.now;
  for (const { id: issue, project } of ports.inJira.values()) {
    await ports.dirtyIssues.mark({ issue, project, token: `all-${issue}`, at, by: 'event' });
  }
  await drain(ports, PROJECT, plentyOfTime);
  ports.woken.length = 0;
  ports.reads = 0;
}

describe('the hourly reconcile', () => {
  it('marks what the store does not know of, or not in its present state, and wakes the drain once', async () => {
    [1, 2, 3].forEach((id) => inJira(id));
    await evaluateAll();
    afterwards(ports, minutes(10));
    inJira(2);
    inJira(4);
    ports.evaluations.set('3', { ...ports.evaluations.get('3')!, ruleBook: 'before' });
    await reconcile(ports, plentyOfTime);
    expect([marked(), ports.woken]).toEqual([[3, 2, 4], [PROJECT]]);
    await drain(ports, PROJECT, plentyOfTime);
    await reconcile(ports, plentyOfTime);
    expect([marked(), ports.woken]).toEqual([[], [PROJECT]]);
  });

  it('looks back 75 minutes at first, and then as far as the run that came through last', async () => {
    inJira(1);
    afterwards(ports, minutes(75));
    inJira(2);
    afterwards(ports, 1);
    await reconcile(ports, plentyOfTime);
    expect(marked()).toEqual([2]);
    await drain(ports, PROJECT, plentyOfTime);

    const search = ports.issues.changedWithin.bind(ports.issues);
    ports.issues.changedWithin = async () => Promise.reject(new Error('503'));
    afterwards(ports, minutes(30));
    inJira(3);
    for (let hour = 0; hour < 5; hour++) {
      afterwards(ports, minutes(60));
      await reconcile(ports, plentyOfTime);
    }
    expect(marked()).toEqual([]);
    ports.issues.changedWithin = search;
    await reconcile(ports, plentyOfTime);
    expect(marked()).toEqual([3]);
  });

  it('reads at most 1,500 issues, shared among the projects, and goes on there the next time', async () => {
    for (let id = 0; id < 1_600; id++) {
      inJira(id);
      afterwards(ports, 2_000);
    }
    await reconcile(ports, plentyOfTime);
    expect([marked().length, warnings]).toEqual([1_500, ['more has changed than an hour may cost']]);
    await drain(ports, PROJECT, plentyOfTime);
    await reconcile(ports, plentyOfTime);
    expect(marked()).toEqual(Array.from({ length: 100 }, (_, index) => 1_500 + index));
  });

  it('shares its points among projects', async () => {
    await importInto(OTHER);
    for (let id = 0; id < 800; id++) {
      inJira(id);
      afterwards(ports, 2_000);
    }
    await reconcile(ports, plentyOfTime);
    expect(marked()).toHaveLength(700);
  });

  it('gets beyond a moment in which more was changed than a run may read', async () => {
    for (let id = 0; id < 1_600; id++) inJira(id);
    await reconcile(ports, plentyOfTime);
    expect(marked()).toHaveLength(1_500);
    await drain(ports, PROJECT, plentyOfTime);
    await reconcile(ports, plentyOfTime);
    expect(marked()).toHaveLength(100);
  });

  it('goes on with other projects when Jira refuses one, and not while work is held', async () => {
    await importInto(OTHER);
    inJira(1);
    const search = ports.issues.changedWithin.bind(ports.issues);
    ports.issues.changedWithin = async (project, ...rest) => {
      if (project === PROJECT) throw new JiraRefused('POST search/jql: 400');
      return search(project, ...rest);
    };
    ports.inJira.set('1', { ...ports.inJira.get('1')!, project: OTHER });
    ports.heldUntil = later(ports.now, minutes(1));
    await reconcile(ports, plentyOfTime);
    expect(marked()).toEqual([]);
    afterwards(ports, minutes(1));
    await reconcile(ports, plentyOfTime);
    expect(marked()).toEqual([1]);
  });

  it('stops when Jira does not answer', async () => {
    ports.issues.changedWithin = async () => Promise.reject(new JiraUnavailable('503', undefined));
    await expect(reconcile(ports, plentyOfTime)).rejects.toThrow(JiraUnavailable);
  });
});

describe('the daily deep check', () => {
  it('finds nothing in what was stored rightly, however long ago', async () => {
    inJira(1, [created(onWednesday('09:00')), changed(onWednesday('09:30'), { status: 'Open → Waiting' })]);
    inJira(2);
    await evaluateAll();
    afterwards(ports, days(3));
    await deepCheck(ports, plentyOfTime);
    expect([ports.reads, ports.drifts, marked()]).toEqual([1, [], []]);
  });

  it('records where the store differs from a fresh evaluation, and has that corrected', async () => {
    inJira(1);
    await evaluateAll();
    const right = ports.evaluations.get('1')!;
    const [timer] = right.timers;
    ports.evaluations.set('1', { ...right, timers: [{ ...timer!, unknown: true }] });
    await deepCheck(ports, plentyOfTime);
    expect(ports.drifts).toMatchObject([
      { issue: '1', agreement: 'desk', metric: 'resolution', foundAt: ports.now },
    ]);
    const [{ stored, fresh }] = ports.drifts as [(typeof ports.drifts)[0]];
    expect([stored, fresh].map((said) => JSON.parse(said) as unknown)).toMatchObject([
      [{ cycle: 1, verdict: 'unknown' }],
      [{ cycle: 1, verdict: 'open' }],
    ]);
    expect(warnings).toEqual(['stored timers differ']);
    await drain(ports, PROJECT, plentyOfTime);
    expect(ports.evaluations.get('1')).toEqual(right);
  });

  it('marks what has changed, moved or vanished without a word, which is no drift', async () => {
    [1, 2, 3, 4].forEach((id) => inJira(id));
    await evaluateAll();
    afterwards(ports, minutes(1));
    inJira(1);
    ports.inJira.set('2', { ...ports.inJira.get('2')!, project: OTHER });
    ports.inJira.delete('3');
    await deepCheck(ports, plentyOfTime);
    expect([marked(), ports.drifts]).toEqual([[1, 2, 3], []]);
  });

  it('forgets an issue that could not be read for 30 days, and brought no event', async () => {
    inJira(1);
    await evaluateAll();
    ports.inJira.clear();
    await deepCheck(ports, plentyOfTime);
    await drain(ports, PROJECT, plentyOfTime);
    afterwards(ports, days(30));
    await deepCheck(ports, plentyOfTime);
    expect(ports.evaluations.get('1')?.outcome).toBe('unreadable');
    afterwards(ports, 1);
    await deepCheck(ports, plentyOfTime);
    expect([ports.evaluations.size, ports.marks]).toEqual([0, []]);
  });

  it('looks at 2,000 issues a day, at the next ones on the next day, and begins again after the last', async () => {
    for (let id = 1; id <= 2_100; id++) inJira(id);
    await evaluateAll();
    const seen: number[] = [];
    const read = ports.issues.read.bind(ports.issues);
    ports.issues.read = async (ids, fields) => {
      seen.push(...ids.map(Number));
      return read(ids, fields);
    };
    await deepCheck(ports, plentyOfTime);
    expect([seen.length, seen[0], seen.at(-1)]).toEqual([2_000, 1, 2_000]);
    seen.length = 0;
    await deepCheck(ports, plentyOfTime);
    expect([seen.length, seen[0], seen.at(-1)]).toEqual([100, 2_001, 2_100]);
    seen.length = 0;
    await deepCheck(ports, () => 1_000);
    expect(seen).toEqual([]);
    await deepCheck(ports, plentyOfTime);
    expect(seen[0]).toBe(1);
  });

  it('asks Jira nothing while work is held', async () => {
    inJira(1);
    await evaluateAll();
    ports.heldUntil = later(ports.now, minutes(1));
    await deepCheck(ports, plentyOfTime);
    expect(ports.reads).toBe(0);
  });
});

describe('a new version of the app', () => {
  it('has those projects judged anew whose issues were judged by a rule book of another version', async () => {
    inJira(1);
    await evaluateAll();
    ports.turns.length = 0;
    const started = ports.backfillOf.get(PROJECT)!;
    const done = { ...started, state: 'done' } as const;
    ports.backfillOf.set(PROJECT, done);
    await judgeOutdated(ports);
    expect(ports.turns).toEqual([]);

    ports.evaluations.set('1', { ...ports.evaluations.get('1')!, ruleBook: 'before' });
    ports.backfillOf.set(PROJECT, { ...done, state: 'paused' });
    await judgeOutdated(ports);
    expect(ports.turns).toEqual([]);
    ports.backfillOf.set(PROJECT, done);
    await judgeOutdated(ports);
    expect(ports.backfillOf.get(PROJECT)).toMatchObject({ state: 'running', startedBy: 'sam' });
  });
});
