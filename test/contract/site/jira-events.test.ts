import { adfOf } from '../../site/jira/adf';
import { agent, app, manager, TestJira } from './jira-fixture';

let site: TestJira;
beforeEach(() => {
  site = new TestJira();
});

const types = (): string[] => site.events.map(({ eventType }) => eventType);

it('tells of a creation, with few fields and none of the custom ones', () => {
  site.issue();
  expect(types()).toEqual(['avi:jira:created:issue']);
  expect(site.events[0]).toMatchObject({
    by: agent,
    payload: {
      atlassianId: '712020:alex-morgan',
      associatedUsers: [{ accountId: '712020:alex-morgan' }, { accountId: 'qm:casey-brooks' }],
      issue: {
        id: '10000',
        key: 'ITSD-1',
        fields: {
          summary: 'Printer on fire',
          created: '2026-11-18T10:30:00.000+0000',
          status: { id: '10001', name: 'New' },
          project: { id: '10000', key: 'ITSD' },
          issuetype: { name: 'Incident' },
          reporter: { accountId: 'qm:casey-brooks' },
          assignee: null,
        },
      },
    },
  });
  const { issue } = site.events[0]?.payload as { issue: { fields: object } };
  expect(Object.keys(issue.fields).sort()).toEqual(
    [
      'assignee',
      'created',
      'creator',
      'issuetype',
      'project',
      'reporter',
      'status',
      'summary',
      'updated',
    ].sort(),
  );
});

it('tells of a transition with its changelog and both statuses', async () => {
  site.issue();
  await site.ask('POST', 'issue/ITSD-1/transitions', agent, { transition: { id: '61' } });
  expect(types().slice(1)).toEqual(['avi:jira:updated:issue']);
  expect(site.events[1]?.payload).toMatchObject({
    jiraEventTypeName: 'issue_resolved',
    changelog: {
      items: [
        { fieldId: 'resolution', to: '10000' },
        { fieldId: 'status', from: '10001', to: '5' },
      ],
    },
    associatedStatuses: [{ id: '10001' }, { id: '5', statusCategory: { key: 'done' } }],
  });
});

it('tells of an assignment twice, and of an edit without statuses', async () => {
  site.issue();
  await site.ask('PUT', 'issue/ITSD-1', agent, { fields: { assignee: { accountId: '712020:sam-rivera' } } });
  await site.ask('PUT', 'issue/ITSD-1', agent, { fields: { priority: { id: '1' } } });
  expect(types().slice(1)).toEqual([
    'avi:jira:updated:issue',
    'avi:jira:assigned:issue',
    'avi:jira:updated:issue',
  ]);
  expect(site.events[2]?.payload).toMatchObject({
    issue: { fields: { assignee: { accountId: '712020:sam-rivera' } } },
  });
  expect(site.events[3]?.payload).not.toHaveProperty('associatedStatuses');
});

it('tells of a comment, and not of an update beside it', async () => {
  site.issue();
  await site.ask('POST', 'issue/ITSD-1/comment', agent, { body: adfOf('Hello') });
  expect(types().slice(1)).toEqual(['avi:jira:commented:issue']);
  expect(site.events[1]?.payload).toMatchObject({ comment: { id: '10000', jsdPublic: true } });
});

it('tells of a deletion when the issue is gone', async () => {
  site.issue();
  let there = true;
  site.jira.onEvent(() => (there = site.jira.store.issue('ITSD-1') !== undefined));
  await site.ask('DELETE', 'issue/ITSD-1', manager);
  expect(types().slice(1)).toEqual(['avi:jira:deleted:issue']);
  expect(there).toBe(false);
});

it('names the app as who did it when the app did', async () => {
  site.issue();
  await site.ask('PUT', 'issue/ITSD-1', app, { fields: { labels: ['late'] } });
  expect(site.events[1]).toMatchObject({
    by: app,
    payload: { atlassianId: '557058:service-levels-for-jira' },
  });
});

it('tells nothing of properties, refusals, or edits that change nothing', async () => {
  site.issue();
  await site.ask('PUT', 'issue/ITSD-1/properties/sla', app, 1);
  await site.ask('PUT', 'issue/ITSD-1', agent, { fields: { summary: 'Printer on fire' } });
  await site.ask('PUT', 'issue/ITSD-1', agent, { fields: { priority: { id: '9' } } });
  expect(types()).toEqual(['avi:jira:created:issue']);
});

it('stops telling those who no longer listen', () => {
  const heard: string[] = [];
  const stop = site.jira.onEvent(({ eventType }) => heard.push(eventType));
  site.issue();
  stop();
  site.issue();
  expect(heard).toEqual(['avi:jira:created:issue']);
});
