import * as v from 'valibot';
import type { Caller } from '../../seams';
import type { Issue, Project } from '../model';
import { accountOf, can, canOnIssue, permission, permissions } from '../permissions';
import { badRequest, ok, parseBody, queryList, requireIssue, requireProject, RestError } from './operation';
import type { Answer, Call, Operation } from './operation';

const mostEntities = 1000;

/**
 * Which of the named permissions the caller has: on an issue, in a project, or anywhere.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-mypermissions-get
 * @throws RestError 400 without permissions or for unknown ones, 404 for an issue or project that is not to be seen.
 */
function myPermissions(call: Call): Answer {
  const { query } = call;
  const keys = queryList(query, 'permissions');
  if (keys.length === 0) throw badRequest("The 'permissions' query parameter is required.");
  const issueRef = query.get('issueId') ?? query.get('issueKey');
  const projectRef = query.get('projectId') ?? query.get('projectKey');
  const issue = issueRef === null ? undefined : requireIssue(call, issueRef);
  const project = issue === undefined && projectRef !== null ? requireProject(call, projectRef) : undefined;
  const answers = new Map<string, unknown>();
  for (const key of keys) {
    const known = permission(call.store, key);
    if (known === undefined) throw badRequest(`Unrecognized permission key: ${key}.`);
    const { id, name, type, description } = known;
    answers.set(key, {
      id,
      key,
      name,
      type,
      description,
      havePermission: has(call, key, issue, project),
    });
  }
  return ok({ permissions: Object.fromEntries(answers) });
}

function has({ store, caller }: Call, key: string, issue?: Issue, project?: Project): boolean {
  if (permission(store, key)?.type === 'GLOBAL') return can(store, caller, key);
  if (issue !== undefined) return canOnIssue(store, caller, key, issue);
  const projects = project === undefined ? [...store.projects.values()] : [project];
  return projects.some((each) => can(store, caller, key, each));
}

/**
 * All permissions, to anybody who asks.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-permissions-get
 */
function getPermissions({ store }: Call): Answer {
  const described = permissions(store).map(
    ({ key, name, type, description }) => [key, { key, name, type, description }] as const,
  );
  return ok({ permissions: Object.fromEntries(described) });
}

const ProjectBody = v.strictObject({ permissions: v.array(v.string()) });

/**
 * The projects in which the caller has all of these permissions.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-permissions-project-post
 */
function permittedProjects({ store, caller, body }: Call): Answer {
  const { permissions: keys } = parseBody(ProjectBody, body);
  if (keys.length === 0) throw badRequest('At least one permission must be provided.');
  const unknown = keys.find((key) => permission(store, key)?.type !== 'PROJECT');
  if (unknown !== undefined) throw badRequest(`Unrecognized project permission: ${unknown}.`);
  const projects = [...store.projects.values()].filter((project) =>
    keys.every((key) => can(store, caller, key, project)),
  );
  return ok({ projects: projects.map(({ id, key }) => ({ id: Number(id), key })) });
}

const Ids = v.optional(v.array(v.pipe(v.number(), v.integer())), []);
const Body = v.strictObject({
  accountId: v.optional(v.string()),
  globalPermissions: v.optional(v.array(v.string()), []),
  projectPermissions: v.optional(
    v.array(v.strictObject({ permissions: v.array(v.string()), issues: Ids, projects: Ids })),
    [],
  ),
});

/**
 * Of the named issues and projects those for which somebody has each permission, with numbers as ids. Apps may ask about
 * anybody, people about themselves unless they administer Jira. Unknown issues and projects are left out.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-permissions-check-post
 */
function checkPermissions(call: Call): Answer {
  const { store } = call;
  const body = parseBody(Body, call.body);
  const about = subject(call, body.accountId);
  const named = [...body.globalPermissions, ...body.projectPermissions.flatMap((each) => each.permissions)];
  const unknown = named.find((key) => key !== '' && permission(store, key) === undefined);
  if (unknown !== undefined) throw new RestError(400, [], { [unknown]: 'Unrecognized permission' });
  const projectPermissions = body.projectPermissions.flatMap(({ permissions, issues, projects }) => {
    if (permissions.length === 0) throw badRequest('At least one permission must be provided.');
    if (issues.length > mostEntities || projects.length > mostEntities) {
      throw badRequest(`No more than ${mostEntities} projects and ${mostEntities} issues can be checked.`);
    }
    return permissions
      .filter((key) => key !== '')
      .map((key) => ({
        permission: key,
        issues: issues
          .map(String)
          .filter((id) => onIssue(call, about, key, id))
          .map(Number),
        projects: projects
          .map(String)
          .filter((id) => can(store, about, key, store.projects.get(id)))
          .map(Number),
      }));
  });
  const globalPermissions = body.globalPermissions.filter((key) => can(store, about, key));
  return ok({ projectPermissions, globalPermissions });
}

function onIssue({ store }: Call, about: Caller, key: string, id: string): boolean {
  const issue = store.issues.get(id);
  return issue !== undefined && canOnIssue(store, about, key, issue);
}

function subject({ store, caller }: Call, accountId: string | undefined): Caller {
  if (accountId === undefined || accountId === accountOf(store, caller)) return caller;
  if (caller.kind !== 'app' && !can(store, caller, 'ADMINISTER')) {
    throw new RestError(403, ['Only Jira administrators can perform this operation.']);
  }
  if (!store.users.has(accountId)) throw badRequest(`The account ID '${accountId}' is not valid.`);
  return { kind: 'user', accountId };
}

export const permissionOperations: readonly Operation[] = [
  {
    method: 'GET',
    path: '/rest/api/3/permissions',
    scopes: ['manage:jira-configuration'],
    handle: getPermissions,
  },
  {
    method: 'POST',
    path: '/rest/api/3/permissions/project',
    scopes: ['read:jira-work'],
    handle: permittedProjects,
  },
  { method: 'GET', path: '/rest/api/3/mypermissions', scopes: ['read:jira-work'], handle: myPermissions },
  // Atlassian's document lists no classic scope for it.
  { method: 'POST', path: '/rest/api/3/permissions/check', scopes: [], handle: checkPermissions },
];
