import type { Instant } from '../domain/time/instant';
import { explain, type AgreementExplained } from '../domain/timer/explain';
import { evaluateIssue } from './evaluate-issue';
import type { IssueId, Ports, ProjectId } from './ports';
import { readIssues } from './read-issues';
import { rulesOf } from './rules';

/** Why an issue has the timers and the goals that it has, or none. */
export interface IssueExplained {
  readonly kind: 'explained' | 'no-definitions' | 'unreadable';
  readonly asOf: Instant;
  /** In the order in which they are tried. */
  readonly agreements: readonly AgreementExplained[];
}

/**
 * Reads the issue afresh, in one request: what is stored of it says what came of the rules, and not why.
 *
 * @throws JiraUnavailable, JiraRefused
 */
export async function explainIssueTimers(
  ports: Ports,
  { issue, project }: { issue: IssueId; project: ProjectId },
): Promise<IssueExplained> {
  const { book, hoursOf } = await rulesOf(ports, project);
  if (book.timelines.length === 0) return { kind: 'no-definitions', asOf: ports.clock.now(), agreements: [] };
  const [reading] = await readIssues(ports, book, [issue]);
  if (!reading) return { kind: 'unreadable', asOf: ports.clock.now(), agreements: [] };
  const { timers, evaluatedAt: asOf } = evaluateIssue(reading, book, hoursOf, ports.clock.now());
  const agreements = explain({ history: reading.history, rules: book.rules, timers }, asOf);
  return { kind: 'explained', asOf, agreements };
}
