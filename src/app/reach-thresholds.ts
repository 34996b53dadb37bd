import { actOnAlerts } from './act-on-alerts';
import { evaluateIssue } from './evaluate-issue';
import { markIssues } from './mark-issue';
import type { IssueId, Ports, ProjectId, ThresholdsMessage } from './ports';
import { raiseAlerts } from './raise-alerts';
import { readIssues } from './read-issues';
import { rulesOf } from './rules';

/**
 * An instant has come that was known ahead (design §3.4): whatever of it still holds, as a fresh reading of the issues
 * tells, is told, and the drain writes and publishes how they stand now. Coming twice is harmless; while even urgent work is
 * held the instants stay, and the tick plans them again.
 *
 * @param remainingMs how much of its time limit this run has left.
 * @throws JiraUnavailable; the message can be tried again.
 */
export async function reachThresholds(
  ports: Ports,
  { at, issues }: ThresholdsMessage,
  remainingMs: () => number,
): Promise<void> {
  if (await ports.holds.isUrgentHeld(ports.clock.now())) return;
  const reached = await ports.thresholds.reached(issues, at);
  const alerting = reached.filter(({ alert }) => alert);
  for (const project of new Set(alerting.map((each) => each.project))) {
    const those = alerting.filter((each) => each.project === project).map(({ issue }) => issue);
    await tellWhatHolds(ports, project, those);
  }
  if (reached.length > 0) {
    await markIssues(ports, reached);
    await ports.thresholds.pass(
      reached.map(({ issue }) => issue),
      at,
    );
  }
  await actOnAlerts(ports, issues, remainingMs);
}

async function tellWhatHolds(ports: Ports, project: ProjectId, issues: readonly IssueId[]): Promise<void> {
  const rules = await rulesOf(ports, project);
  const { book, hoursOf } = rules;
  if (book.timelines.length === 0) return;
  const readings = await readIssues(ports, book, issues);
  const now = ports.clock.now();
  // One that was moved is left to the drain, which knows the agreements there.
  const evaluations = readings
    .filter((reading) => reading.project === project)
    .map((reading) => evaluateIssue(reading, book, hoursOf, now));
  await raiseAlerts(ports, rules, evaluations, 'return');
}
