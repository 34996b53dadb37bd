import { minutes } from '../domain/time/instant';
import { describeFailure, JiraUnavailable } from './errors';
import { markIssues } from './mark-issue';
import type { ChangedIssue, IssueId, Judged, Ports, ProjectId } from './ports';
import { rulesOf } from './rules';

/** Longer than the hour between two runs, since the clocks and the search are not exact. */
const LOOKS_BACK = minutes(75);
/** What a run may take of Jira's quota, which all projects of a site share. An issue costs one point. */
const POINTS_A_RUN = 1_500;
/** As many as a page of Jira's search holds at best. */
const ISSUES_A_PAGE = 100;
/** What a page takes in the worst case. */
const PAGE_TAKES_MS = 60_000;

/**
 * Marks the issues that have changed lately without the store knowing of it, so that events that were lost heal within
 * an hour (design §3.5). What a busy project has changed beyond its share of the points is left to the deep check.
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
  const { book } = await rulesOf(ports, project);
  let after: string | undefined;
  for (let page = 0; page < pages && remainingMs() > PAGE_TAKES_MS; page++) {
    const { issues, next } = await ports.issues.changedWithin(project, LOOKS_BACK, after);
    const known = await ports.timers.judged(issues.map(({ id }) => id));
    const behind = issues.filter((issue) => isBehind(issue, known, book.version));
    await markIssues(
      ports,
      behind.map(({ id }) => ({ issue: id, project })),
    );
    if (next === undefined) return;
    after = next;
  }
  ports.log.warn('more has changed than an hour may cost', { project });
}

function isBehind(
  { id, updated }: ChangedIssue,
  known: ReadonlyMap<IssueId, Judged>,
  version: string,
): boolean {
  const before = known.get(id);
  return !before || (before.issueUpdated ?? 0) < updated || before.ruleBook !== version;
}
