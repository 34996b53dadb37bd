import { laterOf, type Span } from '../domain/time/instant';
import { foremost, stateOf, type TimerState } from '../domain/timer/foremost';
import { standing } from '../domain/timer/standing';
import { compiledCalendars } from './evaluate-issue';
import type { IssueId, Ports, ProjectId } from './ports';
import { viewIssueTimers } from './view-issue-timers';

/** How an issue stands as a whole: by the timer that calls for attention first. */
export interface IssueStatus {
  readonly state: TimerState;
  /** What is left of its goal; undefined without a promise. */
  readonly left: Span | undefined;
}

/**
 * What one word can say of an issue's timers; undefined when it has none.
 *
 * @throws JiraUnavailable, JiraRefused
 */
export async function issueStatus(
  ports: Ports,
  place: { issue: IssueId; project: ProjectId },
): Promise<IssueStatus | undefined> {
  const { timers, calendars, asOf } = await viewIssueTimers(ports, place, undefined);
  const now = laterOf(ports.clock.now(), asOf);
  const hoursOf = compiledCalendars({ calendars: new Map(Object.entries(calendars)) });
  const standings = timers.flatMap(({ cycles, unknown }) =>
    cycles.slice(-1).map((cycle) => standing(cycle, unknown, hoursOf, now)),
  );
  const first = foremost(standings);
  return first && { state: stateOf(first), left: first.left };
}
