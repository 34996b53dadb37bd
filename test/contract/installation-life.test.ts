import path from 'node:path';
import type { Issue, Project } from '../site/jira/model';
import { visitors } from '../site/sample/people';
import { settingsCallOf } from '../site/sample/settings-call';
import type { Caller } from '../site/seams';
import { startSite, type Site } from '../site/site';
import { sampleDefinitions } from '../support/definitions-on-site';
import { nextVersion } from '../support/next-version';

const root = path.resolve(__dirname, '../..');
const agent: Caller = { kind: 'user', accountId: visitors.agent.accountId };
jest.setTimeout(120_000);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The sample's definitions, and a note to each breach. */
const definitions = sampleDefinitions((metric) => ({
  ...metric,
  thresholds: [{ id: 'due', atShare: '100%', actions: [{ comment: '{metric} is late' }] }],
}));

/** The bundle that would be deployed, on the site: it goes and comes back, and another version takes its place. */
describe('the app', () => {
  let site: Site;
  let project: Project;

  beforeAll(async () => {
    const now = Date.parse('2026-11-18T12:00Z');
    site = await startSite({ root, port: 0, now, rate: 0, eventDelayMs: 0, searchLagMs: 0, incidents: 60 });
    [project] = [...site.jira.store.projects.values()] as [Project];
    await define();
  }, 240_000);

  afterAll(async () => {
    const troubles = [site.unmodelled(), site.clock.problems];
    await site.close();
    expect(troubles).toEqual([[], []]);
  });

  const settings = () =>
    settingsCallOf(site.forge, project, site.jira.store.users.get(visitors.projectAdministrator.accountId)!);
  const define = async (): Promise<void> =>
    expect(await settings()('importDefinitions', { file: definitions })).toMatchObject({ ok: true });

  async function passes(ms: number): Promise<void> {
    await site.clock.moveTo(site.clock.now() + ms);
    await site.forge.settled();
  }

  function incident(): Issue {
    return site.jira.changes.create(agent, project, {
      summary: 'Printer on fire',
      typeId: '10100',
      priorityId: '1',
      reporterId: visitors.customer.accountId,
    });
  }

  const rows = (query: string) => site.forge.sql.read(query, []) as Record<string, unknown>[];
  const timersOf = (issue: Issue) =>
    rows(
      `SELECT metric, cycle_no, verdict, started_at, ended_at, due_at, breached_at FROM timer
       WHERE issue_id = ${issue.id} ORDER BY metric, cycle_no`,
    );
  const allTimers = () =>
    rows(
      `SELECT issue_id, metric, cycle_no, verdict, started_at, ended_at, due_at, breached_at FROM timer
       ORDER BY issue_id, metric, cycle_no`,
    );

  function notesOn(issue: Issue): number {
    return issue.comments.filter(({ properties }) => properties.has('service-levels-alert')).length;
  }

  describe('that is removed', () => {
    let late: Issue;
    let before: unknown[];
    let notes: number;

    beforeAll(async () => {
      late = incident();
      await passes(8 * HOUR);
      before = timersOf(late);
      notes = notesOn(late);
      await site.forge.uninstall();
    });

    it('was at work until then', () => {
      expect(before).toContainEqual(expect.objectContaining({ verdict: 'breached' }));
      expect(notes).toBeGreaterThan(0);
    });

    it('leaves neither fields nor names for searches', async () => {
      expect([...site.jira.store.customFields.values()].filter(({ appKey }) => appKey !== undefined)).toEqual(
        [],
      );
      const url = `${site.url}/rest/api/3/search/jql`;
      const body = JSON.stringify({ jql: 'slaState = breached' });
      const headers = { 'content-type': 'application/json' };
      const answer = await site.jira.rest(new Request(url, { method: 'POST', body, headers }), agent);
      expect(answer.status).toBe(400);
    });

    it('knows nothing when it comes back, and asks Jira for nothing', async () => {
      incident();
      await passes(HOUR);
      await site.forge.install();
      const [meter, view] = [site.forge.meter.begin(), await settings()('viewDefinitions', {})];
      expect(view).toMatchObject({ ok: true, value: { agreements: [] } });
      await passes(2 * HOUR);
      const asked = Object.values(meter.stop().functions).flatMap(({ usage }) => Object.keys(usage.jira));
      expect(asked.filter((operation) => !operation.includes('mypermissions'))).toEqual([]);
    });

    it('has the same timers as before once it has its definitions again, and tells nothing twice', async () => {
      await define();
      await passes(2 * HOUR);
      expect(timersOf(late)).toEqual(before);
      expect(notesOn(late)).toBe(notes);
      expect(late.properties.get('serviceLevels')).toMatchObject({ state: 'breached' });
    });

    it('judges what happened while it was away', () => {
      const [missed] = [...site.jira.store.issues.values()].sort((a, b) => Number(b.id) - Number(a.id));
      expect(timersOf(missed!)).not.toEqual([]);
    });
  });

  describe('of which two versions run at once', () => {
    let known: Record<string, unknown>[];
    let issue: Issue;

    const all = async (work: () => void): Promise<void> => {
      work();
      await passes(20 * MINUTE);
    };

    beforeAll(async () => {
      known = allTimers();
      await site.forge.upgrade({ bundleDir: nextVersion(), overlapMs: 30 * HOUR });
      await all(() => (issue = incident()));
      const transition = (to: string) =>
        project.transitions.find((one) => one.from.includes(issue.statusId) && one.to === to)!;
      await all(() => site.jira.changes.change(agent, issue, { transition: transition('10002') }));
      const body = { type: 'doc', version: 1, content: [] } as const;
      await all(() => site.jira.changes.comment(agent, issue, { body, isPublic: true, properties: [] }));
      await passes(27 * HOUR);
    });

    it('works on, in both', () => {
      expect(rows('SELECT name FROM __migrations').map(({ name }) => name)).toContain('v906_added');
      const writers = rows('SELECT doc FROM issue_evaluation').map(({ doc }) =>
        String(doc).includes('"added":true'),
      );
      expect(new Set(writers)).toEqual(new Set([true, false]));
      expect(issue.properties.get('serviceLevels')).toMatchObject({ state: 'breached' });
      expect(notesOn(issue)).toBeGreaterThan(0);
    });

    it('leaves nothing undone, and finds nothing otherwise than it stored it', () => {
      expect(rows('SELECT * FROM dirty_issue')).toEqual([]);
      expect(rows('SELECT * FROM drift')).toEqual([]);
      expect(rows('SELECT * FROM alert WHERE act_at IS NOT NULL')).toEqual([]);
      const failed = site.forge.log.filter(({ level }) => level === 'error').map(({ text }) => text);
      expect(failed).toEqual([]);
    });

    it('changes no verdict that there was', () => {
      const now = new Map(allTimers().map((timer) => [keyOf(timer), timer]));
      const ended = known.filter(({ ended_at: ended }) => ended !== null);
      expect(ended.length).toBeGreaterThan(10);
      expect(ended.map((timer) => now.get(keyOf(timer)))).toEqual(ended);
    });
  });
});

const keyOf = (timer: Record<string, unknown>): string =>
  [timer['issue_id'], timer['metric'], timer['cycle_no']].join(' ');
