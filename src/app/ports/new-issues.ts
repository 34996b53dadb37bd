import type { LocalDate } from '../../domain/time/local-date';
import type { AccountId, IssueId, ProjectId } from './basics';

/** What Jira may know nothing of on the screen on which issues are created. */
export const dispensable = ['description', 'assignee', 'duedate'] as const;
export type Dispensable = (typeof dispensable)[number];

/** An issue as somebody wants it. */
export interface IssueWanted {
  readonly project: ProjectId;
  /** The id of its type. */
  readonly issueType: string;
  readonly summary: string;
  /** In lines; empty for none. */
  readonly description: string;
  readonly assignee: AccountId;
  readonly due: LocalDate;
}

export type IssueMade =
  | {
      readonly id: IssueId;
      readonly key: string;
      /** What Jira would not take with it. */
      readonly leftOut: readonly Dispensable[];
    }
  /** Why Jira will not have it, in its own words, in the language of whoever calls; empty where it does not say. */
  | { readonly refused: string };

export interface NewIssues {
  /**
   * Makes an issue as the person who calls.
   * @throws JiraUnavailable; it may have been made all the same.
   */
  create(wanted: IssueWanted): Promise<IssueMade>;
}
