import { seen, some, START, startSite, type Site } from './forge-fixture';

interface Seen {
  readonly at: number;
  readonly running: number;
  readonly event: {
    readonly body: Record<string, unknown>;
    readonly eventId: string;
    readonly retryContext?: Record<string, unknown>;
  };
}

describe('the queue of the site', () => {
  let site: Site;
  beforeEach(async () => {
    site = await startSite({ limits: { consumer: 1500 } });
  });
  afterEach(() => site.close());

  const push = async (...events: object[]) => site.invoke('push', { events });
  const consumed = async () => (await seen(site, 'consume')) as unknown as Seen[];
  /** Seconds after START and bodies of what the consumer got. */
  const times = async () => (await consumed()).map((one) => [(one.at - START) / 1000, one.event.body['n']]);

  test('an event comes to the consumer of its queue, as the app and without a principal', async () => {
    expect(await push({ body: { n: 1 } })).toEqual({ value: { jobId: some(String) } });
    await site.forge.settled();
    expect(await consumed()).toMatchObject([
      {
        event: {
          queueName: 'worker',
          jobId: some(String),
          eventId: some(String),
          body: { n: 1 },
        },
        context: { installContext: 'ari:cloud:jira::site/cloud-1' },
      },
    ]);
    expect((await consumed())[0]).not.toHaveProperty('context.principal');
  });

  test('delays are kept in site time', async () => {
    await push({ body: { n: 'late' }, delayInSeconds: 900 }, { body: { n: 'soon' }, delayInSeconds: 60 });
    await site.forge.settled();
    expect(await times()).toEqual([]);
    await site.clock.moveTo(START + 60_000);
    expect(await times()).toEqual([[60, 'soon']]);
    await site.clock.moveTo(START + 3_600_000);
    expect(await times()).toEqual([
      [60, 'soon'],
      [900, 'late'],
    ]);
  });

  test('events of one key run no more at a time than their limit, others run beside them', async () => {
    const one = { body: { ms: 30 }, concurrency: { key: 'k', limit: 1 } };
    await push(one, one, one);
    await site.forge.settled();
    expect((await consumed()).map((entry) => entry.running)).toEqual([1, 1, 1]);
    await push({ body: { ms: 100 } }, { body: { ms: 100 } }, { body: { ms: 100 } });
    await site.forge.settled();
    expect((await consumed()).slice(3).map((entry) => entry.running)).toEqual([1, 2, 3]);
  });

  test('a consumer that asks for a retry gets the same event after the time it named, with its data', async () => {
    await push({ body: { n: 1, retry: 2 } });
    await site.clock.moveTo(START + 600_000);
    const entries = await consumed();
    expect(entries.map((entry) => (entry.at - START) / 1000)).toEqual([0, 30, 60]);
    expect(new Set(entries.map((entry) => entry.event.eventId)).size).toBe(1);
    expect(entries[0]?.event).not.toHaveProperty('retryContext');
    expect(entries[2]?.event.retryContext).toEqual({
      retryCount: 2,
      retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
      retryData: { retries: 1 },
      retentionWindow: { startTime: new Date(START).toISOString(), remainingTimeMs: 86_400_000 - 60_000 },
    });
  });

  test('a consumer that throws gets the event again, with growing gaps, until a day has passed', async () => {
    await push({ body: { n: 1, fail: 1000 } });
    await site.clock.moveTo(START + 3 * 86_400_000);
    const at = (await consumed()).map((entry) => (entry.at - START) / 1000);
    expect(at.slice(0, 4)).toEqual([0, 5, 15, 35]);
    expect(at.at(-1)).toBeLessThan(86_400);
    expect((at[12] ?? 0) - (at[11] ?? 0)).toBe(900);
    expect(site.forge.log.at(-1)?.text).toContain('was dropped after 24 hours');
  }, 30_000);

  test('a consumer that takes too long gets the event again', async () => {
    await push({ body: { n: 1, ms: 60_000, once: true } });
    await site.forge.settled();
    expect(site.forge.log.at(-1)?.text).toContain('Task timed out after 1.50 seconds');
    await site.clock.moveTo(START + 6_000);
    expect((await consumed())[0]?.event.retryContext).toMatchObject({
      retryCount: 1,
      retryReason: 'FUNCTION_TIME_OUT',
    });
  });

  test('a job tells how far it is, and can be cancelled', async () => {
    const pushed = (await push({ body: { n: 1 } }, { body: { n: 2 }, delayInSeconds: 60 })) as {
      value: { jobId: string };
    };
    const { jobId } = pushed.value;
    await site.forge.settled();
    expect(await site.invoke('stats', { jobId })).toEqual({
      value: { success: 1, inProgress: 1, failed: 0 },
    });
    expect(await site.invoke('cancel', { jobId })).toEqual({});
    await site.clock.moveTo(START + 120_000);
    expect(await times()).toEqual([[0, 1]]);
    expect(await site.invoke('stats', { jobId: 'x' })).toMatchObject({
      error: { type: 'JobDoesNotExistError' },
    });
  });

  test('more than 500 events in a minute are refused', async () => {
    const fifty = Array.from({ length: 50 }, () => ({ body: {}, delayInSeconds: 900 }));
    for (let round = 0; round < 10; round += 1) expect(await push(...fifty)).toMatchObject({ value: {} });
    expect(await push({ body: {} })).toMatchObject({ error: { type: 'RateLimitError' } });
    // A minute after the last of them, which took this machine some time.
    await site.clock.moveTo(START + 120_000);
    expect(await push({ body: {} })).toMatchObject({ value: {} });
  });

  test('what the SDK would not send is refused by the platform as well', async () => {
    const request = (change: object) => ({
      request: { queueName: 'worker', jobId: 'j', payload: [{ body: {} }], ...change },
    });
    const status = async (change: object) =>
      ((await site.invoke('push-raw', request(change))) as { value: { status: number } }).value.status;
    expect(await status({})).toBe(201);
    expect(await status({ queueName: 'nobody' })).toBe(400);
    expect(await status({ payload: Array.from({ length: 51 }, () => ({ body: {} })) })).toBe(400);
    expect(await status({ payload: [{ body: {}, delayInSeconds: 901 }] })).toBe(400);
    // The consumer may run for 300 s: then an event may have 100 KB.
    expect(await status({ payload: [{ body: { text: 'x'.repeat(101 * 1024) } }] })).toBe(413);
    const half = { body: { text: 'x'.repeat(99 * 1024) } };
    expect(await status({ payload: [half, half, half] })).toBe(413);
  });
});
