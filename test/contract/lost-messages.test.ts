import path from 'node:path';
import * as v from 'valibot';
import { outsideSubset } from '../support/sql-subset';
import type { Issue } from '../site/jira/model';
import { startSite, type Site } from '../site/site';
import { visitors } from '../site/sample/people';
import type { Caller } from '../site/seams';

const root = path.resolve(__dirname, '../..');
const agent: Caller = { kind: 'user', accountId: visitors.agent.accountId };
const MINUTE = 60_000;

/** The bundle that would be deployed, on the site: what the platform loses or Jira refuses heals by itself. */
describe('timers are right in the end', () => {
  let site: Site;
  let fresh: Issue[];

  beforeAll(async () => {
    const now = Date.parse('2026-11-18T12:00Z');
    site = await startSite({ root, port: 0, now, rate: 0, eventDelayMs: 0, incidents: 300 });
    fresh = [...site.jira.store.issues.values()].filter(({ statusId }) => statusId === '10001');
  }, 120_000);

  afterEach(() => site.forge.faults.clear());

  afterAll(async () => {
    const troubles = [site.unmodelled(), site.clock.problems, outsideSubset(site.forge.sql.asked)];
    await site.close();
    expect(troubles).toEqual([[], [], []]);
  });

  /** When it was. */
  function move(issue: Issue): number {
    const { transitions } = site.jira.store.projectOf(issue);
    const transition = transitions.find(({ from, to }) => from.includes(issue.statusId) && to === '10002');
    site.jira.changes.change(agent, issue, { transition: transition! });
    return issue.updated;
  }

  async function after(minutes: number): Promise<void> {
    await site.clock.moveTo(site.clock.now() + minutes * MINUTE);
    await site.forge.settled();
  }

  /** The `updated` of an issue, as the store has it. */
  function stored({ id }: Issue): number | null | undefined {
    const statement = 'SELECT issue_updated AS at FROM issue_evaluation WHERE issue_id = ?';
    const rows = site.forge.sql.read(statement, [Number(id)]);
    return v.parse(v.array(v.object({ at: v.nullable(v.number()) })), rows)[0]?.at;
  }

  it('within minutes when a wake-up of the drain is lost', async () => {
    const issue = fresh.pop()!;
    site.forge.faults.add({
      match: { what: 'message', name: 'drain' },
      effect: { do: 'drop' },
      lasts: { times: 1 },
    });
    const moved = move(issue);
    await site.forge.settled();
    expect(stored(issue)).toBeLessThan(moved);
    await after(8);
    expect(stored(issue)).toBeGreaterThanOrEqual(moved);
  });

  it.each([
    ['the first statement of its trigger fails', { what: 'sql', name: 'INSERT INTO dirty_issue*' }, 500],
    ['the store wants to be left alone', { what: 'sql', name: 'INSERT INTO dirty_issue*' }, 429],
    ['the drain cannot be woken', { what: 'queue', name: 'drain' }, 429],
  ] as const)('within a minute when %s', async (_, match, status) => {
    const issue = fresh.pop()!;
    site.forge.faults.add({ match, effect: { do: 'answer', status }, lasts: { times: 2 } });
    const moved = move(issue);
    await site.forge.settled();
    expect(stored(issue)).toBeLessThan(moved);
    await after(1.1);
    expect(stored(issue)).toBeGreaterThanOrEqual(moved);
  });

  it('within a minute when an issue is deleted while the store fails, though nobody asks about it any more', async () => {
    const issue = fresh.pop()!;
    site.forge.faults.add({
      match: { what: 'sql', name: '*deleted_issue*' },
      effect: { do: 'answer', status: 503 },
      lasts: { times: 2 },
    });
    site.jira.changes.delete(agent, issue);
    await site.forge.settled();
    expect(stored(issue)).toBeDefined();
    await after(1.1);
    expect(stored(issue)).toBeUndefined();
  });

  it('within an hour when an event is lost', async () => {
    const issue = fresh.pop()!;
    site.forge.faults.add({ match: { what: 'event' }, effect: { do: 'drop' }, lasts: { forMs: 1_000 } });
    const moved = move(issue);
    await after(1);
    expect(stored(issue)).toBeLessThan(moved);
    await after(65);
    expect(stored(issue)).toBeGreaterThanOrEqual(moved);
  });

  it('after the quota is granted anew, and till then nothing is asked of Jira in the background', async () => {
    const issue = fresh.pop()!;
    const quota = { 'Retry-After': '1800', 'RateLimit-Reason': 'jira-quota-tenant-based' };
    site.forge.faults.add({
      match: { what: 'jira', by: 'app' },
      effect: { do: 'answer', status: 429, headers: quota },
    });
    const moved = move(issue);
    await after(29);
    expect(site.forge.faults.rules).toMatchObject([{ hits: 1 }]);
    expect(stored(issue)).toBeLessThan(moved);
    site.forge.faults.clear();
    await after(8);
    expect(stored(issue)).toBeGreaterThanOrEqual(moved);
  });
});
