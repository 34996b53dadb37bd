import { drain } from '../../../src/app/drain';
import { JiraRefused, JiraUnavailable } from '../../../src/app/errors';
import { importDefinitions } from '../../support/import-definitions';
import { lookAfterPublication } from '../../../src/app/look-after-publication';
import { markIssue } from '../../../src/app/mark-issue';
import type { Priorities } from '../../../src/app/ports';
import { viewIssueTimers } from '../../../src/app/view-issue-timers';
import type { Fact } from '../../../src/domain/timer/history';
import { changed, created, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { afterwards, memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';

let ports: MemoryPorts;

async function published(sets: boolean): Promise<void> {
  ports = memoryPorts(onWednesday('08:00'));
  for (const [field, values] of projectValues) ports.values.set(field, values);
  const definitions = draft();
  Object.assign(definitions.agreements[0]!, {
    priorityMatrix: {
      impact: 'impact',
      urgency: 'urgency',
      names: { '1': 'Now' },
      cells: [{ impact: 'Broad', urgency: '1', priority: 'P1' }],
      sets,
    },
  });
  await importDefinitions(ports, PROJECT, 'sam', definitions);
  ports.turns.length = 0;
  ports.now = onWednesday('10:00');
}

beforeEach(() => published(true));

const urgent = created(onWednesday('09:00'), { impact: 'Broad', urgency: '1', priority: 'P2' });

function inJira(id: string, ...facts: readonly Fact[]): void {
  const shown = { fields: { due: null, state: null, agreement: null }, property: null };
  ports.inJira.set(id, { id, project: PROJECT, updated: ports.now, history: { facts }, shown });
}

/** An event comes for the issue, and drains until nothing is left to do. */
async function drained(...issues: string[]): Promise<void> {
  for (const issue of issues) await markIssue(ports, issue, PROJECT, 'event');
  await drain(ports, PROJECT, () => 300_000);
}

const goalOf = (issue: string) => ports.evaluations.get(issue)?.timers[0]?.standings.at(-1)?.promise?.goal;

describe('an agreement that sets priorities', () => {
  it('gives a new issue its priority, and judges it by that', async () => {
    inJira('1', urgent);
    await drained('1');
    expect(ports.prioritiesSet).toEqual([{ issue: '1', priority: 'P1' }]);
    expect(goalOf('1')).toBe('P1');
    expect(ports.marks).toEqual([]);
  });

  it('does so once, however often events come', async () => {
    inJira('1', urgent);
    await drained('1');
    afterwards(ports, 60_000);
    await drained('1', '1');
    expect(ports.prioritiesSet).toHaveLength(1);
  });

  it('leaves a priority that somebody has chosen', async () => {
    inJira('1', urgent, changed(onWednesday('09:30'), { priority: 'P1 → P2' }));
    await drained('1');
    expect(ports.prioritiesSet).toEqual([]);
    expect(ports.evaluations.get('1')?.priority).toMatchObject({
      priority: { id: 'P1' },
      inJira: { id: 'P2' },
    });
  });

  it('goes on with the others when Jira refuses one', async () => {
    const { priorities } = ports;
    const set: Priorities['set'] = (issue, priority) =>
      issue === '1'
        ? Promise.reject(new JiraRefused('PUT issue: 400', 400))
        : priorities.set(issue, priority);
    Object.assign(ports, { priorities: { set } });
    inJira('1', urgent);
    inJira('2', urgent);
    await drained('1', '2');
    expect(ports.prioritiesSet).toEqual([{ issue: '2', priority: 'P1' }]);
    expect(ports.evaluations.get('1')?.outcome).toBe('timers');
    expect(ports.marks).toEqual([]);
  });

  it('comes back to it when Jira wants to be left alone, and holds up no timers', async () => {
    const { priorities } = ports;
    const set = () => Promise.reject(new JiraUnavailable('PUT issue: 429', 7));
    Object.assign(ports, { priorities: { set } });
    inJira('1', urgent);
    await drained('1');
    expect(ports.evaluations.get('1')?.outcome).toBe('timers');
    expect(ports.marks).toEqual([]);
    Object.assign(ports, { priorities });
    for (const look of ports.looks.splice(0)) await lookAfterPublication(ports, look);
    expect(ports.prioritiesSet).toEqual([{ issue: '1', priority: 'P1' }]);
    await drain(ports, PROJECT, () => 300_000);
    expect(goalOf('1')).toBe('P1');
  });
});

describe('an agreement that only shows priorities', () => {
  beforeEach(() => published(false));

  it('asks Jira for nothing more, and tells the panel from the store', async () => {
    inJira('1', urgent);
    await drained('1');
    expect(ports.prioritiesSet).toEqual([]);
    const { reads } = ports;
    const view = await viewIssueTimers(ports, { issue: '1', project: PROJECT }, undefined);
    expect(ports.reads).toBe(reads);
    expect(view.priority).toEqual({
      agreement: { id: 'desk', name: 'Desk' },
      impact: { field: 'impact', value: { id: 'Broad', name: 'Broad' } },
      urgency: { field: 'urgency', value: { id: '1', name: 'Now' } },
      priority: { id: 'P1', name: 'P1' },
      inJira: { id: 'P2', name: 'P2' },
    });
  });
});
