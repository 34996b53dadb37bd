import { JiraRefused, JiraUnavailable } from '../../src/app/errors';
import type { Issues, Log } from '../../src/app/ports';
import { jiraFieldValues } from '../../src/adapters/jira/field-values';
import { jiraIssues } from '../../src/adapters/jira/issues';
import { jiraRights } from '../../src/adapters/jira/rights';
import { inOrder } from '../../src/domain/timer/history';
import { agent, manager, siteUrl, TestJira } from './site/jira-fixture';
import type { Caller } from '../site/seams';

const PROJECT = '10000';

let site: TestJira;
let user: Caller;
/** What Jira answers; the site's own answer unless a test has another. */
let answer: (request: Request, caller: Caller) => Promise<Response>;
const warnings: string[] = [];
const log: Log = { warn: (message) => void warnings.push(message) };
const issues: Issues = jiraIssues(log);

beforeEach(() => {
  site = new TestJira();
  user = agent;
  warnings.length = 0;
  answer = (request, caller) => site.jira.rest(request, caller);
  Object.assign(globalThis, {
    // What Forge's SDK calls for every request to Jira.
    __forge_fetch__: (descriptor: { provider: string }, path: string, init?: RequestInit) =>
      answer(new Request(siteUrl + path, init), descriptor.provider === 'app' ? { kind: 'app' } : user),
  });
});

describe('issues', () => {
  it('come with what happened to them, however much it was', async () => {
    const issue = site.issue();
    const { id } = issue;
    site.editTimes(issue, 45);
    site.commentTimes(issue, 25);
    const [reading] = await issues.read([id], []);
    const facts = inOrder(reading?.history.facts ?? []);
    expect(facts.filter(({ kind }) => kind === 'changed')).toHaveLength(45);
    expect(facts.filter(({ kind }) => kind === 'commented')).toHaveLength(25);
    expect(reading).toMatchObject({ id, project: PROJECT, updated: site.now });
    expect(reading?.history.gap).toBeUndefined();
  });

  it('that Jira hides from the app, or does not have, are left out', async () => {
    const seen = site.issue();
    const hidden = site.issue();
    site.hide(hidden);
    const readings = await issues.read([seen.id, hidden.id, '99999'], []);
    expect(readings.map(({ id }) => id)).toEqual([seen.id]);
  });

  it('whose histories Jira keeps back have a gap', async () => {
    const issue = site.issue();
    const { id } = issue;
    site.editTimes(issue, 41);
    answer = async (request, caller) =>
      request.url.includes('changelog/bulkfetch')
        ? Response.json({ issueChangeLogs: [] })
        : site.jira.rest(request, caller);
    const [reading] = await issues.read([id], []);
    expect(reading?.history.gap).toBe('changelog');
  });

  it('that cannot be understood are left out and logged, and keep no other waiting', async () => {
    const [good, bad] = [site.issue(), site.issue()];
    answer = async (request, caller) => {
      const response = await site.jira.rest(request, caller);
      const body = (await response.json()) as { issues: { id: string; changelog?: unknown }[] };
      for (const issue of body.issues) if (issue.id === bad.id) delete issue.changelog;
      return Response.json(body);
    };
    const readings = await issues.read([good.id, bad.id], []);
    expect([readings.map(({ id }) => id), warnings]).toEqual([[good.id], ['issue not understood']]);
  });

  it.each([
    [429, JiraUnavailable],
    [503, JiraUnavailable],
    [400, JiraRefused],
    [403, JiraRefused],
  ])('are not read when Jira answers %d', async (status, error) => {
    answer = async () => new Response('{}', { status, headers: { 'Retry-After': '17' } });
    await expect(issues.read(['1'], [])).rejects.toThrow(error);
    if (status === 429) await expect(issues.read(['1'], [])).rejects.toMatchObject({ retryAfterSeconds: 17 });
  });

  it('are not read when there is no answer, or none that is JSON', async () => {
    answer = () => Promise.reject(new Error('socket hang up'));
    await expect(issues.read(['1'], [])).rejects.toThrow(JiraUnavailable);
    answer = async () => new Response('<html>');
    await expect(issues.read(['1'], [])).rejects.toThrow(JiraRefused);
  });
});

describe('field values', () => {
  it('are those of the project, by id and name', async () => {
    const valuesOf = await jiraFieldValues.in(PROJECT);
    expect(valuesOf('status')).toContainEqual({ id: '10001', name: 'New' });
    expect(valuesOf('priority')).toContainEqual({ id: '1', name: '1 - Critical' });
    expect(valuesOf('issuetype')).toContainEqual({ id: '10100', name: 'Incident' });
    expect(valuesOf('customfield_10050')).toBeUndefined();
  });
});

describe('rights', () => {
  it('to configure are the project administrators’', async () => {
    expect(await jiraRights.mayConfigure(PROJECT)).toBe(false);
    user = manager;
    expect(await jiraRights.mayConfigure(PROJECT)).toBe(true);
  });
});
