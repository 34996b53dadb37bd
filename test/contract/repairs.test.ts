import path from 'node:path';
import * as v from 'valibot';
import { resolverApi, type Call, type PayloadOf, type ValueOf } from '../../src/contract/resolver-api';
import { sampleDefinitions } from '../support/definitions-on-site';
import { startSite, type Site } from '../site/site';
import { visitors } from '../site/sample/people';
import { settingsCallOf } from '../site/sample/settings-call';

const root = path.resolve(__dirname, '../..');
const project = '10000';
const place = { moduleKey: 'admin', extension: { type: 'jira:adminPage' } };
const administrator = {
  ...visitors.jiraAdministrator,
  locale: 'en-GB',
  timeZone: 'America/New_York',
  theme: 'light',
} as const;
const FIVE_MINUTES = 300_000;
const WEEK = 7 * 24 * 3_600_000;

/** The bundle that would be deployed, on the site: last week is judged by what was published only today. */
describe('a repair on the site', () => {
  let site: Site;

  beforeAll(async () => {
    site = await startSite({ root, port: 0, now: Date.parse('2026-11-18T12:00Z'), rate: 0, incidents: 150 });
    const [serviceProject] = site.jira.store.projects.values();
    const settings = settingsCallOf(site.forge, serviceProject!, visitors.projectAdministrator);
    const file = sampleDefinitions((metric) => ({
      ...metric,
      goals: metric.goals.map((goal) => (goal.within === undefined ? goal : { ...goal, within: '1m' })),
    }));
    expect(await settings('importDefinitions', { file })).toMatchObject({ ok: true });
    await pass(12);
  }, 120_000);

  afterAll(async () => {
    const troubles = [site.unmodelled(), site.forge.pages.violations, site.clock.problems];
    await site.close();
    expect(troubles).toEqual([[], [], []]);
  });

  async function pass(steps: number): Promise<void> {
    for (let step = 0; step < steps; step++) {
      await site.clock.moveTo(site.clock.now() + FIVE_MINUTES);
      await site.forge.settled();
    }
  }

  async function call<Name extends Call>(
    functionKey: Name,
    payload: PayloadOf<Name>,
  ): Promise<ValueOf<Name>> {
    const answer = await site.forge.bridge('invoke', { functionKey, payload }, administrator, place);
    const parsed = v.parse(resolverApi[functionKey].answer, answer);
    if (!parsed.ok) throw new Error(`${parsed.refusal} ${JSON.stringify(parsed.problems)}`);
    return parsed.value;
  }

  const cycle = v.object({ key: v.string(), verdict: v.string() });
  /** The verdicts of cycles that were over by `over`: those that began in `[from, to)`, or all others. */
  const verdicts = (which: 'within' | 'others', [from, to, over]: readonly [number, number, number]) => {
    const isWithin = 'started_at >= ? AND started_at < ?';
    const found = site.forge.sql.read(
      `SELECT issue_id || ' ' || metric || ' ' || cycle_no AS key, verdict FROM timer
       WHERE ${which === 'within' ? isWithin : `NOT (${isWithin})`} AND ended_at <= ?`,
      [from, to, over],
    );
    return new Map(v.parse(v.array(cycle), found).map(({ key, verdict }) => [key, verdict]));
  };
  const alerts = () => site.forge.sql.read('SELECT id FROM alert ORDER BY id', []);

  it('leaves the verdicts of last week as they are until it is applied, and changes them then', async () => {
    const over = site.clock.now();
    const to = over - 24 * 3_600_000;
    const from = to - WEEK;
    const span = [from, to, over] as const;
    const [within, others] = [verdicts('within', span), verdicts('others', span)];
    expect([...within.values()].filter((verdict) => verdict === 'met').length).toBeGreaterThan(50);

    const { agreements } = await call('viewRepairs', { project });
    const [agreement] = agreements;
    expect(agreement?.versions).toHaveLength(2);
    const version = agreement!.versions[1]!.version;
    const proposal = { agreement: agreement!.id, version, from, to, reason: 'It was agreed before.' };
    const { preview: begun } = await call('previewRepair', { project, ...proposal });
    expect(begun).toMatchObject({ state: 'running' });
    await pass(12);
    const { preview } = await call('viewRepairs', { project });
    expect(preview).toMatchObject({ state: 'done', proposal });
    const becomesLate = preview!.verdicts.find(
      ({ before, after }) => before === 'met' && after === 'breached',
    );
    expect(becomesLate?.count).toBeGreaterThan(50);
    const page = await call('viewDifferences', { project, preview: preview!.id, offset: 0 });
    expect(page).toHaveLength(50);
    expect(verdicts('within', span)).toEqual(within);

    const told = alerts();
    const { made, preview: none } = await call('applyRepair', { project, preview: preview!.id });
    expect(none).toBeNull();
    expect(made).toMatchObject([{ ...proposal, by: administrator.accountId, changed: preview!.changed }]);
    await pass(12);
    const repaired = verdicts('within', span);
    const seen = page.filter(({ issue, metric, cycle: number }) =>
      within.has(`${issue} ${metric} ${number}`),
    );
    expect(seen.length).toBeGreaterThan(20);
    for (const { issue, metric, cycle: number, after } of seen)
      expect(repaired.get(`${issue} ${metric} ${number}`)).toBe(after?.verdict);
    expect(verdicts('others', span)).toEqual(others);
    expect(alerts()).toEqual(told);
  }, 120_000);

  it('shows in the app’s health that it keeps up', async () => {
    const { projects, holds, drifts } = await call('viewHealth', {});
    expect(projects).toMatchObject([{ project, drifts: 0, backfill: { state: 'done' } }]);
    expect(projects[0]!.judgedAt).toBeGreaterThan(site.clock.now() - 24 * 3_600_000);
    expect([holds, drifts]).toEqual([[], []]);
  });
});
