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
    site = await startSite({ root, port: 0, now: Date.parse('2026-11-18T12:00Z'), rate: 0, incidents: 300 });
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

  /** The issues that the app has judged by an agreement, those that came after the backfill included. */
  const judged = () =>
    v
      .parse(
        v.array(v.object({ id: v.number() })),
        site.forge.sql.read(
          `SELECT issue_id AS id FROM issue_evaluation WHERE outcome = 'timers' ORDER BY issue_id`,
          [],
        ),
      )
      .map(({ id }) => id);

  it('has read every issue by the time the doors open', async () => {
    const view = await call('viewBackfill');
    expect(view).toMatchObject({ state: 'done', done: view?.total });
    expect(view?.done).toBeGreaterThan(200);
    expect(judged()).toEqual([...site.jira.store.issues.keys()].map(Number).sort((a, b) => a - b));
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
  }, 60_000);
});
