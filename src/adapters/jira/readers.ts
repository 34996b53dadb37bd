import { asUser, route } from '@forge/api';
import * as v from 'valibot';
import type { Readers } from '../../app/ports';
import { jiraIdSchema } from '../../contract/primitives';
import { answerOf } from './answer';
import { issuesSeen } from './issues-seen';
import { jiraInstant } from './schemas';

const myselfSchema = v.object({ locale: v.nullish(v.string()) });
const issueSchema = v.object({
  id: jiraIdSchema,
  fields: v.object({ updated: jiraInstant, project: v.object({ id: jiraIdSchema }) }),
});

export const jiraReaders: Readers = {
  ...issuesSeen,

  /**
   * Functions are told nothing about the language of whoever calls them. Jira knows it.
   * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-myself/#api-rest-api-3-myself-get
   */
  async locale() {
    const response = asUser().requestJira(route`/rest/api/3/myself`);
    return (await answerOf('GET myself', response, myselfSchema)).locale ?? undefined;
  },

  /** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-get */
  async issue(issue) {
    const response = await asUser().requestJira(route`/rest/api/3/issue/${issue}?fields=updated,project`);
    if (response.status === 404) return undefined;
    const { id, fields } = await answerOf('GET issue', Promise.resolve(response), issueSchema);
    return { id, project: fields.project.id, updated: fields.updated };
  },
};
