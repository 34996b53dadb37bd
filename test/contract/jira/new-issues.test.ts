import { jiraNewIssues } from '../../../src/adapters/jira/new-issues';
import { JiraRefused, JiraUnavailable } from '../../../src/app/errors';
import type { IssueWanted } from '../../../src/app/ports';
import { agent as caller } from '../site/jira-fixture';
import { AppOnSite } from './app-on-site';

const agent = caller as Extract<typeof caller, { kind: 'user' }>;

let app: AppOnSite;
let wanted: IssueWanted;
beforeEach(() => {
  app = new AppOnSite();
  wanted = {
    project: '10000',
    issueType: '10100',
    summary: 'Train the night shift',
    description: 'Two evenings\n\nin May',
    assignee: agent.accountId,
    due: '2026-12-01',
  };
});

const made = (key: string) => app.site.jira.store.issue(key)!;

/** Has Jira refuse an issue in these words. */
function refusing(fields: Readonly<Record<string, string>>, errorMessages: readonly string[] = []): void {
  const before = app.answer;
  app.answer = async (request, caller) => {
    const body = (await request.clone().json()) as { fields: object };
    const errors = Object.fromEntries(Object.entries(fields).filter(([field]) => field in body.fields));
    return Object.keys(errors).length > 0 || errorMessages.length > 0
      ? Response.json({ errorMessages, errors }, { status: 400 })
      : before(request, caller);
  };
}

it('an issue is made as whoever calls, with what the action says', async () => {
  const found = await jiraNewIssues.create(wanted);
  if ('refused' in found) throw new Error(found.refused);
  expect(found.leftOut).toEqual([]);
  expect(made(found.key)).toMatchObject({
    id: found.id,
    summary: 'Train the night shift',
    reporterId: agent.accountId,
    assigneeId: agent.accountId,
    dueDate: '2026-12-01',
    description: {
      content: [{ content: [{ text: 'Two evenings' }] }, { content: [] }, { content: [{ text: 'in May' }] }],
    },
  });
});

it('an issue whose screen has no due date is made without it, and that is told', async () => {
  refusing({ duedate: 'Field cannot be set.' });
  const found = await jiraNewIssues.create(wanted);
  expect(found).toMatchObject({ leftOut: ['duedate'] });
  expect(app.asked).toEqual(['POST issue', 'POST issue']);
  expect('key' in found && made(found.key).dueDate).toBeNull();
});

it.each([
  [{ duedate: 'No.', customfield_10001: 'Impact is required.', summary: 'x' }, [], 'No. x'],
  [{}, ['The project is archived.'], 'The project is archived.'],
] as const)('what Jira will not have is said in its own words: %j %j', async (errors, messages, said) => {
  refusing(errors, messages);
  expect(await jiraNewIssues.create(wanted)).toEqual({ refused: said });
  expect(app.asked).toEqual(['POST issue']);
});

it.each([429, 503])('Jira that has no time is not taken for one that refuses: %i', async (status) => {
  app.refuse('/issue', status);
  await expect(jiraNewIssues.create(wanted)).rejects.toThrow(JiraUnavailable);
});

it('an answer that is none of both is said to be', async () => {
  app.answer = async () => Response.json({ id: 'x' });
  await expect(jiraNewIssues.create(wanted)).rejects.toThrow(JiraRefused);
  app.answer = async () => Response.json('no', { status: 400 });
  await expect(jiraNewIssues.create(wanted)).rejects.toThrow(JiraRefused);
});
