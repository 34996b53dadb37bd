import { getAppContext } from '@forge/api';

/**
 * What Jira calls a module of this app: the type of its field, the key of its permission.
 *
 * @param key of the module in the manifest.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-project-permission/
 */
export function ownModule(key: string): string {
  const environment = getAppContext().environmentAri.toString();
  return `${environment.replace(/:environment\//, ':extension/')}/static/${key}`;
}
