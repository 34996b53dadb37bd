import {
  days,
  earlier,
  elapsedBetween,
  hours,
  later,
  laterOf,
  NO_TIME,
  span,
  type Instant,
  type Span,
} from '../domain/time/instant';
import { JiraRefused } from './errors';
import { evaluateIssue, fieldsAskedFor } from './evaluate-issue';
import { markIssue } from './mark-issue';
import { withMemberships } from './memberships';
import type {
  AccountId,
  Backfill,
  BackfillProgress,
  Evaluation,
  IssueReading,
  Ports,
  ProjectId,
} from './ports';
import { publish } from './publish';
import { raiseAlerts } from './raise-alerts';
import { rulesOf, type Rules } from './rules';
import { saveEvaluations } from './save-evaluations';

/** What backfills may take of Jira's quota, which all projects of a site share (design §3.6). */
const POINTS_AN_HOUR = 3_000;
/** As many as a page of Jira's search holds at best. */
const ISSUES_A_TURN = 100;
/** Beyond the longest wait that a queue allows between two tries. */
const LATE_AFTER = hours(0.5);
/** Jira forgets where a search was after seven days; a turn is due within hours of the one before. */
const PAGE_KEEPS = days(6);

/**
 * Has all issues of a project judged by the rules as they are now, those in work first. A backfill that is under way
 * begins anew.
 */
export async function startBackfill(ports: Ports, project: ProjectId, actor: AccountId): Promise<void> {
  const now = ports.clock.now();
  const backfill: Backfill = {
    project,
    id: ports.ids.next(),
    state: 'running',
    turn: 0,
    dueAt: now,
    group: 'open',
    page: null,
    read: 0,
    total: null,
    startedAt: now,
    startedBy: actor,
    changedAt: now,
  };
  await ports.backfills.start(backfill);
  await ports.backfills.wake(backfill, NO_TIME);
}

export async function pauseBackfill({ backfills, clock }: Ports, project: ProjectId): Promise<void> {
  const backfill = await backfills.of(project);
  if (backfill) await backfills.setState(backfill, { from: 'running', to: 'paused', at: clock.now() });
}

/** Goes on with a backfill that was paused, or that is late because its wake-up was lost; else starts one. */
export async function resumeBackfill(ports: Ports, project: ProjectId, actor: AccountId): Promise<void> {
  const { backfills, clock } = ports;
  const backfill = await backfills.of(project);
  const now = clock.now();
  const canGoOn = backfill && ['paused', 'running'].includes(backfill.state);
  if (!canGoOn || later(backfill.dueAt, PAGE_KEEPS) < now) return startBackfill(ports, project, actor);
  await backfills.setState(backfill, { from: 'paused', to: 'running', at: now });
  await backfills.wake(backfill, NO_TIME);
}

/** Goes on with a backfill whose wake-up was lost. */
export async function wakeLateBackfill(ports: Ports, project: ProjectId): Promise<void> {
  const backfill = await ports.backfills.of(project);
  if (backfill?.state !== 'running') return;
  if (later(backfill.dueAt, PAGE_KEEPS) < ports.clock.now()) {
    return startBackfill(ports, project, backfill.startedBy);
  }
  await ports.backfills.wake(backfill, NO_TIME);
}

/**
 * One turn: reads a page of issues, judges those that were not judged yet by the rules as they are, and wakes the next
 * turn before it ends its own, so that a crash between the two repeats a turn and loses none. Echoes of other turns are
 * let go.
 *
 * @throws JiraUnavailable; the turn can be tried again.
 */
export async function backfillTurn(
  ports: Ports,
  message: Pick<Backfill, 'project' | 'id' | 'turn'>,
): Promise<void> {
  const { backfills, clock } = ports;
  const backfill = await backfills.of(message.project);
  if (backfill?.id !== message.id || backfill.turn !== message.turn || backfill.state !== 'running') return;
  const now = clock.now();
  // The tick wakes it when it may go on.
  if (await ports.holds.isHeld(now, backfill.project)) return;
  if (now < backfill.dueAt) return backfills.wake(backfill, elapsedBetween(now, backfill.dueAt));

  const progress = await readPage(ports, backfill).catch((error: unknown): BackfillProgress => {
    if (!(error instanceof JiraRefused)) throw error;
    ports.log.warn('backfill failed', { project: backfill.project, reason: error.message });
    return { ...backfill, state: 'failed', changedAt: clock.now() };
  });
  if (progress.state === 'running') {
    const next = { ...backfill, turn: backfill.turn + 1 };
    await backfills.wake(next, elapsedBetween(clock.now(), progress.dueAt));
  }
  await backfills.endTurn(backfill, progress);
}

async function readPage(ports: Ports, backfill: Backfill): Promise<BackfillProgress> {
  const { project, group } = backfill;
  const rules = await rulesOf(ports, project);
  const ended = (): Pick<Backfill, 'state' | 'changedAt'> => ({
    state: 'done',
    changedAt: ports.clock.now(),
  });
  if (rules.book.timelines.length === 0) return { ...backfill, ...ended() };

  const total = backfill.total ?? (await ports.issues.count(project));
  const page = await ports.issues.page(
    project,
    group,
    fieldsAskedFor(rules.book),
    backfill.page ?? undefined,
  );
  const { readings, points } = await withMemberships(ports, rules.book, page.readings);
  const evaluations = await saveEvaluations(ports, await judged(ports, project, rules, readings));
  const published = await publish(ports, project, evaluations);

  const read = backfill.read + page.readings.length;
  const last = page.next === undefined;
  if (last && group === 'done') return { ...backfill, read, total: read, page: null, ...ended() };
  const now = ports.clock.now();
  return {
    state: 'running',
    dueAt: later(now, pace(page.points + points + published, await sharers(ports))),
    group: last ? 'done' : group,
    page: page.next ?? null,
    read,
    total,
    changedAt: now,
  };
}

/** How many backfills share the budget of an hour. */
function sharers({ backfills, clock }: Pick<Ports, 'backfills' | 'clock'>): Promise<number> {
  return backfills.running(earlier(clock.now(), LATE_AFTER));
}

/**
 * How long to wait after so many points, when so many backfills share the budget of an hour. One turn more than fits into
 * an hour may begin in it, so room is left for that.
 */
function pace(points: number, sharers: number): Span {
  const share = POINTS_AN_HOUR / Math.max(1, sharers);
  return span(Math.ceil((points * hours(1)) / Math.max(share - points, share / 2)));
}

/** How those stand that the store does not have in their present state. */
async function judged(
  ports: Ports,
  project: ProjectId,
  { book, hoursOf }: Rules,
  readings: readonly IssueReading[],
): Promise<Evaluation[]> {
  const known = await ports.timers.judged(readings.map(({ id }) => id));
  const now = ports.clock.now();
  const evaluations: Evaluation[] = [];
  for (const reading of readings) {
    const before = known.get(reading.id);
    const storedUpdate = before?.issueUpdated ?? 0;
    if (before?.ruleBook === book.version && storedUpdate >= reading.updated) continue;
    // The search is behind a move, or behind what an event has brought: only a fresh reading may replace that.
    if (reading.project !== project || storedUpdate > reading.updated) {
      await markIssue(ports, reading.id, reading.project, 'event');
    } else evaluations.push(evaluateIssue(reading, book, hoursOf, now));
  }
  await raiseAlerts(ports, { book, hoursOf }, evaluations, 'wake');
  return evaluations;
}

/** How a backfill goes, for those who wait for it. */
export interface BackfillView {
  readonly state: Backfill['state'];
  /** Issues read so far. */
  readonly done: number;
  readonly total: number | null;
  readonly startedAt: Instant;
  readonly changedAt: Instant;
  /** About when it will have ended, at the pace that the points budget allows; null while nobody can tell. */
  readonly endsAt: Instant | null;
  /** It should have moved on long ago: its wake-up may be lost, or Jira lets the app wait. */
  readonly late: boolean;
}

/** About how long so many issues take. */
function forecast(issues: number, sharers: number): Span {
  return span(Math.ceil((issues / ISSUES_A_TURN) * pace(ISSUES_A_TURN + 1, sharers)));
}

export async function viewBackfill(
  { backfills, clock }: Ports,
  project: ProjectId,
): Promise<BackfillView | null> {
  const backfill = await backfills.of(project);
  if (!backfill) return null;
  const { state, read, total, startedAt, changedAt, dueAt } = backfill;
  const isRunning = state === 'running';
  const now = clock.now();
  const left = total === null ? undefined : Math.max(0, total - read);
  return {
    state,
    done: read,
    total,
    startedAt,
    changedAt,
    endsAt:
      isRunning && left !== undefined
        ? later(now, forecast(left, await sharers({ backfills, clock })))
        : null,
    late: isRunning && later(laterOf(dueAt, changedAt), LATE_AFTER) < now,
  };
}
