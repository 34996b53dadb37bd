import * as fc from 'fast-check';
import * as v from 'valibot';
import { startBackfill } from '../../../src/app/backfill';
import { importDefinitions } from '../../support/import-definitions';
import { markIssue } from '../../../src/app/mark-issue';
import { resolverApi, type Call } from '../../../src/contract/resolver-api';
import { backfillOf, drainOf } from '../../../src/handlers/consumers';
import { issueStatusOf } from '../../../src/handlers/issue-status';
import { resolverOf } from '../../../src/handlers/resolver';
import { onIssueEventOf } from '../../../src/handlers/triggers';
import { created, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { asyncLaw, asyncTries } from '../../support/laws';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';
import { catalogues } from '../../unit/static/readers';
import { nearMiss, oddJson, torn } from './odd-input';
import { examples } from './payloads';

const PROJECT = '10000';
const ISSUE = '20001';
const definitions = {
  format: 'service-levels/1',
  holidaySets: [{ id: 'bank', name: 'Bank holidays', days: [{ yearly: '12-25', name: 'Christmas' }] }],
  calendars: [
    {
      ...draft().calendars[0],
      exceptions: [{ from: '2026-12-28', to: '2026-12-31', hours: [['10:00', '14:00']], name: 'Winter' }],
      holidaySets: ['bank'],
    },
  ],
  agreements: draft().agreements.map(({ metrics: [metric], ...agreement }) => ({
    ...agreement,
    covers: { not: { field: 'issuetype', in: ['Task'] } },
    metrics: [
      {
        ...metric,
        goalChange: 'carry',
        goals: [
          ...(metric?.goals ?? []).slice(0, 1),
          { name: 'Days', when: { field: 'labels', in: ['slow'] }, businessDays: 2, calendar: 'office' },
          {
            name: 'Noon',
            when: { field: 'labels', in: ['noon'] },
            by: '12:00',
            onBusinessDay: 1,
            calendar: 'office',
          },
          { name: 'Until', when: { field: 'labels', in: ['dated'] }, until: 'duedate', calendar: 'office' },
          { name: 'Others', within: '8h 30m', calendar: 'office', atRiskAt: '80%' },
        ],
        thresholds: [
          { id: 'half', atShare: '50%' },
          { id: 'soon', before: '30m' },
        ],
      },
    ],
  })),
};

type Logged = readonly [message: string, details: object];

interface Desk {
  readonly ports: MemoryPorts;
  readonly logged: Logged[];
  /** What stores were asked about. They keep ids as numbers. */
  readonly ids: string[];
  /** All that is stored, as text. */
  stored(): string;
}

/** A project with definitions, an issue whose timers are known, a mark and a backfill: there is something to lose. */
async function desk(): Promise<Desk> {
  const ports = memoryPorts(onWednesday('10:00'));
  const logged: Logged[] = [];
  ports.log.warn = (message, details = {}) => void logged.push([message, details]);
  for (const [field, values] of projectValues) ports.values.set(field, values);
  ports.inJira.set(ISSUE, {
    id: ISSUE,
    project: PROJECT,
    updated: ports.now,
    history: { facts: [created(onWednesday('09:00'), { priority: 'P1' })] },
  });
  await importDefinitions(ports, PROJECT, 'sam', draft());
  await markIssue(ports, ISSUE, PROJECT, 'event');
  await drainOf(ports)(message('drain', { version: 1, project: PROJECT }));
  await startBackfill(ports, PROJECT, 'sam');
  await markIssue(ports, ISSUE, PROJECT, 'event');
  const stored = (): string => {
    const { changes, marks, turns, woken } = ports;
    return JSON.stringify([changes, marks, turns, woken, [...ports.evaluations], [...ports.backfillOf]]);
  };
  const ids = watchIds(ports);
  return { ports, logged, ids, stored };
}

function watchIds({ dirtyIssues, backfills, timers }: MemoryPorts): string[] {
  const ids: string[] = [];
  const stores = { dirtyIssues: { ...dirtyIssues }, backfills: { ...backfills }, timers: { ...timers } };
  dirtyIssues.mark = (one) => (ids.push(one.issue, one.project), stores.dirtyIssues.mark(one));
  dirtyIssues.list = (project, ...more) => (ids.push(project), stores.dirtyIssues.list(project, ...more));
  backfills.of = (project) => (ids.push(project), stores.backfills.of(project));
  timers.forget = (issue, at) => (ids.push(issue), stores.timers.forget(issue, at));
  return ids;
}

const message = (queueName: string, body: unknown) => ({
  queueName,
  jobId: 'job',
  eventId: 'event',
  body: body as Record<string, unknown>,
});

const context = {
  accountType: 'licensed',
  extension: { project: { id: PROJECT }, issue: { id: ISSUE } },
};

const principal = { accountId: 'sam' };

function call({ ports }: Desk, functionKey: string, payload: unknown): Promise<unknown> {
  return resolverOf(ports)({ call: { functionKey, payload }, context }, { principal });
}

/** Functions whose right is asked about the project that the payload names: who names none is let see none. */
const naming: readonly Call[] = ['viewBoardOf', 'viewFiguresOf', 'countCausesOf', 'viewFallingDueOf'];

/** An answer that pages know, and if it refuses for a reason that both languages have words for. */
function understood(name: Call, answer: unknown) {
  const parsed = v.parse(resolverApi[name].answer, answer);
  if (parsed.ok) return parsed;
  expect(naming.includes(name) ? ['bad-input', 'not-allowed'] : ['bad-input']).toContain(parsed.refusal);
  for (const { refusal: refusals, problem: problems } of Object.values(catalogues)) {
    expect(refusals).toHaveProperty([parsed.refusal]);
    for (const { code } of parsed.problems) expect(problems).toHaveProperty(code.split('.'));
  }
  return parsed;
}

const odd = {
  /** Whatever a page may send to a function. */
  payload: (name: Call) =>
    name === 'importDefinitions'
      ? fc.oneof(
          { weight: 1, arbitrary: fc.oneof(oddJson, nearMiss({ file: JSON.stringify(definitions) })) },
          { weight: 6, arbitrary: file.map((text) => JSON.stringify({ file: text })) },
        )
      : fc.oneof(oddJson, nearMiss(examples('')[name])),
};

const nearlyDefinitions = nearMiss(definitions);
const file = fc.oneof(
  { weight: 8, arbitrary: nearlyDefinitions },
  { weight: 1, arbitrary: torn(nearlyDefinitions) },
  { weight: 1, arbitrary: oddJson },
);

beforeAll(() => {
  const lambdaContext = { getRemainingTimeInMillis: () => 25_000 };
  Object.assign(globalThis, { __forge_runtime__: { appContext: {}, lambdaContext } });
});

describe('whatever a page sends', () => {
  const calls = Object.keys(resolverApi) as Call[];

  for (const name of calls)
    asyncLaw(
      `${name} answers so that a page can say it, and writes and logs nothing when it refuses`,
      odd.payload(name),
      async (json) => {
        const at = await desk();
        const before = at.stored();
        const answer = understood(name, await call(at, name, JSON.parse(json)));
        if (!answer.ok) expect(at.stored()).toBe(before);
        expect(at.logged).toEqual([]);
      },
      Math.ceil(asyncTries / 4),
    );

  it('whole definitions come into force', async () => {
    const answer = await call(await desk(), 'importDefinitions', { file: JSON.stringify(definitions) });
    expect(answer).toEqual({ ok: true, value: { changed: 3, unchanged: 0, warnings: [] } });
  });

  asyncLaw('definitions that come into force can be shown, and judged by', file, async (text) => {
    const at = await desk();
    const answer = understood('importDefinitions', await call(at, 'importDefinitions', { file: text }));
    if (!answer.ok) return;
    for (const name of ['viewDefinitions', 'viewIssueTimers', 'explainIssueTimers'] as const)
      expect(understood(name, await call(at, name, {}))).toMatchObject({ ok: true });
    await drainOf(at.ports)(message('drain', { version: 1, project: PROJECT }));
    expect(at.logged).toEqual([]);
  });
});

/** Runs a handler that knows no caller to answer. What it does not understand it logs in these words, and lets go. */
function letsGo(
  title: string,
  valid: unknown,
  [words, details]: readonly [string, Readonly<Record<string, RegExp>>],
  run: (ports: MemoryPorts, input: unknown) => Promise<unknown>,
): void {
  asyncLaw(title, fc.oneof(oddJson, nearMiss(valid)), async (json) => {
    const at = await desk();
    const before = at.stored();
    await run(at.ports, JSON.parse(json));
    expect(at.ids.filter((id) => !/^\d{1,15}$/.test(id)).map((id) => id.slice(0, 40))).toEqual([]);
    if (at.logged.length === 0) return;
    const [[said, named]] = at.logged as [Logged];
    expect([said, Object.keys(named)]).toEqual([words, Object.keys(details)]);
    for (const [name, text] of Object.entries(named)) expect(text).toMatch(details[name]!);
    expect(at.stored()).toBe(before);
  });
}

describe('whatever comes from the platform', () => {
  const unknownMessage = (queue: string) =>
    ['message of another version', { queue: new RegExp(`^${queue}$`) }] as const;

  letsGo(
    'the drain lets go of messages that it does not know',
    { version: 1, project: PROJECT },
    unknownMessage('drain'),
    async (ports, body) => expect(await drainOf(ports)(message('drain', body))).toBeUndefined(),
  );

  letsGo(
    'the backfill lets go of messages that it does not know',
    { version: 1, project: PROJECT, id: 'id-0008', turn: 0 },
    unknownMessage('backfill'),
    async (ports, body) => expect(await backfillOf(ports)(message('backfill', body))).toBeUndefined(),
  );

  letsGo(
    'events without an issue are let go',
    { eventType: 'avi:jira:updated:issue', issue: { id: ISSUE, fields: { project: { id: PROJECT } } } },
    ['event without an issue', { at: /^(eventType|issue(\.id|\.fields(\.project(\.id)?)?)?)?$/ }],
    (ports, event) => onIssueEventOf(ports)(event),
  );

  letsGo(
    'the status beside the panel is none for a payload without an issue',
    { cloudId: 'cloud', extension: { type: 'jira:issueContext', issue: { id: ISSUE } } },
    ['no status', { error: /^ValiError$/ }],
    (ports, payload) => issueStatusOf(ports)(payload),
  );
});
