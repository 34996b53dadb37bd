import type { Instant } from '../../domain/time/instant';
import type { AccountId, ProjectId } from './basics';

/** Work for which no message is under way any more, though one should be. */
export interface WaitingWork {
  /** No work may be done on the whole site, see {@link Holds}. */
  readonly isHeld: boolean;
  /** Projects with marks so old that the wake-up of their drain is lost. */
  readonly drains: readonly ProjectId[];
  /** Projects whose backfill runs, but has not gone on for long. */
  readonly lateBackfills: readonly ProjectId[];
  /** The same of previews of repairs. */
  readonly latePreviews: readonly ProjectId[];
  /** Projects that have been changed, by `actor` or others, since their last backfill was started. */
  readonly missingBackfills: readonly { readonly project: ProjectId; readonly actor: AccountId }[];
  /** Deleted projects of which something is left. */
  readonly deletedProjects: readonly ProjectId[];
  /** Whether an issue changes by itself soon, or an alert is left to finish. */
  readonly isSomethingAhead: boolean;
}

export interface Waiting {
  /** All of the site that waits at `now`; one statement. */
  at(now: Instant): Promise<WaitingWork>;
}

/** What stops the work in the background. Panels go on as far as they need nothing of Jira. */
export interface Holds {
  /**
   * Stops it on the whole site until then, because of what Jira says.
   *
   * @param hold with `butUrgent`, what cannot wait goes on: alerts whose instant has come, and what somebody looks at.
   */
  hold(hold: { readonly until: Instant; readonly reason: string; readonly butUrgent?: true }): Promise<void>;
  /**
   * Whether no work may be done that can wait: on the whole site or, where one is named, in that project, archived or
   * deleted.
   */
  isHeld(now: Instant, project?: ProjectId): Promise<boolean>;
  /** Whether on the whole site not even that may be done which cannot wait. */
  isUrgentHeld(now: Instant): Promise<boolean>;
}

/** The points that Jira grants the app an hour. */
export interface Quota {
  /** Whether Jira's latest answer in this process said that few are left: it does below a fifth. */
  isLow(): boolean;
}

/** `archived` and `deleted`, also only into the trash: nobody works there, and nothing is done for it. */
export type ProjectState = 'live' | 'archived' | 'deleted';

export interface Projects {
  /** What became of a project at an instant; without effect when more is known of later. */
  setState(project: ProjectId, state: ProjectState, at: Instant): Promise<void>;
  /** Since when work may be done there again that was stopped; undefined for a project that always was live, or is not. */
  liveAgainSince(project: ProjectId): Promise<Instant | undefined>;
  /** Live projects that have an agreement. */
  withAgreements(): Promise<ProjectId[]>;
  /** Forgets the timers of some issues of a project, and all jobs and marks. Whether there may be more. */
  forgetSome(project: ProjectId): Promise<boolean>;
}
