import { priorityDetailsJson } from '../shapes';
import { ok, pageNumber, queryList, requireProductAccess } from './operation';
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
  const ids = queryList(query, 'id');
  const projectIds = queryList(query, 'projectId');
  const inProject = projectIds.length === 0 || projectIds.some((id) => store.projects.has(id));
  const name = query.get('priorityName')?.toLowerCase() ?? '';
  const found = [...store.priorities.values()].filter(
    (each) =>
      inProject && (ids.length === 0 || ids.includes(each.id)) && each.name.toLowerCase().includes(name),
  );
  const startAt = pageNumber(query, 'startAt', 0);
  const maxResults = pageNumber(query, 'maxResults', 50, 50);
  const page = found.slice(startAt, startAt + maxResults);
  return ok({
    self: `${reader.base}/rest/api/3/priority/search?maxResults=${maxResults}&startAt=${startAt}`,
    maxResults,
    startAt,
    total: found.length,
    isLast: startAt + page.length >= found.length,
    values: page.map((priority) => priorityDetailsJson(reader, priority)),
  });
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
];
