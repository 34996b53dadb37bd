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
import { defaultOf } from './defaults';
import { JiraRefused } from './errors';
import type { Job, Jobs, Ports, Progress, ProjectId, Turn } from './ports';

/** As many as a page of Jira's search holds at best. */
const ISSUES_A_TURN = 100;
/** Beyond the longest wait that a queue allows between two tries. */
const LATE_AFTER = hours(0.5);
/** Jira forgets where a search was after seven days; a turn is due within hours of the one before. */
const PAGE_KEEPS = days(6);

/** A job before its first turn. */
export function newJob({ ids, clock }: Ports, project: ProjectId, startedBy: Job['startedBy']): Job {
  const now = clock.now();
  return {
    project,
    id: ids.next(),
    state: 'running',
    turn: 0,
    dueAt: now,
    group: 'open',
    page: null,
    read: 0,
    total: null,
    startedAt: now,
    startedBy,
    changedAt: now,
  };
}

/**
 * One turn: does what is to be done with a page of issues, and wakes the next turn before it ends its own, so that a crash
 * between the two repeats a turn and loses none. Echoes of other turns are let go.
 *
 * @throws JiraUnavailable; the turn can be tried again.
 */
export async function takeTurn<OneJob extends Job>(
  ports: Ports,
  jobs: Jobs<OneJob>,
  message: Turn,
  readPage: (job: OneJob) => Promise<Progress<OneJob>>,
): Promise<void> {
  const { clock, holds, log } = ports;
  const job = await jobs.of(message.project);
  if (job?.id !== message.id || job.turn !== message.turn || job.state !== 'running') return;
  const now = clock.now();
  // The tick wakes it when it may go on.
  if (await holds.isHeld(now, job.project)) return;
  if (now < job.dueAt) return jobs.wake(job, elapsedBetween(now, job.dueAt));
  try {
    const progress = await readPage(job);
    if (progress.state === 'running') {
      const { project, id, turn } = job;
      await jobs.wake({ project, id, turn: turn + 1 }, elapsedBetween(clock.now(), progress.dueAt));
    }
    await jobs.endTurn(job, progress);
  } catch (error) {
    if (!(error instanceof JiraRefused)) throw error;
    log.warn('job failed', { project: job.project, reason: error.message });
    await jobs.setState(job, { from: 'running', to: 'failed', at: clock.now() });
  }
}

/** How a job stands when a page of its issues has been read. */
export async function afterPage(
  ports: Ports,
  { group, read, total }: Pick<Job, 'group' | 'read' | 'total'>,
  page: { readonly issues: number; readonly next: string | undefined; readonly points: number },
): Promise<Progress<Job>> {
  const now = ports.clock.now();
  const isLast = page.next === undefined;
  const isOver = isLast && group === 'done';
  const readNow = read + page.issues;
  return {
    state: isOver ? 'done' : 'running',
    dueAt: isOver ? now : later(now, pace(page.points, await shareOf(ports))),
    group: isLast ? 'done' : group,
    page: page.next ?? null,
    read: readNow,
    total: isOver ? readNow : total,
    changedAt: now,
  };
}

export async function pauseJob<OneJob extends Job>(
  { clock }: Ports,
  jobs: Jobs<OneJob>,
  project: ProjectId,
): Promise<void> {
  const job = await jobs.of(project);
  if (job) await jobs.setState(job, { from: 'running', to: 'paused', at: clock.now() });
}

/** Whether a job has not ended, and Jira still knows where its search was. */
export function canGoOn({ clock }: Ports, job: Job): boolean {
  return ['paused', 'running'].includes(job.state) && later(job.dueAt, PAGE_KEEPS) >= clock.now();
}

/** Goes on with a job that was paused, or that is late because its wake-up was lost. */
export async function resumeJob<OneJob extends Job>(
  { clock }: Ports,
  jobs: Jobs<OneJob>,
  job: OneJob,
): Promise<void> {
  await jobs.setState(job, { from: 'paused', to: 'running', at: clock.now() });
  await jobs.wake(job, NO_TIME);
}

/**
 * The points of Jira's quota that one job may take an hour: all that jobs may take (design §3.6) belongs to those of all
 * projects of the site together.
 */
async function shareOf(ports: Pick<Ports, 'backfills' | 'clock' | 'records'>): Promise<number> {
  const running = await ports.backfills.running(earlier(ports.clock.now(), LATE_AFTER));
  return (await defaultOf(ports, 'jobPoints')) / Math.max(1, running);
}

/**
 * How long to wait after so many points, with that share of an hour. One turn more than fits into an hour may begin in it,
 * so room is left for that.
 */
function pace(points: number, share: number): Span {
  return span(Math.ceil((points * hours(1)) / Math.max(share - points, share / 2)));
}

/** About how long so many issues take. */
function forecast(issues: number, share: number): Span {
  return span(Math.ceil((issues / ISSUES_A_TURN) * pace(ISSUES_A_TURN + 1, share)));
}

/** How a job goes, for those who wait for it. */
export interface JobView {
  readonly state: Job['state'];
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

export async function viewJob(
  ports: Pick<Ports, 'backfills' | 'clock' | 'records'>,
  job: Job,
): Promise<JobView> {
  const { state, read, total, startedAt, changedAt, dueAt } = job;
  const isRunning = state === 'running';
  const now = ports.clock.now();
  const left = total === null ? undefined : Math.max(0, total - read);
  return {
    state,
    done: read,
    total,
    startedAt,
    changedAt,
    endsAt: isRunning && left !== undefined ? later(now, forecast(left, await shareOf(ports))) : null,
    late: isRunning && later(laterOf(dueAt, changedAt), LATE_AFTER) < now,
  };
}
