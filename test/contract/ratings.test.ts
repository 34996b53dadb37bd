import path from 'node:path';
import { rate } from '../site/jira/portal';
import type { Issue, Project } from '../site/jira/model';
import { visitors } from '../site/sample/people';
import { settingsCallOf } from '../site/sample/settings-call';
import type { Caller } from '../site/seams';
import { startSite, type Site } from '../site/site';
import { aroundTheClock } from '../support/definitions-on-site';
import { outsideSubset } from '../support/sql-subset';
import { contractProblems, type Exchange } from './openapi/validate';

const root = path.resolve(__dirname, '../..');
const agent: Caller = { kind: 'user', accountId: visitors.agent.accountId };
jest.setTimeout(120_000);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

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
      goals: [{ name: 'Three days', within: '72h', calendar: 'always' }],
    },
  ],
});

/** The bundle that would be deployed, on the site. */
it('reads once a day how customers rated the requests that were resolved', async () => {
  const exchanges: Exchange[] = [];
  const now = Date.parse('2026-11-18T12:00Z');
  const site: Site = await startSite({
    root,
    port: 0,
    now,
    rate: 0,
    eventDelayMs: 0,
    searchLagMs: 0,
    incidents: 12,
    onExchange: (exchange) => void exchanges.push(exchange),
  });
  const { store, changes } = site.jira;
  const [project] = store.projects.values() as Iterable<Project> as [Project];
  const administrator = store.users.get(visitors.projectAdministrator.accountId)!;
  const call = settingsCallOf(site.forge, project, administrator);
  const later = async (ms: number): Promise<void> => {
    await site.clock.moveTo(site.clock.now() + ms);
    await site.forge.settled();
  };
  const resolved = async (summary: string): Promise<Issue> => {
    const reporterId = visitors.customer.accountId;
    const issue = changes.create(agent, project, { summary, typeId: '10100', priorityId: '2', reporterId });
    await later(MINUTE);
    const done = project.transitions.find(
      ({ from, to }) => from.includes(issue.statusId) && store.status(to).category === 'done',
    );
    changes.change(agent, issue, { transition: done! });
    await site.forge.settled();
    return issue;
  };

  expect(await call('importDefinitions', { file: definitions })).toMatchObject({ ok: true });
  await later(MINUTE);
  const good = await resolved('Printer on fire');
  const bad = await resolved('Printer on fire again');
  await resolved('Nobody rates this');
  rate(store, good, { rating: 5, comment: 'Thanks' });
  await later(DAY);
  rate(store, bad, { rating: 2, comment: '' });
  await later(DAY);

  expect(await call('viewSatisfaction', {})).toMatchObject({
    ok: true,
    value: { entered: [], rated: [{ month: '2026-11-01', n: 2, score: 3.5, satisfied: 50 }] },
  });
  const asked = exchanges.filter(({ url }) => url.includes(`/request/${good.id}/feedback`));
  expect(asked.map(({ status }) => status)).toEqual([200]);
  const uncounted = site.forge.meter.reading().uncounted;
  const troubles = [site.unmodelled(), site.clock.problems, outsideSubset(site.forge.sql.asked), uncounted];
  await site.close();
  expect(troubles).toEqual([[], [], [], []]);
  expect(contractProblems(exchanges)).toEqual([]);
});
