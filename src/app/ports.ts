import type { Revision } from '../domain/agreement/revisions';
import type { ValuesOf } from '../domain/agreement/definitions';
import type { Instant } from '../domain/time/instant';
import type { Timer } from '../domain/timer/cycle';
import type { EvaluatedTimer } from '../domain/timer/evaluate';
import type { FieldId, History } from '../domain/timer/history';

/** Jira's own ids, digits as text. An issue keeps its id for life, whatever its key. */
export type IssueId = string;
export type ProjectId = string;
export type AccountId = string;

export interface Clock {
  now(): Instant;
}

export interface Ids {
  /** A new id that nobody else has. */
  next(): string;
}

/** Words for whoever runs the app; nothing that a user wrote may go in. */
export interface Log {
  warn(message: string, details?: Readonly<Record<string, string | number>>): void;
}

export interface IssueReading {
  readonly id: IssueId;
  readonly project: ProjectId;
  /** The issue's `updated` when it was read. */
  readonly updated: Instant;
  readonly history: History;
}

export interface Issues {
  /**
   * What happened to these issues (at most 100), as the app may see it. Those that do not exist or that Jira hides from
   * the app are left out, and so are those that the app cannot make sense of.
   *
   * @param fields those whose values conditions ask about, beside the usual ones.
   * @throws JiraUnavailable, JiraRefused
   */
  read(ids: readonly IssueId[], fields: readonly FieldId[]): Promise<IssueReading[]>;
}

export interface FieldValues {
  /** Which values fields can have in a project. @throws JiraUnavailable */
  in(project: ProjectId): Promise<ValuesOf>;
}

export interface Rights {
  /** Whether the person who makes this call may administer the project. @throws JiraUnavailable */
  mayConfigure(project: ProjectId): Promise<boolean>;
}

/** A record, written as JSON, has at most so many characters, so that stores can page through records. */
export const LONGEST_RECORD = 60_000;

/** A change to definitions: all its revisions come into force together, or none does. */
export interface Change {
  readonly id: string;
  readonly project: ProjectId;
  readonly at: Instant;
  readonly actor: AccountId;
  readonly action: 'import';
  readonly revisions: readonly Revision[];
}

export interface Records {
  /** All committed revisions of a project's definitions. */
  revisions(project: ProjectId): Promise<Revision[]>;
  /**
   * Commits a change.
   * @throws SomebodyElseSaves when another change to the same records is under way or came first; nothing is changed then.
   */
  commit(change: Change): Promise<void>;
}

/** What an evaluation of an issue came to. */
export interface Evaluation {
  readonly issue: IssueId;
  readonly project: ProjectId;
  readonly outcome: 'timers' | 'not-covered' | 'unreadable';
  /** Null when the issue could not be read. */
  readonly issueUpdated: Instant | null;
  readonly evaluatedAt: Instant;
  /** The version of the rule book that it was judged by. */
  readonly ruleBook: string;
  readonly timers: readonly EvaluatedTimer[];
}

export type StoredEvaluation = Omit<Evaluation, 'timers'> & { readonly timers: readonly Timer[] };

export interface Timers {
  /** Puts these in place of what was known of the same issues. */
  save(evaluations: readonly Evaluation[]): Promise<void>;
  of(issue: IssueId): Promise<StoredEvaluation | undefined>;
  forget(issue: IssueId): Promise<void>;
}

/** That an issue may have changed. Every mark has a token of its own: only marks that were seen are ever removed. */
export interface DirtyMark {
  readonly issue: IssueId;
  readonly token: string;
}

export interface DirtyIssues {
  mark(mark: DirtyMark & { project: ProjectId; at: Instant; by: 'event' | 'view' }): Promise<void>;
  /** The oldest mark of a project, by (instant, token), of those set at `since` or later. */
  first(project: ProjectId, since?: Instant): Promise<{ token: string; at: Instant } | undefined>;
  /** Whether somebody who looked at the issue marked it after `since`. */
  viewedSince(project: ProjectId, issue: IssueId, since: Instant): Promise<boolean>;
  /** Marks of a project, oldest first, at most `limit`. */
  list(project: ProjectId, limit: number): Promise<DirtyMark[]>;
  remove(project: ProjectId, marks: readonly DirtyMark[]): Promise<void>;
}

export interface Drains {
  /** Has the drain of a project run soon; never two at once. */
  wake(project: ProjectId): Promise<void>;
}

export interface Ports {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly issues: Issues;
  readonly fieldValues: FieldValues;
  readonly rights: Rights;
  readonly records: Records;
  readonly timers: Timers;
  readonly dirtyIssues: DirtyIssues;
  readonly drains: Drains;
}
