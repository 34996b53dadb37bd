import type { FaultRule } from '../../site/forge/fault-rules';
import type { ProductEvent } from '../../site/seams';
import { ANN, containing, PLACE, seen, some, START, startSite, type Site } from './forge-fixture';

const updated: ProductEvent = {
  eventType: 'avi:jira:updated:issue',
  by: { kind: 'user', accountId: 'ann' },
  payload: { issue: { key: 'A-1' } },
};

describe('faults on demand', () => {
  let site: Site;
  beforeEach(async () => {
    site = await startSite({ limits: { resolver: 1500, consumer: 1500 } });
  });
  afterEach(() => site.close());

  const hits = () => site.forge.faults.rules.map((rule) => rule.hits);
  const message = async (name: string, payload?: unknown) =>
    site.invoke(name, payload).then(
      () => 'fine',
      (error: unknown) => String(error),
    );
  const page = () =>
    site.forge.bridge(
      'fetchProduct',
      { product: 'jira', restPath: '/rest/api/3/issue/A-1', fetchRequestInit: {} },
      ANN,
      PLACE,
    );
  /** Seconds after START at which functions ran. */
  const times = async (by: string) => (await seen(site, by)).map(({ at }) => (Number(at) - START) / 1000);

  test('Jira answers with a status and headers, as often as told, and never sees the request', async () => {
    site.forge.faults.add({
      match: { what: 'jira', name: 'GET /rest/api/3/issue/*', by: 'app' },
      effect: {
        do: 'answer',
        status: 429,
        headers: { 'Retry-After': '30', 'RateLimit-Reason': 'jira-quota-global-based' },
      },
      lasts: { times: 1 },
    });
    expect(await site.invoke('as-user')).toMatchObject({ value: { status: 200 } });
    expect(await page()).toMatchObject({ status: 200 });
    const calls = site.jira.calls.length;
    expect(await site.invoke('as-app')).toMatchObject({ value: { status: 429 } });
    expect(site.jira.calls).toHaveLength(calls);
    expect(site.forge.faults.rules).toEqual([]);
    expect(await site.invoke('as-app')).toMatchObject({ value: { status: 200 } });
  });

  test('a page sees the headers of a refusal', async () => {
    const headers = { 'Retry-After': '7' };
    site.forge.faults.add({
      match: { what: 'jira', by: 'page' },
      effect: { do: 'answer', status: 503, headers },
    });
    expect(await page()).toMatchObject({ status: 503, headers: { 'retry-after': '7' } });
    expect(await site.invoke('as-user')).toMatchObject({ value: { status: 200 } });
    expect(hits()).toEqual([1]);
  });

  test('an answer can be lost although the thing was done', async () => {
    await site.invoke('migrate');
    const insert = { query: "INSERT INTO note (id, body) VALUES (1, 'a')" };
    site.forge.faults.add({
      match: { what: 'sql', name: 'INSERT INTO note *' },
      effect: { do: 'answer', status: 504, done: true },
    });
    expect(await site.invoke('sql', insert)).toMatchObject({ error: { message: containing('504') } });
    expect(await site.invoke('sql', { query: 'SELECT id FROM note' })).toMatchObject({
      value: { rows: [{ id: 1 }] },
    });
  });

  test('rules can let some pass, last for a span of site time, and be cleared', async () => {
    const match = { what: 'jira' } as const;
    const effect = { do: 'answer', status: 500 } as const;
    site.forge.faults.add({ match, effect, lasts: { skip: 1, forMs: 60_000 } });
    expect(await site.invoke('as-app')).toMatchObject({ value: { status: 200 } });
    expect(await site.invoke('as-app')).toMatchObject({ value: { status: 500 } });
    await site.clock.moveTo(START + 60_000);
    expect(site.forge.faults.rules).toEqual([]);
    expect(await site.invoke('as-app')).toMatchObject({ value: { status: 200 } });
    site.forge.faults.add({ match, effect });
    expect(await site.invoke('as-app')).toMatchObject({ value: { status: 500 } });
    site.forge.faults.clear();
    expect(await site.invoke('as-app')).toMatchObject({ value: { status: 200 } });
  });

  test('a function that gets no answer is ended at its limit, one that waits goes on', async () => {
    site.forge.faults.add({ match: { what: 'jira' }, effect: { do: 'wait', ms: 50 }, lasts: { times: 1 } });
    const began = performance.now();
    expect(await site.invoke('as-app')).toMatchObject({ value: { status: 200 } });
    expect(performance.now() - began).toBeGreaterThanOrEqual(49);
    site.forge.faults.add({ match: { what: 'jira' }, effect: { do: 'hang' } });
    expect(await message('as-app')).toContain('Task timed out after 1.50 seconds');
  });

  test('the process dies at a call, before or after what it asked for, and the next call has a new one', async () => {
    await site.invoke('migrate');
    const { processes } = site.forge.stats;
    const dies = (done: boolean): FaultRule => ({
      match: { what: 'sql', name: 'INSERT *' },
      effect: { do: 'die', done },
      lasts: { times: 1 },
    });
    const insert = (id: number) =>
      message('sql', { query: 'INSERT INTO note (id, body) VALUES (?, ?)', params: [id, String(id)] });
    site.forge.faults.add(dies(false));
    expect(await insert(1)).toContain('The process was ended on demand');
    site.forge.faults.add(dies(true));
    expect(await insert(2)).toContain('The process was ended on demand');
    expect(await site.invoke('sql', { query: 'SELECT id FROM note' })).toMatchObject({
      value: { rows: [{ id: 2 }] },
    });
    expect(site.forge.stats.processes).toBe(processes + 2);
  });

  test('a server that fails, is slow, or does not answer a page', async () => {
    const match = { what: 'invoke', name: 'echo' } as const;
    site.forge.faults.add({ match, effect: { do: 'answer', status: 500 }, lasts: { times: 1 } });
    expect(await message('echo')).toContain('There was an error invoking the function');
    site.forge.faults.add({ match, effect: { do: 'wait', ms: 50 }, lasts: { times: 1 } });
    expect(await message('echo')).toBe('fine');
    site.forge.faults.add({ match, effect: { do: 'hang' } });
    expect(await message('echo')).toContain('Task timed out');
    expect(await message('now')).toBe('fine');
  });

  test('a push that is refused reaches the function as Forge refuses it', async () => {
    site.forge.faults.add({
      match: { what: 'queue', name: 'worker' },
      effect: { do: 'answer', status: 429 },
    });
    expect(await site.invoke('push', { events: [{ body: { n: 1 } }] })).toMatchObject({
      error: { name: some(String), type: 'RateLimitError' },
    });
    await site.forge.settled();
    expect(await seen(site, 'consume')).toEqual([]);
  });

  test('a consumer that died is tried again', async () => {
    site.forge.faults.add({
      match: { what: 'invoke', name: 'consume' },
      effect: { do: 'die' },
      lasts: { times: 1 },
    });
    await site.invoke('push', { events: [{ body: { n: 1 }, delayInSeconds: 10 }] });
    await site.clock.moveTo(START + 60_000);
    expect(await times('consume')).toEqual([15]);
  });

  test('a call that hangs may take all the time of its function at once', async () => {
    await site.close();
    site = await startSite();
    site.forge.faults.add({
      match: { what: 'sql', name: 'SELECT 1*' },
      effect: { do: 'hang', atOnce: true },
      lasts: { times: 1 },
    });
    const { processes } = site.forge.stats;
    await expect(site.invoke('sql-many', { times: 1 })).rejects.toThrow('timed out after 25.00 seconds');
    expect(await site.invoke('sql-many', { times: 1 })).toMatchObject([{ value: { rows: [{ one: 1 }] } }]);
    expect(site.forge.stats.processes).toBe(processes + 1);
  });

  test.each([
    ['lost', { do: 'drop' }, []],
    ['doubled', { do: 'double' }, [0, 0]],
    ['late', { do: 'wait', ms: 180_000 }, [180]],
  ] as const)('events and messages can be %s', async (_, effect, expected) => {
    site.forge.faults.add({ match: { what: 'event', name: 'avi:jira:*' }, effect });
    site.forge.faults.add({ match: { what: 'message', name: 'worker' }, effect });
    site.jira.emit(updated);
    await site.invoke('push', { events: [{ body: { n: 1 } }] });
    await site.clock.moveTo(START + 240_000);
    expect(await times('onIssue')).toEqual(expected);
    expect(await times('consume')).toEqual(expected);
  });

  test.each([
    [{ what: 'jira' }, () => message('as-app').then(() => undefined)],
    [{ what: 'sql' }, () => message('sql', { query: 'SELECT 1 AS one' }).then(() => undefined)],
    [{ what: 'queue' }, () => message('push', { events: [{ body: {} }] }).then(() => undefined)],
    [{ what: 'invoke', name: 'echo' }, () => message('echo').then(() => undefined)],
  ] as const)('a rule for %o hits by chance, and the same ones for the same seed', async (match, once) => {
    const fates = async (seed: number) => {
      site.forge.faults.clear();
      site.forge.faults.add({
        match,
        effect: { do: 'answer', status: 500 },
        lasts: { chance: 0.5, seed },
      });
      const list: (number | undefined)[] = [];
      for (let turn = 0; turn < 12; turn += 1) {
        await once();
        list.push(hits()[0]);
      }
      return list;
    };
    const first = await fates(7);
    expect(first.at(-1)).toBeGreaterThan(0);
    expect(first.at(-1)).toBeLessThan(12);
    expect(await fates(7)).toEqual(first);
    expect(await fates(8)).not.toEqual(first);
  });

  test('deliveries hit by chance come late by different times, so that they overtake one another', async () => {
    const effect = { do: 'wait', ms: 1_000, upToMs: 180_000 } as const;
    const lasts = { chance: 0.8, seed: 3 };
    const run = async () => {
      site.forge.faults.clear();
      site.forge.faults.add({ match: { what: 'event' }, effect, lasts });
      site.forge.faults.add({ match: { what: 'message' }, effect, lasts });
      const before = (await seen(site, 'onAny')).length;
      const from = site.clock.now();
      const events = Array.from({ length: 8 }, (_, n) => ({ body: { n } }));
      for (let turn = 0; turn < 8; turn += 1)
        site.jira.emit({ ...updated, payload: { issue: { key: `A-${turn}` } } });
      await site.invoke('push', { events });
      await site.clock.moveTo(from + 200_000);
      const heard = [
        ...(await seen(site, 'onAny')).slice(before),
        ...(await seen(site, 'consume')).slice(-8),
      ];
      return heard.map(({ at, event }) => [
        Number(at) - from,
        JSON.stringify(event).match(/A-\d|"n":\d/)?.[0],
      ]);
    };
    const first = await run();
    expect(first).toHaveLength(16);
    expect(first.filter(([late]) => Number(late) >= 1_000).length).toBeGreaterThan(8);
    expect(Math.max(...first.map(([late]) => Number(late)))).toBeLessThanOrEqual(180_000);
    const names = first.slice(0, 8).map(([, name]) => name);
    expect(names).not.toEqual([...names].sort());
    expect(await run()).toEqual(first);
  });

  test('a rule that makes no sense is refused by name', () => {
    const add = (rule: unknown) => () => site.forge.faults.add(rule as FaultRule);
    expect(add({ match: { what: 'event' }, effect: { do: 'answer', status: 500 } })).toThrow('effect');
    expect(add({ match: { what: 'jira' }, effect: { do: 'answer', status: 200 } })).toThrow('status');
    expect(add({ match: { what: 'event' }, effect: { do: 'wait', ms: 2, upToMs: 1 } })).toThrow('upToMs');
    expect(add({ match: { what: 'jira' }, effect: { do: 'hang' }, lasts: { chance: 1.5 } })).toThrow(
      'chance',
    );
    expect(add({ match: { what: 'moon' }, effect: { do: 'hang' } })).toThrow('what');
    expect(site.forge.faults.rules).toEqual([]);
  });
});
