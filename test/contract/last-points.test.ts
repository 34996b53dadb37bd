import path from 'node:path';
import { JIRA_QUOTAS } from '../site/forge/limits';
import { usageOf } from '../site/forge/usage';
import { visitors } from '../site/sample/people';
import { startSite, type Site } from '../site/site';

const root = path.resolve(__dirname, '../..');
const NOW = Date.parse('2026-11-18T12:00Z');
const MINUTE = 60_000;
const POINTS = 120;

let site: Site;
beforeAll(async () => {
  const quota = { ...JIRA_QUOTAS[1], points: POINTS };
  site = await startSite({ root, port: 0, rate: 0, now: NOW, incidents: 12, quiet: true, quota });
}, 60_000);
afterAll(() => site.close());

async function after(minutes: number): Promise<void> {
  await site.clock.moveTo(site.clock.now() + minutes * MINUTE);
  await site.forge.settled();
}

const marks = (): number => site.forge.sql.read('SELECT token FROM dirty_issue', []).length;

it('Of the points of an hour the last fifth is left to what cannot wait, and none is asked in vain', async () => {
  const measurement = site.forge.meter.begin();
  const agent = { kind: 'user', accountId: visitors.agent.accountId } as const;
  const issues = [...site.jira.store.issues.values()].slice(0, 10);
  // From half past ten to ten to eleven.
  for (let turn = 0; turn < 20; turn++) {
    for (const issue of issues)
      site.jira.changes.change(agent, issue, { edits: { labels: [`turn-${turn}`] } });
    await after(1);
  }
  const { jira } = usageOf(measurement.stop());
  const used = Object.values(jira).reduce((sum, { points }) => sum + points.low, 0);
  expect(Object.values(jira).filter(({ refused }) => refused > 0)).toEqual([]);
  expect(used).toBeGreaterThan(POINTS * 0.8);
  expect(used).toBeLessThan(POINTS);
  expect(marks()).toBeGreaterThan(0);
  // The tick after the hour's end wakes the drain.
  await after(16);
  expect(marks()).toBe(0);
}, 60_000);
