import {
  JIRA_NEAR_QUOTA,
  JIRA_QUOTAS,
  JIRA_REQUESTS_PER_SECOND,
  JIRA_WRITES_PER_ISSUE,
} from '../../site/forge/limits';
import { ANN, PLACE, START, type Site } from './forge-fixture';
import { onSite } from './limits-fixture';

interface Asked {
  readonly value: { readonly status: number; readonly headers: Readonly<Record<string, string>> };
}

interface Order {
  readonly method?: string;
  readonly path: string;
  readonly times?: number;
  readonly body?: unknown;
}

/** What a function gets that asks Jira as the app, so many times at once. */
async function ask(site: Site, order: Order): Promise<Asked['value'][]> {
  const answers = (await site.invoke('jira', order)) as Asked[];
  return answers.map(({ value }) => value);
}

async function lastOf(site: Site, order: Order): Promise<Asked['value']> {
  return (await ask(site, order)).at(-1) ?? { status: 0, headers: {} };
}

/** A path below `/rest/api/3` of the operation. */
const pathOf = (endpoint: string): string =>
  `/rest/api/3${endpoint.split(' ')[1]?.replaceAll('*', '10001') ?? '/thing'}`;

const refusedBecause = (reason: string, limit: number, retryAfter: number) => ({
  status: 429,
  headers: {
    'ratelimit-reason': reason,
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': '0',
    'retry-after': String(retryAfter),
    'x-ratelimit-reset': new Date(START + retryAfter * 1000).toISOString().replace('.000Z', 'Z'),
  },
});

const ISSUE = '/rest/api/3/issue/10001';

/** What Jira's REST API refuses, by the limit that is passed. */
export const jiraCases = {
  async JIRA_QUOTAS() {
    for (const { policy, reason, points } of Object.values(JIRA_QUOTAS)) {
      await onSite(
        async (site) => {
          const [first] = await ask(site, { path: ISSUE });
          expect(first?.headers).toMatchObject({ 'ratelimit-policy': `"${policy}";q=${points};w=3600` });
          expect(first?.headers).toMatchObject({ ratelimit: `"${policy}";t=3600` });
        },
        { quota: JIRA_QUOTAS[reason === JIRA_QUOTAS[1].reason ? 1 : 2] },
      );
      await onSite(
        async (site) => {
          for (let round = 0; round < 5; round += 1)
            expect(await ask(site, { path: ISSUE })).toMatchObject([{ status: 200 }]);
          const asked = site.jira.calls.length;
          await site.clock.moveTo(START + 60_000);
          const refused = refusedBecause(reason, 10, 3540);
          const until = {
            'x-ratelimit-reset': new Date(START + 3_600_000).toISOString().replace('.000Z', 'Z'),
          };
          expect(await ask(site, { path: '/rest/api/3/field' })).toMatchObject([
            { ...refused, headers: { ...refused.headers, ...until, ratelimit: `"${policy}";r=0;t=3540` } },
          ]);
          expect(site.jira.calls).toHaveLength(asked);
          const page = { product: 'jira', restPath: ISSUE, fetchRequestInit: {} };
          expect(await site.forge.bridge('fetchProduct', page, ANN, PLACE)).toMatchObject({ status: 200 });
          await site.clock.moveTo(START + 3_600_000);
          expect(await ask(site, { path: ISSUE })).toMatchObject([{ status: 200 }]);
        },
        { quota: { policy, reason, points: 10 } },
      );
    }
  },

  async JIRA_NEAR_QUOTA() {
    const points = 10 / JIRA_NEAR_QUOTA;
    await onSite(
      async (site) => {
        const enough = await lastOf(site, { path: '/rest/api/3/field', times: points - 10 });
        expect(enough.headers).not.toHaveProperty('x-ratelimit-nearlimit');
        expect((await lastOf(site, { path: '/rest/api/3/field' })).headers).toMatchObject({
          'x-ratelimit-nearlimit': 'true',
          'x-ratelimit-limit': String(points),
          'x-ratelimit-remaining': '9',
          ratelimit: '"p";r=9;t=3600',
        });
      },
      { quota: { points, policy: 'p', reason: 'r' } },
    );
  },

  async JIRA_REQUESTS_PER_SECOND() {
    await onSite(async (site) => {
      for (const [endpoint, most] of Object.entries(JIRA_REQUESTS_PER_SECOND)) {
        const order = { method: endpoint.split(' ')[0] ?? '', path: pathOf(endpoint) };
        expect(await lastOf(site, { ...order, times: most })).toMatchObject({ status: 200 });
        expect(await lastOf(site, order)).toMatchObject(refusedBecause('jira-burst-based', most, 1));
      }
    });
    await onSite(async (site, machine) => {
      const order = { path: '/rest/api/3/field' };
      await ask(site, { ...order, times: 100 });
      const page = { product: 'jira', restPath: order.path, fetchRequestInit: {} };
      expect(await site.forge.bridge('fetchProduct', page, ANN, PLACE)).toMatchObject({ status: 429 });
      expect(await lastOf(site, { path: '/rest/api/3/status' })).toMatchObject({ status: 200 });
      machine.now += 1000;
      expect(await lastOf(site, order)).toMatchObject({ status: 200 });
      await ask(site, { ...order, times: 100 });
      await site.clock.moveTo(START + 1000);
      expect(await lastOf(site, order)).toMatchObject({ status: 200 });
    });
  },

  async JIRA_WRITES_PER_ISSUE() {
    for (const { most, ms } of JIRA_WRITES_PER_ISSUE) {
      await onSite(async (site, machine) => {
        const order = { method: 'PUT', path: `${ISSUE}/properties/x`, body: 1 };
        // Below the other limits: so many at a time that only this one is reached.
        const rounds = Math.max(1, Math.floor(ms / 2_500));
        const each = Math.ceil(most / rounds);
        let done = 0;
        for (let round = 0; done < most; round += 1) {
          if (round > 0) machine.now += 2_000;
          const times = Math.min(each, most - done);
          const answers = await ask(site, { ...order, times });
          expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: times }, () => 200));
          done += times;
        }
        if (rounds > 1) machine.now += 2_000;
        const refused = await lastOf(site, order);
        expect(refused).toMatchObject({
          status: 429,
          headers: { 'ratelimit-reason': 'jira-per-issue-on-write', 'x-ratelimit-limit': String(most) },
        });
        expect(await lastOf(site, { ...order, path: '/rest/api/3/issue/10002/properties/x' })).toMatchObject({
          status: 200,
        });
        expect(await lastOf(site, { path: ISSUE })).toMatchObject({ status: 200 });
        machine.now += Number(refused.headers['retry-after']) * 1000;
        expect(await lastOf(site, order)).toMatchObject({ status: 200 });
      });
    }
    await onSite(async (site) => {
      const body = { updates: [{ issueIds: [10001, 10002], value: 1 }] };
      const order = { method: 'PUT', path: '/rest/api/3/app/field/10/value', body };
      await ask(site, { ...order, times: 20 });
      const [refused] = await ask(site, { method: 'PUT', path: '/rest/api/3/issue/10002', body: {} });
      expect(refused).toMatchObject({ headers: { 'ratelimit-reason': 'jira-per-issue-on-write' } });
    });
  },
};
