import path from 'node:path';
import type { Project } from '../site/jira/model';
import { visitors } from '../site/sample/people';
import { settingsCallOf } from '../site/sample/settings-call';
import type { Caller } from '../site/seams';
import { startSite, type Site } from '../site/site';
import { aroundTheClock } from '../support/definitions-on-site';
import { outsideSubset } from '../support/sql-subset';
import { contractProblems, type Exchange } from './openapi/validate';

const root = path.resolve(__dirname, '../..');
const { accountId: agent } = visitors.agent;
const { accountId: manager } = visitors.projectAdministrator;
const caller: Caller = { kind: 'user', accountId: manager };
jest.setTimeout(300_000);

const definitions = aroundTheClock({
  id: 'it-service-desk',
  kind: 'SLA',
  name: 'IT service desk',
  effectiveFrom: '2020-01-01',
  details: { reviews: { rhythms: ['month'], withinDays: 1, responsible: agent } },
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
it('people are told of a review that is ready, and then late, by mail from the issue that is named for it', async () => {
  const exchanges: Exchange[] = [];
  const site: Site = await startSite({
    root,
    port: 0,
    now: Date.parse('2026-11-25T12:00Z'),
    rate: 0,
    eventDelayMs: 0,
    searchLagMs: 0,
    incidents: 12,
    onExchange: (exchange) => void exchanges.push(exchange),
  });
  const { store, changes } = site.jira;
  const [project] = store.projects.values() as Iterable<Project> as [Project];
  const call = settingsCallOf(site.forge, project, store.users.get(manager)!);
  const until = async (time: string): Promise<void> => {
    await site.clock.moveTo(Date.parse(time));
    await site.forge.settled();
  };
  const subjects = (): unknown[] => site.jira.mails().map(({ subject, to }) => [subject, to]);
  const last = async (): Promise<unknown> =>
    ((await call('viewNotices', {})) as { value: { agreements: { last: unknown }[] } }).value.agreements[0]
      ?.last;

  expect(await call('importDefinitions', { file: definitions })).toMatchObject({ ok: true });
  const summary = 'Service level management';
  const issue = changes.create(caller, project, {
    summary,
    typeId: '10100',
    priorityId: '2',
    reporterId: manager,
  });
  await until('2026-11-28T12:00Z');
  const save = (key: string) =>
    call('saveNotices', {
      doc: { language: 'en-US', places: [{ agreement: 'it-service-desk', key }] },
      seen: 0,
    });
  expect(JSON.stringify(await save('ITSD-999999'))).toContain('notices.no-issue');
  expect(await save(issue.key)).toMatchObject({ ok: true });
  await until('2026-11-30T20:00Z');
  expect(subjects()).toEqual([]);
  await until('2026-12-01T20:00Z');
  const ready = ['IT service desk: reviews or reports are ready', [agent]];
  expect(subjects()).toEqual([ready]);
  await until('2026-12-02T20:00Z');
  expect(subjects()).toEqual([ready, ['IT service desk: reviews or reports are late', [agent]]]);
  expect(await last()).toMatchObject({ issue: issue.key, matters: 1, state: 'sent' });

  const uncounted = site.forge.meter.reading().uncounted;
  const troubles = [site.unmodelled(), site.clock.problems, outsideSubset(site.forge.sql.asked), uncounted];
  await site.close();
  expect(troubles).toEqual([[], [], [], []]);
  expect(contractProblems(exchanges)).toEqual([]);
});
