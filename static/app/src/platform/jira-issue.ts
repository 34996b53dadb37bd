import { events } from '@forge/bridge';
import * as v from 'valibot';
import type { Instant } from '../../../../src/domain/time/instant';
import { jiraInstant } from './jira-instant';
import { askJira } from './jira-request';

const issueSchema = v.object({ fields: v.object({ updated: v.string() }) });

/**
 * When Jira last changed the issue, read as the person who looks at it.
 *
 * @throws Error when Jira does not let them read it, or does not answer.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-get
 */
export async function readIssueUpdated(issueId: string): Promise<Instant> {
  const { fields } = await askJira(issuePath(issueId, '?fields=updated'), issueSchema);
  return jiraInstant(fields.updated);
}

const createdSchema = v.object({ fields: v.object({ created: v.string() }) });

/** When an issue was created. @throws Error as above. */
export async function readIssueCreated(issueId: string): Promise<Instant> {
  const { fields } = await askJira(issuePath(issueId, '?fields=created'), createdSchema);
  return jiraInstant(fields.created);
}

export const issuePath = (issueId: string, rest: string): string =>
  `/rest/api/3/issue/${encodeURIComponent(issueId)}${rest}`;

/** Calls `changed` when Jira says that the open issue changed. Returns what ends that. */
export function onIssueChanged(changed: () => void): () => void {
  const subscribing = events.on('JIRA_ISSUE_CHANGED', changed);
  return () => void subscribing.then((subscription) => subscription.unsubscribe());
}
