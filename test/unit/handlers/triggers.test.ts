import { onIssueEventOf, onProjectEventOf } from '../../../src/handlers/triggers';
import { onWednesday } from '../../support/builders';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

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

describe('an event that cannot be taken in', () => {
  const rejects = async () => Promise.reject(new Error('summary: the boss is late'));
  const updated = event('avi:jira:updated:issue');
  const archived = {
    eventType: 'avi:jira:archived:project',
    project: { id: '10000' },
    timestamp: String(onWednesday('09:00')),
  };

  it.each([
    [0, 10],
    [1, 50],
    [2, 250],
    [3, 900],
  ])('comes again, after %i failures so many seconds later: %i', async (retryCount, retryAfter) => {
    const ports = memoryPorts(onWednesday('10:00'));
    ports.dirtyIssues.mark = rejects;
    const again = retryCount > 0 ? { ...updated, retryContext: { retryCount } } : updated;
    expect(await onIssueEventOf(ports)(again)).toMatchObject({
      retryOptions: { retryAfter, retryReason: 'FUNCTION_RETRY_REQUEST' },
    });
  });

  it.each([
    ['of an issue', (ports: MemoryPorts) => onIssueEventOf(ports)(updated)],
    ['of a deletion', (ports: MemoryPorts) => onIssueEventOf(ports)(event('avi:jira:deleted:issue'))],
    ['of a project', (ports: MemoryPorts) => onProjectEventOf(ports)(archived)],
  ])('is logged without a word that a user wrote: one %s', async (_, trigger) => {
    const ports = memoryPorts(onWednesday('10:00'));
    const warnings: unknown[] = [];
    ports.log.warn = (...warning) => void warnings.push(warning);
    Object.assign(ports.dirtyIssues, { mark: rejects });
    Object.assign(ports.timers, { forget: rejects });
    Object.assign(ports.projects, { setState: rejects });
    expect(await trigger(ports)).toMatchObject({ retryOptions: { retryAfter: 10 } });
    expect(warnings).toEqual([['event not taken in', { tries: 0, error: 'Error' }]]);
  });

  it('wakes the drain when it comes again, since the mark that it had set has woken none', async () => {
    const ports = memoryPorts(onWednesday('10:00'));
    const wake = ports.drains.wake.bind(ports.drains);
    ports.drains.wake = rejects;
    expect(await onIssueEventOf(ports)(updated)).toBeDefined();
    ports.drains.wake = wake;
    expect(await onIssueEventOf(ports)({ ...updated, retryContext: { retryCount: 1 } })).toBeUndefined();
    expect([ports.marks.length, ports.woken]).toEqual([2, ['10000']]);
  });
});
