import { asApp, route } from '@forge/api';
import * as v from 'valibot';
import type { IssueId, IssueReading, Issues, Log } from '../../app/ports';
import { PROPERTY_KEY } from '../../contract/published-property';
import type { FieldId } from '../../domain/timer/history';
import { answerOf } from './answer';
import { USUAL_FIELDS } from './field-shape';
import { issueToHistory } from './issue-to-history';
import { allComments, allHistories, bulkChangelogs, commentsOverflow, overflows } from './overflow';
import type { JiraIssue } from './schemas';
import { changedIssues, countIssues, createdIssues, openIssuesWith, searchPage } from './search';
import { shownBy } from './shown';
import { siteFields, type SiteFields } from './site-fields';
import { understood } from './understood';

/** Issues as the app's own account may see them. */
export function jiraIssues(log: Log): Issues {
  return {
    async read(ids, fields) {
      if (ids.length === 0) return [];
      return readingsOf(await bulkFetch(ids, await fieldsToRead(fields), log), fields);
    },

    async page(project, selection, fields, after) {
      const search = { project, selection, fields: await fieldsToRead(fields), after };
      const { issues, next } = await searchPage(search, log);
      return { readings: await readingsOf(issues, fields), next, points: pointsOf(issues) };
    },

    count: countIssues,
    changedWithin: changedIssues,
    createdWithin: createdIssues,
    openWith: openIssuesWith,
  };
}

/** What to ask Jira for with each issue, so that {@link readingsOf} can follow `fields`. */
export async function fieldsToRead(fields: readonly FieldId[]): Promise<FieldId[]> {
  const { participants, own } = await siteFields();
  const people = participants === undefined ? [] : [participants];
  const ownFields = own ? Object.values(own) : [];
  const wanted = [...Object.keys(USUAL_FIELDS), ...people, ...ownFields, ...fields];
  return [...new Set([...wanted, 'created', 'updated', 'comment'])];
}

/**
 * What happened to these issues, each read with {@link fieldsToRead} and its changelog; reads what did not fit into them.
 *
 * @param fields those that conditions ask about.
 * @throws JiraUnavailable, JiraRefused
 */
export async function readingsOf(
  issues: readonly JiraIssue[],
  fields: readonly FieldId[],
): Promise<IssueReading[]> {
  const site = await siteFields();
  const changelogs = await bulkChangelogs(issues.filter(overflows).map(({ id }) => id));
  return Promise.all(
    issues.map((issue) => {
      const histories = overflows(issue)
        ? allHistories(issue, changelogs.get(issue.id) ?? [])
        : issue.changelog.histories;
      return readingOf(issue, histories, { site, asked: fields });
    }),
  );
}

/** One for each request and one for each issue in an answer, as Jira counts. */
function pointsOf(issues: readonly JiraIssue[]): number {
  const rereadHistories = issues.filter(overflows).length;
  const rereadComments = issues.filter(commentsOverflow).length;
  return 1 + issues.length + (rereadHistories && 1 + rereadHistories) + 2 * rereadComments;
}

async function readingOf(
  issue: JiraIssue,
  histories: JiraIssue['changelog']['histories'] | undefined,
  { site, asked }: { site: SiteFields; asked: readonly FieldId[] },
): Promise<IssueReading> {
  const comments = await allComments(issue);
  const gap = histories ? (comments ? undefined : 'comments') : 'changelog';
  return {
    id: issue.id,
    project: issue.fields.project.id,
    updated: issue.fields.updated,
    history: issueToHistory(issue, histories ?? issue.changelog.histories, comments ?? [], {
      site,
      asked,
      ...(gap && { gap }),
    }),
    shown: shownBy(issue, site.own),
  };
}

const issuesSchema = v.object({
  issues: v.array(v.unknown()),
  issueErrors: v.nullish(v.array(v.object({ id: v.string() }))),
});

/**
 * Issues that are gone, or hidden from the app by permission, security level or archive, are left out by Jira without a
 * word. Those that it names in `issueErrors` it could not give just then, for a passing fault or because all together
 * were too much for one answer; they are asked for once more, by themselves.
 *
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-bulkfetch-post
 */
async function bulkFetch(
  ids: readonly IssueId[],
  fields: readonly FieldId[],
  log: Log,
): Promise<JiraIssue[]> {
  const first = await bulkFetchOnce(ids, fields);
  const failed = ids.filter((id) => first.issueErrors?.some((error) => error.id === id));
  const second = failed.length > 0 ? await bulkFetchOnce(failed, fields) : undefined;
  const stillFailed = second?.issueErrors?.length ?? 0;
  if (stillFailed > 0) log.warn('issues not given by Jira', { count: stillFailed });
  return understood([...first.issues, ...(second?.issues ?? [])], log);
}

async function bulkFetchOnce(
  ids: readonly IssueId[],
  fields: readonly FieldId[],
): Promise<v.InferOutput<typeof issuesSchema>> {
  const response = asApp().requestJira(route`/rest/api/3/issue/bulkfetch`, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify({
      issueIdsOrKeys: ids,
      fields,
      expand: ['changelog'],
      properties: [PROPERTY_KEY],
    }),
  });
  return answerOf('POST issue/bulkfetch', response, issuesSchema);
}
