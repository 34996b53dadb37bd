import { randomUUID } from 'node:crypto';
import { SomebodyElseSaves } from '../../../src/app/errors';
import { onWednesday, nineToFive } from '../../support/builders';
import { createSql } from '../../site/forge/sql';
import { startMariadb, type Mariadb } from '../../support/mariadb';
import { outsideSubset } from '../../support/sql-subset';
import { storesBattery, type Stores } from './battery';

/** What answers the Forge SQL protocol. */
interface Engine {
  handle(path: string, body: string): Response | Promise<Response>;
  close(): void | Promise<void>;
}

let sql: Engine;

/** Every statement that the adapters sent. */
const sent = new Set<string>();

/** The adapters on Forge's own SDK, whose requests `engine` answers; each time another, empty site. */
async function open(engine: () => Promise<Engine>): Promise<Stores> {
  sql = await engine();
  const installationId = randomUUID();
  const appContext = {
    appId: randomUUID(),
    appVersion: '1.0.0',
    environmentId: randomUUID(),
    environmentType: 'DEVELOPMENT',
    invocationId: randomUUID(),
    installationId,
    functionKey: 'drain',
    moduleType: 'core:function',
    moduleKey: 'drain',
  };
  Object.assign(globalThis, {
    __forge_runtime__: {
      contextAri: `ari:cloud:jira::site/${randomUUID()}`,
      appContext,
      lambdaContext: { getRemainingTimeInMillis: () => 25_000 },
    },
    __forge_fetch__: async (_descriptor: unknown, path: string, { body }: { body: string }) => {
      sent.add((JSON.parse(body) as { query: string }).query);
      return sql.handle(path, body);
    },
  });
  const [
    { forgeRecords },
    { forgeTimers },
    { forgeDirtyIssues },
    { forgeBackfills: backfills },
    { forgeWaiting: waiting },
    { forgeHolds: holds },
    { forgeProjects: projects },
    { forgeChecks: checks },
    { forgeThresholds: thresholds },
    { forgeAlerts: alerts },
    { randomIds },
  ] = await Promise.all([
    import('../../../src/adapters/forge/records'),
    import('../../../src/adapters/forge/timers'),
    import('../../../src/adapters/forge/dirty-issues'),
    import('../../../src/adapters/forge/backfills'),
    import('../../../src/adapters/forge/waiting'),
    import('../../../src/adapters/forge/holds'),
    import('../../../src/adapters/forge/projects'),
    import('../../../src/adapters/forge/checks'),
    import('../../../src/adapters/forge/thresholds'),
    import('../../../src/adapters/forge/alerts'),
    import('../../../src/adapters/forge/clock'),
  ]);
  return {
    records: forgeRecords,
    timers: forgeTimers(randomIds),
    dirtyIssues: forgeDirtyIssues,
    backfills,
    waiting,
    holds,
    projects,
    checks,
    thresholds,
    alerts,
  };
}

let mariadb: Mariadb;

beforeAll(async () => {
  mariadb = await startMariadb();
}, 60_000);
afterAll(() => mariadb.stop(), 60_000);
afterAll(() => {
  expect(sent.size).toBeGreaterThan(10);
  expect(outsideSubset(sent)).toEqual([]);
});
afterEach(() => sql.close());

/** A statement must mean the same on both before it meets the third, which runs only on Forge: TiDB. */
describe.each<[string, () => Promise<Engine>]>([
  ['SQLite', () => createSql()],
  ['MariaDB', () => mariadb.openDatabase()],
])('stores on Forge SQL, answered by %s', (_name, engine) => {
  storesBattery(() => open(engine));

  describe('a save that crashed half-way', () => {
    const revision = (change: string) => ({
      kind: 'calendar' as const,
      change,
      seq: 1,
      at: onWednesday('10:00'),
      doc: nineToFive,
    });
    const change = (id: string, at = onWednesday('10:00')) => ({
      id,
      project: '10000',
      at,
      actor: 'sam',
      action: 'import' as const,
      revisions: [{ ...revision(id), at }],
    });

    /** Commits, but for the last statement. */
    async function crash({ records }: Stores): Promise<void> {
      const answer = sql.handle.bind(sql);
      let dead = false;
      sql.handle = (path, body) => {
        dead ||= body.includes('INTO record_change');
        if (dead) throw new Error('killed');
        return answer(path, body);
      };
      await expect(records.commit(change('crashed'))).rejects.toThrow('killed');
      sql.handle = answer;
    }

    it('can be tried again at once when only its last statement failed', async () => {
      const stores = await open(engine);
      const answer = sql.handle.bind(sql);
      sql.handle = (path, body) => {
        if (body.includes('INTO record_change')) throw new Error('refused');
        return answer(path, body);
      };
      await expect(stores.records.commit(change('first'))).rejects.toThrow('refused');
      sql.handle = answer;
      await stores.records.commit(change('second'));
      expect(await stores.records.revisions('10000')).toMatchObject([{ change: 'second' }]);
    });

    it('counts when only the answer to its last statement was lost', async () => {
      const stores = await open(engine);
      const answer = sql.handle.bind(sql);
      sql.handle = async (path, body) => {
        const answered = await answer(path, body);
        if (body.includes('INTO record_change')) throw new Error('lost');
        return answered;
      };
      await stores.records.commit(change('first'));
      sql.handle = answer;
      expect(await stores.records.revisions('10000')).toMatchObject([{ change: 'first' }]);
    });

    it('is as if it had never been', async () => {
      const stores = await open(engine);
      await crash(stores);
      expect(await stores.records.revisions('10000')).toEqual([]);
    });

    it('looks for a minute like somebody who saves, then the next writer clears it away', async () => {
      const stores = await open(engine);
      await crash(stores);
      await expect(stores.records.commit(change('next', onWednesday('10:00:59')))).rejects.toThrow(
        SomebodyElseSaves,
      );
      await stores.records.commit(change('next', onWednesday('10:01')));
      expect(await stores.records.revisions('10000')).toMatchObject([{ change: 'next' }]);
    });
  });
});
