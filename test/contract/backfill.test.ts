import path from 'node:path';
import * as v from 'valibot';
import { resolverApi, type ValueOf } from '../../src/contract/resolver-api';
import { startSite, type Site } from '../site/site';
import { visitors } from '../site/sample/people';

const root = path.resolve(__dirname, '../..');
const place = {
  moduleKey: 'project-settings',
  extension: {
    type: 'jira:projectSettingsPage',
    project: { id: '10000', key: 'ITSD', type: 'service_desk' },
  },
};
const manager = {
  ...visitors.projectAdministrator,
  locale: 'en-GB',
  timeZone: 'Europe/London',
  theme: 'light',
} as const;
const FIVE_MINUTES = 300_000;

/** The bundle that would be deployed, on the site: every issue that was there before the rules is judged by them. */
describe('a backfill on the site', () => {
  let site: Site;

  beforeAll(async () => {
    site = await startSite({ root, port: 0, now: Date.parse('2026-11-18T12:00Z'), rate: 0 });
  }, 120_000);

  afterAll(async () => {
    const troubles = [site.unmodelled(), site.forge.pages.violations, site.clock.problems];
    await site.close();
    expect(troubles).toEqual([[], [], []]);
  });

  async function call(functionKey: 'viewBackfill' | 'pauseBackfill' | 'resumeBackfill') {
    const answer = await site.forge.bridge('invoke', { functionKey, payload: {} }, manager, place);
    const parsed = v.parse(resolverApi[functionKey].answer, answer);
    if (!parsed.ok) throw new Error(parsed.refusal);
    return parsed.value;
  }

  async function ended(): Promise<ValueOf<'viewBackfill'>> {
    for (let steps = 0; steps < 100; steps++) {
      const view = await call('viewBackfill');
      if (view?.state !== 'running') return view;
      await site.clock.moveTo(site.clock.now() + FIVE_MINUTES);
      await site.forge.settled();
    }
    throw new Error('It does not end');
  }

  /** How every issue was judged, by the database. */
  const judged = () =>
    site.forge.sql.read(`SELECT issue_id, outcome, rule_book FROM issue_evaluation ORDER BY issue_id`, []);

  it('has read every issue by the time the doors open', async () => {
    expect(await call('viewBackfill')).toMatchObject({ state: 'done', done: 300, total: 300 });
    expect(judged()).toHaveLength(300);
  });

  it('reads them again on demand, pauses, and goes on where it was', async () => {
    expect(await call('resumeBackfill')).toMatchObject({ state: 'running', done: 0 });
    await site.clock.moveTo(site.clock.now() + 1_000);
    await site.forge.settled();
    const paused = await call('pauseBackfill');
    expect(paused?.state).toBe('paused');
    expect(paused?.done).toBeGreaterThan(0);
    expect(paused?.done).toBeLessThan(300);
    await site.clock.moveTo(site.clock.now() + 20 * FIVE_MINUTES);
    await site.forge.settled();
    expect(await call('viewBackfill')).toEqual(paused);
    await call('resumeBackfill');
    expect(await ended()).toMatchObject({ state: 'done' });
  });
});
