import { asApp, route, type Route } from '@forge/api';
import * as v from 'valibot';
import { JiraRefused } from '../../app/errors';
import type { ActionOutcome, Actions, IssueId } from '../../app/ports';
import type { Recipient, RecipientRole } from '../../domain/alert/action';
import type { Action } from '../../domain/timer/metric';
import { answerOf } from './answer';
import { ALERT_PROPERTY, alertProperty, hasCommented, hasLinked, isMadeByAlert } from './made-by-alerts';
import { paragraphs } from './paragraphs';
import { jiraPriorities } from './priorities';

type ActionOf<Key extends string> = Extract<Action, Record<Key, unknown>>;

/** The issue that an alert is about. */
interface Subject {
  readonly id: string;
  readonly issue: IssueId;
  readonly key: string;
}

const DONE: ActionOutcome = { state: 'done' };
const nothing = v.unknown();
const createdSchema = v.object({ id: v.string() });

/** What the app does on issues when a threshold is passed, as the app. */
export const jiraActions: Actions = {
  /** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-get */
  async keyOf(issue) {
    const response = asApp().requestJira(route`/rest/api/3/issue/${issue}?fields=created`);
    try {
      return (await answerOf('GET issue', response, v.object({ key: v.string() }))).key;
    } catch (error) {
      if (error instanceof JiraRefused) return undefined;
      throw error;
    }
  },

  async perform(action, alert, how) {
    try {
      if ('notify' in action) return await notify(action, alert);
      if (how === 'repeat' && (await isMade(action, alert))) return DONE;
      if ('linkedIssue' in action) return await createLinkedIssue(action, alert);
      await act(action, alert);
      return DONE;
    } catch (error) {
      if (!(error instanceof JiraRefused)) throw error;
      const reason = error.status === undefined ? 'unexpected-answer' : `http-${error.status}`;
      return { state: 'refused', reason };
    }
  },
};

/** Whether what the action would make is there; only what may not be made twice is looked for. */
async function isMade(action: Action, { id, issue }: Subject): Promise<boolean> {
  if ('comment' in action) return hasCommented(issue, ALERT_PROPERTY, id);
  return 'linkedIssue' in action && hasLinked(issue, id);
}

async function act(
  action: Exclude<Action, ActionOf<'notify'> | ActionOf<'linkedIssue'>>,
  alert: Subject,
): Promise<void> {
  if ('label' in action) return addLabel(action, alert);
  if ('comment' in action) return comment(action, alert);
  if ('assign' in action) return assign(action, alert);
  if ('priority' in action) return jiraPriorities.set(alert.issue, action.priority);
  return addWatcher(action, alert);
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-put */
async function addLabel({ label }: ActionOf<'label'>, { issue }: Subject): Promise<void> {
  const body = { update: { labels: [{ add: label }] } };
  await answerOf('PUT issue', send('PUT', route`/rest/api/3/issue/${issue}`, body), nothing);
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-assignee-put */
async function assign({ assign: accountId }: ActionOf<'assign'>, { issue }: Subject): Promise<void> {
  const request = send('PUT', route`/rest/api/3/issue/${issue}/assignee`, { accountId });
  await answerOf('PUT issue/assignee', request, nothing);
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-watchers/#api-rest-api-3-issue-issueidorkey-watchers-post */
async function addWatcher({ watcher }: ActionOf<'watcher'>, { issue }: Subject): Promise<void> {
  const request = send('POST', route`/rest/api/3/issue/${issue}/watchers`, watcher);
  await answerOf('POST issue/watchers', request, nothing);
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/#api-rest-api-3-issue-issueidorkey-comment-post */
async function comment(action: ActionOf<'comment'>, { id, issue }: Subject): Promise<void> {
  const body = {
    body: paragraphs(action.comment),
    properties: [
      alertProperty(id),
      // Without it Jira would show the note to the customer.
      { key: 'sd.public.comment', value: { internal: action.public !== true } },
    ],
  };
  const request = send('POST', route`/rest/api/3/issue/${issue}/comment`, body);
  await answerOf('POST issue/comment', request, createdSchema);
}

/** As long as Jira lets a summary be. */
const LONGEST_SUMMARY = 255;

/**
 * Makes the issue and its link in one request, so that neither is ever there without the other; never for an issue that was
 * made so itself, or one that is late would lead to another without end. Jira asks for the field
 * _Linked Issues_ on the screen on which issues of that type are created.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-post
 */
async function createLinkedIssue(
  action: ActionOf<'linkedIssue'>,
  { id, issue, key }: Subject,
): Promise<ActionOutcome> {
  if (await isMadeByAlert(issue)) return { state: 'refused', reason: 'made-by-alert' };
  const { project, issueType, linkType } = action.linkedIssue;
  const body = {
    fields: {
      project: { id: project },
      issuetype: { id: issueType },
      summary: action.summary.slice(0, LONGEST_SUMMARY),
    },
    update: { issuelinks: [{ add: { type: { id: linkType }, outwardIssue: { key } } }] },
    properties: [alertProperty(id)],
  };
  const made = await answerOf('POST issue', send('POST', route`/rest/api/3/issue`, body), createdSchema);
  return { state: 'done', made: made.id };
}

/**
 * Mail is sent at most once: where Jira does not say whether it was, nobody tries again.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-notify-post
 */
async function notify(action: ActionOf<'notify'>, { issue }: Subject): Promise<ActionOutcome> {
  const { notify: recipients, subject, text } = action;
  const body = {
    subject: subject.slice(0, LONGEST_SUMMARY),
    textBody: text,
    htmlBody: `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`,
    to: addressed(recipients),
  };
  const sent = send('POST', route`/rest/api/3/issue/${issue}/notify`, body);
  const response = await sent.catch(() => undefined);
  if (!response || response.status >= 500) return { state: 'unsure' };
  await answerOf('POST issue/notify', Promise.resolve(response), nothing);
  return DONE;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function addressed(recipients: readonly Recipient[]) {
  const has = (role: RecipientRole): boolean => recipients.includes(role);
  return {
    assignee: has('assignee'),
    reporter: has('reporter'),
    watchers: has('watchers'),
    users: recipients.flatMap((each) =>
      typeof each === 'object' && 'user' in each ? [{ accountId: each.user }] : [],
    ),
    groupIds: recipients.flatMap((each) => (typeof each === 'object' && 'group' in each ? [each.group] : [])),
  };
}

function send(method: 'POST' | 'PUT', path: Route, body: unknown) {
  return asApp().requestJira(path, {
    method,
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}
