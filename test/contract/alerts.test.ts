import path from 'node:path';
import * as v from 'valibot';
import { resolverApi, type Call, type PayloadOf, type ValueOf } from '../../src/contract/resolver-api';
import { instant } from '../../src/domain/time/instant';
import type { Issue } from '../site/jira/model';
import { visitors } from '../site/sample/people';
import type { Caller } from '../site/seams';
import { startSite, type Site } from '../site/site';
import { aroundTheClock } from '../support/definitions-on-site';
import { outsideSubset } from '../support/sql-subset';
import { contractProblems, type Exchange } from './openapi/validate';

jest.setTimeout(60_000);

const root = path.resolve(__dirname, '../..');
const { agent, projectAdministrator } = visitors;
const alex: Caller = { kind: 'user', accountId: agent.accountId };
const seen = { timeZone: 'Europe/London', locale: 'en-GB', theme: 'light' } as const;
const project = { id: '10000', key: 'ITSD', type: 'service_desk' };

/** Ten minutes around the clock, with something to do on the way and at the end. */
const definitions = aroundTheClock({
  id: 'first-line',
  kind: 'OLA',
  name: 'First line',
  effectiveFrom: '2026-01-01',
  metrics: [
    {
      id: 'triage',
      kind: 'resolution',
      start: { created: true },
      stop: { resolved: true },
      goals: [{ name: 'Ten minutes', within: '10m', calendar: 'always' }],
      thresholds: [
        {
          id: 'soon',
          atShare: '75%',
          actions: [
            { label: 'triage-soon' },
            { comment: '{metric} of {issue}: {left} left of {goal} ({agreement})' },
            { watcher: projectAdministrator.accountId },
          ],
        },
        {
          id: 'due',
          atShare: '100%',
          actions: [
            {
              notify: ['watchers', { user: agent.accountId }],
              subject: '{issue} is late',
              text: 'Since {due}',
            },
            { assign: agent.accountId },
            { priority: '1 - Critical' },
            {
              linkedIssue: { project: '10000', issueType: '10100', linkType: '10003' },
              summary: 'Why was {issue} late?',
            },
            { assign: 'nobody' },
          ],
        },
      ],
    },
  ],
});

/** The bundle that would be deployed, on the site: what passes by itself is told and published to the second. */
describe('an incident that nobody touches', () => {
  let site: Site;
  let issue: Issue;
  let born: number;
  const exchanges: Exchange[] = [];

  beforeAll(async () => {
    const now = Date.parse('2026-11-18T12:00Z');
    const onExchange = (exchange: Exchange): void => void exchanges.push(exchange);
    site = await startSite({ root, port: 0, now, rate: 0, eventDelayMs: 0, incidents: 300, onExchange });
    const extension = { type: 'jira:projectSettingsPage', project };
    const answer = await site.forge.bridge(
      'invoke',
      { functionKey: 'importDefinitions', payload: { file: definitions } },
      { ...projectAdministrator, ...seen },
      { moduleKey: 'project-settings', extension },
    );
    expect(answer).toMatchObject({ ok: true });
    await site.clock.moveTo(now + 3_600_250);
    const fields = { project: { key: 'ITSD' }, issuetype: { id: '10100' }, summary: 'Printer on fire' };
    const init = {
      method: 'POST',
      body: JSON.stringify({ fields }),
      headers: { 'content-type': 'application/json' },
    };
    const created = await site.jira.rest(new Request(`${site.url}/rest/api/3/issue`, init), alex);
    const { id } = (await created.json()) as { id: string };
    issue = site.jira.store.issues.get(id)!;
    born = issue.created;
    await site.forge.settled();
  }, 120_000);

  afterAll(async () => {
    const strangeSql = outsideSubset(site.forge.sql.asked);
    const troubles = [site.unmodelled(), site.forge.pages.violations, site.clock.problems, strangeSql];
    await site.close();
    expect(troubles).toEqual([[], [], [], []]);
  });

  async function after(seconds: number): Promise<void> {
    await site.clock.moveTo(born + seconds * 1_000);
    await site.forge.settled();
  }

  /** What the panel gets when it knows nothing newer than the store does. */
  async function view(): Promise<ValueOf<'viewIssueTimers'>> {
    const extension = {
      type: 'jira:issueContext',
      project,
      issue: { id: issue.id, key: issue.key, type: 'Incident', typeId: '10100' },
    };
    const invoke = { functionKey: 'viewIssueTimers', payload: {} };
    const place = { moduleKey: 'issue-timers', extension };
    const answer = await site.forge.bridge('invoke', invoke, { ...agent, ...seen }, place);
    const parsed = v.parse(resolverApi.viewIssueTimers.answer, answer);
    if (!parsed.ok) throw new Error(parsed.refusal);
    return parsed.value;
  }

  async function call<Name extends Call>(
    functionKey: Name,
    payload: PayloadOf<Name>,
    visitor: typeof agent,
  ): Promise<ValueOf<Name>> {
    const extension = { type: 'jira:projectPage', project };
    const place = { moduleKey: 'project-page', extension };
    const answer = await site.forge.bridge(
      'invoke',
      { functionKey, payload },
      { ...visitor, ...seen },
      place,
    );
    const parsed = v.parse(resolverApi[functionKey].answer, answer);
    if (!parsed.ok) throw new Error(parsed.refusal);
    return parsed.value;
  }

  const stored = () =>
    site.forge.sql.read(
      `SELECT verdict, due_at AS dueAt, breached_at AS breachedAt FROM timer
       WHERE issue_id = ? AND agreement = 'first-line'`,
      [Number(issue.id)],
    );
  const alerts = () =>
    v.parse(
      v.array(v.object({ issue: v.number(), threshold: v.string(), state: v.string(), doc: v.string() })),
      site.forge.sql.read(
        `SELECT issue_id AS issue, threshold, state, doc FROM alert ORDER BY passed_at`,
        [],
      ),
    );

  it('is left alone until then', async () => {
    await after(449);
    expect([issue.labels, issue.comments, site.jira.mails(), alerts()]).toEqual([[], [], [], []]);
  });

  it('is warned of in the second in which three quarters are gone, once, inside the team', async () => {
    await after(455);
    expect(issue.labels).toEqual(['triage-soon']);
    expect(issue.comments).toHaveLength(1);
    const [comment] = issue.comments;
    expect(comment!.created - born).toBeGreaterThanOrEqual(450_000);
    expect(comment!.created - born).toBeLessThan(452_000);
    expect(comment!.isPublic).toBe(false);
    expect(JSON.stringify(comment!.body)).toContain(
      `triage of ${issue.key}: 2m left of Ten minutes (First line)`,
    );
    expect([...issue.watchers]).toContain(projectAdministrator.accountId);
    expect(alerts()).toMatchObject([{ issue: Number(issue.id), threshold: 'soon', state: 'done' }]);
  });

  it('is late in the store and in the panel from the due instant on, without any event', async () => {
    await after(599);
    expect(stored()).toEqual([{ verdict: 'open', dueAt: born + 600_000, breachedAt: null }]);
    await after(603);
    expect(stored()).toMatchObject([{ verdict: 'breached', breachedAt: born + 600_000 }]);
    expect((await view()).asOf).toBeLessThan(born + 603_000);
  });

  it('is mailed about, handed over, raised and explained, once', async () => {
    const mails = site.jira.mails();
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ issueId: issue.id, subject: `${issue.key} is late` });
    expect([...mails[0]!.to].sort()).toEqual([agent.accountId, projectAdministrator.accountId]);
    expect([issue.assigneeId, issue.priorityId, issue.links.length]).toEqual([agent.accountId, '1', 1]);
    const linked = site.jira.store.issues.get(issue.links[0]!.sourceId)!;
    expect(linked.summary).toBe(`Why was ${issue.key} late?`);
    expect(alerts()).toMatchObject([{ threshold: 'soon' }, { threshold: 'due', state: 'done' }]);
    expect(alerts()[1]!.doc).toContain('"reason":"http-400"');
  });

  it('stays so, however long nobody touches it; what was late before, and what explains it, lead to nothing more', async () => {
    await after(1_800);
    const mails = site.jira.mails().filter(({ issueId }) => issueId === issue.id);
    expect([issue.comments.length, mails.length, issue.links.length]).toEqual([1, 1, 1]);
    const linked = Number(issue.links[0]!.sourceId);
    expect([...new Set(alerts().map((alert) => alert.issue))]).toEqual([Number(issue.id), linked]);
    expect(alerts().at(-1)!.doc).toContain('"reason":"made-by-alert"');
  });

  it('is in the log with what was done and what was not, without the texts', async () => {
    const page = await call('viewEscalations', { from: instant(born), to: instant(born + 3_600_000) }, agent);
    const own = page.rows.filter((row) => row.issue === issue.id);
    expect(own).toMatchObject([
      {
        agreementName: 'First line',
        kind: 'resolution',
        mark: { atShare: 100 },
        goal: 'Ten minutes',
        passedAt: born + 600_000,
        steps: [
          { action: { kind: 'notify', to: ['watchers', { user: agent.accountId }] }, outcome: 'done' },
          { action: { kind: 'assign' }, outcome: 'done' },
          { action: { kind: 'priority', word: '1 - Critical' }, outcome: 'done' },
          { action: { kind: 'linkedIssue' }, outcome: 'done' },
          { action: { kind: 'assign' }, outcome: 'refused', reason: 'http-400' },
        ],
      },
      { mark: { atShare: 75 }, passedAt: born + 450_000 },
    ]);
    expect(page.next).toBeNull();
    expect(JSON.stringify(page)).not.toContain('is late');
  });

  it('is foretold by a preview to the millisecond, as is the issue that explains it', async () => {
    const all: { issue: string; threshold: string; at: number }[] = [];
    for (let page: string | null = null; ;) {
      const found: ValueOf<'previewAlerts'> = await call(
        'previewAlerts',
        { file: definitions, page },
        projectAdministrator,
      );
      all.push(...found.told);
      if (found.next === null) break;
      page = found.next;
    }
    const raised = v.parse(
      v.array(v.object({ issue: v.string(), threshold: v.string(), at: v.number() })),
      site.forge.sql.read(
        `SELECT CAST(issue_id AS TEXT) AS issue, threshold, passed_at AS at FROM alert ORDER BY issue_id, at`,
        [],
      ),
    );
    const told = new Set(raised.map((alert) => alert.issue));
    const foretold = all
      .filter((alert) => told.has(alert.issue))
      .map(({ issue: id, threshold, at }) => ({ issue: id, threshold, at }))
      .sort((a, b) => Number(a.issue) - Number(b.issue) || a.at - b.at);
    expect(foretold).toEqual(raised);
    // Incidents of the month before nobody was told of, since nothing was promised then.
    expect(all.length).toBeGreaterThan(raised.length);
  });

  it('goes over requests and answers that Atlassian’s document knows', () => {
    expect(contractProblems(exchanges)).toEqual([]);
  });
});
