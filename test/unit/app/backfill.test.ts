import {
  backfillTurn,
  pauseBackfill,
  resumeBackfill,
  startBackfill,
  viewBackfill,
} from '../../../src/app/backfill';
import { drain } from '../../../src/app/drain';
import { JiraRefused, JiraUnavailable } from '../../../src/app/errors';
import { importDefinitions } from '../../support/import-definitions';
import { saveDefaults } from '../../../src/app/defaults';
import type { IssueReading } from '../../../src/app/ports';
import { DEFAULTS_ID } from '../../../src/domain/defaults/site-defaults';
import { instant } from '../../../src/domain/time/instant';
import { created, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { afterwards, memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
const HOUR = 3_600_000;

let ports: MemoryPorts;

const issue = (id: number, updated = onWednesday('09:00')): IssueReading => ({
  id: String(id),
  project: PROJECT,
  updated,
  history: { facts: [created(onWednesday('09:00'), { priority: 'P1' })] },
});

const issues = (from: number, count: number) => Array.from({ length: count }, (_, at) => issue(from + at));

/** Two pages of open issues and one of done ones. */
function threePages(): void {
  const open = [issues(1, 100), issues(101, 100)];
  const done = issues(201, 50);
  for (const each of [...open.flat(), ...done]) ports.inJira.set(each.id, each);
  ports.searchPages = (group, page) =>
    group === 'open' ? { readings: open[page]!, last: page === 1 } : { readings: done, last: true };
}

/** Runs the turns that were asked for, each when it is due, until none is left or `most` have run. */
async function runTurns(most = 100): Promise<void> {
  for (let ran = 0; ran < most; ran++) {
    const next = ports.turns.shift();
    if (!next) return;
    if (next.at > ports.now) ports.now = next.at;
    await backfillTurn(ports, next);
  }
}

beforeEach(async () => {
  ports = memoryPorts(onWednesday('10:00'));
  for (const [field, values] of projectValues) ports.values.set(field, values);
  await importDefinitions(ports, PROJECT, 'sam', draft());
  ports.turns.length = 0;
  ports.backfillOf.clear();
});

describe('a backfill', () => {
  it('judges every issue of the project, those in work first', async () => {
    threePages();
    await startBackfill(ports, PROJECT, 'sam');
    await runTurns(1);
    expect([...ports.evaluations.keys()]).toEqual(issues(1, 100).map(({ id }) => id));
    await runTurns();
    expect(ports.evaluations.size).toBe(250);
    expect(await viewBackfill(ports, PROJECT)).toMatchObject({ state: 'done', done: 250, total: 250 });
  });

  it('starts when definitions are imported that change something, and only then', async () => {
    await importDefinitions(ports, PROJECT, 'sam', draft());
    expect(ports.turns).toEqual([]);
    const changed = draft();
    changed.agreements[0]!.name = 'Another name';
    await importDefinitions(ports, PROJECT, 'sam', changed);
    expect(ports.turns).toHaveLength(1);
    expect(await viewBackfill(ports, PROJECT)).toMatchObject({ state: 'running', done: 0, total: null });
  });

  it('does not undo an import when it cannot be started', async () => {
    ports.backfills.wake = async () => {
      throw new Error('rate limit');
    };
    const changed = draft();
    changed.agreements[0]!.name = 'Another name';
    expect(await importDefinitions(ports, PROJECT, 'sam', changed)).toMatchObject({
      problems: [],
      changed: 1,
    });
  });

  it('takes at most 3,000 points an hour, and shares them among the projects of the site', async () => {
    threePages();
    await startBackfill(ports, PROJECT, 'sam');
    const wait = async () => {
      await runTurns(1);
      return ports.turns[0]!.at - ports.now;
    };
    const turnsAnHour = (ms: number) => Math.floor(HOUR / ms) + 1;
    const alone = turnsAnHour(await wait()) * 101;
    expect(alone).toBeGreaterThan(2_900);
    expect(alone).toBeLessThanOrEqual(3_000);
    ports.backfillOf.set('10001', { ...ports.backfillOf.get(PROJECT)!, project: '10001' });
    const shared = turnsAnHour(await wait()) * 101;
    expect(shared).toBeGreaterThan(1_300);
    expect(shared).toBeLessThanOrEqual(1_500);
  });

  it('goes as fast as the site’s defaults allow', async () => {
    threePages();
    await startBackfill(ports, PROJECT, 'sam');
    await saveDefaults(ports, 'sam', { id: DEFAULTS_ID, jobPoints: 6_000 }, 0);
    await runTurns(1);
    expect(ports.turns[0]!.at - ports.now).toBe(Math.ceil((101 * HOUR) / (6_000 - 101)));
  });

  it('shares nothing with one that stands still', async () => {
    threePages();
    await startBackfill(ports, PROJECT, 'sam');
    ports.backfillOf.set('10001', {
      ...ports.backfillOf.get(PROJECT)!,
      project: '10001',
      dueAt: instant(ports.now - HOUR),
    });
    await runTurns(1);
    expect(ports.turns[0]!.at - ports.now).toBeLessThan((2 * 101 * HOUR) / 3_000);
  });

  it('says about when it ends', async () => {
    threePages();
    await startBackfill(ports, PROJECT, 'sam');
    await runTurns(1);
    const view = await viewBackfill(ports, PROJECT);
    expect(view!.endsAt! - ports.now).toBe(Math.ceil(1.5 * Math.ceil((101 * HOUR) / 2_899)));
    expect(view?.late).toBe(false);
    afterwards(ports, HOUR);
    expect((await viewBackfill(ports, PROJECT))?.late).toBe(true);
  });

  it('waits for its time when it is woken too early', async () => {
    threePages();
    await startBackfill(ports, PROJECT, 'sam');
    await runTurns(1);
    const next = ports.turns.shift()!;
    afterwards(ports, 60_000);
    await backfillTurn(ports, next);
    expect(ports.evaluations.size).toBe(100);
    expect(ports.turns).toEqual([next]);
  });

  it('costs Jira nothing where nothing is promised', async () => {
    ports.changes.length = 0;
    ports.issues.count = async () => Promise.reject(new Error('asked'));
    await startBackfill(ports, PROJECT, 'sam');
    await runTurns();
    expect(await viewBackfill(ports, PROJECT)).toMatchObject({ state: 'done', done: 0 });
  });
});

describe('a turn', () => {
  beforeEach(async () => {
    threePages();
    await startBackfill(ports, PROJECT, 'sam');
  });

  it('that comes twice is done once', async () => {
    const [first] = ports.turns;
    ports.turns.push(first!);
    await runTurns();
    expect(await viewBackfill(ports, PROJECT)).toMatchObject({ state: 'done', done: 250 });
  });

  it('that comes late, after its end, does not read the page after it', async () => {
    const [first] = ports.turns;
    await runTurns(1);
    afterwards(ports, HOUR);
    await backfillTurn(ports, first!);
    expect(ports.evaluations.size).toBe(100);
    expect(ports.turns).toHaveLength(1);
  });

  it.each(['save', 'wake', 'endTurn'] as const)('that is killed at %s is done again', async (where) => {
    const [first] = ports.turns.splice(0);
    const broken = memoryCrash(where);
    await expect(backfillTurn(broken, first!)).rejects.toThrow('killed');
    ports.turns.push(first!);
    await runTurns();
    expect(ports.evaluations.size).toBe(250);
    expect(await viewBackfill(ports, PROJECT)).toMatchObject({ state: 'done', done: 250 });
  });

  function memoryCrash(where: 'save' | 'wake' | 'endTurn'): MemoryPorts {
    const die = async () => Promise.reject(new Error('killed'));
    return {
      ...ports,
      timers: where === 'save' ? { ...ports.timers, save: die } : ports.timers,
      backfills: where === 'save' ? ports.backfills : { ...ports.backfills, [where]: die },
    };
  }

  it('of a backfill that was started anew meanwhile changes nothing', async () => {
    const [first] = ports.turns.splice(0);
    await startBackfill(ports, PROJECT, 'sam');
    await backfillTurn(ports, first!);
    expect(ports.evaluations.size).toBe(0);
    await runTurns();
    expect(ports.evaluations.size).toBe(250);
  });

  it('that Jira does not answer is tried again, and one that it refuses ends the backfill', async () => {
    const page = ports.issues.page.bind(ports.issues);
    ports.issues.page = async () => Promise.reject(new JiraUnavailable('429', 60));
    await expect(runTurns(1)).rejects.toThrow(JiraUnavailable);
    ports.issues.page = async () => Promise.reject(new JiraRefused('400'));
    await resumeBackfill(ports, PROJECT, 'sam');
    await runTurns();
    expect(await viewBackfill(ports, PROJECT)).toMatchObject({ state: 'failed' });
    ports.issues.page = page;
    await resumeBackfill(ports, PROJECT, 'sam');
    await runTurns();
    expect(await viewBackfill(ports, PROJECT)).toMatchObject({ state: 'done', done: 250 });
  });

  it('leaves alone what the store knows better or just as well', async () => {
    await drainAll('1', issue(1, instant(onWednesday('09:00') + 60_000)));
    await drainAll('2', issue(2));
    const known = ['1', '2'].map((id) => ports.evaluations.get(id));
    afterwards(ports, 60_000);
    await runTurns();
    expect(['1', '2'].map((id) => ports.evaluations.get(id))).toEqual(known);
    expect(ports.marks).toEqual([]);
  });

  it('has an issue read afresh that an event showed newer, but under rules of before', async () => {
    await drainAll('1', issue(1, instant(onWednesday('09:00') + 60_000)));
    ports.evaluations.set('1', { ...ports.evaluations.get('1')!, ruleBook: 'before' });
    await runTurns();
    expect(ports.evaluations.get('1')?.ruleBook).toBe('before');
    expect(ports.marks.map((mark) => mark.issue)).toEqual(['1']);
  });

  async function drainAll(id: string, reading: IssueReading): Promise<void> {
    ports.inJira.set(id, reading);
    await ports.dirtyIssues.mark({ issue: id, token: id, project: PROJECT, at: ports.now, by: 'event' });
    await drain(ports, PROJECT, () => 300_000);
  }
});

describe('pausing', () => {
  it('stops after the page that is being read, and resuming goes on behind it', async () => {
    threePages();
    await startBackfill(ports, PROJECT, 'sam');
    await runTurns(1);
    await pauseBackfill(ports, PROJECT);
    await runTurns();
    expect(await viewBackfill(ports, PROJECT)).toMatchObject({ state: 'paused', done: 100, endsAt: null });
    afterwards(ports, 24 * HOUR);
    await resumeBackfill(ports, PROJECT, 'kim');
    await runTurns();
    expect(await viewBackfill(ports, PROJECT)).toMatchObject({ state: 'done', done: 250 });
    expect(ports.backfillOf.get(PROJECT)?.startedBy).toBe('sam');
  });

  it('does not double the turns when resumed at once', async () => {
    threePages();
    await startBackfill(ports, PROJECT, 'sam');
    await runTurns(1);
    await pauseBackfill(ports, PROJECT);
    await resumeBackfill(ports, PROJECT, 'sam');
    await runTurns();
    expect(await viewBackfill(ports, PROJECT)).toMatchObject({ state: 'done', done: 250 });
  });

  it('for long does not make it late when it goes on', async () => {
    threePages();
    await startBackfill(ports, PROJECT, 'sam');
    await runTurns(1);
    await pauseBackfill(ports, PROJECT);
    afterwards(ports, 24 * HOUR);
    await resumeBackfill(ports, PROJECT, 'sam');
    expect((await viewBackfill(ports, PROJECT))?.late).toBe(false);
    afterwards(ports, HOUR);
    expect((await viewBackfill(ports, PROJECT))?.late).toBe(true);
  });

  it('again and again does not make Jira remember the page for longer', async () => {
    threePages();
    await startBackfill(ports, PROJECT, 'sam');
    await runTurns(1);
    for (const change of [pauseBackfill, resumeBackfill, pauseBackfill]) {
      ports.turns.length = 0;
      afterwards(ports, 3 * 24 * HOUR);
      await change(ports, PROJECT, 'sam');
    }
    await resumeBackfill(ports, PROJECT, 'sam');
    expect(ports.backfillOf.get(PROJECT)).toMatchObject({ turn: 0, read: 0 });
  });

  it('for so long that Jira has forgotten the page begins anew', async () => {
    threePages();
    await startBackfill(ports, PROJECT, 'sam');
    await runTurns(1);
    await pauseBackfill(ports, PROJECT);
    ports.turns.length = 0;
    afterwards(ports, 7 * 24 * HOUR);
    await resumeBackfill(ports, PROJECT, 'kim');
    expect(ports.backfillOf.get(PROJECT)).toMatchObject({ turn: 0, read: 0, startedBy: 'kim' });
  });
});
