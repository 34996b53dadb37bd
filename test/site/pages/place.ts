import type { Issue, Project } from '../jira/model';
import { can, maySee } from '../jira/permissions';
import type { Caller, ForgeModule, ModulePlace } from '../seams';
import type { Host } from './host';

export const issueModuleType = 'jira:issueContext';
export const settingsModuleType = 'jira:projectSettingsPage';

/** The issue of a path such as `/browse/ITSD-12`, if the caller may see it. */
export function issueAt(host: Host, path: string, caller: Caller): Issue | undefined {
  const key = /^\/browse\/([^/]+)$/.exec(path)?.[1];
  const issue = key === undefined ? undefined : host.jira.store.issue(key);
  return issue !== undefined && maySee(host.jira.store, caller, issue) ? issue : undefined;
}

/** The project of a path such as `/projects/ITSD/settings/…`, if the caller may administer it. */
export function administeredProjectAt(host: Host, path: string, caller: Caller): Project | undefined {
  const key = /^\/projects\/([^/]+)\/settings\/[^/]+$/.exec(path)?.[1];
  const project = key === undefined ? undefined : host.jira.store.project(key);
  return can(host.jira.store, caller, 'ADMINISTER_PROJECTS', project) ? project : undefined;
}

/**
 * Where a module's page stands, worked out from the address of the page around it and never from what a browser
 * says about it. Undefined when the caller may not be there, or no such module is there.
 */
export function placeOf(
  host: Host,
  path: string,
  moduleKey: string,
  caller: Caller,
): ModulePlace | undefined {
  const issue = issueAt(host, path, caller);
  if (issue !== undefined && hasModule(host, issueModuleType, moduleKey)) {
    return { moduleKey, extension: issueExtension(host, issue) };
  }
  const project = administeredProjectAt(host, path, caller);
  const here = path.endsWith(`/settings/${moduleKey}`);
  if (project === undefined || !here || !hasModule(host, settingsModuleType, moduleKey)) return undefined;
  return { moduleKey, extension: settingsExtension(project) };
}

function hasModule(host: Host, type: string, key: string): boolean {
  return host.forge.modules(type, 'en-US').some((module: ForgeModule) => module.key === key);
}

function issueExtension({ jira }: Host, issue: Issue): Record<string, unknown> {
  const { id, key, typeId } = issue;
  return {
    type: issueModuleType,
    issue: { id, key, type: jira.store.issueType(typeId).name, typeId },
    project: projectReference(jira.store.projectOf(issue)),
  };
}

/** What Forge signs into the context of a project settings page. */
export function settingsExtension(project: Project): Record<string, unknown> {
  return { type: settingsModuleType, project: projectReference(project) };
}

const projectReference = ({ id, key, typeKey }: Project): Record<string, string> => ({
  id,
  key,
  type: typeKey,
});
