import { Version3Client } from 'jira.js/version3';
import { createClock } from '../../site/clock';
import type { ManagedClock } from '../../site/clock';
import { listen } from '../../site/listen';
import type { Listening } from '../../site/listen';
import { createSitePages } from '../../site/pages/app';
import { visitors } from '../../site/sample/people';
import type { Forge } from '../../site/seams';
import { TestJira } from './jira-fixture';

const noForge: Forge = {
  install: () => Promise.resolve(),
  uninstall: () => Promise.resolve(),
  isInstalled: true,
  bridge: () => Promise.reject(new Error('no page of an app is open')),
  modules: () => [],
  dynamicProperties: () => Promise.resolve(undefined),
  faults: { add: () => undefined, rules: [], clear: () => undefined },
  licence: 'free',
  settled: () => Promise.resolve(),
  log: [],
  close: () => Promise.resolve(),
};

let site: TestJira;
let clock: ManagedClock;
let server: Listening;
let alex: Version3Client;
let sam: Version3Client;

beforeEach(async () => {
  site = new TestJira();
  site.jira.index.lagMs = 0;
  clock = createClock({ start: site.now, rate: 0 });
  const pages = createSitePages({
    name: 'Test site',
    jira: site.jira,
    forge: noForge,
    clock,
    origin: 'http://localhost',
    pagesOrigin: 'http://127.0.0.1',
    hostScript: '',
    troubles: () => ({ unmodelled: [], violations: [], problems: [] }),
    visitors: [{ user: visitors.agent, role: 'Agent' }],
  });
  server = await listen((request) => pages.fetch(request), 0);
  alex = clientOf(visitors.agent.accountId);
  sam = clientOf(visitors.projectAdministrator.accountId);
});
afterEach(async () => {
  await server.close();
  clock.close();
  expect(site.jira.unmodelled).toEqual([]);
});

function clientOf(apiToken: string): Version3Client {
  const authentication = { basic: { email: 'somebody@example.com', apiToken } };
  return new Version3Client({ host: `http://127.0.0.1:${server.port}`, authentication });
}

const incident = (summary: string, description?: string) => ({
  fields: {
    project: { key: 'ITSD' },
    issuetype: { id: '10100' },
    summary,
    ...(description === undefined ? {} : { description }),
  },
});

it('an agent takes a request from its arrival to its end', async () => {
  const me = await alex.myself.getCurrentUser();
  expect(me).toMatchObject({ accountId: visitors.agent.accountId, displayName: 'Alex Morgan' });

  const made = await alex.issues.createIssue(incident('Mail is down', 'Since eight\no’clock'));
  expect(made).toMatchObject({ key: 'ITSD-1' });
  const issueIdOrKey = made.key;
  site.now += 60_000;

  const priorities = await alex.issuePriorities.getPriorities();
  const high = priorities.find(({ name }) => name === '2 - High');
  await alex.issues.editIssue({
    issueIdOrKey,
    fields: {
      priority: { id: high?.id },
      assignee: { accountId: me.accountId },
      labels: ['mail'],
      customfield_10059: 'INC0000001',
    },
  });
  site.now += 60_000;

  const { transitions = [] } = await alex.issues.getTransitions({ issueIdOrKey });
  const start = transitions.find(({ name }) => name === 'Start work');
  await alex.issues.doTransition({ issueIdOrKey, transition: { id: start?.id ?? '' } });
  site.now += 60_000;

  const comment = await alex.issueComments.addComment({ issueIdOrKey, comment: 'We are looking into it' });
  expect(comment).toMatchObject({ jsdPublic: true, author: { accountId: me.accountId } });
  const properties = [{ key: 'sd.public.comment', value: { internal: true } }];
  await alex.issueComments.addComment({ issueIdOrKey, comment: 'The disk is full', properties });
  const { comments = [] } = await alex.issueComments.getComments({ issueIdOrKey, orderBy: '-created' });
  expect(comments.map(({ jsdPublic }) => jsdPublic)).toEqual([false, true]);
  expect(await alex.issueComments.getComment({ issueIdOrKey, id: comment.id ?? '' })).toEqual(comment);

  const issue = await alex.issues.getIssue({ issueIdOrKey, expand: 'changelog', fields: ['*all'] });
  expect(issue.fields).toMatchObject({
    summary: 'Mail is down',
    status: { name: 'Active', statusCategory: { key: 'indeterminate' } },
    priority: { name: '2 - High' },
    assignee: { accountId: me.accountId },
    labels: ['mail'],
    customfield_10059: 'INC0000001',
    comment: { total: 2 },
  });
  const changed = issue.changelog?.histories?.map(({ items }) => items?.map(({ field }) => field));
  expect(changed).toEqual([['status'], ['Incident number', 'assignee', 'labels', 'priority']]);
  const { total, values } = await alex.issues.getChangeLogs({ issueIdOrKey });
  expect([total, values?.length]).toEqual([2, 2]);

  const { transitions: next = [] } = await alex.issues.getTransitions({ issueIdOrKey });
  const resolve = next.find(({ name }) => name === 'Resolve');
  await alex.issues.doTransition({ issueIdOrKey, transition: { id: resolve?.id ?? '' } });
  const { fields } = await alex.issues.getIssue({ issueIdOrKey, fields: ['resolution', 'resolutiondate'] });
  expect(fields).toEqual({
    resolution: expect.objectContaining({ name: 'Done' }) as unknown,
    resolutiondate: expect.any(String) as unknown,
  });
});

it('an agent finds work by JQL, page by page', async () => {
  for (let at = 1; at <= 7; at += 1) {
    site.now += 60_000;
    await alex.issues.createIssue(incident(`Request ${at}`));
  }
  const jql = 'project = ITSD AND statusCategory != Done ORDER BY created DESC';
  const found: unknown[] = [];
  let nextPageToken: string | undefined;
  do {
    const page = await alex.issueSearch.searchForIssuesUsingJqlEnhancedSearchPost({
      jql,
      fields: ['summary', 'status'],
      expand: 'changelog',
      maxResults: 3,
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    });
    found.push(...(page.issues ?? []).map((issue) => issue.fields.summary));
    nextPageToken = page.nextPageToken;
  } while (nextPageToken !== undefined);
  expect(found).toEqual([7, 6, 5, 4, 3, 2, 1].map((number) => `Request ${number}`));

  const byGet = await alex.issueSearch
    .searchForIssuesUsingJqlEnhancedSearch({
      jql: 'summary ~ "request" AND created >= -150s',
      fields: ['key'],
      reconcileIssues: [10_000],
    })
    .catch((error: unknown) => error);
  expect(byGet).toMatchObject({ status: 400 });
  const recent = await alex.issueSearch.searchForIssuesUsingJqlEnhancedSearch({
    jql: 'summary ~ "request" AND created >= -2m ORDER BY key',
    fields: ['key'],
    reconcileIssues: [10_000],
  });
  expect(recent.issues?.map(({ key }) => key)).toEqual(['ITSD-5', 'ITSD-6', 'ITSD-7']);
  expect(await alex.issueSearch.countIssues({ jql })).toEqual({ count: 7 });

  const { matches } = await alex.issueSearch.matchIssues({
    issueIds: [10_000, 10_001],
    jqls: ['key = ITSD-2'],
  });
  expect(matches).toEqual([{ matchedIssues: [10_001], errors: [] }]);
  const { queries } = await alex.jql.parseJqlQueries({ queries: [jql], validation: 'strict' });
  expect(queries[0]?.structure?.orderBy).toMatchObject({ fields: [{ direction: 'desc' }] });
});

it('an app’s developer reads and writes what apps keep and look up', async () => {
  const { key: issueIdOrKey, id } = await sam.issues.createIssue(incident('Server room is hot'));
  const propertyValue = { due: '2026-11-20T10:00:00Z' };
  await sam.issueProperties.setIssueProperty({ issueIdOrKey, propertyKey: 'sla', propertyValue });
  const { keys } = await sam.issueProperties.getIssuePropertyKeys({ issueIdOrKey });
  expect(keys?.map(({ key }) => key)).toEqual(['sla']);
  const property = await sam.issueProperties.getIssueProperty({ issueIdOrKey, propertyKey: 'sla' });
  expect(property.value).toEqual(propertyValue);
  const byProperty = { jql: 'issue.property[sla].due > "2026-11-20"', properties: ['sla'] };
  const { issues } = await sam.issueSearch.searchForIssuesUsingJqlEnhancedSearchPost(byProperty);
  expect(issues?.[0]?.properties).toEqual({ sla: propertyValue });
  await sam.issueProperties.deleteIssueProperty({ issueIdOrKey, propertyKey: 'sla' });

  const { issues: bulk } = await sam.issues.bulkFetchIssues({
    issueIdsOrKeys: [issueIdOrKey],
    fields: ['summary'],
  });
  expect(bulk?.[0]?.fields).toEqual({ summary: 'Server room is hot' });
  const logs = await sam.issues.getBulkChangelogs({ issueIdsOrKeys: [issueIdOrKey] });
  expect(logs.issueChangeLogs).toEqual([]);

  const { permissions } = await sam.permissions.getMyPermissions({
    issueId: id,
    permissions: 'EDIT_ISSUES,ADMINISTER_PROJECTS,ADMINISTER',
  });
  expect(permissions).toMatchObject({
    EDIT_ISSUES: { havePermission: true },
    ADMINISTER_PROJECTS: { havePermission: true },
    ADMINISTER: { havePermission: false },
  });
  const granted = await sam.permissions.getBulkPermissions({
    projectPermissions: [{ permissions: ['BROWSE_PROJECTS'], issues: [Number(id)], projects: [] }],
  });
  expect(granted.projectPermissions).toEqual([
    { permission: 'BROWSE_PROJECTS', issues: [Number(id)], projects: [] },
  ]);

  const assignable = await sam.userSearch.findAssignableUsers({ project: 'ITSD', query: 'alex' });
  expect(assignable.map(({ displayName }) => displayName)).toEqual(['Alex Morgan']);
  const statuses = await sam.workflowStatuses.getStatuses();
  expect(statuses.map(({ name }) => name)).toContain('Awaiting User Info');
  const types = await sam.issueTypes.getIssueAllTypes();
  expect(types.map(({ name }) => name)).toEqual(['Incident', 'Service request']);
  const fields = await sam.issueFields.getFields();
  expect(fields.find(({ name }) => name === 'Assignment group')).toMatchObject({ id: 'customfield_10050' });
  const project = await sam.projects.getProject({ projectIdOrKey: 'ITSD' });
  expect(project).toMatchObject({ id: '10000', projectTypeKey: 'service_desk' });
  expect(await sam.projects.getAllStatuses({ projectIdOrKey: 'ITSD' })).toHaveLength(2);
  const found = await sam.users.getUser({ accountId: visitors.agent.accountId });
  expect(found.displayName).toBe('Alex Morgan');

  await sam.issues.deleteIssue({ issueIdOrKey });
  await expect(sam.issues.getIssue({ issueIdOrKey })).rejects.toMatchObject({ status: 404 });
});

it('a customer and somebody unknown are turned away as the client expects it', async () => {
  await expect(clientOf(visitors.customer.accountId).myself.getCurrentUser()).rejects.toMatchObject({
    status: 403,
  });
  await expect(clientOf('nobody').myself.getCurrentUser()).rejects.toMatchObject({ status: 401 });
});
