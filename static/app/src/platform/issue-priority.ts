import { requestJira } from '@forge/bridge';
import * as v from 'valibot';
import { issuePath } from './jira-issue';
import { askJira } from './jira-request';

const permissionsSchema = v.object({
  permissions: v.object({ EDIT_ISSUES: v.object({ havePermission: v.boolean() }) }),
});

/**
 * Whether the person who looks may edit the issue.
 *
 * @throws Error when Jira does not answer.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-mypermissions-get
 */
export async function mayEditIssue(issueId: string): Promise<boolean> {
  const path = `/rest/api/3/mypermissions?issueId=${encodeURIComponent(issueId)}&permissions=EDIT_ISSUES`;
  const { permissions } = await askJira(path, permissionsSchema);
  return permissions.EDIT_ISSUES.havePermission;
}

/**
 * Gives the issue a priority, as the person who looks at it.
 *
 * @throws Error when Jira does not take it, or does not answer.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-put
 */
export async function setIssuePriority(issueId: string, priority: string): Promise<void> {
  const response = await requestJira(issuePath(issueId, ''), {
    method: 'PUT',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ fields: { priority: { id: priority } } }),
  });
  if (!response.ok) throw new Error(`Jira answered ${response.status}`);
}
