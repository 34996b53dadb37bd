import type { Instant } from '../../domain/time/instant';
import type { Reference } from '../../domain/timer/condition';
import type { AccountId, IssueId, ProjectId } from './basics';
import type { IssueReading } from './issues';

/** Jira's id of a group, which stays when the group is renamed. */
export type GroupId = string;

export interface Groups {
  /**
   * Those of these groups that the site has and the app may see, each named by its name or its id.
   * @throws JiraUnavailable, JiraRefused
   */
  named(texts: readonly string[]): Promise<Reference[]>;
  /**
   * The groups that an account is in now; null when Jira does not tell, because it does not know the account, or because
   * the app may not browse groups.
   * @throws JiraUnavailable, JiraRefused
   */
  of(account: AccountId): Promise<{ readonly groups: readonly GroupId[] | null; readonly points: number }>;
}

export interface Rights {
  /**
   * Whether the person who makes this call may see the project at all.
   *
   * @param account theirs, by which a yes is remembered for a minute.
   * @throws JiraUnavailable
   */
  mayBrowse(project: ProjectId, account: AccountId): Promise<boolean>;
  /** Whether the person who makes this call may edit issues of the project. @throws JiraUnavailable */
  mayEdit(project: ProjectId): Promise<boolean>;
  /** Whether the person who makes this call may comment on an issue. @throws JiraUnavailable */
  mayComment(issue: IssueId): Promise<boolean>;
  /** Whether the person who makes this call may administer the project. @throws JiraUnavailable */
  mayConfigure(project: ProjectId): Promise<boolean>;
  /**
   * Whether Jira lets the person who makes this call monitor service levels of the project: who administers it may, and
   * whoever was granted the app's own permission for that.
   *
   * @throws JiraUnavailable
   */
  mayMonitor(project: ProjectId): Promise<boolean>;
  /**
   * Whether the person who makes this call administers Jira.
   *
   * @param account theirs, by which a yes is remembered for a minute.
   * @throws JiraUnavailable
   */
  mayAdminister(account: AccountId): Promise<boolean>;
}

/** What only the person who makes a call is shown; asked of Jira as that person. */
export interface Readers {
  /**
   * Their language, such as `zh_CN`; undefined when Jira does not say.
   * @throws JiraUnavailable
   */
  locale(): Promise<string | undefined>;
  /**
   * Where an issue is and when it changed last; undefined when they may not see it.
   *
   * @param issue its id, or its key.
   * @throws JiraUnavailable
   */
  issue(issue: IssueId): Promise<Pick<IssueReading, 'id' | 'project' | 'updated'> | undefined>;
  /** The types that issues of a project can have. @throws JiraUnavailable, JiraRefused */
  issueTypes(project: ProjectId): Promise<Reference[]>;
  /**
   * Issues of a project that have one of these types, the youngest first, a page of at most 50; the search may be seconds
   * behind.
   *
   * @param types ids of some that the project has: Jira refuses others.
   * @param after the `next` of the page before; undefined for the first.
   * @throws JiraUnavailable, JiraRefused; PageUnknown when `after` is too old, or was not given for these types.
   */
  issuesOfTypes(
    project: ProjectId,
    types: readonly string[],
    after: string | undefined,
  ): Promise<{ readonly issues: readonly IssueSeen[]; readonly next: string | undefined }>;
  /** An issue as they see it; undefined when they may not. @throws JiraUnavailable, JiraRefused */
  issueSeen(key: string): Promise<IssueSeen | undefined>;
}

/** An account, and what it is called. */
export interface PersonSeen {
  readonly account: AccountId;
  readonly name: string;
}

/** What somebody sees of an issue, with names as Jira has them in their language. */
export interface IssueSeen {
  readonly id: IssueId;
  readonly key: string;
  readonly project: ProjectId;
  readonly summary: string;
  readonly createdAt: Instant;
  /** Null for nobody. */
  readonly reporter: PersonSeen | null;
  readonly assignee: PersonSeen | null;
  readonly status: string;
  /** Null while it has none. */
  readonly resolution: string | null;
}
