import type { Instant } from '../../domain/time/instant';
import type { AccountId, IssueId, ProjectId } from './basics';
import type { GroupId } from './people';

/** A timer that was not stored as a fresh evaluation as of then has it. */
export interface Drift {
  readonly issue: IssueId;
  readonly project: ProjectId;
  readonly agreement: string;
  readonly metric: string;
  /** What each is, in JSON; empty where there is no such timer. */
  readonly stored: string;
  readonly fresh: string;
  readonly foundAt: Instant;
}

/** How far the hourly and the daily look are, and what they have found. */
export interface Checks {
  /** Up to when what changed in a project is known; undefined before the first look. */
  reconciledUntil(project: ProjectId): Promise<Instant | undefined>;
  setReconciledUntil(project: ProjectId, until: Instant): Promise<void>;
  /** The issue of a project that was checked last; `0` at the start of each round. */
  lastChecked(project: ProjectId): Promise<IssueId>;
  setLastChecked(project: ProjectId, issue: IssueId): Promise<void>;
  /** Notes that the daily look came through. */
  setChecked(project: ProjectId, at: Instant): Promise<void>;
  record(drifts: readonly Drift[]): Promise<void>;
  /** Forgets what was deleted, and what was found, before those instants. */
  clear(before: { readonly deletedBefore: Instant; readonly foundBefore: Instant }): Promise<void>;
}

/** The groups that an account was seen in (engine rule 9). */
export interface Membership {
  readonly account: AccountId;
  /** Since when that is known. */
  readonly seenAt: Instant;
  /** Null when Jira did not tell. */
  readonly groups: readonly GroupId[] | null;
  /** When the account was looked at last; null until all is done that a change calls for. */
  readonly readAt: Instant | null;
}

/** What Jira keeps no history of, as the app has seen it: what was seen stays, and what is seen anew is added. */
export interface Memberships {
  /** All that was ever seen of these accounts, in the order in which it was. */
  of(accounts: readonly AccountId[]): Promise<Membership[]>;
  /** Adds these; of an account and an instant the latest counts. */
  add(memberships: readonly Membership[]): Promise<void>;
  /** Notes when these accounts were looked at. */
  setRead(accounts: readonly AccountId[], at: Instant): Promise<void>;
  /** Accounts that were ever looked at, those first for whom it was longest ago, at most `limit`. */
  readLongestAgo(limit: number): Promise<AccountId[]>;
}
