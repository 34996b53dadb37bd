import * as v from 'valibot';
import type { History, Issue } from '../model';
import { maySee } from '../permissions';
import { historyJson } from '../shapes';
import { badRequest, ok, pageNumber, parseBody, requireIssue } from './operation';
import type { Answer, Call, Operation } from './operation';

const mostIssues = 1000;
const mostFieldIds = 10;
const mostHistories = 10_000;
const mostPerPage = 100;

/**
 * One issue's histories, oldest first, at most 100 a page.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-changelog-get
 */
function getChangelog(call: Call): Answer {
  const issue = requireIssue(call, call.params['issueIdOrKey'] ?? '');
  const startAt = pageNumber(call.query, 'startAt', 0);
  const maxResults = pageNumber(call.query, 'maxResults', mostPerPage, mostPerPage);
  const page = issue.histories.slice(startAt, startAt + maxResults);
  const next = startAt + page.length;
  const isLast = next >= issue.histories.length;
  const at = (start: number): string =>
    `${call.reader.base}/rest/api/3/issue/${issue.key}/changelog?maxResults=${maxResults}&startAt=${start}`;
  return ok({
    self: at(startAt),
    ...(isLast ? {} : { nextPage: at(next) }),
    maxResults,
    startAt,
    total: issue.histories.length,
    isLast,
    values: page.map((history) => historyJson(call.reader, history)),
  });
}

const ListBody = v.strictObject({ changelogIds: v.array(v.pipe(v.number(), v.integer())) });

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-changelog-list-post */
function listChangelogs(call: Call): Answer {
  const issue = requireIssue(call, call.params['issueIdOrKey'] ?? '');
  const { changelogIds } = parseBody(ListBody, call.body);
  if (changelogIds.length === 0) throw badRequest('At least one changelog ID must be provided.');
  const wanted = new Set(changelogIds.map(String));
  if (wanted.size < changelogIds.length) throw badRequest('A changelog ID must be given once only.');
  const found = issue.histories.filter(({ id }) => wanted.has(id));
  const histories = found.map((history) => historyJson(call.reader, history));
  return ok({ startAt: 0, maxResults: found.length, total: found.length, histories });
}

const noneTwice = (ids: string[]): boolean => new Set(ids).size === ids.length;

const Body = v.strictObject({
  issueIdsOrKeys: v.array(v.string()),
  fieldIds: v.optional(v.pipe(v.array(v.string()), v.check(noneTwice)), []),
  maxResults: v.optional(v.pipe(v.number(), v.integer())),
  nextPageToken: v.optional(v.nullable(v.string())),
});

interface Entry {
  readonly issue: Issue;
  readonly history: History;
}

/**
 * Histories of up to 1,000 issues, oldest first and by issue id within one instant, cut into pages by a token; `created` is
 * a number of epoch milliseconds, although Atlassian's document says otherwise. With `fieldIds`, only items of those
 * fields come. Issues that the caller may not see are left out without a word.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-changelog-bulkfetch-post
 */
function bulkFetch(call: Call): Answer {
  const { issueIdsOrKeys, fieldIds, maxResults = 1000, nextPageToken } = parseBody(Body, call.body);
  if (issueIdsOrKeys.length === 0) throw badRequest('At least one issue ID or key must be provided.');
  if (issueIdsOrKeys.length > mostIssues)
    throw badRequest(`No more than ${mostIssues} issues can be fetched at once.`);
  if (fieldIds.length > mostFieldIds)
    throw badRequest(`No more than ${mostFieldIds} field IDs can be provided.`);
  if (maxResults < 1 || maxResults > mostHistories) {
    throw badRequest(`maxResults must be between 1 and ${mostHistories}.`);
  }
  const entries = sortedEntries(call, issueIdsOrKeys, new Set(fieldIds));
  const start = nextPageToken == null ? 0 : offsetOf(nextPageToken);
  const page = entries.slice(start, start + maxResults);
  const next = start + page.length;
  return ok({
    issueChangeLogs: byIssue(call, page),
    ...(next < entries.length ? { nextPageToken: tokenOf(next) } : {}),
  });
}

function sortedEntries(
  { store, caller }: Call,
  idsOrKeys: readonly string[],
  fieldIds: Set<string>,
): Entry[] {
  const issues = new Set(idsOrKeys.map((idOrKey) => store.issue(idOrKey)));
  const entries: Entry[] = [];
  for (const issue of issues) {
    if (issue === undefined || !maySee(store, caller, issue)) continue;
    for (const history of issue.histories) {
      const items = history.items.filter(
        ({ fieldId }) => fieldIds.size === 0 || (fieldId !== undefined && fieldIds.has(fieldId)),
      );
      if (items.length > 0) entries.push({ issue, history: { ...history, items } });
    }
  }
  return entries.sort(
    (a, b) =>
      a.history.created - b.history.created ||
      Number(a.issue.id) - Number(b.issue.id) ||
      Number(a.history.id) - Number(b.history.id),
  );
}

function byIssue({ reader }: Call, page: readonly Entry[]): unknown[] {
  const grouped = new Map<string, unknown[]>();
  for (const { issue, history } of page) {
    const histories = grouped.get(issue.id) ?? [];
    grouped.set(issue.id, histories);
    histories.push({ ...historyJson(reader, history), created: history.created });
  }
  return [...grouped].map(([issueId, changeHistories]) => ({ issueId, changeHistories }));
}

const tokenOf = (offset: number): string => Buffer.from(`offset:${offset}`).toString('base64url');

function offsetOf(token: string): number {
  const found = /^offset:(\d+)$/.exec(Buffer.from(token, 'base64url').toString());
  if (found === null) throw badRequest('The provided next page token is invalid or expired.');
  return Number(found[1]);
}

export const changelogOperations: readonly Operation[] = [
  { method: 'POST', path: '/rest/api/3/changelog/bulkfetch', scopes: ['read:jira-work'], handle: bulkFetch },
  {
    method: 'GET',
    path: '/rest/api/3/issue/{issueIdOrKey}/changelog',
    scopes: ['read:jira-work'],
    handle: getChangelog,
  },
  {
    method: 'POST',
    path: '/rest/api/3/issue/{issueIdOrKey}/changelog/list',
    scopes: ['read:jira-work'],
    handle: listChangelogs,
  },
];
