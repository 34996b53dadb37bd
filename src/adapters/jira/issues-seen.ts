import { asUser, route } from '@forge/api';
import * as v from 'valibot';
import type { IssueSeen, Readers } from '../../app/ports';
import { jiraIdSchema } from '../../contract/primitives';
import { answerOf } from './answer';
import { jiraInstant } from './schemas';
import { pageAfter } from './search';

const personSchema = v.nullish(v.object({ accountId: v.string(), displayName: v.string() }));
const namedSchema = v.object({ name: v.string() });

const issueSchema = v.object({
  id: jiraIdSchema,
  key: v.string(),
  fields: v.object({
    project: v.object({ id: jiraIdSchema }),
    summary: v.nullish(v.string()),
    created: jiraInstant,
    reporter: personSchema,
    assignee: personSchema,
    status: namedSchema,
    resolution: v.nullish(namedSchema),
  }),
});
const FIELDS = Object.keys(issueSchema.entries.fields.entries);

const pageSchema = v.object({ issues: v.array(issueSchema), nextPageToken: v.nullish(v.string()) });
const typesSchema = v.array(v.object({ id: jiraIdSchema, name: v.string() }));

const ISSUES_A_PAGE = 50;

/** Issues as the person who calls sees them. */
export const issuesSeen: Pick<Readers, 'issueTypes' | 'issuesOfTypes' | 'issueSeen'> = {
  /** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-types/#api-rest-api-3-issuetype-project-get */
  issueTypes: (project) =>
    answerOf(
      'GET issuetype/project',
      asUser().requestJira(route`/rest/api/3/issuetype/project?projectId=${project}`),
      typesSchema,
    ),

  /** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/#api-rest-api-3-search-jql-post */
  async issuesOfTypes(project, types, after) {
    const request = asUser().requestJira(route`/rest/api/3/search/jql`, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      body: JSON.stringify({
        jql: `project = ${project} AND issuetype in (${types.join(', ')}) ORDER BY created DESC`,
        fields: FIELDS,
        maxResults: ISSUES_A_PAGE,
        ...(after !== undefined && { nextPageToken: after }),
      }),
    });
    const { issues, nextPageToken } = await pageAfter(after, request, pageSchema);
    return { issues: issues.map(seen), next: nextPageToken ?? undefined };
  },

  /** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-get */
  async issueSeen(key) {
    const response = await asUser().requestJira(route`/rest/api/3/issue/${key}?fields=${FIELDS.join(',')}`);
    if (response.status === 404) return undefined;
    return seen(await answerOf('GET issue', Promise.resolve(response), issueSchema));
  },
};

function seen({ id, key, fields }: v.InferOutput<typeof issueSchema>): IssueSeen {
  const { project, summary, created, reporter, assignee, status, resolution } = fields;
  return {
    id,
    key,
    project: project.id,
    summary: summary ?? '',
    createdAt: created,
    reporter: personOf(reporter),
    assignee: personOf(assignee),
    status: status.name,
    resolution: resolution?.name ?? null,
  };
}

const personOf = (person: v.InferOutput<typeof personSchema>): IssueSeen['reporter'] =>
  person ? { account: person.accountId, name: person.displayName } : null;
