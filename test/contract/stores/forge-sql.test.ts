import { SomebodyElseSaves } from '../../../src/app/errors';
import { onWednesday, nineToFive } from '../../support/builders';
import { createSql } from '../../site/forge/sql';
import { forgeStores, type ForgeSqlEngine } from '../../support/forge-stores';
import { startMariadb, type Mariadb } from '../../support/mariadb';
import { outsideSubset } from '../../support/sql-subset';
import { storesBattery } from './battery';
import type { Stores } from './battery/support';

let sql: ForgeSqlEngine;

/** Every statement that the adapters sent. */
const sent = new Set<string>();

/** The adapters on an empty site of their own. */
async function open(engine: () => Promise<ForgeSqlEngine>): Promise<Stores> {
  sql = await engine();
  return forgeStores((path, body) => {
    sent.add((JSON.parse(body) as { query: string }).query);
    return sql.handle(path, body);
  });
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
describe.each<[string, () => Promise<ForgeSqlEngine>]>([
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
