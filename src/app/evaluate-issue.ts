import { readMatrix } from '../domain/agreement/priority-given';
import type { RuleBook } from '../domain/agreement/rule-book';
import { foresee } from '../domain/alert/foresee';
import { compiledCalendar } from '../domain/calendar/compiled-calendars';
import { DomainError, problem } from '../domain/problem';
import { laterOf, type Instant } from '../domain/time/instant';
import { fieldsAskedBy, fieldsShownBy } from '../domain/agreement/agreement';
import { timerLines } from '../domain/report/timer-line';
import { evaluate } from '../domain/timer/evaluate';
import { isCovered } from '../domain/timer/explain-agreements';
import type { FieldId } from '../domain/timer/history';
import type { HoursOf } from '../domain/timer/account';
import { publicationsOf } from '../domain/timer/timeline';
import { presentAt } from '../domain/timer/unmet';
import type { Evaluation, IssueId, IssueReading, ProjectId } from './ports';

/**
 * Judges one issue by all that was ever in force in its project. Where Jira's clock is ahead of ours, its clock counts:
 * what it has told us has happened.
 */
export function evaluateIssue(
  reading: IssueReading,
  book: RuleBook,
  hoursOf: HoursOf,
  clock: Instant,
): Evaluation {
  const now = laterOf(clock, reading.updated);
  const timers = evaluate(reading.history, book.rules, hoursOf, now);
  return {
    issue: reading.id,
    project: reading.project,
    ...(timers.length > 0 ? { outcome: 'timers' } : withoutTimers(reading, book, now)),
    issueUpdated: reading.updated,
    evaluatedAt: now,
    ruleBook: book.version,
    timers,
    lines: timerLines(timers, reading.history, book, now),
    ahead: foresee(timers, { ...book, hoursOf }, now),
    ...(timers.length > 0 && priorityOf(reading, book, now)),
    ...(reading.shown && { shown: reading.shown }),
  };
}

function withoutTimers(
  { history }: IssueReading,
  { timelines, rules }: RuleBook,
  now: Instant,
): Pick<Evaluation, 'outcome' | 'isResolved'> {
  if (timelines.length === 0) return { outcome: 'no-definitions' };
  if (isCovered(history, rules, now)) return { outcome: 'not-started' };
  const { resolution = [] } = presentAt(history, now).fields;
  return { outcome: 'not-covered', ...(resolution.length > 0 && { isResolved: true }) };
}

/** Of an issue without timers no agreement has taken care yet. */
function priorityOf(
  { history }: IssueReading,
  { rules }: RuleBook,
  now: Instant,
): Pick<Evaluation, 'priority' | 'priorityToSet'> {
  const read = readMatrix(history, rules, now);
  return read ? { priority: read.given, ...(read.toSet && { priorityToSet: read.toSet }) } : {};
}

export function unreadable(issue: IssueId, project: ProjectId, book: RuleBook, now: Instant): Evaluation {
  return {
    issue,
    project,
    outcome: 'unreadable',
    issueUpdated: null,
    evaluatedAt: now,
    ruleBook: book.version,
    timers: [],
    lines: [],
    ahead: { change: null, alert: null },
  };
}

/** The compiled calendars of a rule book; equal ones are compiled once in a process, whatever book they come from. */
export function compiledCalendars({ calendars }: Pick<RuleBook, 'calendars'>): HoursOf {
  return (version) => {
    const calendar = calendars.get(version);
    if (!calendar) throw new DomainError(problem('goal.unknown-calendar', '', { found: version }));
    return compiledCalendar(calendar);
  };
}

/**
 * The fields that the agreements of a rule book ask about. Those that no timer goes by come last: of several whose history
 * has a hole the first is told, which must be one that says that a timer cannot be judged.
 */
export function fieldsAskedFor(book: RuleBook): FieldId[] {
  const published = book.timelines.flatMap(publicationsOf).map(({ agreement }) => agreement);
  const reported = [book.reporting?.customer, book.reporting?.team].filter((field) => field !== undefined);
  return [
    ...new Set([...published.flatMap(fieldsAskedBy), ...published.flatMap(fieldsShownBy), ...reported]),
  ];
}
