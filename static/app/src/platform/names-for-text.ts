import * as v from 'valibot';
import { issuePath } from './jira-issue';
import { askJira } from './jira-request';

const issueSchema = v.object({
  key: v.string(),
  fields: v.object({
    project: v.object({ name: v.string() }),
    reporter: v.nullish(v.object({ displayName: v.string() })),
  }),
});

/**
 * What a text about an issue may call it, its project and who asked; that is empty where Jira does not say.
 *
 * @throws Error when Jira does not let whoever looks read it, or does not answer.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-get
 */
export async function readNamesForText(
  issueId: string,
): Promise<{ readonly issue: string; readonly project: string; readonly reporter: string }> {
  const { key, fields } = await askJira(issuePath(issueId, '?fields=project,reporter'), issueSchema);
  return { issue: key, project: fields.project.name, reporter: fields.reporter?.displayName ?? '' };
}
