import { asApp, route } from '@forge/api';
import * as v from 'valibot';
import { JiraRefused } from '../../app/errors';
import type { IssueId } from '../../app/ports';
import { answerOf } from './answer';

/** The property that says of a comment or an issue which alert made it. */
export const ALERT_PROPERTY = 'service-levels-alert';

export const alertProperty = (alert: string) => ({ key: ALERT_PROPERTY, value: { id: alert } });

/** More than are written between two tries. */
const NEWEST_COMMENTS = 1000;

const valueSchema = v.object({ id: v.string() });
const isOf = (id: string, value: unknown): boolean => {
  const parsed = v.safeParse(valueSchema, value);
  return parsed.success && parsed.output.id === id;
};

const commentsSchema = v.object({
  comments: v.array(
    v.object({ properties: v.optional(v.array(v.object({ key: v.string(), value: v.unknown() })), []) }),
  ),
});

/**
 * Whether an issue has a comment with a property that names this id.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/#api-rest-api-3-issue-issueidorkey-comment-get
 */
export async function hasCommented(issue: IssueId, property: string, id: string): Promise<boolean> {
  const response = asApp().requestJira(
    route`/rest/api/3/issue/${issue}/comment?orderBy=-created&maxResults=${NEWEST_COMMENTS}&expand=properties`,
  );
  const { comments } = await answerOf('GET issue/comment', response, commentsSchema);
  return comments.some(({ properties }) =>
    properties.some(({ key, value }) => key === property && isOf(id, value)),
  );
}

const end = v.optional(v.object({ id: v.string() }));
const linksSchema = v.object({
  fields: v.object({ issuelinks: v.array(v.object({ inwardIssue: end, outwardIssue: end })) }),
});
const linkedSchema = v.object({
  issues: v.array(v.object({ properties: v.optional(v.record(v.string(), v.unknown()), {}) })),
});

/** Whether an issue that the alert has made is linked to this one; the same request makes both. */
export async function hasLinked(issue: IssueId, alert: string): Promise<boolean> {
  const response = asApp().requestJira(route`/rest/api/3/issue/${issue}?fields=issuelinks`);
  const { fields } = await answerOf('GET issue', response, linksSchema);
  const linked = fields.issuelinks.flatMap(
    ({ inwardIssue, outwardIssue }) => inwardIssue ?? outwardIssue ?? [],
  );
  if (linked.length === 0) return false;
  const found = asApp().requestJira(route`/rest/api/3/issue/bulkfetch`, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify({
      issueIdsOrKeys: linked.map(({ id }) => id).slice(-MOST_READ),
      fields: ['created'],
      properties: [ALERT_PROPERTY],
    }),
  });
  const { issues } = await answerOf('POST issue/bulkfetch', found, linkedSchema);
  return issues.some(({ properties }) => isOf(alert, properties[ALERT_PROPERTY]));
}

/** As many as Jira gives at once. */
const MOST_READ = 100;

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-properties/#api-rest-api-3-issue-issueidorkey-properties-propertykey-get */
export async function isMadeByAlert(issue: IssueId): Promise<boolean> {
  const response = asApp().requestJira(route`/rest/api/3/issue/${issue}/properties/${ALERT_PROPERTY}`);
  try {
    await answerOf('GET issue/properties', response, v.object({ value: v.unknown() }));
    return true;
  } catch (error) {
    if (error instanceof JiraRefused && error.status === 404) return false;
    throw error;
  }
}
