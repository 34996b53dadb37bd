import {
  admin,
  agent,
  app,
  customer,
  fieldRefusal,
  manager,
  refusal,
  stranger,
  TestJira,
  unseen,
} from './jira-fixture';

let site: TestJira;
beforeEach(() => {
  site = new TestJira();
});

describe('GET issue', () => {
  it('gives fields, names and the caller’s own offset', async () => {
    site.now = Date.UTC(2026, 6, 1, 9, 0);
    site.issue();
    const { status, body } = await site.ask(
      'GET',
      'issue/itsd-1?fields=summary,created,priority&expand=names',
      admin,
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: '10000',
      key: 'ITSD-1',
      self: 'http://jira.test/rest/api/3/issue/10000',
    });
    expect(Object.keys(body.fields).sort()).toEqual(['created', 'priority', 'summary']);
    expect(body.fields.created).toBe('2026-07-01T05:00:00.000-0400');
    expect(body.names).toEqual({ summary: 'Summary', created: 'Created', priority: 'Priority' });
    const london = await site.ask('GET', 'issue/10000?fields=created', agent);
    expect(london.body.fields.created).toBe('2026-07-01T10:00:00.000+0100');
  });

  it('links apps to api.atlassian.com and leaves fields out on request', async () => {
    site.issue();
    const { body } = await site.ask('GET', 'issue/ITSD-1?fields=*all,-comment,-description', app);
    expect(body.self).toBe('https://api.atlassian.com/ex/jira/cloud-1/rest/api/3/issue/10000');
    expect(body.fields).not.toHaveProperty('comment');
    expect(body.fields).toMatchObject({ customfield_10050: null, labels: [], resolution: null });
  });

  it('expands at most 100 histories, newest first', async () => {
    const issue = site.issue();
    site.editTimes(issue, 103);
    const { body } = await site.ask('GET', 'issue/ITSD-1?expand=changelog');
    expect(body.changelog).toMatchObject({ startAt: 0, maxResults: 100, total: 103 });
    expect(body.changelog.histories[0]!.items[0]!.toString).toBe('Edit 103');
    expect(body.changelog.histories[99]!.items[0]!.toString).toBe('Edit 4');
  });

  it.each([
    ['customers', customer],
    ['strangers', stranger],
  ])('hides issues from %s as if there were none', async (_name, caller) => {
    site.issue();
    expect(await site.ask('GET', 'issue/ITSD-1', caller)).toEqual({ status: 404, body: unseen });
    expect(await site.ask('GET', 'issue/ITSD-9')).toEqual({ status: 404, body: unseen });
  });

  it('answers 401 to accounts that do not exist', async () => {
    site.issue();
    const { status } = await site.ask('GET', 'issue/ITSD-1', { kind: 'user', accountId: 'nobody' });
    expect(status).toBe(401);
  });
});

describe('POST issue', () => {
  const fields = { project: { key: 'ITSD' }, issuetype: { name: 'Incident' }, summary: 'No network' };

  it('creates in the first status with the standard priority', async () => {
    const { status, body } = await site.ask('POST', 'issue', agent, { fields });
    expect(status).toBe(201);
    expect(body).toEqual({ id: '10000', key: 'ITSD-1', self: 'http://jira.test/rest/api/3/issue/10000' });
    const issue = (await site.ask('GET', 'issue/ITSD-1')).body;
    expect(issue.fields).toMatchObject({
      status: { name: 'New', statusCategory: { key: 'new' } },
      priority: { id: '3' },
      creator: { accountId: '712020:alex-morgan' },
    });
  });

  it.each([
    [
      'no summary',
      { ...fields, summary: undefined },
      { summary: 'You must specify a summary of the issue.' },
    ],
    [
      'an unknown project',
      { ...fields, project: { key: 'NO' } },
      { project: 'Specify a valid project ID or key' },
    ],
    ['an unknown type', { ...fields, issuetype: { name: 'Epic' } }, { issuetype: 'Specify an issue type' }],
    [
      'an unknown field',
      { ...fields, customfield_1: 'x' },
      {
        customfield_1:
          "Field 'customfield_1' cannot be set. It is not on the appropriate screen, or unknown.",
      },
    ],
  ])('refuses %s', async (_name, wrong, errors) => {
    expect(await site.ask('POST', 'issue', agent, { fields: wrong })).toEqual({
      status: 400,
      body: fieldRefusal(errors),
    });
  });

  it('refuses customers and strangers', async () => {
    const { status, body } = await site.ask('POST', 'issue', customer, { fields });
    expect([status, Object.keys(body.errors)]).toEqual([400, ['project']]);
    expect((await site.ask('POST', 'issue', stranger, { fields })).status).toBe(401);
  });
});

describe('PUT issue', () => {
  it('makes one history of all fields, and none of what stays', async () => {
    const issue = site.issue();
    const group = site.jira.store.optionId(site.jira.store.customField('customfield_10050'), 'Group 70');
    site.now += 60_000;
    const edit = {
      fields: {
        priority: { name: '1 - Critical' },
        assignee: { accountId: '712020:alex-morgan' },
        summary: 'Printer on fire',
        customfield_10050: { value: 'Group 70' },
        customfield_10058: 'Symptom 9',
      },
    };
    expect(await site.ask('PUT', 'issue/ITSD-1', agent, edit)).toEqual({ status: 204, body: undefined });
    expect(issue.histories).toHaveLength(1);
    expect(issue.updated).toBe(site.now);
    const { body } = await site.ask('GET', 'issue/ITSD-1/changelog');
    const nothing = { from: null, fromString: null };
    expect(body.values[0]!.items).toEqual([
      {
        ...nothing,
        field: 'Assignment group',
        fieldtype: 'custom',
        fieldId: 'customfield_10050',
        to: group,
        toString: 'Group 70',
      },
      {
        ...nothing,
        field: 'Symptom',
        fieldtype: 'custom',
        fieldId: 'customfield_10058',
        to: null,
        toString: 'Symptom 9',
      },
      {
        ...nothing,
        field: 'assignee',
        fieldtype: 'jira',
        fieldId: 'assignee',
        to: '712020:alex-morgan',
        toString: 'Alex Morgan',
      },
      {
        field: 'priority',
        fieldtype: 'jira',
        fieldId: 'priority',
        from: '3',
        fromString: '3 - Moderate',
        to: '1',
        toString: '1 - Critical',
      },
    ]);
    await site.ask('PUT', 'issue/ITSD-1', agent, edit);
    expect(issue.histories).toHaveLength(1);
  });

  it('gives the issue back on request', async () => {
    site.issue();
    const answer = await site.ask('PUT', 'issue/ITSD-1?returnIssue=true', agent, {
      fields: { summary: 'New' },
    });
    expect([answer.status, answer.body.fields.summary]).toEqual([200, 'New']);
  });

  it.each([
    ['a status', { status: { id: '5' } }, 'status'],
    ['a priority that is none', { priority: { id: '99' } }, 'priority'],
    ['an option that is none', { customfield_10050: { value: 'Group X' } }, 'customfield_10050'],
    ['a customer as assignee', { assignee: { accountId: 'qm:casey-brooks' } }, 'assignee'],
    ['text for a description', { description: 'plain' }, 'description'],
    ['a summary of two lines', { summary: 'a\nb' }, 'summary'],
    ['a security level by somebody who may not set it', { security: { id: '10200' } }, 'security'],
  ])('refuses %s', async (_name, fields, field) => {
    const issue = site.issue();
    const { status, body } = await site.ask('PUT', 'issue/ITSD-1', agent, { fields });
    expect([status, Object.keys(body.errors)]).toEqual([400, [field]]);
    expect(issue.histories).toEqual([]);
  });

  it('refuses half-understood requests whole', async () => {
    site.issue();
    const body = { fields: {}, update: { timetracking: [{ edit: {} }] } };
    expect((await site.ask('PUT', 'issue/ITSD-1', agent, body)).status).toBe(501);
    expect(site.jira.unmodelled).toEqual(["'edit' of 'timetracking' in 'update'"]);
    expect((await site.ask('PUT', 'issue/ITSD-1', agent)).status).toBe(400);
  });
});

describe('DELETE issue', () => {
  it('takes the issue away for those who may', async () => {
    site.issue();
    expect(await site.ask('DELETE', 'issue/ITSD-1', agent)).toEqual({
      status: 403,
      body: refusal('You do not have permission to delete issues in this project.'),
    });
    expect((await site.ask('DELETE', 'issue/ITSD-1', manager)).status).toBe(204);
    expect((await site.ask('GET', 'issue/ITSD-1', manager)).status).toBe(404);
    expect(site.issue().key).toBe('ITSD-2');
  });
});

describe('transitions', () => {
  it('offers what the status offers, and nothing to those who may not move', async () => {
    site.issue();
    const { body } = await site.ask('GET', 'issue/ITSD-1/transitions');
    expect(body.transitions.map((each) => `${each.name}: ${each.to.name}`)).toEqual([
      'Start work: Active',
      'Ask the customer: Awaiting User Info',
      'Wait for vendor: Awaiting Vendor',
      'Wait for problem: Awaiting Problem',
      'Wait for evidence: Awaiting Evidence',
      'Resolve: Resolved',
      'Close: Closed',
    ]);
    expect(await site.ask('GET', 'issue/ITSD-1/transitions', customer)).toEqual({
      status: 404,
      body: unseen,
    });
  });

  it('sets the resolution with a done status and clears it on the way back, each in one history', async () => {
    const issue = site.issue();
    expect(
      (await site.ask('POST', 'issue/ITSD-1/transitions', agent, { transition: { id: '61' } })).status,
    ).toBe(204);
    expect(issue).toMatchObject({ statusId: '5', resolutionId: '10000', resolved: site.now });
    site.now += 60_000;
    await site.ask('POST', 'issue/ITSD-1/transitions', agent, { transition: { id: '71' } });
    expect(issue.histories[1]?.items.map(({ fieldId }) => fieldId)).toEqual(['status']);
    await site.ask('POST', 'issue/ITSD-1/transitions', agent, { transition: { id: '81' } });
    expect(issue).toMatchObject({ statusId: '10002', resolutionId: null, resolved: null });
    expect(issue.histories[2]?.items).toEqual([
      {
        field: 'resolution',
        fieldtype: 'jira',
        fieldId: 'resolution',
        from: '10000',
        fromString: 'Done',
        to: null,
        toString: null,
      },
      {
        field: 'status',
        fieldtype: 'jira',
        fieldId: 'status',
        from: '6',
        fromString: 'Closed',
        to: '10002',
        toString: 'Active',
      },
    ]);
  });

  it.each([
    ['one that the status does not offer', { transition: { id: '81' } }],
    ['none', {}],
    [
      'one with fields, as there is no screen',
      { transition: { id: '61' }, fields: { resolution: { name: 'Done' } } },
    ],
  ])('refuses %s', async (_name, body) => {
    const issue = site.issue();
    expect((await site.ask('POST', 'issue/ITSD-1/transitions', agent, body)).status).toBe(400);
    expect(issue.statusId).toBe('10001');
  });
});
