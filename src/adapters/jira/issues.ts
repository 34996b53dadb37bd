import { asApp, route } from '@forge/api';
import * as v from 'valibot';
import type { IssueId, IssueReading, Issues, Log } from '../../app/ports';
import type { FieldId } from '../../domain/timer/history';
import { answerOf, placeOf } from './answer';
import { issueToHistory } from './issue-to-history';
import {
  changeHistorySchema,
  commentSchema,
  issueSchema,
  type ChangeHistory,
  type Comment,
  type JiraIssue,
} from './schemas';

/** Fields that every timer may need. */
const USUAL_FIELDS = [
  'status',
  'priority',
  'issuetype',
  'resolution',
  'assignee',
  'reporter',
  'project',
] as const;

/** Jira puts at most so many change histories into an issue that is read in bulk. */
const HISTORIES_IN_ISSUE = 40;

/** Issues as the app's own account may see them. */
export function jiraIssues(log: Log): Issues {
  return {
    async read(ids, fields) {
      if (ids.length === 0) return [];
      const followed = [...new Set([...USUAL_FIELDS, ...fields])];
      const issues = await bulkFetch(ids, [...followed, 'created', 'updated', 'comment'], log);
      const allHistories = await bulkChangelogs(issues.filter(overflows).map(({ id }) => id));
      return Promise.all(
        issues.map(async (issue): Promise<IssueReading> => {
          const histories = overflows(issue) ? allHistories.get(issue.id) : issue.changelog.histories;
          const comments = await allComments(issue);
          const gap = histories ? (comments ? undefined : 'comments') : 'changelog';
          return {
            id: issue.id,
            project: issue.fields.project.id,
            updated: issue.fields.updated,
            history: issueToHistory(issue, histories ?? issue.changelog.histories, comments ?? [], {
              fields: followed,
              ...(gap && { gap }),
            }),
          };
        }),
      );
    },
  };
}

/** Whether an issue that was read in bulk has more histories than it brings. */
function overflows({ changelog: { histories, total } }: JiraIssue): boolean {
  return histories.length >= HISTORIES_IN_ISSUE || (total ?? 0) > histories.length;
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-bulkfetch-post */
async function bulkFetch(
  ids: readonly IssueId[],
  fields: readonly FieldId[],
  log: Log,
): Promise<JiraIssue[]> {
  const response = asApp().requestJira(route`/rest/api/3/issue/bulkfetch`, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify({ issueIdsOrKeys: ids, fields, expand: ['changelog'] }),
  });
  const { issues } = await answerOf(
    'POST issue/bulkfetch',
    response,
    v.object({ issues: v.array(v.unknown()) }),
  );
  return issues.flatMap((issue) => {
    const parsed = v.safeParse(issueSchema, issue);
    if (parsed.success) return parsed.output;
    // One issue that the app does not understand must not keep the others waiting.
    log.warn('issue not understood', { at: placeOf(parsed.issues[0]) });
    return [];
  });
}

const changelogsSchema = v.object({
  issueChangeLogs: v.array(v.object({ issueId: v.string(), changeHistories: v.array(changeHistorySchema) })),
  nextPageToken: v.nullish(v.string()),
});

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-changelog-bulkfetch-post */
async function bulkChangelogs(ids: readonly IssueId[]): Promise<Map<IssueId, ChangeHistory[]>> {
  const histories = new Map<IssueId, ChangeHistory[]>();
  if (ids.length === 0) return histories;
  let nextPageToken: string | null | undefined;
  do {
    const response = asApp().requestJira(route`/rest/api/3/changelog/bulkfetch`, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      body: JSON.stringify({
        issueIdsOrKeys: ids,
        maxResults: 10_000,
        ...(nextPageToken && { nextPageToken }),
      }),
    });
    const page = await answerOf('POST changelog/bulkfetch', response, changelogsSchema);
    for (const { issueId, changeHistories } of page.issueChangeLogs) {
      histories.set(issueId, [...(histories.get(issueId) ?? []), ...changeHistories]);
    }
    nextPageToken = page.nextPageToken;
  } while (nextPageToken);
  return histories;
}

const commentsPageSchema = v.object({ comments: v.array(commentSchema), total: v.number() });

/** The issue's own comments where it carries all of them, else all pages; undefined when Jira gives fewer than it says. */
async function allComments({ id, fields }: JiraIssue): Promise<Comment[] | undefined> {
  const inIssue = fields.comment;
  if (!inIssue || inIssue.comments.length >= inIssue.total) return inIssue?.comments ?? [];
  const comments: Comment[] = [];
  for (;;) {
    const response = asApp().requestJira(
      route`/rest/api/3/issue/${id}/comment?startAt=${comments.length}&maxResults=100&orderBy=created`,
    );
    const page = await answerOf('GET issue/comment', response, commentsPageSchema);
    comments.push(...page.comments);
    if (comments.length >= page.total) return comments;
    if (page.comments.length === 0) return undefined;
  }
}
