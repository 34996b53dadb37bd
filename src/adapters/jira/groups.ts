import { asApp, route } from '@forge/api';
import * as v from 'valibot';
import type { GroupId, Groups } from '../../app/ports';
import type { Reference } from '../../domain/timer/condition';
import { answerOf, responseOf } from './answer';

/** So many fit into one address, however long their names are. */
const NAMES_AT_ONCE = 10;
const LONGEST_NAME = 255;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What is asked about is unknown, or hidden from the app, as all is without the permission to browse users and groups. */
const NOT_TOLD: readonly number[] = [400, 403, 404];

const pageSchema = v.object({ values: v.array(v.object({ groupId: v.string(), name: v.string() })) });
const listSchema = v.array(v.object({ groupId: v.string() }));

/** The groups of the site, as the app's own account may see them. */
export const jiraGroups: Groups = {
  /** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-groups/#api-rest-api-3-group-bulk-get */
  async named(texts) {
    const ids = texts.filter((text) => UUID.test(text));
    const names = texts.filter(({ length }) => length > 0 && length <= LONGEST_NAME);
    const queries = [...queriesBy('groupId', ids), ...queriesBy('groupName', names)];
    const found = new Map<GroupId, Reference>();
    for (const query of queries) {
      const request = asApp().requestJira(route`/rest/api/3/group/bulk?${query}`);
      const response = await responseOf('GET group/bulk', request);
      if (NOT_TOLD.includes(response.status)) continue;
      const { values } = await answerOf('GET group/bulk', Promise.resolve(response), pageSchema);
      for (const { groupId: id, name } of values) found.set(id, { id, name });
    }
    return [...found.values()];
  },

  /** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/#api-rest-api-3-user-groups-get */
  async of(account) {
    const request = asApp().requestJira(route`/rest/api/3/user/groups?accountId=${account}`);
    const response = await responseOf('GET user/groups', request);
    if (NOT_TOLD.includes(response.status)) return { groups: null, points: 1 };
    const list = await answerOf('GET user/groups', Promise.resolve(response), listSchema);
    // One for the request, and two for each group in the answer, as Jira counts.
    return { groups: list.map(({ groupId }) => groupId), points: 1 + 2 * list.length };
  },
};

function queriesBy(parameter: 'groupId' | 'groupName', texts: readonly string[]): URLSearchParams[] {
  const pieces = Array.from({ length: Math.ceil(texts.length / NAMES_AT_ONCE) }, (_, index) =>
    texts.slice(index * NAMES_AT_ONCE, (index + 1) * NAMES_AT_ONCE),
  );
  return pieces.map((piece) => new URLSearchParams(piece.map((text): [string, string] => [parameter, text])));
}
