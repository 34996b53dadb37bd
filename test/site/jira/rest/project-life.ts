import type { Project } from '../model';
import { can } from '../permissions';
import { projectDetailsJson } from './project';
import { ok, requireProductAccess, RestError } from './operation';
import type { Answer, Call, Operation } from './operation';

const notFound = (key: string): RestError =>
  new RestError(404, [`No project could be found with key '${key}'.`]);

/** @throws RestError 404 for a project that is not there; `refusal` for all but Jira administrators. */
function requireAdministered(call: Call, refusal: (key: string) => RestError): Project {
  requireProductAccess(call);
  const key = call.params['projectIdOrKey'] ?? '';
  const project = call.store.project(key);
  if (project === undefined || project.state === 'gone') throw notFound(key);
  if (!can(call.store, call.caller, 'ADMINISTER')) throw refusal(key);
  return project;
}

/** Issues of an archived project can be read by their keys, are not found and not changed.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-projectidorkey-archive-post */
function archive(call: Call): Answer {
  const refusal = (): RestError => new RestError(403, ['You cannot archive this project.']);
  const project = requireAdministered(call, refusal);
  if (project.state !== undefined) throw notFound(project.key);
  project.state = 'archived';
  call.changes.tell(call.caller, (events) => events.aboutProject('archived', project));
  return { status: 204 };
}

/** Out of the archive or the trash.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-projectidorkey-restore-post */
function restore(call: Call): Answer {
  const project = requireAdministered(call, notFound);
  if (project.state === undefined) throw new RestError(400, ['The project is neither archived nor deleted.']);
  const what = project.state === 'archived' ? 'unarchived' : 'restored';
  delete project.state;
  call.changes.tell(call.caller, (events) => events.aboutProject(what, project));
  return ok(projectDetailsJson(call, project));
}

/**
 * Into the trash, from which the project comes back with its issues; with `enableUndo=false` for ever. Nothing tells of its
 * issues. One that is archived cannot be deleted.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-projectidorkey-delete
 */
function remove(call: Call): Answer {
  const { store, changes, caller, query } = call;
  const project = requireAdministered(call, notFound);
  const isForEver = query.get('enableUndo') === 'false';
  if (project.state === 'archived' || (project.state === 'trashed' && !isForEver))
    throw notFound(project.key);
  project.state = isForEver ? 'gone' : 'trashed';
  changes.tell(caller, (events) => events.aboutProject(isForEver ? 'deleted' : 'softdeleted', project));
  const issues = [...store.issues.values()].filter(({ projectId }) => isForEver && projectId === project.id);
  for (const issue of issues) store.removeIssue(issue);
  return { status: 204 };
}

const path = '/rest/api/3/project/{projectIdOrKey}';

export const projectLifeOperations: readonly Operation[] = [
  { method: 'POST', path: `${path}/archive`, scopes: ['manage:jira-project'], handle: archive },
  { method: 'POST', path: `${path}/restore`, scopes: ['manage:jira-configuration'], handle: restore },
  { method: 'DELETE', path, scopes: ['manage:jira-configuration'], handle: remove },
];
