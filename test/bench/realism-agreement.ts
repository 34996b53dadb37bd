import * as v from 'valibot';
import { compiledCalendars, evaluateIssue } from '../../src/app/evaluate-issue';
import { importDefinitions } from '../support/import-definitions';
import type { IssueReading } from '../../src/app/ports';
import { definitionsFileSchema } from '../../src/contract/definitions-file';
import { ruleBook } from '../../src/domain/agreement/rule-book';
import { instant } from '../../src/domain/time/instant';
import type { Standing } from '../../src/domain/timer/standing';
import { ref } from '../support/builders';
import { memoryPorts } from '../support/memory-ports';
import { priorities, states } from '../site/sample/log';

export const project = 'log';

/** The longest there is. What the log wants of these priorities nobody knows, but their time must count for the next one. */
const UNKNOWN = '87600h';

const around = [['00:00', '24:00']];
const goal = (name: string, priority: string, within: string): object => ({
  name,
  when: { field: 'priority', in: [priority] },
  within,
  calendar: 'around-the-clock',
});

/** One timer from opened to closed, around the clock and without pauses: how the log itself seems to have judged. */
const file = {
  format: 'service-levels/1',
  calendars: [
    {
      id: 'around-the-clock',
      name: 'Around the clock',
      timeZone: 'UTC',
      weekly: { mon: around, tue: around, wed: around, thu: around, fri: around, sat: around, sun: around },
    },
  ],
  agreements: [
    {
      id: 'log',
      kind: 'SLA',
      name: 'Opened to closed',
      timeZone: 'UTC',
      effectiveFrom: '2000-01-01',
      metrics: [
        {
          id: 'opened-to-closed',
          kind: 'resolution',
          start: { created: true },
          stop: { changed: 'status', to: ['Closed'] },
          cycles: 'first',
          goals: [
            goal('P1', '1 - Critical', UNKNOWN),
            goal('P2', '2 - High', UNKNOWN),
            goal('P3', '3 - Moderate', '217h 30m'),
            goal('P4', '4 - Low', '489h 36m'),
          ],
        },
      ],
    },
  ],
};

/** Puts the agreement into force as the app's import does; gives what judges an incident by it. */
export async function judge(): Promise<(incident: IssueReading) => Standing> {
  const ports = memoryPorts(instant(0));
  ports.values.set('status', { kind: 'numbered', values: states.map(ref) });
  ports.values.set('priority', { kind: 'numbered', values: priorities.map(ref) });
  const outcome = await importDefinitions(ports, project, 'realism', v.parse(definitionsFileSchema, file));
  if (outcome.problems.length > 0) throw new Error(JSON.stringify(outcome.problems));

  const book = ruleBook(await ports.records.revisions(project));
  const hoursOf = compiledCalendars(book);
  return (incident) => {
    const { timers } = evaluateIssue(incident, book, hoursOf, incident.updated);
    const [standing, ...more] = timers.flatMap(({ standings }) => standings);
    if (!standing || more.length > 0) throw new Error(`${incident.id} has not one cycle.`);
    return standing;
  };
}
