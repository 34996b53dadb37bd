import type { Project } from '../model';
import { browsable, can } from '../permissions';
import { issueTypeJson, projectJson, statusJson, userJson } from '../shapes';
import type { Json } from '../shapes';
import { badRequest, expansions, NotModelled, ok, pageOf, queryList, requireProject } from './operation';
import type { Answer, Call, Operation } from './operation';
import { roleLinks } from './role';

const mostProjects = 100;
const mostNamed = 50;
const neverExpanded = ['issueTypeHierarchy', 'permissions'];
const expandable = ['description', 'lead', 'issueTypes', 'url', 'projectKeys', 'insight'];

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-projectidorkey-get */
function getProject(call: Call): Answer {
  expansions(call, expandable, neverExpanded);
  return ok(projectDetailsJson(call, requireProject(call, call.params['projectIdOrKey'] ?? '')));
}

export function projectDetailsJson(call: Call, project: Project): Json {
  const { reader, store } = call;
  return {
    expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
    ...projectJson(reader, project),
    description: '',
    lead: userJson(reader, store.user(project.leadId)),
    components: [],
    issueTypes: project.issueTypes.map((type) => issueTypeJson(reader, type)),
    assigneeType: 'UNASSIGNED',
    versions: [],
    roles: roleLinks(reader, project),
    ...listed,
    ...(project.state === 'archived' ? { archived: true } : {}),
    properties: Object.fromEntries(properties(call, project)),
  };
}

const listed = { style: 'classic', isPrivate: false };

/** The project's properties that the request names. */
function properties({ store, query }: Call, project: Project): [string, unknown][] {
  const wanted = queryList(query, 'properties');
  return [...store.propertiesOf('project', project.id)].filter(([key]) => wanted.includes(key));
}

/**
 * Projects that the caller may browse, or edit or create in, at most 100 a page.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-search-get
 */
function searchProjects(call: Call): Answer {
  const { store, caller, query, reader } = call;
  for (const name of ['categoryId', 'status', 'propertyQuery']) {
    if (query.has(name)) throw new NotModelled(`The search for projects by '${name}'`);
  }
  const expanded = expansions(call, ['description', 'lead', 'issueTypes'], ['insight', ...neverExpanded]);
  const ids = queryList(query, 'id');
  const keys = queryList(query, 'keys');
  if (ids.length > mostNamed || keys.length > mostNamed) {
    throw badRequest(`No more than ${mostNamed} projects can be named.`);
  }
  const text = query.get('query')?.toLowerCase() ?? '';
  const types = queryList(query, 'typeKey');
  const may = permissionFor(query.get('action') ?? 'view');
  const found = browsable(store, caller).filter(
    (project) =>
      can(store, caller, may, project) &&
      (ids.length === 0 || ids.includes(project.id)) &&
      (keys.length === 0 || keys.includes(project.key)) &&
      (types.length === 0 || types.includes(project.typeKey)) &&
      [project.key, project.name].some((each) => each.toLowerCase().includes(text)),
  );
  const toJson = (project: Project): Json => ({
    ...projectJson(reader, project),
    ...listed,
    ...(expanded.has('description') ? { description: '' } : {}),
    ...(expanded.has('lead') ? { lead: userJson(reader, store.user(project.leadId)) } : {}),
    ...(expanded.has('issueTypes')
      ? { issueTypes: project.issueTypes.map((type) => issueTypeJson(reader, type)) }
      : {}),
    properties: Object.fromEntries(properties(call, project)),
  });
  return pageOf(call, 'project/search', ordered(found, query.get('orderBy') ?? 'key'), {
    most: mostProjects,
    toJson,
  });
}

function permissionFor(action: string): string {
  const permissions: Readonly<Record<string, string>> = {
    view: 'BROWSE_PROJECTS',
    browse: 'BROWSE_PROJECTS',
    edit: 'ADMINISTER_PROJECTS',
    create: 'CREATE_ISSUES',
  };
  const found = permissions[action];
  if (found === undefined) throw badRequest(`'${action}' is not a valid action.`);
  return found;
}

function ordered(projects: readonly Project[], orderBy: string): Project[] {
  const [, sign, field] = /^([+-]?)(key|name)$/.exec(orderBy) ?? [];
  if (field !== 'key' && field !== 'name') throw new NotModelled(`The order of projects by '${orderBy}'`);
  const sorted = projects.toSorted((a, b) => a[field].localeCompare(b[field], 'en'));
  return sign === '-' ? sorted.reverse() : sorted;
}

/**
 * The statuses of each issue type; here all types share one workflow.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-projectidorkey-statuses-get
 */
function getProjectStatuses(call: Call): Answer {
  const { reader } = call;
  const project = requireProject(call, call.params['projectIdOrKey'] ?? '');
  const statuses = project.statuses.map((status) => statusJson(reader, status));
  return ok(
    project.issueTypes.map(({ id, name }) => ({
      self: `${reader.base}/rest/api/3/issuetype/${id}`,
      id,
      name,
      subtask: false,
      statuses,
    })),
  );
}

const path = '/rest/api/3/project/{projectIdOrKey}';
const scopes = ['read:jira-work'];

export const projectOperations: readonly Operation[] = [
  { method: 'GET', path: '/rest/api/3/project/search', scopes, handle: searchProjects },
  { method: 'GET', path, scopes, handle: getProject },
  { method: 'GET', path: `${path}/statuses`, scopes, handle: getProjectStatuses },
];
