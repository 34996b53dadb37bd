import path from 'node:path';
import * as v from 'valibot';
import { resolverApi, type ValueOf } from '../../src/contract/resolver-api';
import { outsideSubset } from '../support/sql-subset';
import type { Issue } from '../site/jira/model';
import { startSite, type Site } from '../site/site';
import { visitors } from '../site/sample/people';
import type { Caller } from '../site/seams';
import { contractProblems, type Exchange } from './openapi/validate';

const root = path.resolve(__dirname, '../..');
const agent: Caller = { kind: 'user', accountId: visitors.agent.accountId };
const visitor = { ...visitors.agent, locale: 'en-GB', timeZone: 'Europe/London', theme: 'light' } as const;

/** The bundle that would be deployed, on the site: from an event in Jira to timers in the store. */
describe('an event', () => {
  let site: Site;
  let issue: Issue;
  const exchanges: (Exchange & { readonly caller: Caller })[] = [];

  beforeAll(async () => {
    const now = Date.parse('2026-11-18T12:00Z');
    const onExchange = (exchange: (typeof exchanges)[number]): void => void exchanges.push(exchange);
    site = await startSite({ root, port: 0, now, rate: 0, eventDelayMs: 0, incidents: 300, onExchange });
    const fresh = [...site.jira.store.issues.values()].filter(({ statusId }) => statusId === '10001');
    issue = fresh.at(-1)!;
  }, 60_000);

  afterAll(async () => {
    const strangeSql = outsideSubset(site.forge.sql.asked);
    const troubles = [site.unmodelled(), site.forge.pages.violations, site.clock.problems, strangeSql];
    await site.close();
    expect(troubles).toEqual([[], [], [], []]);
  });

  async function move(toId: string): Promise<void> {
    const url = `${site.url}/rest/api/3/issue/${issue.id}/transitions`;
    const { transitions } = (await (await site.jira.rest(new Request(url), agent)).json()) as {
      transitions: { id: string; to: { id: string } }[];
    };
    const id = transitions.find(({ to }) => to.id === toId)?.id;
    const init = {
      method: 'POST',
      body: JSON.stringify({ transition: { id } }),
      headers: { 'content-type': 'application/json' },
    };
    expect((await site.jira.rest(new Request(url, init), agent)).status).toBe(204);
  }

  /** What the panel gets when it knows nothing newer than the store does. */
  async function view(): Promise<ValueOf<'viewIssueTimers'>> {
    const project = { id: '10000', key: 'ITSD', type: 'service_desk' };
    const extension = {
      type: 'jira:issueContext',
      project,
      issue: { id: issue.id, key: issue.key, type: 'Incident', typeId: '10100' },
    };
    const answer = await site.forge.bridge(
      'invoke',
      { functionKey: 'viewIssueTimers', payload: {} },
      visitor,
      { moduleKey: 'issue-timers', extension },
    );
    const parsed = v.parse(resolverApi.viewIssueTimers.answer, answer);
    if (!parsed.ok) throw new Error(parsed.refusal);
    return parsed.value;
  }

  it('leads to stored timers, which the panel gets without another reading of Jira', async () => {
    await move('10002');
    await site.forge.settled();
    const drained = site.clock.now();
    await site.clock.moveTo(drained + 60_000);
    await site.forge.settled();
    const answer = await view();
    expect(answer.asOf).toBeLessThan(drained + 60_000);
    expect(answer.timers.map(({ metric, cycles }) => [metric.kind, cycles.at(-1)?.end?.kind])).toEqual([
      ['response', 'stopped'],
      ['resolution', undefined],
    ]);
  });

  it('leads to the same timers when it comes again', async () => {
    const before = await view();
    for (let times = 0; times < 3; times++) {
      site.jira.changes.comment(agent, issue, {
        body: { type: 'doc', version: 1, content: [] },
        isPublic: false,
        properties: [],
      });
    }
    await site.forge.settled();
    const after = await view();
    expect(after.issueUpdated).toBeGreaterThan(before.issueUpdated ?? 0);
    expect(after.timers).toEqual(before.timers);
  });

  it('that deletes the issue has its timers forgotten', async () => {
    const url = `${site.url}/rest/api/3/issue/${issue.id}`;
    const manager: Caller = { kind: 'user', accountId: visitors.jiraAdministrator.accountId };
    expect((await site.jira.rest(new Request(url, { method: 'DELETE' }), manager)).status).toBe(204);
    await site.forge.settled();
    expect((await view()).kind).toBe('unreadable');
  });

  it('goes over requests and answers that Atlassian’s document knows', () => {
    expect(exchanges.some(({ caller }) => caller.kind === 'app')).toBe(true);
    expect(contractProblems(exchanges)).toEqual([]);
  });
});
