import * as v from 'valibot';
import type { Schedule } from '../site/forge/manifest';
import { noFunctionUse, type FunctionUse, type Reading } from '../site/forge/usage';
import type { Issue, Transition } from '../site/jira/model';
import { visitors } from '../site/sample/people';
import type { Caller } from '../site/seams';
import type { Site } from '../site/site';

/** What a run needs of a site whose clock stands still. */
export type Bench = Pick<Site, 'clock' | 'forge' | 'jira' | 'url'>;

/** Some issues changed, and their timers were stored. */
export interface EventRun {
  readonly issues: number;
  readonly trigger: FunctionUse;
  readonly drain: FunctionUse;
  /** Site time from the first change to the end of the last drain. */
  readonly siteMs: number;
}

export interface ViewRun {
  /** The page has seen a newer issue than the store has. */
  readonly fresh: Reading;
  readonly stored: Reading;
}

export interface BackfillRun {
  readonly issues: number;
  readonly backfill: FunctionUse;
  /** The looks after what it published; those of the drains before it among them. */
  readonly looks: FunctionUse;
  /** Site time from the import of the definitions to the end of the last turn. */
  readonly siteMs: number;
}

/** A schedule of the app while nothing else is to be done. */
export interface ScheduleRun {
  readonly name: string;
  /** Milliseconds. */
  readonly interval: number;
  readonly use: FunctionUse;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The sample's own events happen in the first seconds of a minute. */
const QUIET = { from: 20_000, to: 40_000 };
/** Within this an event has come and its drain has ended. */
const EVENT_TAKES = 10_000;
const BURST_TAKES = 1_000;
/** Assumed: Atlassian does not say. */
const QUEUE_TAKES = 1_000;
const BACKFILL_STEP = 5 * MINUTE;
const BACKFILL_GIVES_UP = 7 * DAY;

const agent: Caller = { kind: 'user', accountId: visitors.agent.accountId };

/** One issue is moved to another status. */
export const loneEvent = (bench: Bench): Promise<EventRun> => changeAndStore(bench, 1);

/**
 * So many issues are moved within a second, as a bulk change does, and a push takes a while to its consumer: with a queue
 * that took no time the clock, which stands still while functions run, would make a lone event of each.
 */
export async function burst(bench: Bench, issues: number): Promise<EventRun> {
  await untilQuiet(bench);
  bench.forge.faults.add({
    match: { what: 'message', name: 'drain' },
    effect: { do: 'wait', ms: QUEUE_TAKES },
    lasts: { forMs: EVENT_TAKES },
  });
  return changeAndStore(bench, issues);
}

async function changeAndStore(bench: Bench, count: number): Promise<EventRun> {
  const { clock, forge } = bench;
  await untilQuiet(bench);
  const issues = movable(bench).slice(0, count);
  if (issues.length < count) throw new Error(`The site has only ${issues.length} issues that can be moved.`);
  const measurement = forge.meter.begin();
  const from = clock.now();
  for (const [index, issue] of issues.entries()) {
    clock.schedule(from + Math.floor((index * BURST_TAKES) / count), () => move(bench, issue));
  }
  await clock.moveTo(from + EVENT_TAKES);
  await forge.settled();
  const reading = measurement.stop();
  const drain = functionOf(reading, 'drain');
  return {
    issues: count,
    trigger: functionOf(reading, 'on-issue-event'),
    drain,
    siteMs: drain.endedAt - from,
  };
}

/** Somebody looks at an issue's panel, right after its change and once more when all is stored. */
export async function views(bench: Bench): Promise<ViewRun> {
  await untilQuiet(bench);
  const [issue] = movable(bench);
  if (issue === undefined) throw new Error('The site has no issue that can be moved.');
  move(bench, issue);
  const fresh = await measured(bench, () => view(bench, issue));
  await bench.clock.moveTo(bench.clock.now() + EVENT_TAKES);
  await bench.forge.settled();
  const stored = await measured(bench, () => view(bench, issue));
  return { fresh, stored };
}

/**
 * Moves the site on until the backfill that the import of definitions has started is done. What it used is counted
 * from the site's start.
 * @returns undefined when the app has no backfill
 * @throws Error when it fails or does not end
 */
export async function backfill(bench: Bench): Promise<BackfillRun | undefined> {
  const { clock, forge } = bench;
  const started = clock.now();
  for (;;) {
    const progress = await backfillProgress(bench);
    if (progress === undefined) return undefined;
    if (progress.state === 'done') {
      const reading = forge.meter.reading();
      const use = functionOf(reading, 'backfill');
      if (use.invocations === 0 || progress.done === 0) throw new Error('The backfill has read nothing.');
      const siteMs = use.endedAt - functionOf(reading, 'importDefinitions').endedAt;
      const looks = functionOf(reading, 'publication');
      return { issues: progress.done, backfill: use, looks, siteMs };
    }
    const gone = clock.now() - started;
    if (progress.state !== 'running' || gone > BACKFILL_GIVES_UP) {
      throw new Error(
        `The backfill is ${progress.state} at ${progress.done} issues after ${gone / MINUTE} minutes.`,
      );
    }
    await clock.moveTo(clock.now() + BACKFILL_STEP);
    await forge.settled();
  }
}

/** Lets each of the app's schedules come by that does so within an hour. */
export const ticks = (bench: Bench, all: readonly Schedule[]): Promise<ScheduleRun[]> =>
  scheduleRuns(
    bench,
    all.filter(({ interval }) => interval <= HOUR),
  );

export interface DailyRun {
  readonly run: ScheduleRun;
  /** The schedule that comes most often, all day long. */
  readonly tick: ScheduleRun;
  /** That Jira was asked for. */
  readonly issues: number;
}

/** A day, in which the daily check comes by once. @throws Error when the app has none, or it looks at nothing */
export async function daily(bench: Bench, all: readonly Schedule[]): Promise<DailyRun> {
  const runs = await scheduleRuns(bench, all);
  const [tick] = [...runs].sort((a, b) => a.interval - b.interval);
  const run = runs.find(({ interval }) => interval === DAY);
  const reads = run?.use.usage.jira['POST /issue/bulkfetch'];
  if (!run || !tick || !reads) throw new Error('No daily check has read any issue.');
  return { run, tick, issues: reads.points.low - reads.requests };
}

async function scheduleRuns(bench: Bench, schedules: readonly Schedule[]): Promise<ScheduleRun[]> {
  await untilQuiet(bench);
  const measurement = bench.forge.meter.begin();
  const longest = Math.max(0, ...schedules.map(({ interval }) => interval));
  await bench.clock.moveTo(bench.clock.now() + longest);
  await bench.forge.settled();
  const reading = measurement.stop();
  return schedules.map(({ functionKey: name, interval }) => ({
    name,
    interval,
    use: functionOf(reading, name),
  }));
}

const progressSchema = v.object({
  ok: v.literal(true),
  value: v.nullable(v.object({ state: v.string(), done: v.number() })),
});

/** Undefined when the app knows no backfill, or has never begun one. */
async function backfillProgress(bench: Bench): Promise<{ state: string; done: number } | undefined> {
  const { forge, jira } = bench;
  const [project] = jira.store.projects.values();
  const [settings] = forge.modules('jira:projectSettingsPage', 'en-US');
  if (project === undefined || settings === undefined) return undefined;
  const page = { path: `/projects/${project.key}/settings/${settings.key}`, moduleKey: settings.key };
  const answer = await invoke(bench, page, visitors.projectAdministrator.accountId, {
    functionKey: 'viewBackfill',
    payload: {},
  });
  if (!answer.ok && answer.error.includes("no definition for 'viewBackfill'")) return undefined;
  return v.parse(progressSchema, answer.ok ? answer.result : answer).value ?? undefined;
}

async function view(bench: Bench, issue: Issue): Promise<void> {
  const [panel] = bench.forge.modules('jira:issueContext', 'en-US');
  const page = { path: `/browse/${issue.key}`, moduleKey: panel?.key ?? '' };
  const call = { functionKey: 'viewIssueTimers', payload: { jiraUpdated: issue.updated } };
  const answer = await invoke(bench, page, visitors.agent.accountId, call);
  v.parse(v.object({ ok: v.literal(true) }), answer.ok ? answer.result : answer);
}

const answerSchema = v.variant('ok', [
  v.object({ ok: v.literal(true), result: v.unknown() }),
  v.object({ ok: v.literal(false), error: v.string() }),
]);

/** What a page of the app gets from one of its functions. */
async function invoke(
  { url }: Bench,
  page: { readonly path: string; readonly moduleKey: string },
  accountId: string,
  call: { readonly functionKey: string; readonly payload: unknown },
): Promise<v.InferOutput<typeof answerSchema>> {
  const response = await fetch(`${url}/__forge/bridge`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: `site_visitor=${encodeURIComponent(accountId)}` },
    body: JSON.stringify({ page: page.path, moduleKey: page.moduleKey, command: 'invoke', payload: call }),
  });
  return v.parse(answerSchema, await response.json());
}

async function measured(bench: Bench, run: () => Promise<void>): Promise<Reading> {
  const measurement = bench.forge.meter.begin();
  await run();
  return measurement.stop();
}

/** Lets what is under way end, and moves to a time at which the sample itself does nothing. */
async function untilQuiet({ clock, forge }: Bench): Promise<void> {
  const now = clock.now();
  const second = now % MINUTE;
  if (second < QUIET.from || second > QUIET.to) {
    await clock.moveTo(now - second + (second > QUIET.to ? MINUTE : 0) + QUIET.from);
  }
  await forge.settled();
}

function movable({ jira }: Bench): Issue[] {
  return [...jira.store.issues.values()].filter((issue) => transitionOf(jira, issue) !== undefined);
}

function move({ jira }: Bench, issue: Issue): void {
  const transition = transitionOf(jira, issue);
  if (transition !== undefined) jira.changes.change(agent, issue, { transition });
}

const transitionOf = ({ store }: Bench['jira'], issue: Issue): Transition | undefined =>
  store
    .projectOf(issue)
    .transitions.find(({ from, to }) => from.includes(issue.statusId) && to !== issue.statusId);

const functionOf = ({ functions }: Reading, name: string): FunctionUse =>
  functions[name] ?? noFunctionUse('consumer');
