import * as v from 'valibot';
import { viewIssueTimers } from '../../../src/app/view-issue-timers';
import { issueTimersSchema } from '../../../src/contract/views';
import type { Metric } from '../../../src/domain/timer/metric';
import type { Condition } from '../../../src/domain/timer/condition';
import {
  created,
  goal,
  hours,
  nineToFive,
  onWednesday,
  priorityIs,
  publication,
  resolutionMetric,
} from '../../support/builders';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const place = { issue: '10001', project: '10000' };
const goals: Metric['goals'] = [goal('High', hours(2), priorityIs('High')), goal('Others', hours(8))];

function desk(covers?: Condition): MemoryPorts {
  const ports = memoryPorts(onWednesday('12:00'));
  const { agreement } = publication([resolutionMetric(goals)]);
  const saved = { change: 'c1', seq: 1, at: onWednesday('08:00') };
  const doc = { ...agreement, ...(covers && { covers }) };
  ports.changes.push({
    id: 'c1',
    project: place.project,
    at: saved.at,
    actor: 'someone',
    action: 'import',
    revisions: [
      { ...saved, kind: 'calendar', doc: nineToFive },
      { ...saved, kind: 'agreement', doc },
      { ...saved, change: 'c2', seq: 2, kind: 'agreement', doc: { ...doc, name: 'Renamed' } },
    ],
  });
  const facts = [created(onWednesday('10:00'))];
  ports.inJira.set(place.issue, {
    id: place.issue,
    project: place.project,
    updated: onWednesday('10:00'),
    history: { facts },
  });
  return ports;
}

describe('the view of an issue’s timers', () => {
  it('brings the goals of the versions that its cycles are judged by, and no others', async () => {
    const { versions } = await viewIssueTimers(desk(), place, undefined);
    const [version = ''] = Object.keys(versions);
    expect(Object.keys(versions)).toHaveLength(1);
    expect(versions[version]?.revision).toBe(Number(version.split('@')[1]));
    expect(versions[version]?.goals['resolution']).toEqual([
      { name: 'High', within: hours(2), calendar: nineToFive.id, when: priorityIs('High') },
      { name: 'Others', within: hours(8), calendar: nineToFive.id, when: null },
    ]);
  });

  it('brings the calendars that they count on with their holiday sets, in a form that pages take', async () => {
    const ports = desk();
    const saved = { change: 'c1', seq: 1, at: onWednesday('08:00') };
    const days = [{ yearly: '12-25', name: 'Christmas Day' }];
    const doc = { id: 'uk', name: 'United Kingdom', days };
    const revisions = ports.changes[0]!.revisions.map((revision) =>
      revision.kind === 'calendar' ? { ...revision, doc: { ...nineToFive, holidaySets: ['uk'] } } : revision,
    );
    ports.changes[0] = {
      ...ports.changes[0]!,
      revisions: [...revisions, { ...saved, kind: 'holiday-set', doc }],
    };
    const view = await viewIssueTimers(ports, place, undefined);
    const inForce = { 'nine-to-five@1+uk@1': { ...nineToFive, holidaySets: [doc] } };
    expect(view.calendars).toEqual(inForce);
    expect(v.parse(issueTimersSchema, view).calendars).toEqual(inForce);
  });

  it('says so where no agreement covers the issue', async () => {
    const view = await viewIssueTimers(desk(priorityIs('High')), place, undefined);
    expect(view).toMatchObject({ kind: 'not-covered', timers: [], calendars: {}, versions: {} });
  });
});
