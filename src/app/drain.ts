import { evaluateIssue, fieldsAskedFor, unreadable } from './evaluate-issue';
import type { Evaluation, Ports, ProjectId } from './ports';
import { rulesOf } from './rules';

/** Jira gives at most so many issues in one reading. */
const ISSUES_AT_ONCE = 100;
/** One issue may carry several marks. */
const MARKS_AT_ONCE = 500;
/** What a round needs in the worst case; with less left, the rest goes to the next drain. */
const ROUND_NEEDS_MS = 20_000;

/**
 * Evaluates the marked issues of a project until none is left (design §3.2). Marks are removed only after what they led
 * to is written, so that a crash at any point repeats work and loses none.
 *
 * @param remainingMs how much of its time limit this run has left.
 * @throws JiraUnavailable, JiraRefused; the marks are kept.
 */
export async function drain(ports: Ports, project: ProjectId, remainingMs: () => number): Promise<void> {
  for (;;) {
    const marks = await ports.dirtyIssues.list(project, MARKS_AT_ONCE);
    if (marks.length === 0) return;
    if (remainingMs() < ROUND_NEEDS_MS) return ports.drains.wake(project);

    const issues = new Set([...new Set(marks.map(({ issue }) => issue))].slice(0, ISSUES_AT_ONCE));
    await ports.timers.save(await evaluated(ports, project, [...issues]));
    await ports.dirtyIssues.remove(
      project,
      marks.filter(({ issue }) => issues.has(issue)),
    );
  }
}

async function evaluated(ports: Ports, project: ProjectId, issues: readonly string[]): Promise<Evaluation[]> {
  const rules = rulesOf(ports);
  const own = await rules(project);
  // Most projects of a site have no agreement, and all projects share its quota.
  if (own.book.timelines.length === 0) return [];
  const readings = await ports.issues.read(issues, fieldsAskedFor(own.book));
  const now = ports.clock.now();
  const evaluations: Evaluation[] = [];
  for (const reading of readings) {
    const { book, hoursOf } = await rules(reading.project);
    evaluations.push(evaluateIssue(reading, book, hoursOf, now));
  }
  const read = new Set(readings.map(({ id }) => id));
  const missing = issues.filter((issue) => !read.has(issue));
  return [...evaluations, ...missing.map((issue) => unreadable(issue, project, own.book, now))];
}
