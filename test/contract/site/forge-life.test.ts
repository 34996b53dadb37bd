import type { AppData } from '../../site/seams';
import { APP, PLACE, ANN, seen, START, startSite, type Site } from './forge-fixture';

const MINUTE = 60_000;
const updated = {
  eventType: 'avi:jira:updated:issue',
  by: { kind: 'user', accountId: 'ann' },
  payload: { issue: { key: 'A-1' } },
} as const;

describe('an app that is removed from the site', () => {
  let site: Site;
  let installation: string;

  const facts = () => site.invoke('context') as Promise<{ readonly installationAri: string }>;
  const ask = (query: string, params: unknown[] = []) => site.invoke('sql', { query, params });
  const lastProvided = (): AppData | undefined => site.jira.provided.at(-1);

  beforeAll(async () => {
    site = await startSite({ eventDelayMs: MINUTE });
    installation = (await facts()).installationAri;
    await site.invoke('migrate');
    await ask('INSERT INTO note (id, body) VALUES (?, ?)', [1, 'kept']);
    await site.invoke('push', { events: [{ body: { n: 1 }, delayInSeconds: 120 }] });
    site.jira.emit(updated);
    await site.forge.uninstall();
  });
  afterAll(() => site.close());

  test('has no modules, fields and pages any more', async () => {
    expect(site.forge.isInstalled).toBe(false);
    expect(site.forge.modules('jira:issueContext', 'en-US')).toEqual([]);
    expect(lastProvided()).toEqual({ fields: [], properties: [], permissions: [] });
    await expect(site.forge.bridge('getContext', undefined, ANN, PLACE)).rejects.toThrow('not installed');
    await expect(site.forge.uninstall()).rejects.toThrow('not installed');
    expect(() => site.forge.keep()).toThrow('not installed');
  });

  test('hears of nothing, and is run for nothing', async () => {
    const { invocations } = site.forge.stats;
    site.jira.emit(updated);
    await site.clock.moveTo(START + 20 * MINUTE);
    await site.forge.settled();
    expect(site.forge.stats.invocations).toBe(invocations);
  });

  test('comes back as another installation, with nothing of what it had stored', async () => {
    await site.forge.install();
    expect((await facts()).installationAri).not.toBe(installation);
    expect(await ask('SELECT body FROM note')).toMatchObject({ error: { code: 'SQL_EXECUTION_ERROR' } });
    await site.invoke('migrate');
    expect(await ask('SELECT body FROM note')).toMatchObject({ value: { rows: [] } });
    expect(lastProvided()).not.toEqual({ fields: [], properties: [], permissions: [] });
  });

  test('hears of what happens from then on', async () => {
    expect(await seen(site, 'onIssue')).toEqual([]);
    site.jira.emit(updated);
    await site.clock.moveTo(START + 30 * MINUTE);
    await site.forge.settled();
    expect(await seen(site, 'onIssue')).toHaveLength(1);
    expect(await seen(site, 'consume')).toEqual([]);
    expect((await seen(site, 'tick')).map(({ at }) => at)).toEqual([
      START + 25 * MINUTE,
      START + 30 * MINUTE,
    ]);
  });
});

describe('an app that is upgraded', () => {
  let site: Site;
  beforeEach(async () => {
    site = await startSite();
  });
  afterEach(() => site.close());

  const events = async () =>
    (await seen(site, 'onAny')).map(({ event }) => {
      const { eventType, app } = event as { eventType: string; app?: { version: string } };
      return [eventType, app?.version];
    });

  test('is told of a major version', async () => {
    await site.forge.upgrade({ bundleDir: APP, isMajor: true });
    expect(await events()).toEqual([['avi:forge:upgraded:app', '2.0.0']]);
  });

  test('is not told of a minor one', async () => {
    await site.forge.upgrade({ bundleDir: APP });
    expect(await events()).toEqual([]);
  });

  test('keeps what it has stored', async () => {
    await site.invoke('migrate');
    await site.invoke('sql', { query: 'INSERT INTO note (id, body) VALUES (?, ?)', params: [1, 'kept'] });
    await site.forge.upgrade({ bundleDir: APP });
    expect(await site.invoke('sql', { query: 'SELECT body FROM note' })).toMatchObject({
      value: { rows: [{ body: 'kept' }] },
    });
  });

  test('runs in both versions while one takes the place of the other', async () => {
    site.jira.emit(updated);
    await site.forge.settled();
    await site.forge.upgrade({ bundleDir: APP, overlapMs: MINUTE });
    const known = [await seen(site, 'onIssue'), await seen(site, 'onIssue')].map(({ length }) => length);
    expect(known.sort()).toEqual([0, 1]);
    await site.clock.moveTo(START + MINUTE);
    expect(await seen(site, 'onIssue')).toEqual([]);
    expect(await seen(site, 'onIssue')).toEqual([]);
  });
});
