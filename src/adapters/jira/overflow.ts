import { asApp, route } from '@forge/api';
import * as v from 'valibot';
import { JiraRefused } from '../../app/errors';
import type { IssueId } from '../../app/ports';
import { answerOf } from './answer';
import { compareHistories } from './issue-to-history';
import {
  changeHistorySchema,
  commentSchema,
  type ChangeHistory,
  type Comment,
  type JiraIssue,
} from './schemas';

/** Jira puts at most so many change histories into an issue that is read in bulk. */
const HISTORIES_IN_ISSUE = 40;
const COMMENTS_A_PAGE = 1000;

/** Whether an issue that was read in bulk has more histories than it brings. */
export function overflows({ changelog: { histories, total } }: JiraIssue): boolean {
  return histories.length >= HISTORIES_IN_ISSUE || (total ?? 0) > histories.length;
}

/**
 * All histories of an issue, given what the bulk changelog has of it; undefined when some are missing. The issue has its
 * newest ones, the bulk changelog is read from the oldest: they are whole together when they meet. `total` proves nothing:
 * the documentation calls it the number on the page, and Jira is about to leave out changes of workflows.
 *
 * The bulk changelog is read later than the issue. What happened in between is left out, since the fields of the issue
 * know nothing of it either; an event will tell.
 */
export function allHistories(
  { changelog: { histories } }: JiraIssue,
  bulk: readonly ChangeHistory[],
): ChangeHistory[] | undefined {
  const newest = [...histories].sort(compareHistories).at(-1);
  if (!newest) return bulk.length > 0 ? [...bulk] : undefined;
  const inIssue = new Set(histories.map(({ id }) => id));
  if (!bulk.some(({ id }) => inIssue.has(id))) return undefined;
  const older = bulk.filter((history) => !inIssue.has(history.id) && compareHistories(history, newest) < 0);
  return [...older, ...histories];
}

const changelogsSchema = v.object({
  issueChangeLogs: v.array(v.object({ issueId: v.string(), changeHistories: v.array(v.unknown()) })),
  nextPageToken: v.nullish(v.string()),
});

/**
 * The histories of these issues, oldest first; without those issues of which a history cannot be understood.
 *
 * @throws JiraUnavailable, JiraRefused
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-changelog-bulkfetch-post
 */
export async function bulkChangelogs(ids: readonly IssueId[]): Promise<Map<IssueId, ChangeHistory[]>> {
  const unread = new Map<IssueId, unknown[]>();
  if (ids.length === 0) return new Map();
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
      unread.set(issueId, [...(unread.get(issueId) ?? []), ...changeHistories]);
    }
    nextPageToken = page.nextPageToken;
  } while (nextPageToken);
  return new Map(
    [...unread].flatMap(([id, histories]) => {
      const parsed = v.safeParse(v.array(changeHistorySchema), histories);
      return parsed.success ? [[id, parsed.output] as const] : [];
    }),
  );
}

const commentsPageSchema = v.object({ comments: v.array(commentSchema), total: v.number() });

/** Whether an issue has more comments than it brings. */
export function commentsOverflow({ fields: { comment } }: JiraIssue): boolean {
  return comment != null && comment.comments.length < (comment.total ?? Infinity);
}

/**
 * The issue's own comments where it carries all of them, else all pages; undefined when Jira does not give as many as it
 * says, twice, or none that can be understood.
 *
 * @throws JiraUnavailable
 */
export async function allComments(issue: JiraIssue): Promise<Comment[] | undefined> {
  if (!commentsOverflow(issue)) return issue.fields.comment?.comments ?? [];
  const { id } = issue;
  try {
    return (await commentPages(id)) ?? (await commentPages(id));
  } catch (error) {
    if (error instanceof JiraRefused) return undefined;
    throw error;
  }
}

/**
 * All pages of an issue's comments; undefined when they change while they are read, so that one may be missing.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/#api-rest-api-3-issue-issueidorkey-comment-get
 */
async function commentPages(issue: IssueId): Promise<Comment[] | undefined> {
  const comments = new Map<string, Comment>();
  let expected: number | undefined;
  for (let startAt = 0; ;) {
    const response = asApp().requestJira(
      route`/rest/api/3/issue/${issue}/comment?startAt=${startAt}&maxResults=${COMMENTS_A_PAGE}&orderBy=created`,
    );
    const page = await answerOf('GET issue/comment', response, commentsPageSchema);
    expected ??= page.total;
    if (page.total !== expected) return undefined;
    for (const comment of page.comments) comments.set(comment.id, comment);
    startAt += page.comments.length;
    if (comments.size >= expected) return [...comments.values()];
    if (page.comments.length === 0) return undefined;
  }
}
