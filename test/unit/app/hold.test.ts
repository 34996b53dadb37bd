import { backfillTurn, startBackfill } from '../../../src/app/backfill';
import { drain } from '../../../src/app/drain';
import { importDefinitions } from '../../support/import-definitions';
import { markIssue } from '../../../src/app/mark-issue';
import { tick } from '../../../src/app/tick';
import { viewIssueTimers } from '../../../src/app/view-issue-timers';
import { hours, instant, later } from '../../../src/domain/time/instant';
import { created, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { afterwards, memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
const plentyOfTime = () => 300_000;

let ports: MemoryPorts;

beforeEach(async () => {
  ports = memoryPorts(onWednesday('10:00'));
  for (const [field, values] of projectValues) ports.values.set(field, values);
  await importDefinitions(ports, PROJECT, 'sam', draft());
  const history = { facts: [created(onWednesday('09:00'))] };
  ports.inJira.set('1', { id: '1', project: PROJECT, updated: onWednesday('09:00'), history });
});

/** Everything that works by itself. */
async function work(): Promise<void> {
  await tick(ports, plentyOfTime);
  for (const project of ports.woken.splice(0)) await drain(ports, project, plentyOfTime);
  for (const turn of ports.turns.splice(0)) await backfillTurn(ports, turn);
}

describe('while the quota is used up', () => {
  it('nothing is asked of Jira, and all goes on afterwards', async () => {
    await markIssue(ports, '1', PROJECT, 'event');
    ports.heldUntil = later(ports.now, hours(1));
    for (let times = 0; times < 11; times++) {
      await work();
      afterwards(ports, 300_000);
    }
    expect([ports.reads, ports.evaluations.size, ports.marks.length]).toEqual([0, 0, 1]);
    afterwards(ports, 300_000);
    await work();
    expect([ports.evaluations.size, ports.marks.length]).toEqual([1, 0]);
    expect(ports.backfillOf.get(PROJECT)?.turn).toBeGreaterThan(0);
  });

  it('the panel shows what the store has, although it may be old', async () => {
    await markIssue(ports, '1', PROJECT, 'event');
    await drain(ports, PROJECT, plentyOfTime);
    const asOf = ports.now;
    afterwards(ports, 60_000);
    ports.heldUntil = instant(ports.now + 1);
    const view = await viewIssueTimers(ports, { issue: '1', project: PROJECT }, ports.now);
    expect([view.asOf, ports.reads]).toEqual([asOf, 1]);
  });
});

describe('when Jira says that few points are left', () => {
  beforeEach(async () => {
    await markIssue(ports, '1', PROJECT, 'event');
    ports.isQuotaLow = true;
    await drain(ports, PROJECT, plentyOfTime);
    await markIssue(ports, '1', PROJECT, 'event');
    ports.isQuotaLow = false;
    afterwards(ports, 60_000);
  });

  it('work that can wait stops until the hour of the clock ends', async () => {
    const { reads } = ports;
    for (let times = 0; times < 11; times++) {
      await work();
      afterwards(ports, 300_000);
    }
    expect([ports.reads, ports.marks.length]).toEqual([reads, 1]);
    afterwards(ports, 300_000);
    await work();
    expect(ports.marks).toEqual([]);
  });

  it('the panel still shows what is so now', async () => {
    const { updated } = ports.inJira.get('1')!;
    const view = await viewIssueTimers(ports, { issue: '1', project: PROJECT }, updated + 1);
    expect(view.asOf).toBe(ports.now);
  });
});

describe('in a project', () => {
  it('that is archived nothing is done until it is not any more, and timers stay', async () => {
    await markIssue(ports, '1', PROJECT, 'event');
    await drain(ports, PROJECT, plentyOfTime);
    await markIssue(ports, '1', PROJECT, 'event');
    ports.inJira.clear();
    await ports.projects.setState(PROJECT, 'archived', ports.now);
    afterwards(ports, hours(1));
    await work();
    expect(ports.evaluations.get('1')?.outcome).toBe('timers');
    expect(ports.reads).toBe(1);

    await ports.projects.setState(PROJECT, 'live', ports.now);
    await work();
    expect(ports.marks).toEqual([]);
  });

  it('that is deleted all timers are forgotten, and judged anew when it is restored', async () => {
    await startBackfill(ports, PROJECT, 'sam');
    await work();
    expect(ports.evaluations.size).toBe(1);
    await ports.projects.setState(PROJECT, 'deleted', ports.now);
    await tick(ports, plentyOfTime);
    expect([ports.evaluations.size, ports.turns.length]).toEqual([0, 1]);
    await work();

    afterwards(ports, hours(1));
    await ports.projects.setState(PROJECT, 'live', ports.now);
    await work();
    expect(ports.evaluations.size).toBe(1);
  });

  it('that has more timers than one run can forget is left to the next', async () => {
    await startBackfill(ports, PROJECT, 'sam');
    await work();
    await ports.projects.setState(PROJECT, 'deleted', ports.now);
    await tick(ports, () => 1_000);
    expect(ports.evaluations.size).toBe(1);
  });
});

describe('an issue that was deleted', () => {
  it('is not brought back by an event that comes late', async () => {
    ports.inJira.clear();
    await ports.timers.forget('1', ports.now);
    await markIssue(ports, '1', PROJECT, 'event');
    await markIssue(ports, '2', PROJECT, 'event');
    await drain(ports, PROJECT, plentyOfTime);
    expect([...ports.evaluations.values()].map(({ issue, outcome }) => [issue, outcome])).toEqual([
      ['2', 'unreadable'],
    ]);
    expect(ports.marks).toEqual([]);
  });

  /** Deletes the issue when Jira has just given it. */
  function deletedWhileRead(of: 'read' | 'page'): void {
    const issues = { ...ports.issues };
    const deletes = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
      const before = await answer;
      ports.inJira.delete('1');
      await ports.timers.forget('1', ports.now);
      return before;
    };
    if (of === 'read') ports.issues.read = (...asked) => deletes(issues.read(...asked));
    else ports.issues.page = (...asked) => deletes(issues.page(...asked));
  }

  it.each(['drain', 'backfill'] as const)(
    'while a %s judges it is forgotten again at once, and Jira is not asked to show it',
    async (by) => {
      const shown = { fields: { due: null, state: null, agreement: null }, property: null };
      for (const id of ['1', '2']) ports.inJira.set(id, { ...ports.inJira.get('1')!, id, shown });
      deletedWhileRead(by === 'drain' ? 'read' : 'page');
      if (by === 'drain') {
        await markIssue(ports, '1', PROJECT, 'event');
        await markIssue(ports, '2', PROJECT, 'event');
        await drain(ports, PROJECT, plentyOfTime);
      } else {
        await startBackfill(ports, PROJECT, 'sam');
        await backfillTurn(ports, ports.turns.at(-1)!);
      }
      expect([...ports.evaluations.keys()]).toEqual(['2']);
      expect(ports.publications.map(({ issue }) => issue)).toEqual(['2']);
      expect(ports.marks).toEqual([]);
    },
  );

  it('is forgotten again when a reading that was under way has brought it back', async () => {
    await markIssue(ports, '1', PROJECT, 'event');
    await drain(ports, PROJECT, plentyOfTime);
    ports.inJira.clear();
    ports.deleted.set('1', ports.now);
    await markIssue(ports, '1', PROJECT, 'event');
    await drain(ports, PROJECT, plentyOfTime);
    expect(ports.evaluations.size).toBe(0);
  });
});
