import * as v from 'valibot';
import { projectRoles } from '../model';
import { grant, grantsOf, revoke, schemeName } from '../permission-scheme';
import type { Grant } from '../permission-scheme';
import { can, permission } from '../permissions';
import type { Reader } from '../shapes';
import {
  badRequest,
  expansions,
  NotModelled,
  ok,
  parseBody,
  requireProductAccess,
  requireProject,
  RestError,
} from './operation';
import type { Answer, Call, Operation } from './operation';
import { roleId } from './role';

/** The one scheme of all projects. */
const SCHEME = 10_000;
const others = ['user', 'group', 'projectRole', 'field', 'all'];

const selfOf = ({ base }: Reader): string => `${base}/rest/api/3/permissionscheme/${SCHEME}`;

function grantJson(reader: Reader, { id, permission: key, role }: Grant): unknown {
  const holder = String(roleId(role));
  return {
    id,
    self: `${selfOf(reader)}/permission/${id}`,
    holder: { type: 'projectRole', parameter: holder, value: holder, expand: 'projectRole' },
    permission: key,
  };
}

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
  return ok({
    expand: ['permissions', ...others].join(','),
    self: selfOf(reader),
    id: SCHEME,
    name: schemeName,
    description: '',
    ...(expanded.has('permissions') && {
      permissions: grantsOf(store).map((each) => grantJson(reader, each)),
    }),
  });
}

const isScheme = ({ params }: Call): boolean => params['schemeId'] === String(SCHEME);

/** @throws RestError 404 for another scheme, and for those who may not use Jira what that gives. */
function requireScheme(call: Call): void {
  requireProductAccess(call);
  if (!isScheme(call)) throw new RestError(404, ['The permission scheme could not be found.']);
}

/** @throws RestError 403 for those who do not administer Jira, 400 for another scheme, as Atlassian's document has it. */
function requireOwnScheme(call: Call): void {
  requireProductAccess(call);
  if (!can(call.store, call.caller, 'ADMINISTER')) {
    throw new RestError(403, ['Only Jira administrators can perform this operation.']);
  }
  if (!isScheme(call)) throw badRequest('The permission scheme could not be found.');
}

const grantIn = ({ store, params }: Call): Grant | undefined =>
  grantsOf(store).find(({ id }) => String(id) === params['permissionId']);

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permission-schemes/#api-rest-api-3-permissionscheme-schemeid-permission-get */
function getGrants(call: Call): Answer {
  requireScheme(call);
  expansions(call, ['permissions'], others);
  return ok({
    permissions: grantsOf(call.store).map((each) => grantJson(call.reader, each)),
    expand: others.join(','),
  });
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permission-schemes/#api-rest-api-3-permissionscheme-schemeid-permission-permissionid-get */
function getGrant(call: Call): Answer {
  requireScheme(call);
  expansions(call, ['permissions'], others);
  const found = grantIn(call);
  if (found === undefined) throw new RestError(404, ['The permission grant could not be found.']);
  return ok(grantJson(call.reader, found));
}

const Body = v.object({
  permission: v.string(),
  holder: v.strictObject({
    type: v.string(),
    parameter: v.optional(v.string()),
    value: v.optional(v.string()),
  }),
});

/**
 * Grants a permission of projects to a role; other holders are not modelled.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permission-schemes/#api-rest-api-3-permissionscheme-schemeid-permission-post
 * @throws RestError 400 for a permission or a role that is not there, and for a grant that is.
 */
function createGrant(call: Call): Answer {
  requireOwnScheme(call);
  expansions(call, ['permissions'], others);
  const { store, reader } = call;
  const { permission: key, holder } = parseBody(Body, call.body);
  if (permission(store, key)?.type !== 'PROJECT') throw badRequest(`Unrecognized permission key: ${key}.`);
  if (holder.type !== 'projectRole') throw new NotModelled(`A grant to a holder of type '${holder.type}'`);
  const wanted = holder.value ?? holder.parameter;
  const role = projectRoles.find((each) => String(roleId(each)) === wanted);
  if (role === undefined) throw badRequest(`The project role '${wanted ?? ''}' does not exist.`);
  const made = grant(store, key, role);
  if (made === undefined) throw badRequest('This permission is granted to the role already.');
  return { status: 201, body: grantJson(reader, made) };
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permission-schemes/#api-rest-api-3-permissionscheme-schemeid-permission-permissionid-delete */
function deleteGrant(call: Call): Answer {
  requireOwnScheme(call);
  const found = grantIn(call);
  if (found === undefined) throw badRequest('The permission grant could not be found.');
  revoke(call.store, found);
  return { status: 204 };
}

const path = '/rest/api/3/permissionscheme/{schemeId}/permission';
const [read, change] = [['read:jira-work'], ['manage:jira-configuration']];

export const permissionSchemeOperations: readonly Operation[] = [
  {
    method: 'GET',
    path: '/rest/api/3/project/{projectKeyOrId}/permissionscheme',
    scopes: read,
    handle: getScheme,
  },
  { method: 'GET', path, scopes: read, handle: getGrants },
  { method: 'POST', path, scopes: change, handle: createGrant },
  { method: 'GET', path: `${path}/{permissionId}`, scopes: read, handle: getGrant },
  { method: 'DELETE', path: `${path}/{permissionId}`, scopes: change, handle: deleteGrant },
];
