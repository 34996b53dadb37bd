import { saveComplaint, takeComplaintStep, viewComplaints } from '../../../src/app/complaints/complaints';
import { viewComplaintIssue, viewComplaintIssues } from '../../../src/app/complaints/complaint-issues';
import { saveComplaintTypes } from '../../../src/app/complaints/complaint-types';
import { drain } from '../../../src/app/drain';
import { PageUnknown } from '../../../src/app/errors';
import { markIssue } from '../../../src/app/mark-issue';
import { created, onWednesday, refs } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { importDefinitions } from '../../support/import-definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
const sam = { project: PROJECT, actor: 'sam' };

let ports: MemoryPorts;

beforeEach(() => {
  ports = memoryPorts(onWednesday('12:00'));
  ports.issueTypes = refs('1', '2', '3');
});

const choose = async (types: readonly string[], seen = 0) =>
  (await saveComplaintTypes(ports, sam, types, seen)).map(({ code, path }) => `${code} ${path}`.trim());

function see(number: number, type: string, project = PROJECT): void {
  ports.issuesSeen.push({
    id: String(number),
    key: `ITSD-${number}`,
    project,
    summary: 'Nobody calls back',
    createdAt: onWednesday('09:00'),
    reporter: { account: 'kim', name: 'Kim' },
    assignee: null,
    status: 'Open',
    resolution: null,
    type,
  });
}

const keysShown = async (after?: string) =>
  (await viewComplaintIssues(ports, PROJECT, after)).issues.map(({ key }) => key);

describe('the types of issues that are complaints', () => {
  it('are chosen once however often they are sent, by whoever has seen what was chosen before', async () => {
    expect(await choose(['1'])).toEqual([]);
    expect(await choose(['1'])).toEqual([]);
    expect(await choose(['2'])).toEqual(['record.newer']);
    expect(await choose([], 1)).toEqual([]);
    expect(await viewComplaints(ports, PROJECT, { offset: 0 })).toMatchObject({ hasIssueTypes: false });
  });

  it('are those that the project has, or had when they were chosen', async () => {
    expect(await choose(['1', '9'])).toEqual(['complaint.unknown-type types']);
    await choose(['1', '2']);
    ports.issueTypes = refs('1', '3');
    expect(await choose(['1', '2', '3'], 1)).toEqual([]);
    expect(await choose(['1', '3'], 2)).toEqual([]);
    expect(await choose(['1', '2', '3'], 3)).toEqual(['complaint.unknown-type types']);
  });

  it('are a few', async () => {
    ports.issueTypes = refs(...Array.from({ length: 21 }, (_, number) => String(number)));
    const ids = ports.issueTypes.map(({ id }) => id);
    expect(await choose(ids)).toEqual(['complaint.many-types types']);
    expect(await choose(ids.slice(1))).toEqual([]);
  });
});

describe('the issues that are complaints', () => {
  it('are not looked for before types are chosen', async () => {
    ports.readers.issueTypes = () => Promise.reject(new Error('Jira was asked'));
    expect(await viewComplaintIssues(ports, PROJECT, undefined)).toMatchObject({ types: [], issues: [] });
    expect(await viewComplaints(ports, PROJECT, { offset: 0 })).toMatchObject({ hasIssueTypes: false });
  });

  it('are those of the types that the project still has', async () => {
    see(9, '2');
    see(8, '3');
    see(7, '1');
    await choose(['2', '1']);
    expect(await viewComplaints(ports, PROJECT, { offset: 0 })).toMatchObject({ hasIssueTypes: true });
    expect(await keysShown()).toEqual(['ITSD-9', 'ITSD-7']);
    ports.issueTypes = refs('1', '3');
    expect(await viewComplaintIssues(ports, PROJECT, undefined)).toMatchObject({
      types: refs('1'),
      issues: [{ key: 'ITSD-7' }],
    });
    ports.issueTypes = refs('3');
    expect(await viewComplaintIssues(ports, PROJECT, undefined)).toMatchObject({ types: [], issues: [] });
  });

  it('come page by page, and anew once the types are others', async () => {
    for (let number = 60; number > 0; number -= 1) see(number, '1');
    await choose(['1', '2']);
    const { issues, next } = await viewComplaintIssues(ports, PROJECT, undefined);
    expect(issues).toHaveLength(50);
    const rest = await viewComplaintIssues(ports, PROJECT, next);
    expect([rest.issues[0]?.key, rest.issues.length, rest.next]).toEqual(['ITSD-10', 10, undefined]);
    ports.issueTypes = refs('1');
    await expect(viewComplaintIssues(ports, PROJECT, next)).rejects.toThrow(PageUnknown);
  });

  it('show how their timers stand now', async () => {
    for (const [field, known] of projectValues) ports.values.set(field, known);
    await importDefinitions(ports, PROJECT, 'sam', draft());
    const facts = [created(onWednesday('09:00'), { priority: 'P1' })];
    ports.inJira.set('7', { id: '7', project: PROJECT, updated: onWednesday('09:00'), history: { facts } });
    await markIssue(ports, '7', PROJECT, 'event');
    await drain(ports, PROJECT, () => 300_000);
    see(8, '1');
    see(7, '1');
    await choose(['1']);
    const timers = async () =>
      (await viewComplaintIssues(ports, PROJECT, undefined)).issues.map((issue) => issue.timers);
    const due = onWednesday('13:00');
    const timer = { agreement: 'desk', metric: 'resolution', kind: 'resolution', due, waitsSince: null };
    expect(await timers()).toEqual([[], [{ ...timer, state: 'at-risk' }]]);
    ports.now = onWednesday('13:30');
    expect(await timers()).toEqual([[], [{ ...timer, state: 'breached' }]]);
    const one = await viewComplaintIssue(ports, PROJECT, 'ITSD-7');
    expect(one).toMatchObject({ key: 'ITSD-7', timers: [{ state: 'breached' }] });
  });

  it('name the complaint that names them: the latest, and one that was withdrawn only where there is no other', async () => {
    const record = async (issue: string, receivedAt: string, isWithdrawn = false): Promise<string> => {
      const doc = { text: 'x', owner: 'ann', due: '2026-12-01', customer: receivedAt, issue };
      const saved = await saveComplaint(ports, sam, { ...doc, receivedAt: onWednesday(receivedAt) }, 0);
      const { id } = saved as { id: string };
      if (isWithdrawn) await takeComplaintStep(ports, sam, { id, seen: 1, step: 'withdraw', note: 'Error' });
      return id;
    };
    for (const number of [9, 8, 7]) see(number, '1');
    await choose(['1']);
    await record('ITSD-9', '08:00');
    const latest = await record('ITSD-9', '09:00');
    await record('ITSD-9', '10:00', true);
    const only = await record('ITSD-8', '11:00', true);
    const { issues } = await viewComplaintIssues(ports, PROJECT, undefined);
    expect(issues.map((issue) => issue.record)).toEqual([
      { id: latest, state: 'open' },
      { id: only, state: 'withdrawn' },
      null,
    ]);
  });
});

it('an issue that a complaint names is shown where it is of this project and whoever calls may see it', async () => {
  see(7, '1');
  see(8, '1', '10001');
  expect(await viewComplaintIssue(ports, PROJECT, 'ITSD-7')).toMatchObject({ id: '7', record: null });
  expect(await viewComplaintIssue(ports, PROJECT, 'ITSD-8')).toBeUndefined();
  expect(await viewComplaintIssue(ports, PROJECT, 'ITSD-9')).toBeUndefined();
});
