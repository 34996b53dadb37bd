import { asUser, route } from '@forge/api';
import { JiraRefused } from '../../app/errors';
import type { Replies } from '../../app/ports';
import { responseOf } from './answer';
import { hasCommented } from './made-by-alerts';
import { paragraphs } from './paragraphs';
import { refusalIn, refusalText } from './refusal';

/** The property that says of a comment which reply it is. */
const REPLY_PROPERTY = 'service-levels-reply';

export const jiraReplies: Replies = {
  /** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/#api-rest-api-3-issue-issueidorkey-comment-post */
  async send(issue, id, text) {
    const request = asUser().requestJira(route`/rest/api/3/issue/${issue}/comment`, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      body: JSON.stringify({
        body: paragraphs(text),
        properties: [
          { key: REPLY_PROPERTY, value: { id } },
          { key: 'sd.public.comment', value: { internal: false } },
        ],
      }),
    });
    const response = await responseOf('POST issue/comment', request);
    if (response.ok) return { sent: true };
    const body: unknown = await response.json().catch(() => undefined);
    const refusal = refusalIn(body);
    if (!refusal) throw new JiraRefused(`POST issue/comment: ${response.status}`, response.status);
    return { refused: refusalText(refusal) };
  },

  isThere: (issue, id) => hasCommented(issue, REPLY_PROPERTY, id),
};
