import type { CalendarsView } from '../../../../src/contract/calendars';
import type { ProjectShape } from '../../../../src/domain/agreement/project-shape';
import { instant } from '../../../../src/domain/time/instant';
import { nineToFiveInBerlin, refs, roundTheClock } from '../../../support/builders';

const [fresh, work, done] = [
  [{ id: '1', name: 'New' }],
  [
    { id: '3', name: 'Active' },
    { id: '4', name: 'Waiting' },
  ],
  [
    { id: '5', name: 'Resolved' },
    { id: '6', name: 'Closed' },
    // As a second workflow has it.
    { id: '7', name: 'Closed' },
  ],
];

/** A project with everything that an agreement can ask about. */
export const projectShape: ProjectShape = {
  fields: [
    { id: 'status', name: 'Status', kind: 'numbered', values: [...fresh, ...work, ...done] },
    { id: 'priority', name: 'Priority', kind: 'numbered', values: refs('Highest', 'High', 'Low') },
    {
      id: 'customer',
      name: 'Customer',
      kind: 'numbered',
      values: refs('acme', 'globex', 'initech', 'umbrella'),
    },
    { id: 'assignee', name: 'Assignee', kind: 'person' },
    { id: 'labels', name: 'Labels', kind: 'label' },
    { id: 'duedate', name: 'Due date', kind: 'date' },
    { id: 'effort', name: 'Effort', kind: 'number' },
  ],
  statuses: { new: fresh, indeterminate: work, done },
};

const kept = { home: 'project' as const, revision: 1, changedAt: instant(0), usedBy: [] };

export const calendars: CalendarsView = {
  calendars: [
    { ...kept, record: { ...nineToFiveInBerlin, id: 'office-hours', holidaySets: ['holidays'] } },
    { ...kept, record: roundTheClock },
  ],
  holidaySets: [
    {
      home: 'site',
      revision: 1,
      changedAt: instant(0),
      record: { id: 'holidays', name: 'Holidays', days: [{ date: '2026-12-25', name: 'Weihnachten' }] },
    },
  ],
  findings: [],
};
