import type { PriorityGiven } from '../../domain/agreement/priority-given';
import type { Ahead } from '../../domain/alert/foresee';
import type { TimerLine } from '../../domain/report/timer-line';
import type { Instant } from '../../domain/time/instant';
import type { Reference } from '../../domain/timer/condition';
import type { Timer } from '../../domain/timer/cycle';
import type { EvaluatedTimer } from '../../domain/timer/evaluate';
import type { IssueId, ProjectId } from './basics';
import type { Shown } from './publishing';

/**
 * `not-started`: an agreement covers the issue, and no timer of it has started yet; `not-covered`: none does;
 * `no-definitions`: its project has none.
 */
export const outcomes = ['timers', 'not-started', 'not-covered', 'no-definitions', 'unreadable'] as const;
export type Outcome = (typeof outcomes)[number];

/** What an evaluation of an issue came to. */
export interface Evaluation {
  readonly issue: IssueId;
  readonly project: ProjectId;
  readonly outcome: Outcome;
  /** Null when the issue could not be read. */
  readonly issueUpdated: Instant | null;
  readonly evaluatedAt: Instant;
  /** The version of the rule book that it was judged by. */
  readonly ruleBook: string;
  readonly timers: readonly EvaluatedTimer[];
  /** The same as figures count them. */
  readonly lines: readonly TimerLine[];
  readonly ahead: Ahead;
  /** Said of an issue that no agreement covers, once it has a resolution. */
  readonly isResolved?: true;
  /** What the agreement that applies says of its priority; left out where it says nothing. */
  readonly priority?: PriorityGiven;
  /** The priority that Jira is to be given; left out where it stays as it is. */
  readonly priorityToSet?: Reference;
  /** What Jira showed of it when it was read; left out where it was not. */
  readonly shown?: Shown;
}

/** By what an issue was last judged, and when. */
export type Judged = Pick<Evaluation, 'outcome' | 'issueUpdated' | 'ruleBook' | 'evaluatedAt'>;

export type StoredEvaluation = Omit<Evaluation, 'timers' | 'lines' | 'shown' | 'ahead' | 'priorityToSet'> & {
  readonly timers: readonly Timer[];
};

export interface Timers {
  /** Puts these in place of what was known of the same issues. */
  save(evaluations: readonly Evaluation[]): Promise<void>;
  of(issue: IssueId): Promise<StoredEvaluation | undefined>;
  /** Those of these issues that were ever judged. */
  judged(issues: readonly IssueId[]): Promise<Map<IssueId, Judged>>;
  /** Forgets an issue that was deleted, but not for some days that it was. */
  forget(issue: IssueId, at: Instant): Promise<void>;
  /** Those of these issues that were deleted lately. */
  deleted(issues: readonly IssueId[]): Promise<Set<IssueId>>;
  /** The next issues of a project that were ever judged, by their number. */
  evaluatedAfter(project: ProjectId, issue: IssueId, limit: number): Promise<IssueId[]>;
  /** The latest issues of a project that were ever judged, by their number; those before `before` where one is named. */
  evaluatedBefore(project: ProjectId, before: IssueId | undefined, limit: number): Promise<IssueId[]>;
  /** What the latest issues of a project, by their number, came to. */
  latestOutcomes(project: ProjectId, limit: number): Promise<Map<IssueId, Outcome>>;
  /** What {@link of} gives, for at most 50 issues at once. */
  stored(issues: readonly IssueId[]): Promise<StoredEvaluation[]>;
  /** Whether an issue of a project was last judged by a rule book of another version. */
  hasOtherThan(project: ProjectId, ruleBook: string): Promise<boolean>;
}
