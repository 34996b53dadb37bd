import { view } from '@forge/bridge';
import * as v from 'valibot';
import type { Reference } from '../../../../src/domain/timer/condition';
import { askJira } from './jira-request';
import { projectHere } from './project';
import type { IssueAddress } from './site-names';

/** An issue, and how far the work on it is. */
export interface IssueState extends IssueAddress {
  /** As Jira calls it. */
  readonly status: string;
  readonly isDone: boolean;
}

const issuesSchema = v.object({
  issues: v.array(
    v.object({
      id: v.string(),
      key: v.string(),
      fields: v.object({
        summary: v.optional(v.string(), ''),
        status: v.object({ name: v.string(), statusCategory: v.object({ key: v.string() }) }),
      }),
    }),
  ),
});

/**
 * @param ids at most 100; those that Jira keeps back, or has no more, are left out.
 * @throws Error when Jira does not answer.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-bulkfetch-post
 */
export async function readIssueStates(ids: readonly string[]): Promise<ReadonlyMap<string, IssueState>> {
  if (ids.length === 0) return new Map();
  const asked = { issueIdsOrKeys: ids, fields: ['summary', 'status'] };
  const [{ issues }, { siteUrl }] = await Promise.all([
    askJira('/rest/api/3/issue/bulkfetch', issuesSchema, asked),
    view.getContext(),
  ]);
  return new Map(
    issues.map(({ id, key, fields: { summary, status } }) => [
      id,
      {
        key,
        summary,
        url: `${siteUrl}/browse/${key}`,
        status: status.name,
        isDone: status.statusCategory.key === 'done',
      },
    ]),
  );
}

const typesSchema = v.array(
  v.object({ id: v.string(), name: v.string(), subtask: v.optional(v.boolean(), false) }),
);

/**
 * The types of which issues can be made in the project by themselves.
 *
 * @throws Error when Jira does not answer.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-types/#api-rest-api-3-issuetype-project-get
 */
export async function readIssueTypes(): Promise<Reference[]> {
  const { id: project } = await projectHere();
  const path = `/rest/api/3/issuetype/project?projectId=${encodeURIComponent(project)}`;
  const types = await askJira(path, typesSchema);
  return types.filter(({ subtask }) => !subtask).map(({ id, name }) => ({ id, name }));
}
