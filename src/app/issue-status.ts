import { laterOf, type Span } from '../domain/time/instant';
import { foremost, stateOf, type TimerState } from '../domain/timer/foremost';
import { standing } from '../domain/timer/standing';
import { compiledCalendars } from './evaluate-issue';
import type { IssueId, Ports } from './ports';
import { viewIssueTimers } from './view-issue-timers';

/** How an issue stands as a whole: by the timer that calls for attention first. */
export interface IssueStatus {
  readonly state: TimerState;
  /** What is left of its goal; undefined without a promise. */
  readonly left: Span | undefined;
}

/**
 * What one word can say of an issue's timers; undefined when it has none, or when whoever asks may not see the issue.
 *
 * @throws JiraUnavailable, JiraRefused
 */
export async function issueStatus(ports: Ports, issue: IssueId): Promise<IssueStatus | undefined> {
  const seen = await ports.readers.issue(issue);
  if (!seen) return undefined;
  const { project, updated } = seen;
  const { timers, calendars, asOf } = await viewIssueTimers(ports, { issue, project }, updated);
  const now = laterOf(ports.clock.now(), asOf);
  const hoursOf = compiledCalendars({ calendars: new Map(Object.entries(calendars)) });
  const standings = timers.flatMap(({ cycles, unknown }) =>
    cycles.slice(-1).map((cycle) => standing(cycle, unknown, hoursOf, now)),
  );
  const first = foremost(standings);
  return first && { state: stateOf(first), left: first.left };
}
