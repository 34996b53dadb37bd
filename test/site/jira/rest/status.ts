import type { Status, StatusCategoryKey } from '../model';
import { browsable, can } from '../permissions';
import { statusCategoryJson, statusJson } from '../shapes';
import { badRequest, ok, pageOf, requireProductAccess, RestError } from './operation';
import type { Answer, Call, Operation } from './operation';

const mostIds = 50;
const mostStatuses = 200;

/** The statuses of all projects that the caller may browse. */
function visible({ store, caller }: Call): Status[] {
  return [...new Set(browsable(store, caller).flatMap((project) => project.statuses))];
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-statuses/#api-rest-api-3-status-get */
function getStatuses(call: Call): Answer {
  return ok(visible(call).map((status) => statusJson(call.reader, status)));
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-statuses/#api-rest-api-3-status-idorname-get */
function getStatus(call: Call): Answer {
  const wanted = call.params['idOrName'] ?? '';
  const found = visible(call).find(({ id, name }) => id === wanted || name === wanted);
  if (found === undefined) throw new RestError(404, [`The status '${wanted}' could not be found.`]);
  return ok(statusJson(call.reader, found));
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-status-categories/#api-rest-api-3-statuscategory-get */
function getCategories(call: Call): Answer {
  requireProductAccess(call);
  const keys: readonly StatusCategoryKey[] = ['new', 'indeterminate', 'done'];
  return ok(keys.map((key) => statusCategoryJson(call.reader, key)));
}

/** @throws RestError 401 for those who administer nothing: Jira does not answer 403 here. */
function requireAdministrator({ store, caller }: Call): void {
  const projects = [...store.projects.values()];
  const allowed =
    can(store, caller, 'ADMINISTER') ||
    projects.some((project) => can(store, caller, 'ADMINISTER_PROJECTS', project));
  if (!allowed) throw new RestError(401, ['You do not have permission to view statuses.']);
}

const categories: Readonly<Record<StatusCategoryKey, string>> = {
  new: 'TODO',
  indeterminate: 'IN_PROGRESS',
  done: 'DONE',
};

function jiraStatus({ id, name, category }: Status): unknown {
  const scope = { type: 'GLOBAL' };
  return { id, name, statusCategory: categories[category], scope, description: '' };
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-status/#api-rest-api-3-statuses-get */
function getStatusesById(call: Call): Answer {
  requireAdministrator(call);
  const ids = call.query.getAll('id');
  if (ids.length === 0 || ids.length > mostIds) {
    throw badRequest(`Between 1 and ${mostIds} status IDs must be provided.`);
  }
  return ok([...new Set(ids)].flatMap((id) => call.store.statuses.get(id) ?? []).map(jiraStatus));
}

/**
 * Statuses by name, category and project, at most 200 a page.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-status/#api-rest-api-3-statuses-search-get
 */
function searchStatuses(call: Call): Answer {
  requireAdministrator(call);
  const { store, query } = call;
  const projectId = query.get('projectId');
  const category = query.get('statusCategory');
  if (category !== null && !Object.values(categories).includes(category)) {
    throw badRequest(`'${category}' is not a status category.`);
  }
  const text = query.get('searchString')?.toLowerCase() ?? '';
  if (text.length > 255) throw badRequest('The search string is too long.');
  const all = projectId === null ? [...store.statuses.values()] : store.projects.get(projectId)?.statuses;
  if (all === undefined) throw badRequest(`There is no project with the ID ${projectId}.`);
  const found = all.filter(
    (status) =>
      (category === null || categories[status.category] === category) &&
      status.name.toLowerCase().includes(text),
  );
  return pageOf(call, 'statuses/search', found, { fallback: mostStatuses, toJson: jiraStatus });
}

const read = ['read:jira-work'];
const configure = ['manage:jira-configuration'];

export const statusOperations: readonly Operation[] = [
  { method: 'GET', path: '/rest/api/3/status', scopes: read, handle: getStatuses },
  { method: 'GET', path: '/rest/api/3/status/{idOrName}', scopes: read, handle: getStatus },
  { method: 'GET', path: '/rest/api/3/statuscategory', scopes: read, handle: getCategories },
  { method: 'GET', path: '/rest/api/3/statuses', scopes: configure, handle: getStatusesById },
  { method: 'GET', path: '/rest/api/3/statuses/search', scopes: configure, handle: searchStatuses },
];
