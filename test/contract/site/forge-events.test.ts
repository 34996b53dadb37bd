import type { ProductEvent } from '../../site/seams';
import { seen, START, startSite, type Site } from './forge-fixture';

const updated = (key: string, by: ProductEvent['by'] = { kind: 'user', accountId: 'ann' }): ProductEvent => ({
  eventType: 'avi:jira:updated:issue',
  by,
  payload: { issue: { key } },
});

describe('product events and schedules on the site', () => {
  let site: Site;
  afterEach(() => site.close());

  test('installing raises the installed event, once', async () => {
    site = await startSite();
    expect(await seen(site, 'onAny')).toMatchObject([
      { event: { eventType: 'avi:forge:installed:app', app: { version: '1.0.0' } } },
    ]);
    await expect(site.forge.install()).rejects.toThrow('installed already');
  });

  test('an event reaches every trigger that names it, as Forge describes it', async () => {
    site = await startSite();
    site.jira.emit(updated('A-1'));
    site.jira.emit({ ...updated('A-1'), eventType: 'avi:jira:viewed:issue' });
    await site.forge.settled();
    const [event] = await seen(site, 'onIssue');
    expect(event).toMatchObject({
      event: {
        issue: { key: 'A-1' },
        eventType: 'avi:jira:updated:issue',
        selfGenerated: false,
        timestamp: String(START),
        atlassianId: 'ann',
      },
    });
    expect(event).not.toHaveProperty('context.principal');
    expect(await seen(site, 'onAny')).toHaveLength(2);
  });

  test('what the app did itself does not reach a trigger with ignoreSelf', async () => {
    site = await startSite();
    site.jira.emit(updated('A-1', { kind: 'app' }));
    await site.forge.settled();
    expect(await seen(site, 'onIssue')).toEqual([]);
    expect((await seen(site, 'onAny'))[1]).toMatchObject({ event: { selfGenerated: true } });
  });

  test('in a trigger nobody is there to act as', async () => {
    site = await startSite();
    site.jira.emit(updated('A-1'));
    await site.forge.settled();
    expect((await seen(site, 'onAny'))[1]).toMatchObject({
      user: { error: { name: 'NEEDS_AUTHENTICATION_ERR' } },
    });
  });

  test('events come later, in site time', async () => {
    site = await startSite({ eventDelayMs: 1500 });
    site.jira.emit(updated('A-1'));
    await site.forge.settled();
    expect(await seen(site, 'onIssue')).toEqual([]);
    await site.clock.moveTo(START + 2000);
    expect(await seen(site, 'onIssue')).toMatchObject([
      { at: START + 1500, event: { timestamp: String(START) } },
    ]);
  });

  test('events of a range of delays come in another order, the same one for the same seed', async () => {
    const orders: unknown[] = [];
    for (const seed of [5, 5, 6]) {
      site = await startSite({ eventDelayMs: { fromMs: 1_000, toMs: 180_000, seed } });
      for (let turn = 0; turn < 8; turn += 1) site.jira.emit(updated(`A-${turn}`));
      await site.clock.moveTo(START + 999);
      expect(await seen(site, 'onIssue')).toEqual([]);
      await site.clock.moveTo(START + 180_000);
      orders.push((await seen(site, 'onIssue')).map(({ at, event }) => [at, event]));
      await site.close();
    }
    expect(orders[0]).toHaveLength(8);
    expect(JSON.stringify(orders[0]).match(/A-\d/g)).not.toEqual(
      Array.from({ length: 8 }, (_, n) => `A-${n}`),
    );
    expect(orders[1]).toEqual(orders[0]);
    expect(orders[2]).not.toEqual(orders[0]);
  });

  test('events can be lost, doubled and overtake one another', async () => {
    const delays: Record<string, number[]> = { 'LOST-1': [], 'TWICE-1': [100, 300], 'SLOW-1': [200] };
    const keyOf = (event: ProductEvent) => (event.payload['issue'] as { key: string }).key;
    site = await startSite({ eventDelayMs: (event) => delays[keyOf(event)] ?? [] });
    for (const key of ['LOST-1', 'SLOW-1', 'TWICE-1']) site.jira.emit(updated(key));
    await site.clock.moveTo(START + 1000);
    const keys = (await seen(site, 'onIssue')).map((entry) =>
      keyOf({ ...updated(''), payload: entry['event'] as never }),
    );
    expect(keys).toEqual(['TWICE-1', 'SLOW-1', 'TWICE-1']);
  });

  test('a trigger that asks for a retry is asked at most four times more; one that throws, never again', async () => {
    site = await startSite();
    site.jira.emit(updated('AGAIN-1'));
    site.jira.emit(updated('THROW-1'));
    await site.clock.moveTo(START + 3_600_000);
    const all = await seen(site, 'onIssue');
    const again = all.filter((entry) => JSON.stringify(entry['event']).includes('AGAIN-1'));
    expect(again.map((entry) => (Number(entry['at']) - START) / 1000)).toEqual([0, 60, 120, 180, 240]);
    expect(again[4]).toMatchObject({
      event: { retryContext: { retryCount: 4, retryReason: 'FUNCTION_RETRY_REQUEST', retryData: { n: 1 } } },
    });
    expect(all).toHaveLength(6);
    expect(site.forge.log.map((line) => line.text)).toContain('An event was dropped after 4 retries');
  });

  test('an event of more than 200 KB is not delivered', async () => {
    site = await startSite();
    site.jira.emit({ ...updated('A-1'), payload: { issue: { key: 'A-1', text: 'x'.repeat(200 * 1024) } } });
    await site.forge.settled();
    expect(await seen(site, 'onIssue')).toEqual([]);
    expect(site.forge.log.at(-1)?.text).toContain('not delivered');
  });

  test('a schedule runs first five minutes after the app came, and then at its interval', async () => {
    site = await startSite();
    await site.clock.moveTo(START + 16 * 60_000);
    const ticks = await seen(site, 'tick');
    expect(ticks.map((entry) => (Number(entry['at']) - START) / 60_000)).toEqual([5, 10, 15]);
    expect(ticks[0]).toMatchObject({ payload: { context: { cloudId: 'cloud-1', moduleKey: 'ticks' } } });
  });
});
