import * as v from 'valibot';
import { seededRandom } from '../site/forge/random';
import { ASSUMED_WAITS_MS } from '../site/forge/pace';
import type { FunctionUse, Reading } from '../site/forge/usage';
import type { Issue } from '../site/jira/model';
import type { Running } from '../site/running';
import { visitors } from '../site/sample/people';

export interface LoadOptions {
  readonly eventsAMinute: number;
  readonly minutes: number;
}

/** What came of the events, and what it took. */
export interface LoadRun {
  readonly events: number;
  readonly changedIssues: number;
  /** Site time from each event to the evaluation that stored it, ascending; to the end for those still waiting. */
  readonly lags: readonly number[];
  /** Those of the events that were not stored at the end. */
  readonly waiting: number;
  /** Site time from the instants of alerts to their being raised, ascending. */
  readonly alerts: readonly number[];
  readonly reading: Reading;
  /** What functions said when they failed, each once, beside the name of the function. */
  readonly failures: readonly string[];
  /** Site time from the first event to the end. */
  readonly siteMs: number;
}

const MINUTE = 60_000;
/** How exactly an evaluation is told from the one before; an issue evaluated twice within it counts as the second. */
const LOOK_EVERY = 5_000;
/** What is under way at the last event has ended after it. */
const AFTERWARDS = 2 * MINUTE;
/** From a push to its consumer. Assumed: Atlassian does not say. */
const QUEUE_TAKES = 1_000;

const agent = { kind: 'user', accountId: visitors.agent.accountId } as const;

/**
 * So many events a minute on issues drawn at random. The site's clock stands while functions run, so a drain that took no
 * time would find a single mark each time; instead its message comes later by what a queue and a drain's calls take.
 */
export async function loadRun(site: Running, { eventsAMinute, minutes }: LoadOptions): Promise<LoadRun> {
  const { clock, forge, jira } = site;
  const from = clock.now();
  const [end, random] = [from + minutes * MINUTE, seededRandom(2)];
  forge.faults.add({
    match: { what: 'message', name: 'drain' },
    effect: { do: 'wait', ms: QUEUE_TAKES + DRAIN_TAKES },
    lasts: { forMs: minutes * MINUTE + AFTERWARDS },
  });
  const issues = [...jira.store.issues.values()];
  const lags = new Lags();
  const events = eventsAMinute * minutes;
  const happen = (index: number): void => {
    if (index === events) return;
    clock.schedule(from + Math.floor((index * MINUTE) / eventsAMinute), () => {
      happen(index + 1);
      const issue = issues[Math.floor(random() * issues.length)];
      if (issue === undefined) return;
      change(site, issue, index);
      lags.happened(issue.id, clock.now());
    });
  };
  const measurement = forge.meter.begin();
  happen(0);
  for (let at = from + LOOK_EVERY; at <= end + AFTERWARDS; at += LOOK_EVERY) {
    await clock.moveTo(at);
    lags.stored(evaluatedSince(site, at - LOOK_EVERY));
  }
  await forge.settled();
  const [problem] = clock.problems;
  if (problem !== undefined) throw problem;
  return {
    events,
    changedIssues: lags.issues,
    ...lags.all(clock.now()),
    alerts: alertLags(site, from),
    reading: measurement.stop(),
    failures: failuresSince(site, from),
    siteMs: clock.now() - from,
  };
}

/** A reading, three writes and a look after them, one after the other, with the statements around them. */
const DRAIN_TAKES = 5 * ASSUMED_WAITS_MS.jira + 9 * ASSUMED_WAITS_MS.sql + ASSUMED_WAITS_MS.push;

/** How long one invocation after the other waits for Jira, the database and the queue, by what such calls take. */
export function assumedWaitMs({ usage }: FunctionUse): number {
  const requests = Object.values(usage.jira).reduce((sum, use) => sum + use.requests, 0);
  const { statements } = usage.sql.data;
  return (
    requests * ASSUMED_WAITS_MS.jira +
    statements * ASSUMED_WAITS_MS.sql +
    usage.queue.pushes * ASSUMED_WAITS_MS.push
  );
}

/** In turn a comment, a move between statuses that are not done, and another label. */
function change({ jira }: Running, issue: Issue, index: number): void {
  const { changes, store } = jira;
  if (index % 3 === 0) {
    const text = { type: 'text', text: `Comment ${index}` };
    const body = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [text] }] } as const;
    changes.comment(agent, issue, { body, isPublic: true, properties: [] });
    return;
  }
  const { transitions, statuses } = store.projectOf(issue);
  const open = new Set(statuses.filter(({ category }) => category !== 'done').map(({ id }) => id));
  const possible = transitions.filter(({ from, to }) => from.includes(issue.statusId) && open.has(to));
  const transition = possible[index % Math.max(1, possible.length)];
  if (index % 3 === 1 && transition !== undefined) changes.change(agent, issue, { transition });
  else changes.change(agent, issue, { edits: { labels: [`load-${index}`] } });
}

const evaluationRow = v.object({ issue: v.number(), updated: v.nullable(v.number()), at: v.number() });

function evaluatedSince({ forge }: Running, since: number): v.InferOutput<typeof evaluationRow>[] {
  const rows = forge.sql.read(
    `SELECT issue_id AS issue, issue_updated AS updated, evaluated_at AS at FROM issue_evaluation
     WHERE evaluated_at > ? AND issue_updated IS NOT NULL`,
    [since],
  );
  return v.parse(v.array(evaluationRow), rows);
}

/** Of alerts whose instant came during the run. */
function alertLags({ forge }: Running, from: number): number[] {
  const rows = forge.sql.read(
    `SELECT raised_at - passed_at AS lag FROM alert WHERE passed_at > ? ORDER BY lag`,
    [from],
  );
  return v.parse(v.array(v.object({ lag: v.number() })), rows).map(({ lag }) => lag);
}

function failuresSince({ forge }: Running, from: number): string[] {
  const errors = forge.log.filter(({ at, level }) => level === 'error' && at > from);
  return [...new Set(errors.map(({ functionKey, text }) => `${functionKey}: ${text.split('\n')[0]}`))];
}

/** Which events have been stored, and when. */
class Lags {
  private readonly waiting = new Map<string, number[]>();
  private readonly done: number[] = [];

  get issues(): number {
    return this.waiting.size;
  }

  happened(issue: string, at: number): void {
    const events = this.waiting.get(issue);
    if (events) events.push(at);
    else this.waiting.set(issue, [at]);
  }

  stored(rows: readonly v.InferOutput<typeof evaluationRow>[]): void {
    for (const { issue, updated, at } of rows) {
      const events = this.waiting.get(String(issue)) ?? [];
      const left = events.filter((event) => event > (updated ?? 0));
      this.done.push(...events.filter((event) => event <= (updated ?? 0)).map((event) => at - event));
      this.waiting.set(String(issue), left);
    }
  }

  all(end: number): { lags: number[]; waiting: number } {
    const left = [...this.waiting.values()].flat().map((event) => end - event);
    return { lags: [...this.done, ...left].sort((a, b) => a - b), waiting: left.length };
  }
}
