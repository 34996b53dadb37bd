import { jiraActions } from '../../../src/adapters/jira/actions';
import { JiraUnavailable } from '../../../src/app/errors';
import type { Action } from '../../../src/domain/timer/metric';
import type { Issue } from '../../site/jira/model';
import { AppOnSite } from './app-on-site';

let app: AppOnSite;
let issue: Issue;
beforeEach(() => {
  app = new AppOnSite();
  issue = app.site.issue();
});

const note: Action = { comment: 'Late\nsince noon' };
const cause: Action = {
  linkedIssue: { project: '10000', issueType: '10100', linkType: '10003' },
  summary: 'Why?',
};
const mail: Action = { notify: ['reporter'], subject: 'Late', text: 'a < b' };

function perform(action: Action, how: 'begin' | 'repeat', id = 'alert-1') {
  return jiraActions.perform(action, { id, issue: issue.id, key: issue.key }, how);
}

it.each([
  ['a note', note, () => issue.comments.length],
  ['a linked issue', cause, () => issue.links.length],
] as const)(
  '%s that is there already is made no second time, one of another alert is',
  async (_what, action, count) => {
    await perform(action, 'repeat');
    await perform(action, 'repeat');
    expect(count()).toBe(1);
    expect(await perform(action, 'repeat', 'alert-2')).toMatchObject({ state: 'done' });
    expect(count()).toBe(2);
  },
);

it('a note is internal unless it is said to be public', async () => {
  await perform(note, 'begin');
  await perform({ ...note, public: true }, 'begin');
  expect(issue.comments.map(({ isPublic }) => isPublic)).toEqual([false, true]);
});

describe('mail', () => {
  it('is sent as text and, escaped, as HTML', async () => {
    expect(await perform(mail, 'begin')).toEqual({ state: 'done' });
    expect(app.site.jira.mails()).toMatchObject([{ textBody: 'a < b', htmlBody: '<p>a &lt; b</p>' }]);
  });

  it.each([500, 503])('of which nobody knows whether it was sent is unsure: %i', async (status) => {
    app.refuse('/notify', status);
    expect(await perform(mail, 'begin')).toEqual({ state: 'unsure' });
  });

  it('that Jira has no time for can be sent later', async () => {
    app.refuse('/notify', 429);
    await expect(perform(mail, 'begin')).rejects.toThrow(JiraUnavailable);
  });
});

it.each([400, 403, 404])('what Jira refuses is told with its status: %i', async (status) => {
  app.refuse('/comment', status);
  expect(await perform(note, 'begin')).toEqual({ state: 'refused', reason: `http-${status}` });
});

it('an issue that the app may not see has no key', async () => {
  expect(await jiraActions.keyOf(issue.id)).toBe(issue.key);
  app.refuse(`/issue/${issue.id}`, 404);
  expect(await jiraActions.keyOf(issue.id)).toBeUndefined();
});
