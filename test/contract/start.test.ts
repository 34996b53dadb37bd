import path from 'node:path';
import * as v from 'valibot';
import { resolverApi, type Call, type PayloadOf, type ValueOf } from '../../src/contract/resolver-api';
import type { RulesPreviewView } from '../../src/contract/rules-preview';
import { lacksOf, partsOf, presetDraft } from '../../src/domain/agreement/presets/preset-draft';
import { presets, serviceWeeks } from '../../src/domain/agreement/presets/presets';
import { likelyWays } from '../../src/domain/agreement/presets/ways';
import { visitors } from '../site/sample/people';
import { startSite, type Site } from '../site/site';

const root = path.resolve(__dirname, '../..');
const place = {
  moduleKey: 'project-settings',
  extension: { type: 'jira:projectSettingsPage', project: { id: '10000', key: 'ITSD' } },
};
const administrator = {
  ...visitors.projectAdministrator,
  locale: 'en-GB',
  timeZone: 'Europe/London',
  theme: 'light',
} as const;
const MINUTE = 60_000;

/** The bundle that would be deployed, on the site, where nothing was promised in the project. */
describe('the start of a project on the site', () => {
  let site: Site;

  beforeAll(async () => {
    site = await startSite({ root, port: 0, now: Date.parse('2026-11-18T12:00Z'), rate: 0, incidents: 400 });
    await site.forge.uninstall();
    await site.forge.install();
    for (let minute = 0; minute < 5; minute++) await pass(MINUTE);
  }, 120_000);

  afterAll(async () => {
    const troubles = [site.unmodelled(), site.forge.pages.violations, site.clock.problems];
    await site.close();
    expect(troubles).toEqual([[], [], []]);
  });

  async function pass(ms: number): Promise<void> {
    await site.clock.moveTo(site.clock.now() + ms);
    await site.forge.settled();
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

  async function allPages(file: string): Promise<RulesPreviewView[]> {
    const pages: RulesPreviewView[] = [];
    for (let page: string | null = null; ;) {
      const found: RulesPreviewView = await call('previewRules', {
        file,
        page,
        appliesToRunning: false,
      });
      pages.push(found);
      if (found.next === null) return pages;
      page = found.next;
    }
  }

  const timers = (condition: string) =>
    v.parse(
      v.array(v.object({ key: v.string(), at: v.nullable(v.number()) })),
      site.forge.sql.read(
        `SELECT issue_id || ' ' || metric || ' ' || cycle_no AS key, breached_at AS at FROM timer WHERE ${condition}`,
        [],
      ),
    );

  it('shows of every open issue what it will come to, writes nothing, and is true once it is in force', async () => {
    const shape = await call('viewProjectShape', {});
    const parts = partsOf(shape, likelyWays(shape));
    expect(lacksOf(presets.incidents, parts)).toEqual([]);
    const draft = presetDraft(presets.incidents, parts, {
      weekly: serviceWeeks['7x24'],
      timeZone: 'Europe/London',
      effectiveFrom: '2025-11-18',
      ids: { calendar: 'service-hours', agreement: 'service-levels' },
      goal: {},
      words: {
        calendar: 'Around the clock',
        agreement: 'Incidents 7×24',
        waiting: 'Waiting for the customer',
        audiences: {
          all: 'All',
          urgent: 'Urgent',
          incidents: 'Incidents',
          problems: 'Problems',
          others: 'Others',
        },
      },
    });
    const file = JSON.stringify({ format: 'service-levels/1', ...draft });

    const pages = await allPages(file);
    const sum = (of: (page: RulesPreviewView) => number) =>
      pages.reduce((total, page) => total + of(page), 0);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[0]!.total).toBe(sum(({ read }) => read));
    expect(sum(({ covered }) => covered)).toBe(pages[0]!.total);
    expect(sum(({ late }) => late)).toBeGreaterThan(20);
    expect(timers('1 = 1')).toEqual([]);

    expect(await call('importDefinitions', { file })).toEqual({ changed: 2, unchanged: 0, warnings: [] });
    for (let turn = 0; turn < 12; turn++) await pass(5 * MINUTE);
    const stored = new Map(timers("verdict = 'breached'").map(({ key, at }) => [key, at]));
    const listed = pages.flatMap(({ lateTimers }) => lateTimers);
    expect(listed.length).toBeGreaterThan(20);
    for (const { issue, metric, cycle, since } of listed)
      expect([issue, stored.get(`${issue} ${metric} ${cycle}`)]).toEqual([issue, since]);
  }, 120_000);

  it('is refused where the file could not come into force', async () => {
    const payload = {
      file: '{"format":"service-levels/1","calendars":[],"agreements":[],"x":1}',
      page: null,
      appliesToRunning: false,
    };
    await expect(call('previewRules', payload)).rejects.toThrow('file.unexpected');
  });
});
