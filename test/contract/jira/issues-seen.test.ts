import { jiraReaders } from '../../../src/adapters/jira/readers';
import { JiraRefused, JiraUnavailable, PageUnknown } from '../../../src/app/errors';
import type { Issue } from '../../site/jira/model';
import { visitors } from '../../site/sample/people';
import { agent, manager } from '../site/jira-fixture';
import { AppOnSite } from './app-on-site';

const PROJECT = '10000';
const [INCIDENT, REQUEST] = ['10100', '10101'];

let app: AppOnSite;
beforeEach(() => {
  app = new AppOnSite();
});

/** An issue of that type, a minute younger than the one before. */
function issueOf(type: string): Issue {
  app.site.now += 60_000;
  const issue = app.site.issue();
  app.site.jira.changes.change(agent, issue, { edits: { typeId: type } });
  return issue;
}

const keysOf = async (types: readonly string[]) =>
  (await jiraReaders.issuesOfTypes(PROJECT, types, undefined)).issues.map(({ key }) => key);

it('the types of a project are told by id and name', async () => {
  expect(await jiraReaders.issueTypes(PROJECT)).toEqual([
    { id: INCIDENT, name: 'Incident' },
    { id: REQUEST, name: 'Service request' },
  ]);
});

it('issues of some types come in one request, the youngest first, with what the reader sees of them', async () => {
  issueOf(INCIDENT);
  const [first, second] = [issueOf(REQUEST), issueOf(REQUEST)];
  const { accountId: account, displayName: name } = visitors.agent;
  app.site.jira.changes.change(agent, first, { edits: { assigneeId: account } });
  await app.site.pass(60_000);
  const { issues, next } = await jiraReaders.issuesOfTypes(PROJECT, [REQUEST], undefined);
  expect(next).toBeUndefined();
  expect(issues.map(({ key }) => key)).toEqual([second.key, first.key]);
  expect(issues[1]).toEqual({
    id: first.id,
    key: first.key,
    project: PROJECT,
    summary: first.summary,
    createdAt: first.created,
    reporter: { account: visitors.customer.accountId, name: visitors.customer.displayName },
    assignee: { account, name },
    status: 'New',
    resolution: null,
  });
  expect(app.asked).toEqual(['POST search/jql']);
  expect(await keysOf([INCIDENT, REQUEST])).toHaveLength(3);
});

it('issues are those that the person who calls may see, not the app', async () => {
  const issue = issueOf(REQUEST);
  app.site.hide(issue);
  await app.site.pass(60_000);
  app.user = manager;
  expect(await keysOf([REQUEST])).toEqual([issue.key]);
  expect(await jiraReaders.issueSeen(issue.key)).toMatchObject({ id: issue.id, project: PROJECT });
  app.user = agent;
  expect(await keysOf([REQUEST])).toEqual([]);
  expect(await jiraReaders.issueSeen(issue.key)).toBeUndefined();
  expect(await jiraReaders.issueSeen('ITSD-99999')).toBeUndefined();
});

it('a page follows another, and one that was given for other types is not known', async () => {
  for (let count = 0; count < 51; count += 1) issueOf(REQUEST);
  await app.site.pass(60_000);
  const { issues, next } = await jiraReaders.issuesOfTypes(PROJECT, [REQUEST], undefined);
  expect(issues).toHaveLength(50);
  expect((await jiraReaders.issuesOfTypes(PROJECT, [REQUEST], next)).issues).toHaveLength(1);
  await expect(jiraReaders.issuesOfTypes(PROJECT, [INCIDENT, REQUEST], next)).rejects.toThrow(PageUnknown);
});

it('a type that is not there is refused, and Jira that has no time is not taken for that', async () => {
  await expect(jiraReaders.issuesOfTypes(PROJECT, ['10999'], undefined)).rejects.toThrow(JiraRefused);
  app.refuse('/search/jql', 503);
  await expect(jiraReaders.issuesOfTypes(PROJECT, [REQUEST], undefined)).rejects.toThrow(JiraUnavailable);
});
