import type { Issue } from '../../site/jira/model';
import { agent, app, customer, refusal, TestJira, unseen } from './jira-fixture';

let site: TestJira;
beforeEach(() => {
  site = new TestJira();
});

describe('POST issue/bulkfetch', () => {
  it('answers in ascending order of ids, each once, by id or key', async () => {
    site.issue();
    site.issue();
    const issueIdsOrKeys = ['ITSD-2', '10000', 'itsd-1'];
    const { status, body } = await site.ask('POST', 'issue/bulkfetch', app, {
      issueIdsOrKeys,
      fields: ['summary'],
    });
    expect(status).toBe(200);
    expect(body.issues.map(({ key }) => key)).toEqual(['ITSD-1', 'ITSD-2']);
    expect(body.issues[0]!.fields).toEqual({ summary: 'Printer on fire' });
    expect(body.issueErrors).toEqual([]);
  });

  it('gives the newest 40 histories, newest first, and the newest 20 comments, oldest first', async () => {
    const issue = site.issue();
    site.editTimes(issue, 45);
    site.commentTimes(issue, 23);
    const request = { issueIdsOrKeys: ['ITSD-1'], fields: ['comment'], expand: ['changelog'] };
    const only = (await site.ask('POST', 'issue/bulkfetch', app, request)).body.issues[0]!;
    expect(only.changelog).toMatchObject({ startAt: 0, maxResults: 40, total: 45 });
    expect(only.changelog.histories[0]!.items[0]!.toString).toBe('Edit 45');
    expect(only.changelog.histories[0]!.created).toMatch(/^2026-11-18T\d\d:\d\d:00\.000\+0000$/);
    expect(only.changelog.histories).toHaveLength(40);
    expect(only.fields.comment).toMatchObject({ startAt: 3, maxResults: 20, total: 23 });
    expect(only.fields.comment.comments[0]!.body.content[0]!.content[0]!.text).toBe('Comment 4');
  });

  it('leaves out without a word what is not there or may not be seen', async () => {
    const hidden = site.issue();
    site.hide(hidden);
    const { body } = await site.ask('POST', 'issue/bulkfetch', app, { issueIdsOrKeys: ['ITSD-1', '77'] });
    expect(body).toMatchObject({ issues: [], issueErrors: [] });
  });

  it.each([
    ['no issue', { issueIdsOrKeys: [] }],
    ['101 issues', { issueIdsOrKeys: Array.from({ length: 101 }, (_, at) => String(at)) }],
    ['six properties', { issueIdsOrKeys: ['1'], properties: ['a', 'b', 'c', 'd', 'e', 'f'] }],
    ['expand as text', { issueIdsOrKeys: ['1'], expand: 'changelog' }],
    ['numbers for ids', { issueIdsOrKeys: [1] }],
    ['something it does not know', { issueIdsOrKeys: ['1'], maxResults: 5 }],
  ])('refuses %s', async (_name, body) => {
    expect((await site.ask('POST', 'issue/bulkfetch', app, body)).status).toBe(400);
  });

  it('takes 100 issues', async () => {
    const issueIdsOrKeys = Array.from({ length: 100 }, (_, at) => String(at));
    expect((await site.ask('POST', 'issue/bulkfetch', app, { issueIdsOrKeys })).status).toBe(200);
  });
});

describe('POST changelog/bulkfetch', () => {
  function interleaved(): Issue[] {
    const issues = [site.issue(), site.issue()];
    for (let round = 1; round <= 3; round += 1) {
      site.now += 60_000;
      for (const issue of issues)
        site.jira.changes.change(agent, issue, { edits: { summary: `Round ${round}` } });
    }
    return issues;
  }

  it('goes oldest first through all issues, with numbers for times', async () => {
    const [first] = interleaved();
    const { status, body } = await site.ask('POST', 'changelog/bulkfetch', app, {
      issueIdsOrKeys: ['ITSD-2', 'ITSD-1'],
    });
    expect(status).toBe(200);
    expect(body.issueChangeLogs.map(({ issueId }) => issueId)).toEqual(['10000', '10001']);
    const histories = body.issueChangeLogs[0]!.changeHistories;
    expect(histories.map(({ created }) => created)).toEqual(first?.histories.map(({ created }) => created));
    expect(body).not.toHaveProperty('nextPageToken');
  });

  it('is cut into pages by time, then by issue', async () => {
    interleaved();
    const seen: string[] = [];
    let nextPageToken: string | undefined;
    do {
      const request = {
        issueIdsOrKeys: ['10000', '10001'],
        maxResults: 4,
        ...(nextPageToken === undefined ? {} : { nextPageToken }),
      };
      const { body } = await site.ask('POST', 'changelog/bulkfetch', app, request);
      for (const { issueId, changeHistories } of body.issueChangeLogs) {
        seen.push(...changeHistories.map(({ items }) => `${issueId} ${items[0]!.toString}`));
      }
      nextPageToken = body.nextPageToken;
    } while (nextPageToken !== undefined);
    expect(seen).toEqual([
      '10000 Round 1',
      '10000 Round 2',
      '10001 Round 1',
      '10001 Round 2',
      '10000 Round 3',
      '10001 Round 3',
    ]);
  });

  it('gives only items of the fields asked for', async () => {
    const issue = site.issue();
    site.jira.changes.change(agent, issue, { edits: { summary: 'x', priorityId: '1' } });
    site.jira.changes.change(agent, issue, { edits: { summary: 'y' } });
    const { body } = await site.ask('POST', 'changelog/bulkfetch', app, {
      issueIdsOrKeys: ['10000'],
      fieldIds: ['priority'],
    });
    expect(body.issueChangeLogs[0]!.changeHistories).toHaveLength(1);
    expect(body.issueChangeLogs[0]!.changeHistories[0]!.items).toMatchObject([
      { fieldId: 'priority', to: '1' },
    ]);
  });

  it('leaves out what may not be seen', async () => {
    const issue = site.issue();
    site.editTimes(issue, 1);
    site.hide(issue);
    const { status, body } = await site.ask('POST', 'changelog/bulkfetch', app, {
      issueIdsOrKeys: ['10000', '4711'],
    });
    expect([status, body]).toEqual([200, { issueChangeLogs: [] }]);
  });

  it.each([
    ['no issue', { issueIdsOrKeys: [] }],
    ['1,001 issues', { issueIdsOrKeys: Array.from({ length: 1001 }, (_, at) => String(at)) }],
    ['11 fields', { issueIdsOrKeys: ['1'], fieldIds: Array.from({ length: 11 }, (_, at) => String(at)) }],
    ['pages of 10,001', { issueIdsOrKeys: ['1'], maxResults: 10_001 }],
    ['pages of 0', { issueIdsOrKeys: ['1'], maxResults: 0 }],
    ['a token of its own making', { issueIdsOrKeys: ['1'], nextPageToken: 'page 2' }],
  ])('refuses %s', async (_name, body) => {
    expect((await site.ask('POST', 'changelog/bulkfetch', app, body)).status).toBe(400);
  });

  it('takes 1,000 issues, 10 fields and pages of 10,000', async () => {
    const issueIdsOrKeys = Array.from({ length: 1000 }, (_, at) => String(at));
    const fieldIds = Array.from({ length: 10 }, (_, at) => String(at));
    const { status } = await site.ask('POST', 'changelog/bulkfetch', app, {
      issueIdsOrKeys,
      fieldIds,
      maxResults: 10_000,
    });
    expect(status).toBe(200);
  });
});

describe('GET issue/{}/changelog', () => {
  it('goes oldest first, at most 100 a page', async () => {
    const issue = site.issue();
    site.editTimes(issue, 103);
    const first = (await site.ask('GET', 'issue/ITSD-1/changelog?maxResults=500')).body;
    expect(first).toMatchObject({ startAt: 0, maxResults: 100, total: 103, isLast: false });
    expect(first.values[0]!.items[0]!.toString).toBe('Edit 1');
    expect(first.nextPage).toContain('startAt=100');
    const second = (await site.ask('GET', 'issue/ITSD-1/changelog?startAt=100')).body;
    expect(second).toMatchObject({ startAt: 100, isLast: true });
    expect(second.values).toHaveLength(3);
    expect(second).not.toHaveProperty('nextPage');
  });

  it('hides what the issue hides', async () => {
    site.issue();
    expect(await site.ask('GET', 'issue/ITSD-1/changelog', customer)).toEqual({ status: 404, body: unseen });
  });
});

describe('requests that are not what they should be', () => {
  it('are refused when the body is no JSON or does not say it is', async () => {
    const url = 'http://jira.test/rest/api/3/issue/bulkfetch';
    const headers = { 'content-type': 'application/json' };
    const broken = await site.jira.rest(new Request(url, { method: 'POST', body: '{', headers }), app);
    expect(broken.status).toBe(400);
    const untyped = await site.jira.rest(new Request(url, { method: 'POST', body: '{}' }), app);
    expect(untyped.status).toBe(415);
  });

  it('are answered 501 and remembered when this site does not know them', async () => {
    const answer = await site.ask('GET', 'issue/ITSD-1/worklog');
    const named = 'GET /rest/api/3/issue/{key}/worklog';
    expect(answer).toEqual({ status: 501, body: refusal(`${named} is not modelled by this site`) });
    await site.ask('PATCH', 'issue/10001');
    await site.ask('PATCH', 'issue/10002');
    expect(site.jira.unmodelled).toEqual([named, 'PATCH /rest/api/3/issue/{id}']);
  });
});
