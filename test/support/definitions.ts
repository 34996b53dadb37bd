import type { DefinitionsDraft } from '../../src/domain/agreement/draft';
import { ref } from './builders';

/** The values of fields of a small project. */
export const projectValues = new Map([
  ['status', ['Open', 'Waiting', 'Done'].map(ref)],
  ['priority', ['P1', 'P2'].map(ref)],
  ['issuetype', ['Incident', 'Task'].map(ref)],
]);

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
