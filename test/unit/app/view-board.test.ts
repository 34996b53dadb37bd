import { saveService } from '../../../src/app/catalogue';
import { viewBoard, type BoardWanted } from '../../../src/app/view-board';
import { WAITING_LONG } from '../../../src/domain/report/waiting-long';
import { earlier, hours, minutes, type Instant, type Span } from '../../../src/domain/time/instant';
import type { Fact } from '../../../src/domain/timer/history';
import {
  at,
  changed,
  created,
  goal,
  linesOf,
  onWednesday,
  publication,
  resolutionMetric,
  roundTheClock,
  timersOf,
} from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { importDefinitions } from '../../support/import-definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
const now = onWednesday('12:00');
const longAgo = at('2026-11-02T09:00Z');
const nine = onWednesday('09:00');

let ports: MemoryPorts;
beforeEach(() => {
  ports = memoryPorts(now);
});

interface Judged {
  readonly issue: string;
  readonly facts: readonly Fact[];
  readonly within: Span;
  readonly project?: string;
}

async function judge({ issue, facts, within, project = PROJECT }: Judged): Promise<void> {
  const metric = resolutionMetric([goal('All', within, undefined, roundTheClock.id)]);
  const timers = timersOf(facts, [[publication([metric])]], now);
  await ports.timers.save([
    {
      issue,
      project,
      outcome: 'timers',
      issueUpdated: now,
      evaluatedAt: now,
      ruleBook: 'change-1',
      timers,
      lines: linesOf(timers, facts, now),
      ahead: { change: null, alert: null },
    },
  ]);
}

const waiting = (since: Instant): Fact[] => [created(longAgo), changed(since, { status: 'Open → Waiting' })];

async function fillProject(): Promise<void> {
  await judge({ issue: '1', facts: [created(nine)], within: hours(6) });
  await judge({ issue: '2', facts: [created(nine)], within: hours(2) });
  await judge({ issue: '3', facts: [created(nine)], within: minutes(210) });
  await judge({ issue: '4', facts: waiting(at('2026-11-13T12:00Z')), within: hours(999) });
  await judge({ issue: '5', facts: waiting(onWednesday('11:00')), within: hours(999) });
  const done = [created(nine), changed(onWednesday('10:00'), { status: 'Open → Done' })];
  await judge({ issue: '6', facts: done, within: hours(2) });
  await judge({ issue: '7', facts: [created(nine)], within: hours(2), project: '10001' });
}

const shown = async (wanted: Partial<BoardWanted> = {}) => {
  const board = await viewBoard(ports, PROJECT, { filter: {}, offset: 0, ...wanted });
  return board.timers.map(({ issue, state }) => `${issue} ${state}`);
};

it('shows what is late first, then what is due next, then what waits; what is over and other projects not at all', async () => {
  await fillProject();
  expect(await shown()).toEqual(['2 breached', '3 at-risk', '1 running', '4 paused', '5 paused']);
  const { timers } = await viewBoard(ports, PROJECT, { filter: {}, offset: 0 });
  expect(timers.map(({ due }) => due)).toEqual([
    onWednesday('11:00'),
    onWednesday('12:30'),
    onWednesday('15:00'),
    null,
    null,
  ]);
});

it('counts every state that the filter lets through, whatever states are shown', async () => {
  await fillProject();
  const board = await viewBoard(ports, PROJECT, { filter: {}, states: ['at-risk'], offset: 0 });
  expect(board).toMatchObject({
    asOf: now,
    states: { breached: 1, 'at-risk': 1, running: 1, paused: 2 },
    waitingLong: 1,
    timers: [{ issue: '3' }],
  });
  expect(await shown({ states: ['paused', 'breached'] })).toEqual(['2 breached', '4 paused', '5 paused']);
  expect(await shown({ filter: { agreement: 'another' } })).toEqual([]);
  expect(await shown({ filter: { kind: 'response' } })).toEqual([]);
  expect(await shown({ filter: { kind: 'resolution', agreement: 'desk' } })).toHaveLength(5);
  expect(await shown({ filter: { priority: 'Medium', assignee: null } })).toHaveLength(5);
  expect(await shown({ filter: { priority: null } })).toEqual([]);
});

it('finds what has waited for longer than it should, to the millisecond', async () => {
  const limit = earlier(now, WAITING_LONG);
  await judge({ issue: '1', facts: waiting(limit), within: hours(999) });
  await judge({ issue: '2', facts: waiting(earlier(limit, minutes(1))), within: hours(999) });
  expect(await shown({ waitingLong: true })).toEqual(['2 paused']);
  expect(await viewBoard(ports, PROJECT, { filter: {}, offset: 0 })).toMatchObject({ waitingLong: 1 });
});

it('comes in pages, none of them with a timer twice', async () => {
  for (let issue = 1; issue <= 120; issue++)
    await judge({ issue: String(issue), facts: [created(nine)], within: minutes(300 + issue) });
  const pages = [];
  for (const offset of [0, 50, 100]) pages.push(await viewBoard(ports, PROJECT, { filter: {}, offset }));
  expect(pages.map(({ timers, hasMore }) => [timers.length, hasMore])).toEqual([
    [50, true],
    [50, true],
    [20, false],
  ]);
  expect(new Set(pages.flatMap(({ timers }) => timers.map(({ issue }) => issue))).size).toBe(120);
});

it('says what readers may narrow it down by, and what the project calls that', async () => {
  for (const [field, known] of projectValues) ports.values.set(field, known);
  await importDefinitions(ports, PROJECT, 'sam', draft());
  const text = { id: 'mail', name: 'E-mail', kind: 'business', state: 'draft' } as const;
  await saveService(ports, PROJECT, 'sam', { text, seen: 0, isCapabilityChanged: false });
  await fillProject();
  const board = await viewBoard(ports, PROJECT, { filter: {}, offset: 0 });
  expect(board).toMatchObject({
    agreements: [{ id: 'desk', name: 'Desk' }],
    kinds: ['resolution'],
    services: [{ id: 'mail', name: 'E-mail' }],
  });
  expect(board.values).toContainEqual({ by: 'agreement', value: 'desk', count: 5 });
});

it('has nothing to show of an empty project', async () => {
  expect(await viewBoard(ports, PROJECT, { filter: {}, offset: 0 })).toEqual({
    asOf: now,
    agreements: [],
    kinds: [],
    services: [],
    states: {},
    waitingLong: 0,
    values: [],
    fields: {},
    timers: [],
    hasMore: false,
  });
});
