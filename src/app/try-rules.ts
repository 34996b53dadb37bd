import { endOf, historyOf, type MadeUpIssue } from '../domain/agreement/made-up-issue';
import { explain } from '../domain/timer/explain';
import { evaluateIssue } from './evaluate-issue';
import type { IssueExplained } from './explain-issue-timers';
import type { IssueReading, Ports, ProjectId } from './ports';
import { readIssues } from './read-issues';
import { rulesOf } from './rules';
import { shownOf, type IssueTimersView } from './view-issue-timers';

/** What the rules of a project make of an issue, and why. */
export interface RulesTried {
  readonly timers: IssueTimersView;
  readonly explained: IssueExplained;
}

/**
 * What is promised about an issue that is there.
 *
 * @param key its key, or its id.
 * @returns undefined when the person who asks may not see such an issue, or when it is another project's.
 * @throws JiraUnavailable, JiraRefused
 */
export async function tryOnIssue(
  ports: Ports,
  project: ProjectId,
  key: string,
): Promise<RulesTried | undefined> {
  const seen = await ports.readers.issue(key);
  if (seen?.project !== project) return undefined;
  const { book } = await rulesOf(ports, project);
  const [reading] = await readIssues(ports, book, [seen.id]);
  return reading && tried(ports, reading);
}

/** What would be promised about an issue, now or when the last of it has happened. Nothing is kept of it. */
export function tryOnMadeUp(ports: Ports, project: ProjectId, issue: MadeUpIssue): Promise<RulesTried> {
  return tried(ports, { id: '0', project, updated: endOf(issue), history: historyOf(issue) });
}

async function tried(ports: Ports, reading: IssueReading): Promise<RulesTried> {
  const { book, hoursOf } = await rulesOf(ports, reading.project);
  const now = ports.clock.now();
  const evaluation = evaluateIssue(reading, book, hoursOf, now);
  const { evaluatedAt: asOf, timers } = evaluation;
  const isEmpty = book.timelines.length === 0;
  const agreements = explain({ history: reading.history, rules: book.rules, timers }, asOf);
  return {
    timers: { ...shownOf(evaluation, book), ...(isEmpty && { kind: 'no-definitions' }) },
    explained: { kind: isEmpty ? 'no-definitions' : 'explained', asOf, agreements },
  };
}
