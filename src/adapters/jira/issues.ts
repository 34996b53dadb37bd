import { asApp, route } from '@forge/api';
import * as v from 'valibot';
import type { IssueId, IssueReading, Issues } from '../../app/ports';
import type { FieldId } from '../../domain/timer/history';
import { answerOf } from './answer';
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
export const jiraIssues: Issues = {
  async read(ids, fields) {
    if (ids.length === 0) return [];
    const followed = [...new Set([...USUAL_FIELDS, ...fields])];
    const issues = await bulkFetch(ids, [...followed, 'created', 'updated', 'comment']);
    const overflowing = issues.filter(({ changelog }) => changelog.histories.length >= HISTORIES_IN_ISSUE);
    const allHistories = await bulkChangelogs(overflowing.map(({ id }) => id));
    return Promise.all(
      issues.map(async (issue): Promise<IssueReading> => {
        const histories = allHistories.get(issue.id) ?? issue.changelog.histories;
        const comments = await allComments(issue);
        return {
          id: issue.id,
          project: issue.fields.project.id,
          updated: issue.fields.updated,
          history: issueToHistory(issue, histories, comments, followed),
        };
      }),
    );
  },
};

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-bulkfetch-post */
async function bulkFetch(ids: readonly IssueId[], fields: readonly FieldId[]): Promise<JiraIssue[]> {
  const response = await asApp().requestJira(route`/rest/api/3/issue/bulkfetch`, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify({ issueIdsOrKeys: ids, fields, expand: ['changelog'] }),
  });
  const schema = v.object({ issues: v.array(issueSchema) });
  return (await answerOf('POST issue/bulkfetch', response, schema)).issues;
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
    const response = await asApp().requestJira(route`/rest/api/3/changelog/bulkfetch`, {
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

/** The issue's own comments where it carries all of them, else all pages. */
async function allComments({ id, fields }: JiraIssue): Promise<Comment[]> {
  const inIssue = fields.comment;
  if (!inIssue || inIssue.comments.length >= inIssue.total) return inIssue?.comments ?? [];
  const comments: Comment[] = [];
  for (;;) {
    const response = await asApp().requestJira(
      route`/rest/api/3/issue/${id}/comment?startAt=${comments.length}&maxResults=100&orderBy=created`,
    );
    const page = await answerOf('GET issue/comment', response, commentsPageSchema);
    comments.push(...page.comments);
    if (page.comments.length === 0 || comments.length >= page.total) return comments;
  }
}
