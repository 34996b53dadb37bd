import { asApp, route } from '@forge/api';
import * as v from 'valibot';
import type { ProjectFields, ProjectId } from '../../app/ports';
import type { StatusCategory } from '../../domain/agreement/project-shape';
import type { Reference } from '../../domain/timer/condition';
import { answerOf } from './answer';
import { freshSiteFields } from './site-fields';

const named = v.object({ id: v.string(), name: v.string() });
const status = v.object({ ...named.entries, statusCategory: v.object({ key: v.string() }) });
const typesWithStatuses = v.array(v.object({ ...named.entries, statuses: v.array(status) }));

/** Every field of the site whose past Jira keeps, with the values of those whose values the app may list. */
export const jiraProjectFields: ProjectFields = {
  async in(project) {
    const { site, listed } = await readFields(project);
    return (field) => {
      const [kind, values] = [site.kindOf(field), listed.get(field)];
      return kind && { kind, ...(values && { values }) };
    };
  },

  async listed(project) {
    const { site, listed, statuses } = await readFields(project);
    const inCategory = (category: StatusCategory): readonly Reference[] =>
      statuses.filter(({ statusCategory }) => statusCategory.key === category).map(reference);
    return {
      fields: [...site.names].flatMap(([id, name]) => {
        const [kind, values] = [site.kindOf(id), listed.get(id)];
        return kind === undefined ? [] : [{ id, name, kind, ...(values && { values }) }];
      }),
      statuses: {
        new: inCategory('new'),
        indeterminate: inCategory('indeterminate'),
        done: inCategory('done'),
      },
    };
  },
};

async function readFields(project: ProjectId) {
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
  const byId = new Map(types.flatMap((type) => type.statuses).map((each) => [each.id, each]));
  const statuses = [...byId.values()];
  const listed = new Map<string, readonly Reference[]>([
    ['status', statuses.map(reference)],
    ['issuetype', types.map(reference)],
    ['priority', priorities],
    ['resolution', resolutions],
  ]);
  return { site, statuses, listed };
}

const reference = ({ id, name }: Reference): Reference => ({ id, name });
