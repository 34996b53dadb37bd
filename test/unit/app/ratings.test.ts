import { readRatings } from '../../../src/app/complaints/read-ratings';
import { saveSatisfaction, viewSatisfaction } from '../../../src/app/complaints/satisfaction';
import { drain } from '../../../src/app/drain';
import { JiraUnavailable } from '../../../src/app/errors';
import { markIssue } from '../../../src/app/mark-issue';
import { viewRecord } from '../../../src/app/monitoring/view-record';
import { days, instant, later } from '../../../src/domain/time/instant';
import { changed, created, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { importDefinitions } from '../../support/import-definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
let ports: MemoryPorts;

beforeEach(async () => {
  ports = memoryPorts(onWednesday('07:00'));
  for (const [field, known] of projectValues) ports.values.set(field, known);
  const file = draft();
  const score = { id: 'score', measure: 'satisfaction-score', target: '4', period: 'month' } as const;
  const agreement = file.agreements[0]!;
  const response = {
    ...agreement.metrics[0]!,
    id: 'response',
    kind: 'response',
    stop: { changed: 'status', to: ['Waiting'] },
    pause: [],
  } as const;
  await importDefinitions(ports, PROJECT, 'sam', {
    ...file,
    agreements: [{ ...agreement, metrics: [...agreement.metrics, response], periodicTargets: [score] }],
  });
  ports.now = onWednesday('14:00');
  // The last is answered, and not resolved.
  for (const [id, status] of [
    ['1', 'Done'],
    ['2', 'Done'],
    ['3', 'Done'],
    ['4', 'Waiting'],
  ] as const) {
    const facts = [
      created(onWednesday('08:00'), { priority: 'P1' }),
      changed(onWednesday('10:00'), { status: ` → ${status}` }),
    ];
    ports.inJira.set(id, { id, project: PROJECT, updated: onWednesday('10:00'), history: { facts } });
    await markIssue(ports, id, PROJECT, 'event');
  }
  await drain(ports, PROJECT, () => 300_000);
});

const month = () => `${new Date(ports.now).toISOString().slice(0, 7)}-01`;
const read = (remaining = 600_000) => readRatings(ports, () => remaining);
const rated = async () => (await viewSatisfaction(ports, PROJECT)).rated;
const line = async () => {
  const record = await viewRecord(ports, PROJECT, { period: 'month', day: month() });
  const { values, answers } = record.lines.find(({ target }) => target?.id === 'score')!;
  return [values.at(-1), answers];
};

it('are read of the requests that ended, and of those that nobody rated once more', async () => {
  await read();
  expect(await rated()).toEqual([]);
  expect(ports.changes.some(({ revisions }) => revisions.some(({ kind }) => kind === 'ratings'))).toBe(false);
  ports.stars.set('1', 5);
  await read();
  expect(await rated()).toEqual([
    { agreement: 'desk', month: month(), n: 1, score: 5, satisfied: 100, looked: 3, of: 3 },
  ]);
  ports.askedStarsOf.length = 0;
  ports.stars.set('2', 2);
  await read();
  expect(ports.askedStarsOf.toSorted()).toEqual(['2', '3']);
  expect(await rated()).toMatchObject([{ n: 2, score: 3.5, satisfied: 50, looked: 3, of: 3 }]);
  const before = ports.changes.length;
  await read();
  expect(ports.changes).toHaveLength(before);
});

it('are the value of the record until somebody enters another', async () => {
  expect(await line()).toEqual([null, undefined]);
  ports.stars.set('1', 5);
  ports.stars.set('2', 4);
  await read();
  expect(await line()).toEqual([4.5, { value: 4.5, n: 2, from: 'ratings' }]);
  const entered = {
    agreement: 'desk',
    month: month(),
    source: 'interview',
    n: 3,
    score: 2,
    note: '',
  } as const;
  await saveSatisfaction(ports, { project: PROJECT, actor: 'sam' }, entered, 0);
  expect(await line()).toEqual([2, { value: 2, n: 3, from: 'entered' }]);
});

it('are read of a month until the fourteenth of the next', async () => {
  ports.stars.set('1', 5);
  const ended = month();
  const next = instant(Date.UTC(Number(ended.slice(0, 4)), Number(ended.slice(5, 7)), 14, 12));
  ports.now = later(next, days(1));
  await read();
  expect(await rated()).toEqual([]);
  ports.now = next;
  await read();
  expect(await rated()).toMatchObject([{ month: ended, n: 1 }]);
});

it('wait while time or points are short, work is held or Jira is away', async () => {
  ports.stars.set('1', 5);
  await read(1_000);
  ports.isQuotaLow = true;
  await read();
  ports.isQuotaLow = false;
  ports.heldUntil = later(ports.now, days(1));
  await read();
  ports.heldUntil = undefined;
  expect(ports.askedStarsOf).toEqual([]);
  Object.assign(ports, { ratings: { of: () => Promise.reject(new JiraUnavailable('away', undefined)) } });
  await expect(read()).rejects.toThrow(JiraUnavailable);
  expect(await rated()).toEqual([]);
});
