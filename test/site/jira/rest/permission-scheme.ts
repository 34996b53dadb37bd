import { can, permissions } from '../permissions';
import { expansions, ok, requireProject, RestError } from './operation';
import type { Answer, Call, Operation } from './operation';
import { roleId } from './role';

/** The one scheme of all projects. */
const SCHEME = 10_000;
const others = ['user', 'group', 'projectRole', 'field', 'all'];

/**
 * Which roles of a project have which permission, where `expand` names anything; here people have permissions by their role
 * alone. What `expand` adds of a role, beyond its id, is not modelled.
 *
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-project-permission-schemes/#api-rest-api-3-project-projectkeyorid-permissionscheme-get
 * @throws RestError 403 for those who may see the project but administer neither it nor Jira.
 */
function getScheme(call: Call): Answer {
  const { store, caller, reader, params } = call;
  const project = requireProject(call, params['projectKeyOrId'] ?? '');
  if (!can(store, caller, 'ADMINISTER_PROJECTS', project) && !can(store, caller, 'ADMINISTER')) {
    throw new RestError(403, ['You are not authorized to perform this operation.']);
  }
  const expanded = expansions(call, ['permissions'], others);
  const self = `${reader.base}/rest/api/3/permissionscheme/${SCHEME}`;
  const roles = [...project.roles.keys()];
  const grants = permissions.flatMap(({ key, roles: granted }) =>
    granted
      .filter((name) => roles.includes(name))
      .map((name) => ({ key, role: String(roleId(roles.indexOf(name))) })),
  );
  return ok({
    expand: ['permissions', ...others].join(','),
    self,
    id: SCHEME,
    name: 'Jira Service Management Permission Scheme',
    description: '',
    ...(expanded.has('permissions') && {
      permissions: grants.map(({ key, role }, at) => ({
        id: SCHEME + at,
        self: `${self}/permission/${SCHEME + at}`,
        holder: { type: 'projectRole', parameter: role, value: role, expand: 'projectRole' },
        permission: key,
      })),
    }),
  });
}

export const permissionSchemeOperations: readonly Operation[] = [
  {
    method: 'GET',
    path: '/rest/api/3/project/{projectKeyOrId}/permissionscheme',
    scopes: ['read:jira-work'],
    handle: getScheme,
  },
];
