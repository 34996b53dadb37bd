import { asApp, route } from '@forge/api';
import * as v from 'valibot';
import type { FieldValues } from '../../app/ports';
import type { Reference } from '../../domain/timer/condition';
import { answerOf } from './answer';

const named = v.object({ id: v.string(), name: v.string() });
const typesWithStatuses = v.array(v.object({ ...named.entries, statuses: v.array(named) }));

/** The fields whose values conditions can name so far. */
export const jiraFieldValues: FieldValues = {
  async in(project) {
    const types = await answerOf(
      'GET project/statuses',
      asApp().requestJira(route`/rest/api/3/project/${project}/statuses`),
      typesWithStatuses,
    );
    const statuses = new Map(types.flatMap((type) => type.statuses).map((status) => [status.id, status]));
    const values = new Map<string, readonly Reference[]>([
      ['status', [...statuses.values()]],
      ['issuetype', types.map(({ id, name }) => ({ id, name }))],
      ['priority', await priorities()],
      // Conditions can ask whether these are empty; their values cannot be named.
      ['assignee', []],
      ['resolution', []],
    ]);
    return (field) => values.get(field);
  },
};

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-priorities/#api-rest-api-3-priority-get */
async function priorities(): Promise<Reference[]> {
  // Its paged successor, priority/search, asks for manage:jira-configuration, which the app does without.
  return answerOf('GET priority', asApp().requestJira(route`/rest/api/3/priority`), v.array(named));
}
