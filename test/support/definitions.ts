import type { DefinitionsDraft } from '../../src/domain/agreement/draft';
import type { KnownField } from '../../src/domain/agreement/known-field';
import { ref } from './builders';

/** The fields of a small project, some with all their values. */
export const projectValues = new Map<string, KnownField>([
  ['status', { kind: 'numbered', values: ['Open', 'Waiting', 'Done'].map(ref) }],
  ['priority', { kind: 'numbered', values: ['P1', 'P2'].map(ref) }],
  ['issuetype', { kind: 'numbered', values: ['Incident', 'Task'].map(ref) }],
  ['assignee', { kind: 'person' }],
  ['labels', { kind: 'label' }],
  ['components', { kind: 'numbered', several: true }],
  ['impact', { kind: 'numbered', values: ['Broad', 'Narrow'].map(ref) }],
  // Whose values Jira lets nobody list.
  ['urgency', { kind: 'numbered' }],
  ['duedate', { kind: 'date' }],
  ['outage', { kind: 'instant' }],
  ['effort', { kind: 'number' }],
  ['summary', { kind: 'text' }],
]);

/** The groups of its site. */
export const projectGroups = [
  { id: '276f955c-63d7-42c8-9520-92d01dca0625', name: 'Second line' },
  { id: '3a1b955c-63d7-42c8-9520-92d01dca0626', name: 'Network' },
];

export type Mutable<T> = { -readonly [K in keyof T]: Mutable<T[K]> };

/** A small draft without a mistake, for tests to spoil. */
export function draft(): Mutable<DefinitionsDraft> {
  return {
    calendars: [
      {
        id: 'office',
        name: 'Office',
        timeZone: 'Europe/Berlin',
        weekly: { mon: [['09:00', '17:00']], wed: [['09:00', '17:00']] },
        exceptions: [],
      },
    ],
    agreements: [
      {
        id: 'desk',
        kind: 'SLA',
        name: 'Desk',
        timeZone: 'Europe/Berlin',
        effectiveFrom: '2026-01-01',
        metrics: [
          {
            id: 'resolution',
            kind: 'resolution',
            start: { created: true },
            stop: { changed: 'status', to: ['Done'] },
            pause: [{ name: 'Waiting', while: { field: 'status', in: ['Waiting'] } }],
            cycles: 'every',
            goals: [
              { name: 'P1', when: { field: 'priority', in: ['P1'] }, within: '4h', calendar: 'office' },
              { name: 'Others', within: '8h 30m', calendar: 'office' },
            ],
          },
        ],
      },
    ],
  };
}
