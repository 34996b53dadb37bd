import { asUser, getAppContext, route } from '@forge/api';
import * as v from 'valibot';
import type { Readers } from '../../app/ports';
import { jiraIdSchema } from '../../contract/primitives';
import { answerOf } from './answer';
import { jiraInstant } from './schemas';

const myselfSchema = v.object({ locale: v.nullish(v.string()) });
const issueSchema = v.object({
  fields: v.object({ updated: jiraInstant, project: v.object({ id: jiraIdSchema }) }),
});

/** A process that has met so many people forgets them all. */
const MOST_KNOWN = 1_000;
const known = new Map<string, string | undefined>();

export const jiraReaders: Readers = {
  /**
   * Functions are told nothing about the language of whoever calls them. Jira knows it, and is asked once per process,
   * since identities cost it most.
   *
   * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-myself/#api-rest-api-3-myself-get
   */
  async locale(account) {
    const reader = `${getAppContext().installationAri.toString()} ${account}`;
    if (known.has(reader)) return known.get(reader);
    const { locale } = await answerOf(
      'GET myself',
      asUser().requestJira(route`/rest/api/3/myself`),
      myselfSchema,
    );
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(reader, locale ?? undefined);
    return locale ?? undefined;
  },

  /** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-get */
  async issue(issue) {
    const response = await asUser().requestJira(route`/rest/api/3/issue/${issue}?fields=updated,project`);
    if (response.status === 404) return undefined;
    const { fields } = await answerOf('GET issue', Promise.resolve(response), issueSchema);
    return { project: fields.project.id, updated: fields.updated };
  },
};
