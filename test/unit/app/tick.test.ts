import { backfillTurn, pauseBackfill, startBackfill, viewBackfill } from '../../../src/app/backfill';
import { importDefinitions } from '../../support/import-definitions';
import { markIssue } from '../../../src/app/mark-issue';
import { tick } from '../../../src/app/tick';
import { days, minutes } from '../../../src/domain/time/instant';
import { onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { afterwards, memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
const plentyOfTime = () => 300_000;
const fails = async () => Promise.reject(new Error('rate limit'));

let ports: MemoryPorts;

beforeEach(() => {
  ports = memoryPorts(onWednesday('10:00'));
  for (const [field, values] of projectValues) ports.values.set(field, values);
});

describe('the tick', () => {
  it('wakes the drain of a project whose wake-up was lost', async () => {
    await markIssue(ports, '1', PROJECT, 'event');
    ports.woken.length = 0;
    await tick(ports, plentyOfTime);
    expect(ports.woken).toEqual([]);
    afterwards(ports, minutes(5));
    await tick(ports, plentyOfTime);
    expect(ports.woken).toEqual([PROJECT]);
  });

  it('wakes the turn of a backfill whose wake-up was lost, and none of a paused one', async () => {
    await startBackfill(ports, PROJECT, 'sam');
    const [lost] = ports.turns.splice(0);
    afterwards(ports, minutes(20));
    await tick(ports, plentyOfTime);
    expect(ports.turns).toEqual([{ ...lost, at: ports.now }]);
    await pauseBackfill(ports, PROJECT);
    await tick(ports, plentyOfTime);
    expect(ports.turns).toHaveLength(1);
  });

  it('begins a backfill anew that stood still for so long that Jira has forgotten its page', async () => {
    await startBackfill(ports, PROJECT, 'sam');
    const { id } = ports.backfillOf.get(PROJECT)!;
    afterwards(ports, days(7));
    await tick(ports, plentyOfTime);
    expect(ports.backfillOf.get(PROJECT)).toMatchObject({ turn: 0, startedBy: 'sam' });
    expect(ports.backfillOf.get(PROJECT)?.id).not.toBe(id);
  });

  it('starts the backfill that a crash after an import has left out, once', async () => {
    const start = ports.backfills.start.bind(ports.backfills);
    ports.backfills.start = fails;
    await importDefinitions(ports, PROJECT, 'sam', draft());
    ports.backfills.start = start;
    afterwards(ports, minutes(5));
    await tick(ports, plentyOfTime);
    expect(await viewBackfill(ports, PROJECT)).toMatchObject({ state: 'running' });
    for (let next = ports.turns.shift(); next; next = ports.turns.shift()) {
      ports.now = next.at;
      await backfillTurn(ports, next);
    }
    expect(await viewBackfill(ports, PROJECT)).toMatchObject({ state: 'done' });
    afterwards(ports, minutes(5));
    await tick(ports, plentyOfTime);
    expect(ports.turns).toEqual([]);
  });

  it('does all it can when something of it fails', async () => {
    await markIssue(ports, '1', PROJECT, 'event');
    await startBackfill(ports, PROJECT, 'sam');
    ports.turns.length = 0;
    afterwards(ports, minutes(20));
    ports.drains.wake = fails;
    await tick(ports, plentyOfTime);
    expect(ports.turns).toHaveLength(1);
  });
});
