import { earlier, elapsedBetween, laterOf, minutes, type Instant } from '../domain/time/instant';
import { describeFailure, JiraUnavailable } from './errors';
import { markIssues } from './mark-issue';
import type { ChangedIssue, IssueId, Judged, Ports, ProjectId } from './ports';
import { rulesOf } from './rules';

/** As far a project is looked back at for the first time: to the last run, if there had been one. */
const FIRST_LOOK = minutes(75);
/** As much is looked at twice, since the search may be behind and the clocks are not exact. */
const OVERLAP = minutes(15);
/** Jira counts back whole minutes. */
const ROUNDED = minutes(2);
/** What a run may take of Jira's quota, which all projects of a site share. An issue costs one point. */
const POINTS_A_RUN = 1_500;
/** As many as a page of Jira's search holds at best. */
const ISSUES_A_PAGE = 100;
/** What a page takes in the worst case. */
const PAGE_TAKES_MS = 60_000;

/**
 * Marks the issues that have changed since the last run without the store knowing of it, so that events that were lost heal
 * within an hour (design §3.5). What a run cannot do, because Jira does not answer or a busy project has changed beyond
 * its share of the points, is left to the next one, which begins there.
 *
 * @throws JiraUnavailable; the next run looks again.
 */
export async function reconcile(ports: Ports, remainingMs: () => number): Promise<void> {
  if (await ports.holds.isHeld(ports.clock.now())) return;
  const projects = await ports.projects.withAgreements();
  const pages = Math.max(1, Math.floor(POINTS_A_RUN / ISSUES_A_PAGE / Math.max(1, projects.length)));
  for (const project of projects) {
    try {
      await reconcileProject(ports, project, pages, remainingMs);
    } catch (error) {
      if (error instanceof JiraUnavailable) throw error;
      ports.log.warn('project not reconciled', { project, error: describeFailure(error) });
    }
  }
}

async function reconcileProject(
  ports: Ports,
  project: ProjectId,
  pages: number,
  remainingMs: () => number,
): Promise<void> {
  const now = ports.clock.now();
  const from = (await ports.checks.reconciledUntil(project)) ?? earlier(now, FIRST_LOOK);
  const until = await markBehind(ports, { project, from, now, pages }, remainingMs);
  if (until > from) await ports.checks.setReconciledUntil(project, until);
}

/** @returns up to when all that has changed is in the store, or marked. */
async function markBehind(
  ports: Ports,
  { project, from, now, pages }: { project: ProjectId; from: Instant; now: Instant; pages: number },
  remainingMs: () => number,
): Promise<Instant> {
  const { book } = await rulesOf(ports, project);
  let until = from;
  let after: string | undefined;
  // Of one busy moment more may have changed than the pages hold: it is read to its end, or no run would get beyond it.
  for (let page = 0; (page < pages || until === from) && remainingMs() > PAGE_TAKES_MS; page++) {
    const { issues, next } = await ports.issues.changedWithin(project, elapsedBetween(from, now), after);
    const known = await ports.timers.judged(issues.map(({ id }) => id));
    const behind = issues.filter((issue) => isBehind(issue, known, book.version));
    await markIssues(
      ports,
      behind.map(({ id }) => ({ issue: id, project })),
    );
    if (next === undefined) return laterOf(from, earlier(now, OVERLAP));
    const last = issues.at(-1);
    if (last) until = laterOf(from, earlier(last.updated, ROUNDED));
    if (ports.quota.isLow()) break;
    after = next;
  }
  ports.log.warn('more has changed than an hour may cost', { project });
  return until;
}

function isBehind(
  { id, updated }: ChangedIssue,
  known: ReadonlyMap<IssueId, Judged>,
  version: string,
): boolean {
  const before = known.get(id);
  return !before || (before.issueUpdated ?? 0) < updated || before.ruleBook !== version;
}
