import { drain } from '../../../src/app/drain';
import { importDefinitions } from '../../support/import-definitions';
import { markIssue } from '../../../src/app/mark-issue';
import { minutes } from '../../../src/domain/time/instant';
import { changed, created, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { afterwards, memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';

let ports: MemoryPorts;

beforeEach(async () => {
  ports = memoryPorts(onWednesday('10:00'));
  for (const [field, values] of projectValues) ports.values.set(field, values);
  await importDefinitions(ports, PROJECT, 'sam', draft());
});

const run = () => drain(ports, PROJECT, () => 300_000);
const evaluatedAt = (id: number) => ports.evaluations.get(String(id))?.evaluatedAt;

async function changeInJira(ids: readonly number[]): Promise<void> {
  for (const id of ids) {
    const history = { facts: [created(onWednesday('09:00'), { priority: 'P1' })] };
    ports.inJira.set(String(id), { id: String(id), project: PROJECT, updated: ports.now, history });
    await markIssue(ports, String(id), PROJECT, 'event');
  }
}

const issues = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);

describe('under load, when more is to do than one round can, the drain', () => {
  it('takes others before issues that it has evaluated within five minutes, and comes back for those', async () => {
    const [hot, first] = [issues(1, 30), ports.now];
    await changeInJira(hot);
    await run();
    afterwards(ports, minutes(2));
    await changeInJira([...hot, ...issues(1_000, 150)]);
    await run();
    expect(evaluatedAt(1_149)).toBe(ports.now);
    expect(evaluatedAt(1)).toBe(first);
    expect(ports.marks.map(({ issue }) => Number(issue))).toEqual(hot);
    expect(ports.wokenLater.get(PROJECT)).toBe(first + minutes(5));

    ports.now = ports.wokenLater.get(PROJECT)!;
    await run();
    expect(evaluatedAt(1)).toBe(ports.now);
    expect(ports.marks).toEqual([]);
  });

  it('evaluates an issue that changes all the time once in five minutes', async () => {
    await changeInJira([1]);
    const save = ports.timers.save.bind(ports.timers);
    const evaluated: string[] = [];
    ports.timers.save = async (evaluations) => {
      evaluated.push(...evaluations.map(({ issue }) => issue));
      await save(evaluations);
      await changeInJira([1]);
    };
    await changeInJira(issues(1_000, 250));
    await run();
    expect(evaluated.filter((issue) => issue === '1')).toHaveLength(1);
    expect(evaluated).toHaveLength(251);
  });
});

describe('a drain with little to do', () => {
  it('evaluates an issue again at once', async () => {
    await changeInJira([1]);
    await run();
    afterwards(ports, 1_000);
    await changeInJira([1]);
    await run();
    expect(evaluatedAt(1)).toBe(ports.now);
    expect(ports.wokenLater.size).toBe(0);
  });

  it('treats another type of issue as a change like any other', async () => {
    ports.changes.length = 0;
    const file = draft();
    file.agreements[0]!.covers = { field: 'issuetype', in: ['Incident'] };
    await importDefinitions(ports, PROJECT, 'sam', file);
    const start = created(onWednesday('09:00'), { issuetype: 'Incident' });
    const inJira = (facts: Parameters<typeof changed>[1][]) => {
      const changes = facts.map((fact) => changed(onWednesday('09:30'), fact));
      const history = { facts: [start, ...changes] };
      ports.inJira.set('1', { id: '1', project: PROJECT, updated: ports.now, history });
      return markIssue(ports, '1', PROJECT, 'event');
    };
    await inJira([]);
    await run();
    expect(ports.evaluations.get('1')?.timers[0]?.cycles[0]?.end).toBeNull();
    await inJira([{ issuetype: 'Incident → Task' }]);
    await run();
    expect(ports.evaluations.get('1')?.timers[0]?.cycles[0]?.stretches.at(-1)).toMatchObject({
      from: onWednesday('09:30'),
      promise: null,
    });
  });
});
