import { onIssueEventOf } from '../../../src/handlers/triggers';
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
