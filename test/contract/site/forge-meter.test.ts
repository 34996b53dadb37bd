import { operationOf, pointsOf } from '../../site/forge/points';
import { highestHour, usageOf } from '../../site/forge/usage';
import { ANN, PLACE, some, START, startSite, type Site } from './forge-fixture';

const points = (method: string, path: string, answer: unknown, status = 200) => {
  const { low, high, counted } = pointsOf({ method, path, status, answer });
  return counted ? [low, high] : 'not counted';
};

describe('points', () => {
  const issue = { changelog: { histories: [1, 2, 3] }, fields: { comment: { comments: [1, 2] } } };

  test('a read costs 1 and 1 per issue; by the high reading histories and comments cost too', () => {
    expect(points('GET', '/rest/api/3/issue/A-1', issue)).toEqual([2, 7]);
    expect(points('POST', '/rest/api/3/issue/bulkfetch', { issues: [issue, issue, {}] })).toEqual([4, 14]);
    const issueChangeLogs = [{ changeHistories: [1, 2] }, { changeHistories: [] }];
    expect(points('POST', '/rest/api/3/changelog/bulkfetch', { issueChangeLogs })).toEqual([3, 5]);
    expect(points('GET', '/rest/api/3/issue/1/comment', { comments: [1, 2, 3] })).toEqual([2, 5]);
  });

  test('people and permissions cost 2 each', () => {
    expect(points('GET', '/rest/api/3/myself', { accountId: 'ann' })).toEqual([3, 3]);
    expect(points('GET', '/rest/api/3/mypermissions', { permissions: { A: {}, B: {} } })).toEqual([5, 5]);
  });

  test('a write costs 1, whatever it is, and so does an error; what was one too many costs nothing', () => {
    expect(points('PUT', '/rest/api/3/issue/1/properties/x', undefined)).toEqual([1, 1]);
    expect(points('POST', '/rest/api/3/anything/new', { issues: [1, 2] }, 201)).toEqual([1, 1]);
    expect(points('POST', '/rest/api/3/issue/bulkfetch', { issues: [1, 2] }, 400)).toEqual([1, 1]);
    expect(points('POST', '/rest/api/3/issue/bulkfetch', { issues: [1, 2] }, 429)).toEqual([0, 0]);
  });

  test('a read that the table does not know is not counted', () => {
    expect(points('GET', '/rest/api/3/moon', {})).toBe('not counted');
  });

  test('operations are named without ids', () => {
    expect(operationOf('GET', '/rest/api/3/issue/A-1')).toBe('GET /issue/*');
    expect(operationOf('GET', '/rest/api/3/issue/10001/watchers')).toBe('GET /issue/*/watchers');
    expect(operationOf('GET', '/rest/api/3/priority/search')).toBe('GET /priority/search');
  });
});

describe('the meter of the site', () => {
  let site: Site;
  beforeEach(async () => {
    site = await startSite({ limits: { resolver: 1500 } });
  });
  afterEach(() => site.close());

  test('counts requests, points, statements and machine time by function', async () => {
    const measurement = site.forge.meter.begin();
    await site.invoke('as-app');
    await site.invoke('as-app');
    await site.invoke('sql', { query: 'SELECT 1 AS one' });
    const { functions, people } = measurement.stop();
    expect(functions).toMatchObject({
      'as-app': {
        kind: 'resolver',
        invocations: 2,
        failures: 0,
        most: { requests: 1, pointsLow: 2, statements: 0 },
        least: { statements: 0 },
        usage: { jira: { 'GET /issue/*': { requests: 2, points: { low: 4, high: 4 }, bytesSent: 0 } } },
      },
      sql: { invocations: 1, usage: { sql: { data: { statements: 1 }, schema: { statements: 0 } } } },
    });
    expect(people).toEqual({});
    const use = functions['as-app']!;
    expect(use.machineMs).toBeGreaterThan(0);
    expect(use.gbSeconds).toBeCloseTo((use.machineMs / 1000) * 0.125);
    expect(use.peakHeapBytes).toBeGreaterThan(1_000_000);
  });

  test('what a page asks Jira for is counted apart', async () => {
    const payload = { product: 'jira', restPath: '/rest/api/3/issue/A-1', fetchRequestInit: {} };
    await site.forge.bridge('fetchProduct', payload, ANN, PLACE);
    const reading = site.forge.meter.reading();
    expect(reading.people).toMatchObject({ 'GET /issue/*': { requests: 1, points: { low: 2 } } });
    expect(usageOf(reading).jira).toEqual({});
  });

  test('migrations are counted apart, with the table that the SDK keeps of them', async () => {
    await site.invoke('migrate');
    expect(usageOf(site.forge.meter.reading()).sql).toMatchObject({
      data: { statements: 0 },
      schema: { statements: 6 },
    });
  });

  test('points are gathered by UTC hour', async () => {
    await site.invoke('as-app');
    await site.clock.moveTo(START + 3_600_000);
    await site.invoke('as-app');
    await site.invoke('as-app');
    const usage = usageOf(site.forge.meter.reading());
    expect(Object.keys(usage.hours)).toEqual(['2026-03-02T09', '2026-03-02T10']);
    expect(highestHour(usage)).toEqual({ hour: '2026-03-02T10', low: 4, high: 4 });
  });

  test('pushes, log lines and failures are counted, a crash by its time limit', async () => {
    await site.invoke('push', { events: [{ body: { n: 1 } }, { body: { n: 2 } }] });
    await site.invoke('talk');
    await expect(site.invoke('sleep', { ms: 5000 })).rejects.toThrow('timed out');
    const { functions } = site.forge.meter.reading();
    expect(functions['push']?.usage.queue).toEqual({
      pushes: 1,
      refused: 0,
      events: 2,
      bytes: some(Number),
    });
    expect(functions['talk']?.usage.logBytes).toBe('hello world { a: 1 }'.length);
    expect(functions['sleep']).toMatchObject({ failures: 1, gbSeconds: 1.5 * 0.125 });
  });

  test('a measurement holds what ended in its time, and names reads that nobody can count', async () => {
    await site.invoke('as-app');
    const measurement = site.forge.meter.begin();
    await site.invoke('as-user');
    await site.invoke('write');
    expect(Object.keys(measurement.stop().functions)).toEqual(['as-user', 'write']);
    await site.invoke('as-app');
    expect(measurement.reading()).toMatchObject({ uncounted: ['GET /write'] });
    expect(measurement.reading().functions).not.toHaveProperty('as-app');
  });
});
