import * as v from 'valibot';

/**
 * What a request takes of the points that Jira grants an app an hour: one, and for a read one more for each issue or project
 * in the answer and two for each user, group or permission. Atlassian does not say whether entries of changelogs and
 * comments count; here they do not.
 *
 * @see https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ (March 2026)
 */
export function objectPoints(operation: string, answer: unknown): number {
  const { list, each = 1 } = LISTS[operation] ?? {};
  if (list === undefined) return SINGLE[operation] ?? 0;
  const found = list === '' ? answer : v.is(anything, answer) ? answer[list] : undefined;
  if (Array.isArray(found)) return each * found.length;
  return v.is(anything, found) ? each * Object.keys(found).length : 0;
}

const anything = v.record(v.string(), v.unknown());

/** Where the objects stand in an answer; an empty name for the answer itself. */
const LISTS: Readonly<Record<string, { readonly list: string; readonly each?: number }>> = {
  'POST issue/bulkfetch': { list: 'issues' },
  'POST search/jql': { list: 'issues' },
  'POST changelog/bulkfetch': { list: 'issueChangeLogs' },
  'GET priority': { list: '' },
  'GET resolution': { list: '' },
  'GET field': { list: '' },
  'GET issuetype/project': { list: '' },
  'GET user/groups': { list: '', each: 2 },
  'GET group/bulk': { list: 'values', each: 2 },
  'GET mypermissions': { list: 'permissions', each: 2 },
};

const SINGLE: Readonly<Record<string, number>> = {
  'GET issue': 1,
  'GET issue/comment': 1,
  'GET issue/properties': 1,
  'GET myself': 2,
};
