import { evaluateIssue, fieldsAskedFor } from './evaluate-issue';
import type { IssueId, Ports, ProjectId, WrittenLater } from './ports';
import { publicationOf } from './publish';
import { rulesOf } from './rules';

/**
 * Looks after what was left to a task of Jira's. Some of its issues may not have been written, and what it wrote last may
 * stand in the place of something newer: where an issue was drained again meanwhile. These are written once more, one by
 * one, so that Jira refuses no more than what it does not want.
 *
 * @throws JiraUnavailable, also while the task is under way; JiraRefused
 */
export async function checkPublication(ports: Ports, { project, task, issues }: WrittenLater): Promise<void> {
  const ids = [...issues.keys()];
  const failed = await ports.publisher.failed(task, ids);
  const judged = await ports.timers.judged(ids);
  const isOvertaken = (issue: IssueId): boolean =>
    judged.has(issue) && judged.get(issue)?.issueUpdated !== issues.get(issue);
  await publishOneByOne(
    ports,
    project,
    ids.filter((issue) => failed.includes(issue) || isOvertaken(issue)),
  );
}

async function publishOneByOne(ports: Ports, project: ProjectId, issues: readonly IssueId[]): Promise<void> {
  if (issues.length === 0) return;
  const { book, hoursOf } = await rulesOf(ports, project);
  const readings = await ports.issues.read(issues, fieldsAskedFor(book));
  const now = ports.clock.now();
  // What was moved is published by the drain of the project where it is now.
  for (const reading of readings.filter((one) => one.project === project)) {
    const publication = publicationOf(evaluateIssue(reading, book, hoursOf, now));
    if (publication) await ports.publisher.write([publication]);
  }
}
