import path from 'node:path';
import type { Issue, Project } from '../site/jira/model';
import { visitors } from '../site/sample/people';
import type { Caller } from '../site/seams';
import { startSite, type Site } from '../site/site';
import { requestsOf } from '../site/forge/usage';
import { outsideSubset } from '../support/sql-subset';

const root = path.resolve(__dirname, '../..');
const agent: Caller = { kind: 'user', accountId: visitors.agent.accountId };
const administrator: Caller = { kind: 'user', accountId: visitors.jiraAdministrator.accountId };
jest.setTimeout(60_000);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TWO_TICKS = 10 * MINUTE;

/** The bundle that would be deployed, on the site: what becomes of a project's timers when the project goes and comes back. */
describe('a project', () => {
  let site: Site;
  let project: Project;
  let open: Issue[];
  let movedAt: number;

  beforeAll(async () => {
    const now = Date.parse('2026-11-18T12:00Z');
    site = await startSite({ root, port: 0, now, rate: 0, eventDelayMs: 0, incidents: 300 });
    [project] = [...site.jira.store.projects.values()] as [Project];
    open = [...site.jira.store.issues.values()].filter(({ statusId }) => statusId === '10001');
  }, 120_000);

  afterAll(async () => {
    const troubles = [site.unmodelled(), site.clock.problems, outsideSubset(site.forge.sql.asked)];
    await site.close();
    expect(troubles).toEqual([[], [], []]);
  });

  async function passes(ms: number): Promise<void> {
    await site.clock.moveTo(site.clock.now() + ms);
    await site.forge.settled();
  }

  async function becomes(method: string, what: string): Promise<void> {
    const url = `${site.url}/rest/api/3/project/${project.key}${what}`;
    const { status } = await site.jira.rest(new Request(url, { method }), administrator);
    expect(status).toBeLessThan(300);
    await site.forge.settled();
  }

  const count = (table: string): number => {
    const [row] = site.forge.sql.read(`SELECT COUNT(*) AS n FROM ${table} WHERE project_id = ?`, [
      Number(project.id),
    ]) as [{ n: number }];
    return row.n;
  };
  const counts = () => ['timer', 'issue_evaluation', 'alert', 'dirty_issue'].map(count);

  /** How many requests all functions of the app made meanwhile. */
  async function requestsWhile(run: () => Promise<void>): Promise<number> {
    const measurement = site.forge.meter.begin();
    await run();
    const { functions } = measurement.stop();
    return Object.values(functions).reduce((sum, { usage }) => sum + requestsOf(usage), 0);
  }

  /** The `updated` of an issue, as the store has it. */
  function stored({ id }: Issue): number {
    const statement = 'SELECT issue_updated AS at FROM issue_evaluation WHERE issue_id = ?';
    const [row] = site.forge.sql.read(statement, [Number(id)]) as [{ at: number }];
    return row.at;
  }

  /** When it was. */
  function move(issue: Issue): number {
    const transition = project.transitions.find(
      ({ from, to }) => from.includes(issue.statusId) && to === '10002',
    );
    site.jira.changes.change(agent, issue, { transition: transition! });
    return issue.updated;
  }

  it('that is archived costs no request to Jira, whatever was about to happen in it', async () => {
    const ahead = 'SELECT COUNT(*) AS n FROM issue_evaluation WHERE change_at < ?';
    const [{ n }] = site.forge.sql.read(ahead, [site.clock.now() + 2 * HOUR]) as [{ n: number }];
    expect(n).toBeGreaterThan(0);
    const before = counts();
    expect(before[0]).toBeGreaterThan(0);
    site.forge.faults.add({
      match: { what: 'message', name: 'drain' },
      effect: { do: 'drop' },
      lasts: { forMs: 1_000 },
    });
    movedAt = move(open[0]!);
    await becomes('POST', '/archive');
    expect(await requestsWhile(() => passes(2 * HOUR))).toBe(0);
    expect(counts().slice(0, 3)).toEqual(before.slice(0, 3));
    expect(stored(open[0]!)).toBeLessThan(movedAt);
  });

  it('that comes back from the archive is brought up to date', async () => {
    await becomes('POST', '/restore');
    await passes(TWO_TICKS);
    expect(stored(open[0]!)).toBeGreaterThanOrEqual(movedAt);
    expect(count('dirty_issue')).toBe(0);
    movedAt = move(open[1]!);
    await passes(MINUTE);
    expect(stored(open[1]!)).toBeGreaterThanOrEqual(movedAt);
  });

  it('in the trash keeps nothing but its definitions after two ticks, and costs no request', async () => {
    expect(count('timer')).toBeGreaterThan(0);
    await becomes('DELETE', '');
    expect(await requestsWhile(() => passes(TWO_TICKS))).toBe(0);
    expect(counts()).toEqual([0, 0, 0, 0]);
    expect(count('record_revision')).toBeGreaterThan(0);
  });

  it('from the trash has all its issues judged anew', async () => {
    await becomes('POST', '/restore');
    await passes(HOUR);
    expect(count('issue_evaluation')).toBe(site.jira.store.issues.size);
    expect(stored(open[1]!)).toBeGreaterThanOrEqual(movedAt);
  });

  it('that is deleted for ever leaves nothing but its definitions after two ticks', async () => {
    await becomes('DELETE', '?enableUndo=false');
    await passes(TWO_TICKS);
    expect(counts()).toEqual([0, 0, 0, 0]);
    expect(await requestsWhile(() => passes(HOUR))).toBe(0);
  });
});
