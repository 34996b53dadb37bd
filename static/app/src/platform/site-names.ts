import { router, view } from '@forge/bridge';
import * as v from 'valibot';
import { askJira } from './jira-request';

/** Ids of accounts, projects and issues as Jira names them to the person who looks; what they may not see is left out. */
export type Names = ReadonlyMap<string, string>;

const projectsSchema = v.object({
  values: v.array(v.object({ id: v.string(), key: v.string(), name: v.string() })),
});

/**
 * @param ids at most 50.
 * @throws Error when Jira does not answer.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-search-get
 */
export async function readProjectNames(ids: readonly string[]): Promise<Names> {
  if (ids.length === 0) return new Map();
  const { values } = await askJira(`/rest/api/3/project/search?${listOf('id', ids)}`, projectsSchema);
  return new Map(values.map(({ id, key, name }) => [id, `${name} (${key})`]));
}

const peopleSchema = v.object({
  values: v.array(v.object({ accountId: v.string(), displayName: v.string() })),
});

/**
 * @param accounts at most 50.
 * @throws Error when Jira does not answer.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/#api-rest-api-3-user-bulk-get
 */
export async function readPeople(accounts: readonly string[]): Promise<Names> {
  if (accounts.length === 0) return new Map();
  const asked = listOf('accountId', accounts);
  const { values } = await askJira(`/rest/api/3/user/bulk?maxResults=50&${asked}`, peopleSchema);
  return new Map(values.map(({ accountId, displayName }) => [accountId, displayName]));
}

const groupsSchema = v.object({ values: v.array(v.object({ groupId: v.string(), name: v.string() })) });

/**
 * @param groups at most 50.
 * @throws Error when Jira does not answer, or does not let the reader browse groups.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-groups/#api-rest-api-3-group-bulk-get
 */
export async function readGroupNames(groups: readonly string[]): Promise<Names> {
  if (groups.length === 0) return new Map();
  const { values } = await askJira(`/rest/api/3/group/bulk?${listOf('groupId', groups)}`, groupsSchema);
  return new Map(values.map(({ groupId, name }) => [groupId, name]));
}

/** An account as Jira shows it to the person who looks. */
export interface Person {
  readonly name: string;
  readonly isActive: boolean;
  readonly isApp: boolean;
}

const accountsSchema = v.object({
  values: v.array(
    v.object({
      accountId: v.string(),
      displayName: v.string(),
      active: v.optional(v.boolean(), true),
      accountType: v.optional(v.string(), 'atlassian'),
    }),
  ),
});

/**
 * @param accounts at most 50; those that Jira keeps back are left out.
 * @throws Error when Jira does not answer.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/#api-rest-api-3-user-bulk-get
 */
export async function readPersons(accounts: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  if (accounts.length === 0) return new Map();
  const asked = listOf('accountId', accounts);
  const { values } = await askJira(`/rest/api/3/user/bulk?maxResults=50&${asked}`, accountsSchema);
  return new Map(
    values.map(({ accountId, displayName, active, accountType }) => [
      accountId,
      { name: displayName, isActive: active, isApp: accountType === 'app' },
    ]),
  );
}

const prioritiesSchema = v.array(v.object({ id: v.string(), name: v.string() }));

/**
 * All priorities of the site, in the language of the person who looks.
 *
 * @throws Error when Jira does not answer.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-priorities/#api-rest-api-3-priority-get
 */
export async function readPriorityNames(): Promise<Names> {
  const priorities = await askJira('/rest/api/3/priority', prioritiesSchema);
  return new Map(priorities.map(({ id, name }) => [id, name]));
}

const issuesSchema = v.object({
  issues: v.array(
    v.object({
      id: v.string(),
      key: v.string(),
      fields: v.optional(
        v.object({
          summary: v.optional(v.string(), ''),
          status: v.optional(v.object({ name: v.string() })),
        }),
        {},
      ),
    }),
  ),
});

/** An issue's key, summary and status, and where it stands on the site. */
export interface IssueAddress {
  readonly key: string;
  readonly summary: string;
  /** As Jira names it to the person who looks. */
  readonly status: string;
  readonly url: string;
}

/**
 * @param ids at most 100.
 * @throws Error when Jira does not answer.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-bulkfetch-post
 */
export async function readIssueAddresses(ids: readonly string[]): Promise<ReadonlyMap<string, IssueAddress>> {
  if (ids.length === 0) return new Map();
  const asked = { issueIdsOrKeys: ids, fields: ['summary', 'status'] };
  const [{ issues }, { siteUrl }] = await Promise.all([
    askJira('/rest/api/3/issue/bulkfetch', issuesSchema, asked),
    view.getContext(),
  ]);
  return new Map(
    issues.map(({ id, key, fields: { summary, status } }) => [
      id,
      { key, summary, status: status?.name ?? '', url: `${siteUrl}/browse/${key}` },
    ]),
  );
}

/** Where the site stands, without a slash at the end. @throws Error when Jira does not say. */
export async function readSiteUrl(): Promise<string> {
  return (await view.getContext()).siteUrl;
}

/** Opens another page of the site in a window of its own. */
export function openPage(url: string): void {
  void router.open(url);
}

const listOf = (name: string, values: readonly string[]): string =>
  values.map((value) => `${name}=${encodeURIComponent(value)}`).join('&');
