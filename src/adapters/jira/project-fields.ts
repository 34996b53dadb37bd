import { asApp, route } from '@forge/api';
import * as v from 'valibot';
import type { ProjectFields } from '../../app/ports';
import type { Reference } from '../../domain/timer/condition';
import { answerOf } from './answer';
import { freshSiteFields } from './site-fields';

const named = v.object({ id: v.string(), name: v.string() });
const typesWithStatuses = v.array(v.object({ ...named.entries, statuses: v.array(named) }));

/** Every field of the site whose past Jira keeps, with the values of those whose values the app may list. */
export const jiraProjectFields: ProjectFields = {
  async in(project) {
    const [site, types, priorities, resolutions] = await Promise.all([
      freshSiteFields(),
      answerOf(
        'GET project/statuses',
        asApp().requestJira(route`/rest/api/3/project/${project}/statuses`),
        typesWithStatuses,
      ),
      answerOf('GET priority', asApp().requestJira(route`/rest/api/3/priority`), v.array(named)),
      answerOf('GET resolution', asApp().requestJira(route`/rest/api/3/resolution`), v.array(named)),
    ]);
    const statuses = new Map(types.flatMap((type) => type.statuses).map((status) => [status.id, status]));
    const listed = new Map<string, readonly Reference[]>([
      ['status', [...statuses.values()]],
      ['issuetype', types.map(({ id, name }) => ({ id, name }))],
      ['priority', priorities],
      ['resolution', resolutions],
    ]);
    return (field) => {
      const [kind, values] = [site.kindOf(field), listed.get(field)];
      return kind && { kind, ...(values && { values }) };
    };
  },
};
