import { startBackfill } from '../../../src/app/backfill';
import { JiraRefused, JiraUnavailable, QuotaUsedUp } from '../../../src/app/errors';
import { importDefinitions } from '../../support/import-definitions';
import { tick } from '../../../src/app/tick';
import { backfillOf, publicationOf } from '../../../src/handlers/consumers';
import { onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { afterwards, memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';

let ports: MemoryPorts;

beforeEach(async () => {
  ports = memoryPorts(onWednesday('10:00'));
  for (const [field, values] of projectValues) ports.values.set(field, values);
  await importDefinitions(ports, PROJECT, 'sam', draft());
  await startBackfill(ports, PROJECT, 'sam');
});

const deliver = (body: Record<string, unknown> = turn()) =>
  backfillOf(ports)({ queueName: 'backfill', jobId: 'job', eventId: 'event', body });

function turn(): Record<string, unknown> {
  const { id } = ports.backfillOf.get(PROJECT)!;
  return { version: 1, project: PROJECT, id, turn: 0 };
}

const failWith = (error: Error): void => {
  ports.issues.page = async () => Promise.reject(error);
};

describe('a message of the backfill queue', () => {
  it('runs the turn that it names', async () => {
    expect(await deliver()).toBeUndefined();
    expect(ports.backfillOf.get(PROJECT)?.turn).toBe(1);
  });

  it.each([
    [17, 17],
    [undefined, 30],
    [3_600, 900],
  ])('is tried again when Jira wants to be left alone for %s s: after %i s', async (asked, waits) => {
    failWith(new JiraUnavailable('POST search/jql: 429', asked));
    const answer = await deliver();
    expect(answer).toMatchObject({
      retryOptions: { retryAfter: waits, retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED' },
    });
    expect(ports.backfillOf.get(PROJECT)?.turn).toBe(0);
  });

  it('is tried again by the platform when something else fails, which is told nothing that a user wrote', async () => {
    failWith(new Error('summary: the boss is late'));
    await expect(deliver()).rejects.toThrow(/^backfill failed: Error$/);
  });

  it('is not tried again when Jira refuses', async () => {
    failWith(new JiraRefused('POST search/jql: 400'));
    expect(await deliver()).toBeUndefined();
    expect(ports.backfillOf.get(PROJECT)?.state).toBe('failed');
  });

  it.each([0, 2])('of version %i, of another release of the app, is let go', async (version) => {
    const warnings: string[] = [];
    ports.log.warn = (message) => void warnings.push(message);
    expect(await deliver({ ...turn(), version })).toBeUndefined();
    expect(ports.backfillOf.get(PROJECT)?.turn).toBe(0);
    expect(warnings).toEqual(['message of another version']);
  });

  it('of another release costs nothing but time: the tick wakes the turn again', async () => {
    await deliver({ ...turn(), version: 2 });
    ports.turns.length = 0;
    afterwards(ports, 20 * 60_000);
    await tick(ports, () => 300_000);
    await deliver({ version: 1, ...ports.turns[0]! });
    expect(ports.backfillOf.get(PROJECT)?.turn).toBe(1);
  });

  it.each([
    [600, '10:10'],
    [undefined, '11:00'],
    [100_000, '11:00'],
  ])('has all work wait when the quota is used up, for %s s or until the next hour', async (asked, until) => {
    failWith(new QuotaUsedUp('POST search/jql: 429', asked, 'jira-quota-tenant-based'));
    expect(await deliver()).toMatchObject({ retryOptions: { retryAfter: Math.min(asked ?? 30, 900) } });
    expect(ports.heldUntil).toBe(onWednesday(until));
  });

  it.each([{ project: 'DESK' }, { project: null }, { turn: 0.5 }, { turn: -1 }])(
    'with %j, which the store could not ask for, is let go before it asks',
    async (wrong) => {
      const asked: string[] = [];
      ports.backfills.of = async (project) => void asked.push(project);
      expect(await deliver({ ...turn(), ...wrong })).toBeUndefined();
      expect(asked).toEqual([]);
    },
  );
});

describe('a message about what was published', () => {
  const body = { version: 1, project: PROJECT, task: '7', issues: [['1', onWednesday('10:00')]] };
  const look = (more: Record<string, unknown> = {}) =>
    publicationOf(ports)({
      queueName: 'publication',
      jobId: 'job',
      eventId: 'event',
      body: { ...body, ...more },
    });

  it('has the task looked after, and is tried again while that is under way', async () => {
    const asked: unknown[] = [];
    ports.publisher.failed = async (...of) => {
      asked.push(of);
      throw new JiraUnavailable('GET task: RUNNING', undefined);
    };
    expect(await look()).toMatchObject({ retryOptions: { retryAfter: 30 } });
    expect(asked).toEqual([['7', ['1']]]);
  });

  it('that nobody could ask about is let go', async () => {
    ports.publisher.failed = () => Promise.reject(new Error('asked'));
    for (const wrong of [{ version: 2 }, { project: 'DESK' }, { issues: [['1', 'now']] }]) {
      expect(await look(wrong)).toBeUndefined();
    }
  });
});
