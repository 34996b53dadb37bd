import { ANN, containing, PLACE, some, START, startSite, type Site } from './forge-fixture';

describe('functions on the site', () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site.close());

  test('a resolver gets payload and the signed context, and its answer comes back', async () => {
    const answer = await site.invoke('echo', { a: [1, undefined, 'x'] });
    expect(answer).toMatchObject({
      payload: { a: [1, null, 'x'] },
      context: {
        accountId: 'ann',
        cloudId: 'cloud-1',
        moduleKey: 'panel',
        siteUrl: 'http://localhost:4001',
        timezone: 'Europe/London',
        extension: PLACE.extension,
        installContext: 'ari:cloud:jira::site/cloud-1',
      },
    });
  });

  test('an unknown resolver function and a thrown error reach the page as Forge words them', async () => {
    await expect(site.invoke('nothing')).rejects.toThrow(
      "There was an error invoking the function - Resolver has no definition for 'nothing'.",
    );
    await expect(site.invoke('throw')).rejects.toThrow(
      'There was an error invoking the function - that was wrong',
    );
    expect(site.forge.log.at(-1)).toMatchObject({ functionKey: 'resolver', level: 'error' });
    expect(site.forge.log.at(-1)?.text).toContain('TypeError: that was wrong\n    at');
  });

  test('the console of functions is kept', async () => {
    await site.invoke('talk');
    expect(site.forge.log.at(-1)).toEqual({
      at: START,
      functionKey: 'resolver',
      level: 'warn',
      text: 'hello world { a: 1 }',
    });
  });

  test('Jira sees the app as the app and a visitor as that visitor', async () => {
    expect(await site.invoke('as-user')).toEqual({
      value: { status: 200, body: '{"caller":{"kind":"user","accountId":"ann"}}' },
    });
    expect(await site.invoke('as-app')).toEqual({
      value: { status: 200, body: '{"caller":{"kind":"app"}}' },
    });
    const call = site.jira.calls.at(-1);
    expect(call).toMatchObject({ method: 'GET', url: '/rest/api/3/issue/A%20B?fields=a%2Cb' });
    expect(call?.headers.get('x-test')).toBe('yes');
  });

  test('visitors do not mix when they call at the same time', async () => {
    const names = ['a', 'b', 'c', 'd'];
    const answers = await Promise.all(
      names.map((accountId) =>
        site.forge.bridge('invoke', { functionKey: 'as-user' }, { ...ANN, accountId }, PLACE),
      ),
    );
    expect(answers).toEqual(
      names.map((accountId) => ({
        value: { status: 200, body: JSON.stringify({ caller: { kind: 'user', accountId } }) },
      })),
    );
  });

  test('acting for somebody else needs an authentication that nobody gave', async () => {
    expect(await site.invoke('as-user', { accountId: 'bob' })).toMatchObject({
      error: { name: 'NEEDS_AUTHENTICATION_ERR', status: 401 },
    });
  });

  test('an operation whose scope the manifest does not have is refused before Jira sees it', async () => {
    const before = site.jira.calls.length;
    expect(await site.invoke('write')).toEqual({
      value: { status: 401, body: '{"code":401,"message":"Unauthorized; scope does not match"}' },
    });
    expect(site.jira.calls).toHaveLength(before);
  });

  test('a site that breaks shows in the log and does not hang the function', async () => {
    expect(await site.invoke('broken')).toMatchObject({ error: { message: 'Jira fell over' } });
    expect(site.forge.log.at(-1)?.text).toContain('The site broke on GET /rest/api/3/broken');
  });

  test('what is not modelled is refused by name and remembered', async () => {
    expect(await site.invoke('graph')).toEqual({ value: 501 });
    await expect(site.forge.bridge('openRovo', {}, ANN, PLACE)).rejects.toThrow(
      'Not modelled by the site: bridge openRovo',
    );
    expect(site.forge.unmodelled()).toEqual(['fpp app stargate POST /graphql', 'bridge openRovo']);
  });

  test('there is no way out of the process', async () => {
    expect(await site.invoke('egress')).toMatchObject({
      error: {
        name: 'REQUEST_EGRESS_ALLOWLIST_ERR',
        message: containing('https://example.com/'),
      },
    });
    expect(await site.invoke('socket')).toMatchObject({ error: { name: 'REQUEST_EGRESS_ALLOWLIST_ERR' } });
  });

  test('a request of more than 500 KB and a response of more than 5 MB are refused', async () => {
    await expect(site.invoke('echo', { text: 'x'.repeat(500 * 1024) })).rejects.toThrow(
      'larger than 512000 bytes',
    );
    await expect(site.invoke('big', { bytes: 5 * 1024 * 1024 })).rejects.toThrow('larger than 5242880 bytes');
    expect(await site.invoke('big', { bytes: 10 })).toBe('xxxxxxxxxx');
  });

  test('the SDK knows the app context and the time that remains', async () => {
    const context = await site.invoke('context');
    expect(context).toMatchObject({
      moduleKey: 'panel',
      installationAri: 'ari:cloud:ecosystem::installation/00000000-0000-4000-8000-0000000000a1',
    });
    expect(context).toMatchObject({ remaining: some(Number) });
    const { remaining } = context as { remaining: number };
    expect(remaining).toBeGreaterThan(0);
    expect(remaining).toBeLessThanOrEqual(25_000);
  });

  test('a call that nobody awaited is refused after the function has ended', async () => {
    await site.invoke('forget');
    await site.invoke('sleep', { ms: 60 });
    expect(site.jira.calls.some((call) => call.url.includes('late'))).toBe(false);
    expect(site.forge.log.at(-1)?.text).toContain('after its function had ended');
  });

  test('an uncaught error kills the process', async () => {
    await expect(site.invoke('die')).rejects.toThrow('The process died: nobody caught this');
    expect(await site.invoke('big', { bytes: 1 })).toBe('x');
  });
});

describe('time limits', () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite({ limits: { resolver: 1000 } });
  });
  afterAll(() => site.close());

  test('an overrun ends the process, and with it what else runs there; the next call has a new one', async () => {
    const { processes } = site.forge.stats;
    const other = site.invoke('sleep', { ms: 700 }).catch((error: unknown) => String(error));
    await new Promise((done) => setTimeout(done, 400));
    const slow = site.invoke('sleep', { ms: 5000 }).catch((error: unknown) => String(error));
    expect(await other).toBe('awake');
    const bystander = site.invoke('sleep', { ms: 5000 }).catch((error: unknown) => String(error));
    expect(await slow).toContain('Task timed out after 1.00 seconds');
    expect(await bystander).toContain('another invocation in it timed out');
    expect(await site.invoke('big', { bytes: 1 })).toBe('x');
    expect(site.forge.stats.processes).toBe(processes + 1);
  });

  test('a function that computes without end is ended as well', async () => {
    await expect(site.invoke('spin')).rejects.toThrow('Task timed out');
    expect(await site.invoke('big', { bytes: 1 })).toBe('x');
  });
});

describe('clock and memory of functions', () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site.close());

  test('functions see the clock as it is moved', async () => {
    const before = await site.invoke('now');
    expect(before).toMatchObject({ now: START, fresh: '2026-03-02T09:00:00.000Z', isDate: true });
    const later = START + 86_400_000;
    await site.clock.moveTo(later);
    expect(await site.invoke('now')).toMatchObject({
      now: later,
      text: containing('Mar 03 2026'),
    });
  });

  test('a function that takes more memory than the manifest says is ended', async () => {
    await expect(site.invoke('hoard')).rejects.toThrow('Out of memory: the limit is 128 MB');
    expect(await site.invoke('big', { bytes: 1 })).toBe('x');
  }, 20_000);
});
