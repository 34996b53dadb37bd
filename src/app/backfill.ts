import { NO_TIME } from '../domain/time/instant';
import { evaluateIssue, fieldsAskedFor } from './evaluate-issue';
import {
  afterPage,
  canGoOn,
  newJob,
  pauseJob,
  resumeJob,
  takeTurn,
  viewJob,
  type JobView,
} from './job-turns';
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
  Turn,
} from './ports';
import { outageTellerOf } from './outages/outage-teller';
import { tellOutages } from './outages/tell-outages';
import { publish } from './publish';
import { raiseAlerts } from './raise-alerts';
import { rulesOf, type Rules } from './rules';
import { saveEvaluations } from './save-evaluations';

/**
 * Has all issues of a project judged by the rules as they are now, those in work first. A backfill that is under way
 * begins anew.
 */
export async function startBackfill(ports: Ports, project: ProjectId, actor: AccountId): Promise<void> {
  const backfill = newJob(ports, project, actor);
  await ports.backfills.start(backfill);
  await ports.backfills.wake(backfill, NO_TIME);
}

export function pauseBackfill(ports: Ports, project: ProjectId): Promise<void> {
  return pauseJob(ports, ports.backfills, project);
}

/** Goes on with a backfill that was paused, or that is late because its wake-up was lost; else starts one. */
export async function resumeBackfill(ports: Ports, project: ProjectId, actor: AccountId): Promise<void> {
  const backfill = await ports.backfills.of(project);
  if (backfill && canGoOn(ports, backfill)) await resumeJob(ports, ports.backfills, backfill);
  else await startBackfill(ports, project, actor);
}

/** Goes on with a backfill whose wake-up was lost. */
export async function wakeLateBackfill(ports: Ports, project: ProjectId): Promise<void> {
  const backfill = await ports.backfills.of(project);
  if (backfill?.state !== 'running') return;
  if (canGoOn(ports, backfill)) await ports.backfills.wake(backfill, NO_TIME);
  else await startBackfill(ports, project, backfill.startedBy);
}

/**
 * One turn: reads a page of issues, and judges those that were not judged yet by the rules as they are.
 *
 * @throws JiraUnavailable; the turn can be tried again.
 */
export function backfillTurn(ports: Ports, message: Turn): Promise<void> {
  return takeTurn(ports, ports.backfills, message, (backfill) => readPage(ports, backfill));
}

async function readPage(ports: Ports, backfill: Backfill): Promise<BackfillProgress> {
  const { project, group } = backfill;
  const rules = await rulesOf(ports, project);
  const teller = await outageTellerOf(ports, project);
  if (rules.book.timelines.length === 0 && !teller) {
    return { ...backfill, state: 'done', changedAt: ports.clock.now() };
  }
  const total = backfill.total ?? (await ports.issues.count(project));
  const page = await ports.issues.page(
    project,
    group,
    [...fieldsAskedFor(rules.book), ...(teller?.fields ?? [])],
    backfill.page ?? undefined,
  );
  const { readings, points } = await withMemberships(ports, rules.book, page.readings);
  const evaluations = await saveEvaluations(
    ports,
    rules.hoursOf,
    await judged(ports, project, rules, readings),
  );
  const judgedNow = new Set(evaluations.map(({ issue }) => issue));
  await tellOutages(
    ports,
    project,
    teller,
    readings.filter(({ id }) => judgedNow.has(id)),
  );
  const published = await publish(ports, project, evaluations);
  return afterPage(
    ports,
    { ...backfill, total },
    { issues: page.readings.length, next: page.next, points: page.points + points + published },
  );
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

/** How a backfill goes; null when there never was one. */
export async function viewBackfill(
  ports: Pick<Ports, 'backfills' | 'clock' | 'records'>,
  project: ProjectId,
): Promise<JobView | null> {
  const backfill = await ports.backfills.of(project);
  return backfill ? viewJob(ports, backfill) : null;
}
