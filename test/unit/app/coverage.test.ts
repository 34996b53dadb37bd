import { seenLately, viewCoverage } from '../../../src/app/coverage';
import { importDefinitions } from '../../support/import-definitions';
import { saveService } from '../../../src/app/catalogue';
import type { Evaluation } from '../../../src/app/ports';
import {
  created,
  goal,
  hours,
  onWednesday,
  publication,
  resolutionMetric,
  timersOf,
} from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
let ports: MemoryPorts;

beforeEach(async () => {
  ports = memoryPorts(onWednesday('12:00'));
  for (const [field, known] of projectValues) ports.values.set(field, known);
  await importDefinitions(ports, PROJECT, 'sam', draft());
});

const now = onWednesday('12:00');
const timers = timersOf(
  [created(onWednesday('09:00'))],
  [[publication([resolutionMetric([goal('All', hours(4))])])]],
  now,
);
const judged = (issue: string, outcome: Evaluation['outcome'] = 'timers'): Evaluation => ({
  issue,
  project: PROJECT,
  outcome,
  issueUpdated: now,
  evaluatedAt: now,
  ruleBook: 'change-1',
  timers: outcome === 'timers' ? timers : [],
  lines: [],
  ahead: { change: null, alert: null },
});

it('looks at agreements by the version in force, at the catalogue and at the project’s own calendars', async () => {
  await saveService(ports, PROJECT, 'sam', {
    text: {
      id: 'mail',
      name: 'Mail',
      summary: 'Post',
      kind: 'business',
      state: 'published',
      owner: 'sam',
      hours: 'office',
    },
    seen: 0,
    isCapabilityChanged: false,
  });
  expect(await viewCoverage(ports, PROJECT)).toMatchObject({
    servicesUncovered: [{ id: 'mail', name: 'Mail' }],
    agreementsUnbound: [{ id: 'desk', name: 'Desk' }],
    ending: [],
    effectless: [],
    calendarsUnused: [],
    targets: [
      { agreement: { id: 'desk' }, metric: { kind: 'resolution' }, goals: ['P1', 'Others'], since: now },
    ],
  });
});

it('has nothing to tell of an empty project', async () => {
  expect(await viewCoverage(ports, '10001')).toEqual({
    servicesUncovered: [],
    agreementsUnbound: [],
    ending: [],
    effectless: [],
    calendarsUnused: [],
    holidaySetsUnused: [],
    holidaysEnding: [],
    targets: [],
  });
});

it('reads the latest issues first, page by page, none of them twice', async () => {
  await ports.timers.save([
    ...Array.from({ length: 120 }, (_, index) => judged(String(index + 1))),
    judged('500', 'not-covered'),
    { ...judged('900'), project: '10001' },
  ]);
  const first = await seenLately(ports, PROJECT, undefined);
  expect(first).toMatchObject({
    seen: { read: 100, bare: 1, bareIssues: ['500'] },
    oldest: '22',
    next: '22',
  });
  const second = await seenLately(ports, PROJECT, first.next);
  expect(second).toMatchObject({ seen: { read: 21, bare: 0 }, oldest: '1', next: undefined });
  expect(second.seen.targets).toEqual([
    { agreement: 'desk', metric: 'resolution', issues: 21, goals: ['All'] },
  ]);
});
