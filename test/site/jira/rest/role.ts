import { projectRoles } from '../model';
import type { Project, ProjectRole } from '../model';
import { can } from '../permissions';
import type { Reader } from '../shapes';
import { badRequest, ok, requireProject, RestError } from './operation';
import type { Answer, Call, Operation } from './operation';

/** The same in all projects. */
export const roleId = (role: ProjectRole): number => 10_000 + projectRoles.indexOf(role);

/** Where each role of the project is found, by the role's name. */
export function roleLinks({ base }: Reader, project: Project): Record<string, string> {
  return Object.fromEntries(
    projectRoles.map((name) => [name, `${base}/rest/api/3/project/${project.id}/role/${roleId(name)}`]),
  );
}

/** @throws RestError 404 also for those who do not administer the project. */
function requireAdministered(call: Call): Project {
  const { store, caller, params } = call;
  const key = params['projectIdOrKey'] ?? '';
  const project = requireProject(call, key);
  if (can(store, caller, 'ADMINISTER_PROJECTS', project) || can(store, caller, 'ADMINISTER')) return project;
  throw new RestError(404, [`No project could be found with key '${key}'.`]);
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-project-roles/#api-rest-api-3-project-projectidorkey-role-get */
function getRoles(call: Call): Answer {
  return ok(roleLinks(call.reader, requireAdministered(call)));
}

/**
 * A role and who has it, by name: people, then groups.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-project-roles/#api-rest-api-3-project-projectidorkey-role-id-get
 */
function getRole(call: Call): Answer {
  const { store, reader, params, query } = call;
  const project = requireAdministered(call);
  const id = Number(params['id']);
  if (!Number.isInteger(id)) throw badRequest('The role ID must be a number.');
  const name = projectRoles.find((role) => roleId(role) === id);
  if (name === undefined) throw new RestError(404, [`Can not retrieve a role actor for the role ${id}.`]);
  const onlyActive = query.get('excludeInactiveUsers') === 'true';
  const users = [...(project.roles.get(name) ?? [])]
    .map((accountId) => store.user(accountId))
    .filter(({ active }) => !onlyActive || active !== false)
    .sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'));
  const groups = [...(project.roleGroups.get(name) ?? [])]
    .flatMap((groupId) => store.groups.get(groupId) ?? [])
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return ok({
    self: `${reader.base}/rest/api/3/project/${project.id}/role/${id}`,
    name,
    id,
    description: '',
    actors: [
      ...users.map(({ accountId, displayName }) => ({
        id: 10_000 + [...store.users.keys()].indexOf(accountId),
        displayName,
        type: 'atlassian-user-role-actor',
        actorUser: { accountId },
      })),
      ...groups.map((group) => ({
        id: 1_000_000 + [...store.groups.keys()].indexOf(group.id),
        displayName: group.name,
        type: 'atlassian-group-role-actor',
        name: group.name,
        actorGroup: { name: group.name, displayName: group.name, groupId: group.id },
      })),
    ],
  });
}

const path = '/rest/api/3/project/{projectIdOrKey}/role';
const scopes = ['read:jira-work'];

export const roleOperations: readonly Operation[] = [
  { method: 'GET', path, scopes, handle: getRoles },
  { method: 'GET', path: `${path}/{id}`, scopes, handle: getRole },
];
