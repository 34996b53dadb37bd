import { asApp, route, type APIResponse } from '@forge/api';
import * as v from 'valibot';
import { JiraRefused, PageUnknown } from '../../app/errors';
import {
  RECENT_DAYS,
  type AccountId,
  type ChangedIssue,
  type IssueId,
  type IssueSelection,
  type Log,
  type PresentIssue,
  type ProjectId,
} from '../../app/ports';
import { PROPERTY_KEY } from '../../contract/published-property';
import type { Span } from '../../domain/time/instant';
import type { FieldId } from '../../domain/timer/history';
import { answerOf } from './answer';
import { jiraInstant, type JiraIssue } from './schemas';
import { siteFields } from './site-fields';
import { understood } from './understood';
import { fieldValue } from './value-ids';

const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };

/** Jira gives fewer when they are large. */
const ISSUES_A_PAGE = 100;

/** The names of categories are Jira's own: they are the same in every language. */
const clauses: Readonly<Record<IssueSelection, string>> = {
  open: 'statusCategory != Done',
  done: 'statusCategory = Done',
  recent: `(statusCategory != Done OR updated >= -${RECENT_DAYS}d)`,
};

const pageSchema = v.object({ issues: v.array(v.unknown()), nextPageToken: v.nullish(v.string()) });

interface Search {
  readonly project: ProjectId;
  readonly selection: IssueSelection;
  readonly fields: readonly FieldId[];
  readonly after: string | undefined;
}

/**
 * A page of the issues of a project, the youngest first, each with its newest change histories.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/#api-rest-api-3-search-jql-post
 */
export async function searchPage(
  { project, selection, fields, after }: Search,
  log: Log,
): Promise<{ issues: JiraIssue[]; next: string | undefined }> {
  const response = asApp().requestJira(route`/rest/api/3/search/jql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      jql: `project = ${project} AND ${clauses[selection]} ORDER BY created DESC`,
      fields,
      expand: 'changelog',
      properties: [PROPERTY_KEY],
      maxResults: ISSUES_A_PAGE,
      ...(after !== undefined && { nextPageToken: after }),
    }),
  });
  const page = await pageAfter(after, response, pageSchema);
  return { issues: understood(page.issues, log), next: page.nextPageToken ?? undefined };
}

/**
 * Jira's answer to a search of which all but the place is the app's own.
 *
 * @param after the place that was asked for; undefined for the first page.
 * @throws PageUnknown when Jira does not know that place, and what {@link answerOf} throws.
 */
export async function pageAfter<Schema extends v.GenericSchema>(
  after: string | undefined,
  request: Promise<APIResponse>,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  try {
    return await answerOf('POST search/jql', request, schema);
  } catch (error) {
    const isUnknown = after !== undefined && error instanceof JiraRefused && error.status === 400;
    throw isUnknown ? new PageUnknown(error.message, error.status) : error;
  }
}

const changedSchema = v.object({
  issues: v.array(v.object({ id: v.string(), fields: v.object({ updated: jiraInstant }) })),
  nextPageToken: v.nullish(v.string()),
});

/**
 * Issues that were changed lately, the latest last. The time is counted back from now, since Jira reads dates in the zone
 * of the app's own user, which nobody can set.
 */
export async function changedIssues(
  project: ProjectId,
  time: Span,
  after: string | undefined,
): Promise<{ issues: ChangedIssue[]; next: string | undefined }> {
  const response = asApp().requestJira(route`/rest/api/3/search/jql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      jql: `project = ${project} AND updated >= -${Math.ceil(time / 60_000)}m ORDER BY updated ASC`,
      fields: ['updated'],
      maxResults: ISSUES_A_PAGE,
      ...(after !== undefined && { nextPageToken: after }),
    }),
  });
  const { issues, nextPageToken } = await answerOf('POST search/jql', response, changedSchema);
  return {
    issues: issues.map(({ id, fields }) => ({ id, updated: fields.updated })),
    next: nextPageToken ?? undefined,
  };
}

const presentSchema = v.object({
  issues: v.array(v.object({ key: v.string(), fields: v.optional(v.record(v.string(), v.unknown()), {}) })),
  nextPageToken: v.nullish(v.string()),
});

const DAY_MS = 86_400_000;

/** Issues that were created lately, the youngest first, as they are now. */
export async function createdIssues(
  project: ProjectId,
  time: Span,
  fields: readonly FieldId[],
  after: string | undefined,
): Promise<{ issues: PresentIssue[]; next: string | undefined }> {
  const site = await siteFields();
  const response = asApp().requestJira(route`/rest/api/3/search/jql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      jql: `project = ${project} AND created >= -${Math.ceil(time / DAY_MS)}d ORDER BY created DESC`,
      // Without any Jira gives no keys.
      fields: fields.length > 0 ? fields : ['created'],
      maxResults: ISSUES_A_PAGE,
      ...(after !== undefined && { nextPageToken: after }),
    }),
  });
  const page = await answerOf('POST search/jql', response, presentSchema);
  const issues = page.issues.map(({ key, fields: held }) => ({
    key,
    fields: Object.fromEntries(fields.map((field) => [field, fieldValue(held[field], site.shapeOf(field))])),
  }));
  return { issues, next: page.nextPageToken ?? undefined };
}

/** Issues in work with one of these accounts in one of these fields. */
export async function openIssuesWith(
  project: ProjectId,
  { fields, accounts }: { readonly fields: readonly FieldId[]; readonly accounts: readonly AccountId[] },
  after: string | undefined,
): Promise<{ issues: IssueId[]; next: string | undefined }> {
  const people = accounts.map((account) => JSON.stringify(account)).join(', ');
  const held = fields.map((field) => `${clauseOf(field)} in (${people})`).join(' OR ');
  const response = asApp().requestJira(route`/rest/api/3/search/jql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      jql: `project = ${project} AND ${clauses.open} AND (${held}) ORDER BY created DESC`,
      fields: ['updated'],
      maxResults: ISSUES_A_PAGE,
      ...(after !== undefined && { nextPageToken: after }),
    }),
  });
  const { issues, nextPageToken } = await answerOf('POST search/jql', response, changedSchema);
  return { issues: issues.map(({ id }) => id), next: nextPageToken ?? undefined };
}

/** A field in a query: `cf[10050]` for `customfield_10050`. */
const clauseOf = (field: FieldId): string => field.replace(/^customfield_(\d+)$/, 'cf[$1]');

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/#api-rest-api-3-search-approximate-count-post */
export async function countIssues(project: ProjectId, selection?: IssueSelection): Promise<number> {
  const response = asApp().requestJira(route`/rest/api/3/search/approximate-count`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ jql: `project = ${project}${selection ? ` AND ${clauses[selection]}` : ''}` }),
  });
  const { count } = await answerOf(
    'POST search/approximate-count',
    response,
    v.object({ count: v.number() }),
  );
  return count;
}
