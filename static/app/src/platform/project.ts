import { NavigationTarget, router, view } from '@forge/bridge';
import * as v from 'valibot';
import { askJira } from './jira-request';

const contextSchema = v.object({
  extension: v.object({ project: v.object({ id: v.string(), key: v.string() }) }),
});

const permissionsSchema = v.object({
  permissions: v.object({ ADMINISTER_PROJECTS: v.object({ havePermission: v.boolean() }) }),
});

/**
 * Whether the person who looks administers the project that the page stands in.
 *
 * @throws Error when Jira does not answer.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-mypermissions-get
 */
export async function mayAdministerProject(): Promise<boolean> {
  const { id } = await projectHere();
  const path = `/rest/api/3/mypermissions?projectId=${encodeURIComponent(id)}&permissions=ADMINISTER_PROJECTS`;
  const { permissions } = await askJira(path, permissionsSchema);
  return permissions.ADMINISTER_PROJECTS.havePermission;
}

/** Goes to the app's page in the settings of the project that the page stands in. */
export async function goToProjectSettings(): Promise<void> {
  const { key: projectKey } = await projectHere();
  await router.navigate({ target: NavigationTarget.Module, moduleKey: 'project-settings', projectKey });
}

/** Goes to an agreement there, where its next version is written. */
export async function goToAgreement(id: string): Promise<void> {
  const { key: projectKey } = await projectHere();
  const location = { target: NavigationTarget.Module, moduleKey: 'project-settings', projectKey };
  const settings = await router.getUrl(location);
  if (!settings) return router.navigate(location);
  return router.navigate(`${settings.href.replace(/\/$/, '')}/agreements/${encodeURIComponent(id)}`);
}

/** The project that the page stands in. */
export async function projectHere(): Promise<{ readonly id: string; readonly key: string }> {
  return v.parse(contextSchema, await view.getContext()).extension.project;
}
