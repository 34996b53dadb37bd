import { asApp, route } from '@forge/api';
import * as v from 'valibot';
import type { ProjectFields, ProjectId } from '../../app/ports';
import type { KnownField } from '../../domain/agreement/known-field';
import type { StatusCategory } from '../../domain/agreement/project-shape';
import type { Reference } from '../../domain/timer/condition';
import type { FieldId } from '../../domain/timer/history';
import { answerOf } from './answer';
import type { FieldShape } from './field-shape';
import { freshSiteFields, type SiteFields } from './site-fields';

const named = v.object({ id: v.string(), name: v.string() });
const status = v.object({ ...named.entries, statusCategory: v.object({ key: v.string() }) });
const typesWithStatuses = v.array(v.object({ ...named.entries, statuses: v.array(status) }));

/** Every field of the site whose past Jira keeps, with the values of those whose values the app may list. */
export const jiraProjectFields: ProjectFields = {
  async in(project) {
    const { site, listed } = await readFields(project);
    return (field) => {
      const kind = site.kindOf(field);
      return kind && { kind, ...holding(field, site, listed) };
    };
  },

  async listed(project) {
    const { site, listed, statuses } = await readFields(project);
    const inCategory = (category: StatusCategory): readonly Reference[] =>
      statuses.filter(({ statusCategory }) => statusCategory.key === category).map(reference);
    return {
      fields: [...site.names].flatMap(([id, name]) => {
        const kind = site.kindOf(id);
        return kind === undefined ? [] : [{ id, name, kind, ...holding(id, site, listed) }];
      }),
      statuses: {
        new: inCategory('new'),
        indeterminate: inCategory('indeterminate'),
        done: inCategory('done'),
      },
    };
  },
};

/** Fields of these shapes hold several values at once, or one below another. */
const SEVERAL: readonly FieldShape[] = ['ids', 'parts', 'words', 'cascade'];

function holding(
  field: FieldId,
  site: SiteFields,
  listed: ReadonlyMap<FieldId, readonly Reference[]>,
): Pick<KnownField, 'several' | 'values'> {
  const values = listed.get(field);
  return { ...(SEVERAL.includes(site.shapeOf(field)) && { several: true }), ...(values && { values }) };
}

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
