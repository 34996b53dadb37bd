import type { Priority } from '../model';
import { priorityDetailsJson } from '../shapes';
import { NotModelled, ok, pageOf, queryList, requireProductAccess, RestError } from './operation';
import type { Answer, Call, Operation } from './operation';

/**
 * All priorities, highest first.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-priorities/#api-rest-api-3-priority-get
 */
function getPriorities(call: Call): Answer {
  requireProductAccess(call);
  return ok(
    [...call.store.priorities.values()].map((priority) => priorityDetailsJson(call.reader, priority)),
  );
}

/**
 * Priorities by page, by `id` and by `projectId`; every project of this site has all of them.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-priorities/#api-rest-api-3-priority-search-get
 */
function searchPriorities(call: Call): Answer {
  requireProductAccess(call);
  const { store, query, reader } = call;
  if (query.has('onlyDefault') || query.has('expand')) throw new NotModelled('Priority schemes and defaults');
  const ids = queryList(query, 'id');
  const projectIds = queryList(query, 'projectId');
  const inProject = projectIds.length === 0 || projectIds.some((id) => store.projects.has(id));
  const name = query.get('priorityName')?.toLowerCase() ?? '';
  const found = [...store.priorities.values()].filter(
    (each) =>
      inProject && (ids.length === 0 || ids.includes(each.id)) && each.name.toLowerCase().includes(name),
  );
  const toJson = (priority: Priority): unknown => priorityDetailsJson(reader, priority);
  return pageOf(call, 'priority/search', found, { toJson });
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-priorities/#api-rest-api-3-priority-id-get */
function getPriority(call: Call): Answer {
  requireProductAccess(call);
  const priority = call.store.priorities.get(call.params['id'] ?? '');
  if (priority === undefined) throw new RestError(404, ['The issue priority could not be found.']);
  return ok(priorityDetailsJson(call.reader, priority));
}

export const priorityOperations: readonly Operation[] = [
  // Atlassian's document asks for the configuration scope here and not for the list below, odd as that is.
  {
    method: 'GET',
    path: '/rest/api/3/priority/search',
    scopes: ['manage:jira-configuration'],
    handle: searchPriorities,
  },
  { method: 'GET', path: '/rest/api/3/priority', scopes: ['read:jira-work'], handle: getPriorities },
  { method: 'GET', path: '/rest/api/3/priority/{id}', scopes: ['read:jira-work'], handle: getPriority },
];
