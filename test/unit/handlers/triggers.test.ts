import { onIssueEventOf, onProjectEventOf } from '../../../src/handlers/triggers';
import { onWednesday } from '../../support/builders';
import { memoryPorts } from '../../support/memory-ports';

const event = (eventType: string, issue: object = { id: '20001', fields: { project: { id: '10000' } } }) => ({
  eventType,
  issue,
});

describe('an event of an issue', () => {
  it('marks the issue, whatever else it says', async () => {
    const ports = memoryPorts(onWednesday('10:00'));
    await onIssueEventOf(ports)({ ...event('avi:jira:updated:issue'), changelog: { items: 'nonsense' } });
    expect(ports.marks).toMatchObject([{ issue: '20001', project: '10000', by: 'event' }]);
  });

  it('that deletes it has it forgotten', async () => {
    const ports = memoryPorts(onWednesday('10:00'));
    const forgotten: string[] = [];
    ports.timers.forget = async (issue) => void forgotten.push(issue);
    await onIssueEventOf(ports)(event('avi:jira:deleted:issue'));
    expect([forgotten, ports.marks]).toEqual([['20001'], []]);
  });

  it('that names no issue is logged and dropped', async () => {
    const ports = memoryPorts(onWednesday('10:00'));
    const warnings: string[] = [];
    ports.log.warn = (message) => void warnings.push(message);
    await onIssueEventOf(ports)(event('avi:jira:updated:issue', {}));
    expect([ports.marks, warnings]).toEqual([[], ['event without an issue']]);
  });
});

describe('an event of a project', () => {
  const at = onWednesday('09:00');
  const projectEvent = (eventType: string, timestamp = String(at)) => ({
    eventType,
    project: { id: 10000, key: 'ITSD' },
    timestamp,
  });

  it.each([
    ['avi:jira:archived:project', 'archived'],
    ['avi:jira:softdeleted:project', 'deleted'],
    ['avi:jira:deleted:project', 'deleted'],
    ['avi:jira:unarchived:project', 'live'],
    ['avi:jira:restored:project', 'live'],
  ])('%s leaves it %s', async (eventType, state) => {
    const ports = memoryPorts(onWednesday('10:00'));
    await onProjectEventOf(ports)(projectEvent(eventType));
    expect(ports.projectStates.get('10000')).toEqual({ state, since: at });
  });

  it.each([
    projectEvent('avi:jira:updated:project'),
    projectEvent('avi:jira:archived:project', 'yesterday'),
    {},
  ])('that is no such event is dropped: %j', async (event) => {
    const ports = memoryPorts(onWednesday('10:00'));
    await onProjectEventOf(ports)(event);
    expect(ports.projectStates.size).toBe(0);
  });
});
