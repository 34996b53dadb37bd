import * as v from 'valibot';
import { maySee } from '../permissions';
import { issueJson } from './issue-json';
import { notExpanded } from './issue';
import { badRequest, NotModelled, ok, parseBody } from './operation';
import type { Answer, Call, Operation } from './operation';

const mostIssues = 100;
const mostProperties = 5;
const mostHistories = 40;
/**
 * Atlassian's document names no number for comments. Its enhanced search gives at most 20 with an issue, and this site
 * takes the same here, the newest ones: an app that reads them all must look at `total` and ask for the rest.
 */
const mostComments = 20;

const Body = v.strictObject({
  issueIdsOrKeys: v.array(v.string()),
  fields: v.optional(v.array(v.string()), []),
  expand: v.optional(v.array(v.string()), []),
  properties: v.optional(v.array(v.string()), []),
  fieldsByKeys: v.optional(v.boolean()),
});

/**
 * Up to 100 issues in ascending order of their ids, each once. What is not there or may not be seen is left out without a
 * word: `issueErrors` are for what Jira could not give just then, which does not happen here.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-bulkfetch-post
 */
function bulkFetch(call: Call): Answer {
  const { store, caller, reader } = call;
  const { issueIdsOrKeys, fields, expand, properties } = parseBody(Body, call.body);
  const refused = notExpanded.find((name) => expand.includes(name));
  if (refused !== undefined) throw new NotModelled(`expand=${refused}`);
  if (issueIdsOrKeys.length === 0) throw badRequest('At least one issue ID or key must be provided.');
  if (issueIdsOrKeys.length > mostIssues)
    throw badRequest(`No more than ${mostIssues} issues can be fetched at once.`);
  if (properties.length > mostProperties) {
    throw badRequest(`No more than ${mostProperties} issue properties can be requested.`);
  }
  const visible = issueIdsOrKeys.flatMap((idOrKey) => {
    const issue = store.issue(idOrKey);
    return issue !== undefined && maySee(store, caller, issue) ? [issue] : [];
  });
  const issues = [...new Set(visible)].sort((a, b) => Number(a.id) - Number(b.id));
  const selection = { fields, expand, properties, mostHistories, mostComments };
  return ok({
    issues: issues.map((issue) => issueJson(reader, issue, selection)),
    issueErrors: [],
  });
}

export const issueBulkOperations: readonly Operation[] = [
  { method: 'POST', path: '/rest/api/3/issue/bulkfetch', scopes: ['read:jira-work'], handle: bulkFetch },
];
