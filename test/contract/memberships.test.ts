import path from 'node:path';
import * as v from 'valibot';
import { resolverApi, type ValueOf } from '../../src/contract/resolver-api';
import type { Issue, Project } from '../site/jira/model';
import { visitors } from '../site/sample/people';
import { settingsCallOf } from '../site/sample/settings-call';
import type { Caller } from '../site/seams';
import { startSite, type Site } from '../site/site';
import { aroundTheClock } from '../support/definitions-on-site';
import { outsideSubset } from '../support/sql-subset';
import { contractProblems, type Exchange } from './openapi/validate';

const root = path.resolve(__dirname, '../..');
jest.setTimeout(60_000);
const { accountId } = visitors.agent;
const agent: Caller = { kind: 'user', accountId };
const visitor = { ...visitors.agent, locale: 'en-GB', timeZone: 'Europe/London', theme: 'light' } as const;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SECOND_LINE = '00000000-0000-4000-8000-00000000000a';

const resolution = (more: object = {}) => ({
  id: 'resolution',
  kind: 'resolution',
  start: { created: true },
  stop: { resolved: true },
  goals: [{ name: 'Three days', within: '72h', calendar: 'always' }],
  ...more,
});

/** The desk's time waits while the second line has an issue; the second line has an agreement of its own. */
const definitions = (group: string): string => {
  const inGroup = { field: 'assignee', memberOf: [group] };
  const file = JSON.parse(
    aroundTheClock({
      id: 'it-service-desk',
      kind: 'SLA',
      name: 'IT service desk',
      effectiveFrom: '2020-01-01',
      metrics: [resolution({ pause: [{ name: 'Second line', while: inGroup }] })],
    }),
  ) as { agreements: object[] };
  const ola = { kind: 'OLA', name: 'Second line', timeZone: 'UTC', effectiveFrom: '2020-01-01' };
  const start = { begins: inGroup };
  file.agreements.push({ ...ola, id: 'second-line', covers: inGroup, metrics: [resolution({ start })] });
  return JSON.stringify(file);
};

/** The bundle that would be deployed, on the site. */
describe('agreements that ask who is in which group', () => {
  let site: Site;
  let project: Project;
  const exchanges: (Exchange & { readonly caller: Caller })[] = [];
  const members = new Set<string>();

  beforeAll(async () => {
    const onExchange = (exchange: (typeof exchanges)[number]): void => void exchanges.push(exchange);
    const now = Date.parse('2026-11-18T12:00Z');
    site = await startSite({
      root,
      port: 0,
      now,
      rate: 0,
      eventDelayMs: 0,
      searchLagMs: 0,
      incidents: 12,
      onExchange,
    });
    [project] = site.jira.store.projects.values() as Iterable<Project> as [Project];
    site.jira.store.groups.set(SECOND_LINE, { id: SECOND_LINE, name: 'Second line', members });
  }, 120_000);

  afterAll(async () => {
    const uncounted = site.forge.meter.reading().uncounted;
    const strangeSql = outsideSubset(site.forge.sql.asked);
    const drifts = site.forge.sql.read('SELECT issue_id FROM drift', []);
    const troubles = [site.unmodelled(), site.clock.problems, strangeSql, uncounted, drifts];
    await site.close();
    expect(troubles).toEqual([[], [], [], [], []]);
  });

  const settings = (functionKey: string, payload: object): Promise<unknown> => {
    const administrator = site.jira.store.users.get(visitors.projectAdministrator.accountId)!;
    return settingsCallOf(site.forge, project, administrator)(functionKey, payload);
  };

  async function later(ms: number): Promise<void> {
    await site.clock.moveTo(site.clock.now() + ms);
    await site.forge.settled();
  }

  async function assigned(summary: string): Promise<Issue> {
    const issue = site.jira.changes.create(agent, project, {
      summary,
      typeId: '10100',
      priorityId: '2',
      reporterId: visitors.customer.accountId,
    });
    await later(MINUTE);
    site.jira.changes.change(agent, issue, { edits: { assigneeId: accountId } });
    await site.forge.settled();
    return issue;
  }

  /** Clock and verdict of each timer of an issue, as the store has them. */
  const timersOf = (issue: Issue): unknown =>
    site.forge.sql.read(
      'SELECT agreement, clock, verdict FROM timer WHERE issue_id = ? ORDER BY agreement, cycle_no',
      [Number(issue.id)],
    );

  const seen = (): unknown[] =>
    site.forge.sql.read('SELECT seen_at AS at, group_ids AS told FROM membership WHERE account_id = ?', [
      accountId,
    ]);

  async function explained(issue: Issue): Promise<ValueOf<'explainIssueTimers'>> {
    const extension = {
      type: 'jira:issueContext',
      project: { id: project.id, key: project.key, type: 'service_desk' },
      issue: { id: issue.id, key: issue.key, type: 'Incident', typeId: '10100' },
    };
    const call = { functionKey: 'explainIssueTimers', payload: {} };
    const answer = await site.forge.bridge('invoke', call, visitor, { moduleKey: 'issue-timers', extension });
    const parsed = v.parse(resolverApi.explainIssueTimers.answer, answer);
    if (!parsed.ok) throw new Error(parsed.refusal);
    return parsed.value;
  }

  it('are refused with the place of a group that the site does not have', async () => {
    expect(await settings('importDefinitions', { file: definitions('Third line') })).toMatchObject({
      ok: false,
      problems: [
        { code: 'condition.unknown-group', path: 'agreements[0].metrics[0].pause[0].while.memberOf[0]' },
        { code: 'condition.unknown-group', path: 'agreements[1].covers.memberOf[0]' },
        { code: 'condition.unknown-group' },
      ],
    });
  });

  it('know groups by their id, and show them by their name', async () => {
    expect(await settings('importDefinitions', { file: definitions('Second line') })).toMatchObject({
      ok: true,
    });
    await later(10 * MINUTE);
    const again = await settings('importDefinitions', { file: definitions(SECOND_LINE) });
    expect(again).toMatchObject({ ok: true, value: { changed: 0 } });
    expect(JSON.stringify(await settings('viewDefinitions', {}))).toContain('Second line');
  });

  let first: Issue;
  let second: Issue;

  it('give no verdict for what was before somebody was seen, and one from then on', async () => {
    first = await assigned('Printer on fire');
    await later(MINUTE);
    second = await assigned('Printer on fire again');
    await later(MINUTE);
    expect(timersOf(first)).toEqual([{ agreement: 'it-service-desk', clock: 'running', verdict: 'unknown' }]);
    expect(timersOf(second)).toEqual([{ agreement: 'it-service-desk', clock: 'running', verdict: 'open' }]);
    expect(seen()).toHaveLength(1);
  });

  it('have the daily look notice who has joined: the time waits from then on, and another begins', async () => {
    members.add(accountId);
    await later(DAY);
    await later(10 * MINUTE);
    expect(seen()).toHaveLength(2);
    expect(timersOf(second)).toEqual([
      { agreement: 'it-service-desk', clock: 'paused', verdict: 'open' },
      { agreement: 'second-line', clock: 'running', verdict: 'open' },
    ]);
    expect((await explained(second)).agreements.map(({ id, applies }) => [id, applies.kind])).toEqual([
      ['it-service-desk', 'applies'],
      ['second-line', 'applies'],
    ]);
  });

  it('have it notice who has left, once, and say in which groups they are instead', async () => {
    members.delete(accountId);
    await later(2 * DAY);
    await later(10 * MINUTE);
    expect(seen()).toHaveLength(3);
    expect(timersOf(second)).toMatchObject([{ agreement: 'it-service-desk', clock: 'running' }, {}]);
    const { agreements } = await explained(second);
    const ola = agreements.find(({ id }) => id === 'second-line');
    const desk = [...site.jira.store.groups.values()].find(({ name }) => name === 'service-desk');
    expect(ola?.applies).toMatchObject({
      kind: 'other-issues',
      unmet: [{ field: 'assignee', found: [desk?.id] }],
    });
  });

  it('ask Jira only what Atlassian’s document knows, and of each account once a day', () => {
    const asked = exchanges.filter(({ url }) => url.includes('/user/groups'));
    expect(asked.filter(({ url }) => url.includes(encodeURIComponent(accountId))).length).toBeLessThanOrEqual(
      5,
    );
    expect(asked.length).toBeGreaterThan(3);
    expect(contractProblems(exchanges)).toEqual([]);
  });
});
