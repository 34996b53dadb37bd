import { evaluateIssue } from './evaluate-issue';
import { markIssues } from './mark-issue';
import type { Evaluation, IssueId, Ports, ProjectId, PublishedLater } from './ports';
import { publishNow } from './publish';
import { readIssues } from './read-issues';
import { rulesOf } from './rules';

/**
 * Publishes what Jira did not take before. Where that was left to a task of Jira's, only what it could not write, and what
 * it may have written over: an issue that was drained again meanwhile. These are written one by one, so that Jira refuses
 * no more than what it does not want. While work is held it is left to the drain.
 *
 * @throws JiraUnavailable, also while the task is under way; JiraRefused
 */
export async function lookAfterPublication(
  ports: Ports,
  { project, task, issues }: PublishedLater,
): Promise<void> {
  const ids = [...issues.keys()];
  if (await ports.holds.isHeld(ports.clock.now(), project)) {
    // The drain publishes what is missing, as soon as it may.
    return markIssues(
      ports,
      ids.map((issue) => ({ issue, project })),
    );
  }
  if (task === undefined) {
    await publishNow(ports, project, await evaluatedAnew(ports, project, ids));
    return;
  }
  const failed = await ports.publisher.failed(task, ids);
  const judged = await ports.timers.judged(ids);
  const isOvertaken = (issue: IssueId): boolean =>
    judged.has(issue) && judged.get(issue)?.issueUpdated !== issues.get(issue);
  const again = ids.filter((issue) => failed.includes(issue) || isOvertaken(issue));
  for (const evaluation of await evaluatedAnew(ports, project, again)) {
    await publishNow(ports, project, [evaluation]);
  }
}

/** Without those that were moved: the drain of the project where they are publishes them. */
async function evaluatedAnew(
  ports: Ports,
  project: ProjectId,
  issues: readonly IssueId[],
): Promise<Evaluation[]> {
  if (issues.length === 0) return [];
  const { book, hoursOf } = await rulesOf(ports, project);
  const readings = await readIssues(ports, book, issues);
  const now = ports.clock.now();
  return readings
    .filter((reading) => reading.project === project)
    .map((reading) => evaluateIssue(reading, book, hoursOf, now));
}
