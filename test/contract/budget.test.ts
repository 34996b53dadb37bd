import path from 'node:path';
import {
  burstSection,
  isAbove,
  loneEventSection,
  tickSection,
  viewSection,
  type Figure,
  type Section,
} from '../bench/budget-figures';
import { listPrice, priceAlone } from '../../src/domain/usage/price-list';
import { billOf, monthOf } from '../bench/budget-prices';
import { burst, loneEvent, ticks, views } from '../bench/budget-runs';
import { tableOf } from '../bench/budget-table';
import { readManifest } from '../site/forge/manifest';
import { noFunctionUse } from '../site/forge/usage';
import { startSite, type Site } from '../site/site';

const root = path.resolve(__dirname, '../..');
const small = { root, port: 0, rate: 0, now: Date.parse('2026-11-18T12:00Z'), incidents: 300 } as const;
const MEMORY_MB = 512;
/** Statements of a drain where nothing was ever excluded or extended. */
const WITHOUT_EXCEPTIONS = 8;

describe('the app keeps its budgets', () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite(small);
  }, 60_000);
  afterAll(async () => {
    expect(site.forge.meter.reading().uncounted).toEqual([]);
    await site.close();
  });

  const above = ({ figures }: Section): readonly Figure[] => figures.filter(isAbove);

  it('for one lone event', async () => {
    const run = await loneEvent(site);
    expect(run.trigger.invocations).toBe(1);
    expect(run.drain.usage.jira).toMatchObject({ 'POST /issue/bulkfetch': { points: { low: 2 } } });
    expect(above(loneEventSection(run, MEMORY_MB))).toEqual([]);
    expect(run.drain.most.statements).toBeLessThanOrEqual(WITHOUT_EXCEPTIONS);
  }, 30_000);

  it('for a burst of 100 issues', async () => {
    const run = await burst(site, 100);
    expect(run.trigger.invocations).toBe(100);
    expect(run.drain.usage.jira['POST /issue/bulkfetch']?.points.low).toBeGreaterThan(100);
    expect(above(burstSection(run, MEMORY_MB))).toEqual([]);
    expect(run.drain.most.statements).toBeLessThanOrEqual(WITHOUT_EXCEPTIONS);
  }, 30_000);

  it('for an idle tick', async () => {
    const runs = await ticks(site, readManifest(root).schedules);
    expect(runs.map(({ name, use }) => [name, use.invocations])).toEqual([
      ['tick', 12],
      ['reconcile', 1],
    ]);
    expect(runs[0]?.use.least.statements).toBe(1);
    expect(above(tickSection(runs, MEMORY_MB))).toEqual([]);
  }, 30_000);

  it('for a view of the panel, which asks Jira only for what the store does not have', async () => {
    const run = await views(site);
    expect(run.fresh.functions['viewIssueTimers']?.most.requests).toBe(1);
    expect(run.stored.functions['viewIssueTimers']?.most.requests).toBe(0);
    expect(above(viewSection(run, MEMORY_MB))).toEqual([]);
  }, 30_000);
});

describe('prices', () => {
  /** From the example on Atlassian's price page. */
  const bill = { gbSeconds: 250_000, logGb: 0, sqlHours: 0, sqlRequests: 0, sqlGbHours: 694.3 };

  it('count what is beyond the free part', () => {
    expect(priceAlone(bill)).toBeCloseTo(1.25);
    expect(listPrice(bill)).toBeCloseTo(250_000 * 0.000025 + 694.3 * 0.0007685);
  });

  it('count the time in which a function waits for others', () => {
    const use = noFunctionUse('trigger');
    use.gbSeconds = 1;
    use.usage.sql.data.statements = 10;
    use.usage.queue.pushes = 2;
    expect(billOf([use, use], 512)).toMatchObject({ gbSeconds: 2.3, sqlRequests: 20 });
  });

  it('of a month are those of thirty days, and of what is stored in them', () => {
    const month = monthOf({ eventsPerDay: 0, viewsPerDay: 0, storedBytes: 2 ** 30 }, [{ bill, times: 2 }]);
    expect(month).toMatchObject({ gbSeconds: 15_000_000, sqlGbHours: 694.3 * 60 + 720 });
  });
});

describe('the table', () => {
  const figure = {
    what: 'drain: points an issue',
    value: 1.25,
    high: 12.5,
    limit: 1.2,
    unit: 'count',
  } as const;

  it('says what is above its limit, and fits 110 columns', () => {
    const table = tableOf([
      {
        title: 'A burst',
        figures: [figure, { what: 'peak heap', value: 3 * 2 ** 20, unit: 'bytes', limit: 2 ** 29 }],
      },
      { title: 'The idle tick', figures: [], note: 'no schedule' },
    ]);
    expect(table).toMatch(/drain: points an issue +1\.25 \(high reading 12\.5\) +1\.2 +ABOVE/);
    expect(table).toMatch(/peak heap +3\.0 MiB +512\.0 MiB +yes/);
    expect(table).toContain('no schedule');
    expect(Math.max(...table.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(110);
  });
});
