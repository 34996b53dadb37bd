import type { Instant } from '../../domain/time/instant';
import type { IssueId, ProjectId } from './basics';

/** That an issue may have changed. Every mark has a token of its own: only marks that were seen are ever removed. */
export interface DirtyMark {
  readonly issue: IssueId;
  readonly token: string;
}

export type SetMark = DirtyMark & {
  readonly project: ProjectId;
  readonly at: Instant;
  readonly by: 'event' | 'view';
};

export interface WaitingMark extends DirtyMark {
  /** When the issue was evaluated last; null if never. */
  readonly evaluatedAt: Instant | null;
}

export interface DirtyIssues {
  /** Sets marks, at most 200. */
  mark(...marks: readonly SetMark[]): Promise<void>;
  /** The oldest mark of a project, by (instant, token), of those set at `since` or later. */
  first(project: ProjectId, since?: Instant): Promise<{ token: string; at: Instant } | undefined>;
  /** Whether somebody who looked at the issue marked it after `since`. */
  viewedSince(project: ProjectId, issue: IssueId, since: Instant): Promise<boolean>;
  /**
   * Marks of a project that may be worked on at `now`, at most `limit`: those of issues evaluated after `lately` last, else
   * the oldest first. None while work is held (see {@link Holds}).
   */
  list(
    project: ProjectId,
    limit: number,
    at: { readonly now: Instant; readonly lately: Instant },
  ): Promise<WaitingMark[]>;
  remove(project: ProjectId, marks: readonly DirtyMark[]): Promise<void>;
}

export interface Drains {
  /** Has the drain of a project run soon; never two at once. */
  wake(project: ProjectId): Promise<void>;
  /** Has it run again at about `at`, unless it is to run again after `now` by an earlier call. */
  wakeLater(project: ProjectId, when: { readonly now: Instant; readonly at: Instant }): Promise<void>;
}
