import { jiraReplies } from '../../../src/adapters/jira/replies';
import { jiraRights } from '../../../src/adapters/jira/rights';
import { JiraUnavailable } from '../../../src/app/errors';
import { instant } from '../../../src/domain/time/instant';
import type { Issue } from '../../site/jira/model';
import { visitors } from '../../site/sample/people';
import { customer } from '../site/jira-fixture';
import { AppOnSite } from './app-on-site';

let app: AppOnSite;
let issue: Issue;
beforeEach(() => {
  app = new AppOnSite();
  issue = app.site.issue();
});

it('a reply is a public comment of the person who calls, and is found by its id', async () => {
  expect(await jiraReplies.isThere(issue.id, 'one')).toBe(false);
  expect(await jiraReplies.send(issue.id, 'one', 'Hello,\n\nsorry')).toEqual({ sent: true });
  expect(issue.comments).toMatchObject([{ isPublic: true, authorId: visitors.agent.accountId }]);
  expect(issue.comments[0]?.body.content).toHaveLength(3);
  expect(await jiraReplies.isThere(issue.id, 'one')).toBe(true);
  expect(await jiraReplies.isThere(issue.id, 'two')).toBe(false);
});

it('who may comment is asked as that person, and Jira says why it takes no reply', async () => {
  const rights = jiraRights({ now: () => instant(0) });
  expect(await rights.mayComment(issue.id)).toBe(true);
  app.user = customer;
  expect(await rights.mayComment(issue.id)).toBe(false);
  expect(await rights.mayComment('999999')).toBe(false);
  const answer = await jiraReplies.send(issue.id, 'one', 'Sorry');
  expect(answer).toEqual({ refused: expect.stringMatching(/\w/) as string });
  expect(issue.comments).toEqual([]);
});

it('where Jira does not answer nobody knows whether it was sent', async () => {
  app.refuse('/comment', 503);
  await expect(jiraReplies.send(issue.id, 'one', 'Sorry')).rejects.toThrow(JiraUnavailable);
});
