import { backfillTurn, startBackfill } from '../../../src/app/backfill';
import { drain } from '../../../src/app/drain';
import { importDefinitions } from '../../support/import-definitions';
import { markIssue } from '../../../src/app/mark-issue';
import { instant } from '../../../src/domain/time/instant';
import { created, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { afterwards, memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const OLD = '10000';
const NEW = '10001';
const ISSUE = '20001';

let ports: MemoryPorts;
/** What was asked for with each reading. */
let asked: string[][];

beforeEach(async () => {
  ports = memoryPorts(onWednesday('10:00'));
  for (const [field, values] of projectValues) ports.values.set(field, values);
  asked = [];
  const read = ports.issues.read.bind(ports.issues);
  ports.issues.read = async (ids, fields) => {
    asked.push([...fields]);
    return read(ids, fields);
  };
  await importDefinitions(ports, OLD, 'sam', draft());
  inJira(OLD);
  await markIssue(ports, ISSUE, OLD, 'event');
  await drain(ports, OLD, () => 300_000);
  asked.length = 0;
  ports.woken.length = 0;
  ports.turns.length = 0;
});

function inJira(project: string): void {
  const history = { facts: [created(onWednesday('09:00'), { priority: 'P1' })] };
  ports.inJira.set(ISSUE, { id: ISSUE, project, updated: ports.now, history });
}

/** An agreement that asks about a field that nobody asks about in the project of before. */
async function agreementOfNewProject(): Promise<void> {
  const file = draft();
  file.agreements[0]!.covers = { field: 'assignee', empty: true };
  expect(await importDefinitions(ports, NEW, 'kim', file)).toMatchObject({ problems: [] });
  ports.turns.length = 0;
}

function move(): void {
  afterwards(ports, 60_000);
  inJira(NEW);
}

describe('an issue that was moved to another project', () => {
  it('is left to the drain of that project, which reads it with the fields of its own agreements', async () => {
    await agreementOfNewProject();
    move();
    await markIssue(ports, ISSUE, OLD, 'event');
    await drain(ports, OLD, () => 300_000);
    expect(ports.marks.map(({ issue, project }) => [issue, project])).toEqual([[ISSUE, NEW]]);
    expect(ports.woken).toEqual([OLD, NEW]);
    expect(ports.evaluations.get(ISSUE)?.project).toBe(OLD);

    await drain(ports, NEW, () => 300_000);
    expect(asked.map((fields) => fields.includes('assignee'))).toEqual([false, true]);
    expect(ports.evaluations.get(ISSUE)?.project).toBe(NEW);
    expect(ports.marks).toEqual([]);
  });

  it('keeps no timers of before where nothing is promised, and costs Jira nothing more then', async () => {
    move();
    await markIssue(ports, ISSUE, NEW, 'event');
    await drain(ports, NEW, () => 300_000);
    expect(ports.evaluations.get(ISSUE)).toMatchObject({
      project: NEW,
      outcome: 'no-definitions',
      timers: [],
    });
    const reads = ports.reads;
    await markIssue(ports, ISSUE, NEW, 'event');
    await drain(ports, NEW, () => 300_000);
    expect([ports.reads, ports.marks]).toEqual([reads, []]);
  });

  it('is not judged by a backfill that a late search shows it to', async () => {
    await agreementOfNewProject();
    const before = ports.evaluations.get(ISSUE);
    inJira(NEW);
    const reading = { ...ports.inJira.get(ISSUE)!, updated: instant(ports.now + 60_000) };
    ports.searchPages = () => ({ readings: [reading], last: true });
    await startBackfill(ports, OLD, 'sam');
    await backfillTurn(ports, ports.turns.shift()!);
    expect(ports.evaluations.get(ISSUE)).toBe(before);
    expect(ports.marks.map(({ issue, project }) => [issue, project])).toEqual([[ISSUE, NEW]]);
  });
});
