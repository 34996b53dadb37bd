import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Issue } from '../../site/jira/model';
import { keyOf } from '../../site/saved-site';
import { startSite, type Site } from '../../site/site';

jest.setTimeout(120_000);

const root = path.resolve(__dirname, '../../..');
const scratch = mkdtempSync(path.join(tmpdir(), 'saved-site-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const cacheDir = path.join(scratch, 'site');
const now = Date.parse('2026-11-18T12:00Z');

async function living<T>(
  cache: boolean,
  look: (site: Site, steps: readonly string[]) => Promise<T>,
): Promise<T> {
  const steps: string[] = [];
  const onProgress = ({ text }: { text: string }): void => void steps.push(text);
  const options = { root, port: 0, now, rate: 0, incidents: 100, cacheDir, onProgress } as const;
  const site = await startSite({ ...options, cache });
  try {
    expect(site.unmodelled()).toEqual([]);
    return await look(site, steps);
  } finally {
    await site.close();
  }
}

/** All that a site knows of its issues and of their timers, as one text. */
function contentOf({ jira, forge }: Site): { issues: string[]; timers: unknown[] } {
  const plain = (issue: Issue) =>
    JSON.stringify({ ...issue, custom: [...issue.custom], properties: [...issue.properties] });
  return {
    issues: [...jira.store.issues.values()].map(plain),
    timers: forge.sql.read(
      `SELECT issue_id, agreement, metric, cycle_no, goal, verdict, clock, started_at, ended_at, due_at, breached_at
       FROM timer ORDER BY issue_id, agreement, metric, cycle_no`,
      [],
    ),
  };
}

/** As it opens, and as it is after hours in which the log goes on and the app follows. */
async function life(site: Site) {
  const opens = contentOf(site);
  const opened = site.clock.now();
  await site.clock.moveTo(opened + 3 * 3_600_000);
  await site.forge.settled();
  return { opened, opens, later: contentOf(site), problems: site.clock.problems };
}

it('a kept site is as one that was just filled, and lives on as that one does', async () => {
  const [uncached, cold, hit] = [
    await living(false, life),
    await living(true, life),
    await living(true, life),
  ];
  expect(uncached.problems).toEqual([]);
  expect(uncached.opens.issues).toHaveLength(100);
  expect(uncached.opens.timers.length).toBeGreaterThan(0);
  expect(uncached.later.issues).not.toEqual(uncached.opens.issues);
  expect(hit).toEqual(cold);
  expect(hit.opens).toEqual(uncached.opens);
  expect(hit.opened).toBe(uncached.opened);
  expect(hit.later.issues).toEqual(uncached.later.issues);
});

it('a kept site opens without living through the log again; one that is spoilt is filled anew', async () => {
  const steps = await living(true, async (_site, said) => said);
  expect(steps).toEqual(['Reading the incident log', 'Opening the filled site']);
  const [entry] = readdirSync(cacheDir);
  writeFileSync(path.join(cacheDir, entry!), 'spoilt');
  const again = await living(true, async (_site, said) => said);
  expect(again).toContain('Living through the log');
  expect(readdirSync(cacheDir)).toEqual([entry]);
});

describe('the key of a kept site', () => {
  const app = path.join(scratch, 'app');
  const bundleDir = path.join(app, 'bundle');
  const sample = { opening: 5, incidents: [] };
  const key = () => keyOf({ root: app, bundleDir }, sample);
  beforeAll(() => {
    cpSync(path.join(root, 'test/site'), path.join(app, 'test/site'), { recursive: true });
    cpSync(path.join(root, 'test/contract/site/fixture-app'), bundleDir, { recursive: true });
    for (const name of ['manifest.yml', 'package-lock.json'])
      cpSync(path.join(root, name), path.join(app, name));
  });

  it.each([
    'bundle/index.cjs',
    'bundle/chunk.cjs',
    'manifest.yml',
    'package-lock.json',
    'test/site/sample/incidents.csv.gz',
    'test/site/sample/definitions.json',
    'test/site/jira/changes.ts',
    'test/site/forge/sql.ts',
    'test/site/clock.ts',
  ])('changes with %s', (file) => {
    const before = key();
    expect(key()).toBe(before);
    writeFileSync(path.join(app, file), 'other');
    expect(key()).not.toBe(before);
  });

  it('changes with the day, and not with the site’s pages or what explains it', () => {
    const before = key();
    expect(keyOf({ root: app, bundleDir }, { ...sample, opening: 6 })).not.toBe(before);
    for (const file of ['test/site/pages/site.css', 'test/site/README.md']) {
      writeFileSync(path.join(app, file), 'other');
    }
    expect(key()).toBe(before);
  });
});
