import type { IssueId } from './basics';

export type ReplySent =
  | { readonly sent: true }
  /** Why Jira will not have it, in its own words, in the language of whoever calls; empty where it does not say. */
  | { readonly refused: string };

/** What customers are told on their issues. */
export interface Replies {
  /**
   * Writes a public comment as the person who calls; on a request Jira sends it to the customer.
   *
   * @param id by which {@link isThere} finds it.
   * @throws JiraUnavailable; it may have been written all the same.
   */
  send(issue: IssueId, id: string, text: string): Promise<ReplySent>;
  /** Whether that reply was written, whoever wrote it. @throws JiraUnavailable, JiraRefused */
  isThere(issue: IssueId, id: string): Promise<boolean>;
}
