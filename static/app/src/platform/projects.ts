import { NavigationTarget, router } from '@forge/bridge';
import * as v from 'valibot';
import { pathOf } from '../parts/address-path';
import { askJira } from './jira-request';

const pageSchema = v.object({
  values: v.array(v.object({ id: v.string(), key: v.string(), name: v.string() })),
  isLast: v.optional(v.boolean(), true),
});

export type ProjectName = v.InferOutput<typeof pageSchema>['values'][number];

const MOST_FOUND = 100;

/**
 * Projects that the person who looks may see, by name.
 *
 * @param text in their names or keys; all when empty.
 * @throws Error when Jira does not answer.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-search-get
 */
export async function findProjects(
  text: string,
): Promise<{ readonly projects: readonly ProjectName[]; readonly hasMore: boolean }> {
  const query = text === '' ? '' : `&query=${encodeURIComponent(text)}`;
  const path = `/rest/api/3/project/search?orderBy=name&maxResults=${MOST_FOUND}${query}`;
  const { values, isLast } = await askJira(path, pageSchema);
  return { projects: values, hasMore: !isLast };
}

/** A project by its id; null where they may not see it. @throws Error when Jira does not answer. */
export async function readProject(id: string): Promise<ProjectName | null> {
  const { values } = await askJira(`/rest/api/3/project/search?id=${encodeURIComponent(id)}`, pageSchema);
  return values[0] ?? null;
}

/** Goes to a place on the app's page in a project. @param parts of its address, as sections write them. */
export async function goToProjectPage(projectKey: string, parts: readonly string[]): Promise<void> {
  await router.navigate({
    target: NavigationTarget.Module,
    moduleKey: 'project-page',
    projectKey,
    path: pathOf(parts),
  });
}
