import { jiraPriorities } from '../../src/adapters/jira/priorities';
import { jiraProjectFields } from '../../src/adapters/jira/project-fields';
import { drain } from '../../src/app/drain';
import { importDefinitions } from '../support/import-definitions';
import { markIssue } from '../../src/app/mark-issue';
import { instant } from '../../src/domain/time/instant';
import type { Issue } from '../site/jira/model';
import { draft } from '../support/definitions';
import { memoryPorts, type MemoryPorts } from '../support/memory-ports';
import { AppOnSite } from './jira/app-on-site';
import { agent } from './site/jira-fixture';

const PROJECT = '10000';
const IMPACT = 'customfield_10080';
const URGENCY = 'customfield_10081';
const [CRITICAL, MODERATE, LOW] = ['1', '3', '4'];

let app: AppOnSite;
let ports: MemoryPorts;
let issue: Issue;

/** The small draft in the words of the site, with a matrix. */
function file(matrix: object) {
  const definitions = draft();
  const [agreement] = definitions.agreements;
  const [metric] = agreement!.metrics;
  metric!.stop = { changed: 'status', to: ['Resolved'] };
  metric!.pause = [];
  metric!.goals = [{ name: 'All', calendar: 'office', within: '8h' }];
  const cells = [
    { impact: '501', urgency: '511', priority: '1 - Critical' },
    { impact: '502', urgency: '511', priority: '4 - Low' },
  ];
  const priorityMatrix = { impact: IMPACT, urgency: URGENCY, cells, sets: true, ...matrix };
  Object.assign(agreement!, { priorityMatrix });
  return definitions;
}

beforeEach(async () => {
  app = new AppOnSite();
  const { store } = app.site.jira;
  const select = (id: string, name: string, options: readonly (readonly [string, string])[]): void =>
    void store.customFields.set(id, { id, name, type: 'select', options: new Map(options) });
  select(IMPACT, 'Impact', [
    ['501', 'Broad'],
    ['502', 'Narrow'],
  ]);
  select(URGENCY, 'Urgency', [['511', 'Now']]);
  ports = Object.assign(memoryPorts(instant(app.site.now)), {
    issues: app.issues,
    projectFields: jiraProjectFields,
    priorities: jiraPriorities,
  });
  expect(await importDefinitions(ports, PROJECT, 'sam', file({}))).toMatchObject({ problems: [] });
  later();
  issue = app.site.issue();
});

function later(): void {
  app.site.now += 60_000;
  ports.now = instant(app.site.now);
}

/** Somebody changes the issue a minute later. */
function edit(edits: NonNullable<Parameters<typeof app.site.jira.changes.change>[2]['edits']>): void {
  later();
  app.site.jira.changes.change(agent, issue, { edits });
}

const say = (impact: string, urgency: string) =>
  edit({
    custom: new Map([
      [IMPACT, impact],
      [URGENCY, urgency],
    ]),
  });

/** What Jira was asked to change until nothing is left to do, a minute after the event. */
async function drained(): Promise<string[]> {
  later();
  app.asked.length = 0;
  await markIssue(ports, issue.id, PROJECT, 'event');
  await drain(ports, PROJECT, () => 300_000);
  expect(ports.marks).toEqual([]);
  return app.asked.filter((asked) => asked.startsWith('PUT'));
}

describe('a matrix that sets priorities', () => {
  it('gives Jira the priority of impact and urgency, once', async () => {
    say('501', '511');
    expect(await drained()).toEqual([`PUT issue/${issue.id}`]);
    expect(issue.priorityId).toBe(CRITICAL);
    expect(await drained()).toEqual([]);
    say('502', '511');
    expect(await drained()).toEqual([`PUT issue/${issue.id}`]);
    expect(issue.priorityId).toBe(LOW);
  });

  it('leaves what somebody has chosen since, and shows both', async () => {
    say('501', '511');
    await drained();
    edit({ priorityId: MODERATE });
    expect(await drained()).toEqual([]);
    expect(issue.priorityId).toBe(MODERATE);
    expect(ports.evaluations.get(issue.id)?.priority).toMatchObject({
      priority: { id: CRITICAL, name: '1 - Critical' },
      inJira: { id: MODERATE },
    });
  });

  it('goes on when Jira refuses, and tries again with the next event', async () => {
    const { answer } = app;
    app.answer = async (request, caller) =>
      request.method === 'PUT' ? new Response('{}', { status: 400 }) : answer(request, caller);
    say('501', '511');
    expect(await drained()).toHaveLength(1);
    expect(issue.priorityId).not.toBe(CRITICAL);
    app.answer = answer;
    await drained();
    expect(issue.priorityId).toBe(CRITICAL);
  });
});

describe('a field of the site', () => {
  it('that holds several values at once is no side of a matrix', async () => {
    const teams = { id: 'customfield_10090', name: 'Teams', schema: { type: 'array', items: 'option' } };
    app.amend<object[]>('/rest/api/3/field', (fields) => [...fields, teams]);
    const { problems } = await importDefinitions(ports, PROJECT, 'sam', file({ impact: teams.id }));
    expect(problems).toContainEqual(expect.objectContaining({ code: 'matrix.no-choice' }));
  });
});
