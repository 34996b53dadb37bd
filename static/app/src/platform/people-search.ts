import * as v from 'valibot';
import type { Reference } from '../../../../src/domain/timer/condition';
import { askJira } from './jira-request';

const peopleSchema = v.array(
  v.object({ accountId: v.string(), displayName: v.string(), accountType: v.optional(v.string()) }),
);

const MOST_FOUND = 20;

/**
 * People who work on the site whose name or address begins so.
 *
 * @throws Error when Jira does not answer.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-user-search/#api-rest-api-3-user-search-get
 */
export async function findPeople(query: string): Promise<Reference[]> {
  const path = `/rest/api/3/user/search?maxResults=${MOST_FOUND}&query=${encodeURIComponent(query)}`;
  const people = await askJira(path, peopleSchema);
  return people
    .filter(({ accountType = 'atlassian' }) => accountType === 'atlassian')
    .map(({ accountId, displayName }) => ({ id: accountId, name: displayName }));
}
