import path from 'node:path';
import type { Issue } from '../site/jira/model';
import { visitors } from '../site/sample/people';
import { settingsCallOf } from '../site/sample/settings-call';
import type { Caller } from '../site/seams';
import { startSite, type Site } from '../site/site';
import { aroundTheClock } from '../support/definitions-on-site';

const root = path.resolve(__dirname, '../..');
const agent: Caller = { kind: 'user', accountId: visitors.agent.accountId };
jest.setTimeout(60_000);

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Eight hours around the clock, in the place of the sample's agreement. */
const definitions = aroundTheClock({
  id: 'it-service-desk',
  kind: 'SLA',
  name: 'IT service desk',
  effectiveFrom: '2020-01-01',
  metrics: [
    {
      id: 'resolution',
      kind: 'resolution',
      start: { created: true },
      stop: { resolved: true },
      goals: [{ name: 'Eight hours', within: '8h', calendar: 'always' }],
      thresholds: [{ id: 'due', atShare: '100%', actions: [{ label: 'late' }] }],
    },
  ],
});

/** The bundle that would be deployed, on the site. */
describe('an issue with an event at its creation and none after, of which all messages but the last are lost', () => {
  let site: Site;
  let issue: Issue;
  let due: number;

  beforeAll(async () => {
    const now = Date.parse('2026-11-18T12:00Z');
    site = await startSite({
      root,
      port: 0,
      now,
      rate: 0,
      eventDelayMs: 0,
      searchLagMs: 0,
      incidents: 300,
    });
    const [project] = site.jira.store.projects.values();
    const administrator = site.jira.store.users.get(visitors.projectAdministrator.accountId)!;
    const file = definitions;
    const answer = await settingsCallOf(site.forge, project!, administrator)('importDefinitions', { file });
    expect(answer).toMatchObject({ ok: true });
    await site.clock.moveTo(now + HOUR + 250);
    issue = site.jira.changes.create(agent, project!, {
      summary: 'Printer on fire',
      typeId: '10100',
      priorityId: '2',
      reporterId: visitors.customer.accountId,
    });
    due = issue.created + 8 * HOUR;
    await site.forge.settled();
    // Between this and the due instant comes one tick, or two.
    site.forge.faults.add({
      match: { what: 'message', name: 'thresholds' },
      effect: { do: 'drop' },
      lasts: { forMs: 8 * HOUR - 6 * MINUTE },
    });
  }, 120_000);

  afterAll(async () => {
    const troubles = [site.unmodelled(), site.clock.problems];
    await site.close();
    expect(troubles).toEqual([[], []]);
  });

  async function at(instant: number): Promise<void> {
    await site.clock.moveTo(instant);
    await site.forge.settled();
  }

  async function shown(): Promise<unknown> {
    const url = `${site.url}/rest/api/3/search/jql`;
    const field = [...site.jira.store.customFields.values()].find(({ name }) => name === 'SLA state')!.id;
    const body = JSON.stringify({ jql: `id = ${issue.id} and slaState = breached`, fields: [field] });
    const headers = { 'content-type': 'application/json' };
    const search = await site.jira.rest(new Request(url, { method: 'POST', body, headers }), agent);
    const { issues } = (await search.json()) as { issues: { fields: Record<string, unknown> }[] };
    const get = await site.jira.rest(new Request(`${site.url}/rest/api/3/issue/${issue.id}`), agent);
    const { fields } = (await get.json()) as { fields: Record<string, unknown> };
    const stored = site.forge.sql.read('SELECT verdict, breached_at AS at FROM timer WHERE issue_id = ?', [
      Number(issue.id),
    ]);
    return { stored, field: fields[field], found: issues.map((each) => each.fields[field]) };
  }

  it('runs until its due instant, however often it was planned in vain to be looked at', async () => {
    await at(due - 7 * MINUTE);
    expect(site.forge.faults.rules).toMatchObject([{ match: { what: 'message' } }]);
    expect(site.forge.faults.rules[0]!.hits).toBeGreaterThan(1);
    await at(due - SECOND);
    expect(await shown()).toMatchObject({ stored: [{ verdict: 'open', at: null }], found: [] });
    expect(issue.labels).toEqual([]);
  });

  it('is late to the second in the store, in the field, in Jira’s search and for people, by the tick alone', async () => {
    await at(due + 2 * SECOND);
    expect(await shown()).toEqual({
      stored: [{ verdict: 'breached', at: due }],
      field: 'breached',
      found: ['breached'],
    });
    expect(issue.labels).toEqual(['late']);
  });
});
