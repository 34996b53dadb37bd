import { saveMeasurement } from '../../../src/app/monitoring/save-measurement';
import { viewRecord } from '../../../src/app/monitoring/view-record';
import { drain } from '../../../src/app/drain';
import { markIssue } from '../../../src/app/mark-issue';
import { writeDown } from '../../../src/app/write-down';
import type { PeriodicTarget } from '../../../src/domain/monitoring/periodic-target';
import { days, later } from '../../../src/domain/time/instant';
import { changed, created, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { importDefinitions } from '../../support/import-definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
const sam = { project: PROJECT, actor: 'sam' };
const MONTH = { kind: 'month', from: '2026-01-01' } as const;
const cost: PeriodicTarget = { id: 'cost', measure: 'cost', target: '1000', period: 'month' };
const share: PeriodicTarget = {
  id: 'share',
  measure: 'attainment',
  metric: 'resolution',
  target: '60%',
  period: 'month',
};
const volume: PeriodicTarget = { ...share, id: 'volume', measure: 'workload', target: '2' };
const mean: PeriodicTarget = { ...share, id: 'mean', measure: 'mean-time', target: '3h' };
const yearly: PeriodicTarget = { ...share, id: 'year', period: 'year' };

let ports: MemoryPorts;

beforeEach(async () => {
  ports = memoryPorts(onWednesday('07:00'));
  for (const [field, known] of projectValues) ports.values.set(field, known);
  await publish([cost, share, volume, mean, yearly]);
  ports.now = onWednesday('14:00');
});

async function publish(periodicTargets: readonly PeriodicTarget[]): Promise<void> {
  const file = draft();
  await importDefinitions(ports, PROJECT, 'sam', {
    ...file,
    agreements: [{ ...file.agreements[0]!, periodicTargets }],
  });
}

/** Two P1s, which have four hours: one that took two, one that took five. */
async function twoIssues(): Promise<void> {
  for (const [id, end] of [
    ['1', '10:00'],
    ['2', '13:00'],
  ] as const) {
    const facts = [
      created(onWednesday('08:00'), { priority: 'P1' }),
      changed(onWednesday(end), { status: ' → Done' }),
    ];
    ports.inJira.set(id, { id, project: PROJECT, updated: onWednesday(end), history: { facts } });
    await markIssue(ports, id, PROJECT, 'event');
  }
  await drain(ports, PROJECT, () => 300_000);
}

const record = async (period: PeriodicTarget['period'] = 'month') => {
  const day = new Date(ports.now).toISOString().slice(0, 10);
  return viewRecord(ports, PROJECT, { period, day });
};
const valuesOf = async (period?: PeriodicTarget['period']) =>
  (await record(period)).lines.map(({ target, values }) => [target?.id, values.at(-1)]);
const enter = (value: number | null, evidence = 'Invoice 7', seen = 0) => {
  const from = `${new Date(ports.now).toISOString().slice(0, 7)}-01`;
  const period = { kind: 'month', from } as const;
  return saveMeasurement(ports, sam, { agreement: 'desk', target: 'cost', period, value, evidence }, seen);
};

it('sets the values of a period against what was promised for such periods', async () => {
  await twoIssues();
  expect(await valuesOf()).toEqual([
    ['share', 50],
    ['cost', null],
    ['volume', 2],
    ['mean', 3.5 * 3_600_000],
  ]);
  expect(await valuesOf('year')).toEqual([['year', 50]]);
});

it('shows a metric whose share has no target for such a period, and a period without cases', async () => {
  expect(await valuesOf('quarter')).toEqual([[undefined, null]]);
  expect(await valuesOf()).toContainEqual(['volume', 0]);
  expect(await valuesOf()).toContainEqual(['mean', null]);
});

it('judges a period by the version that held when it ended', async () => {
  const then = ports.now;
  ports.now = later(then, days(60));
  await publish([{ ...cost, target: '5' }]);
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const targets = async (at: number) =>
    (await viewRecord(ports, PROJECT, { period: 'month', day: day(at) })).lines.flatMap(
      ({ target }) => target?.target ?? [],
    );
  expect(await targets(then)).toEqual(['60%', '1000', '2', '3h']);
  expect(await targets(ports.now)).toEqual(['5']);
});

it('takes a value with its evidence, corrects it and takes it back, and tells who has seen an older one', async () => {
  expect(await enter(900)).toEqual([]);
  expect(await enter(900)).toEqual([]);
  expect((await enter(800)).map(({ code }) => code)).toEqual(['record.newer']);
  expect(await enter(800, 'Invoice 8', 1)).toEqual([]);
  expect(await valuesOf()).toContainEqual(['cost', 800]);
  expect(await enter(null, 'Booked twice', 2)).toEqual([]);
  expect(await valuesOf()).toContainEqual(['cost', null]);
});

it('refuses a value that cannot be, has no evidence, is computed, or is of a period to come', async () => {
  const codes = async (entering: ReturnType<typeof enter>) => (await entering).map(({ code }) => code);
  expect(await codes(enter(-1))).toEqual(['measurement.out-of-bounds']);
  expect(await codes(enter(1, ''))).toEqual(['measurement.no-evidence']);
  const entered = { agreement: 'desk', target: 'volume', period: MONTH, value: 1, evidence: 'x' };
  expect(await codes(saveMeasurement(ports, sam, entered, 0))).toEqual(['measurement.computed']);
  const unknown = { ...entered, agreement: 'other' };
  expect(await codes(saveMeasurement(ports, sam, unknown, 0))).toEqual(['measurement.unknown-target']);
  const later_ = { ...entered, target: 'cost', period: { ...MONTH, from: '2099-01-01' } };
  expect(await codes(saveMeasurement(ports, sam, later_, 0))).toEqual(['measurement.in-future']);
});

it('counts outages in the hours that the target names, and answers of customers by how many gave them', async () => {
  await writeDown(ports, sam, {
    kind: 'service',
    seq: 1,
    doc: { id: 'mail', name: 'Mail', kind: 'business', state: 'published' },
  });
  const mail = { service: 'mail', period: 'month' } as const;
  const file = draft();
  await importDefinitions(ports, PROJECT, 'sam', {
    ...file,
    agreements: [
      {
        ...file.agreements[0]!,
        services: [{ id: 'mail', revision: 1 }],
        periodicTargets: [
          { ...mail, id: 'office', measure: 'interruption-time', target: '1h', calendar: 'office' },
          { ...mail, id: 'always', measure: 'interruption-time', target: '1h' },
          { ...mail, id: 'mttr', measure: 'mttr', target: '2h' },
          { ...mail, id: 'mtbf', measure: 'mtbf', target: '100h' },
          { ...mail, id: 'count', measure: 'interruptions', target: '2' },
          { id: 'score', measure: 'satisfaction-score', target: '4', period: 'month' },
          { id: 'nps', measure: 'nps', target: '20', period: 'month' },
        ],
      },
    ],
  });
  // The office opens at eight.
  await writeDown(ports, sam, {
    kind: 'outage',
    seq: 1,
    doc: {
      id: 'one',
      service: 'mail',
      begin: onWednesday('07:00'),
      end: onWednesday('10:00'),
      planned: false,
      degree: 'full',
      explanation: '',
    },
  });
  const month = `${new Date(ports.now).toISOString().slice(0, 7)}-01`;
  const answers = { agreement: 'desk', month, source: 'survey', note: '' } as const;
  await writeDown(ports, sam, {
    kind: 'satisfaction',
    seq: 1,
    doc: { ...answers, id: 'a', n: 30, score: 5 },
  });
  await writeDown(ports, sam, {
    kind: 'satisfaction',
    seq: 1,
    doc: { ...answers, id: 'b', n: 10, score: 1 },
  });
  const hour = 3_600_000;
  expect((await valuesOf()).slice(1)).toEqual([
    ['office', 2 * hour],
    ['always', 3 * hour],
    ['mttr', 3 * hour],
    ['mtbf', null],
    ['count', 1],
    ['score', 4],
    ['nps', null],
  ]);
});
