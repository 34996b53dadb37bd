import type { Resolution } from '../model';
import { resolutionJson } from '../shapes';
import { NotModelled, ok, pageOf, queryList, requireProductAccess } from './operation';
import type { Answer, Call, Operation } from './operation';

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-resolutions/#api-rest-api-3-resolution-get */
function getResolutions(call: Call): Answer {
  requireProductAccess(call);
  return ok([...call.store.resolutions.values()].map((each) => resolutionJson(call.reader, each)));
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-resolutions/#api-rest-api-3-resolution-search-get */
function searchResolutions(call: Call): Answer {
  requireProductAccess(call);
  if (call.query.has('onlyDefault')) throw new NotModelled('The default resolution');
  const ids = queryList(call.query, 'id');
  const all = [...call.store.resolutions.values()];
  const found = all.filter(({ id }) => ids.length === 0 || ids.includes(id));
  const toJson = (each: Resolution): unknown => resolutionJson(call.reader, each);
  return pageOf(call, 'resolution/search', found, { toJson });
}

const scopes = ['read:jira-work'];

export const resolutionOperations: readonly Operation[] = [
  { method: 'GET', path: '/rest/api/3/resolution', scopes, handle: getResolutions },
  { method: 'GET', path: '/rest/api/3/resolution/search', scopes, handle: searchResolutions },
];
