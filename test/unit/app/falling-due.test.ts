import { viewFallingDue } from '../../../src/app/falling-due';
import { saveAction, takeActionStep } from '../../../src/app/improvement/save-action';
import { takeStep } from '../../../src/app/take-step';
import { days, later } from '../../../src/domain/time/instant';
import { at, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { importDefinitions } from '../../support/import-definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
const now = onWednesday('12:00');
const [desk] = draft().agreements;

let ports: MemoryPorts;

const put = (...own: readonly { readonly id: string; readonly [key: string]: unknown }[]) =>
  importDefinitions(ports, PROJECT, 'sam', {
    ...draft(),
    agreements: own.map((each) => ({ ...desk!, ...each, name: each.id })),
  });
const due = async (ahead: number) =>
  (await viewFallingDue(ports, PROJECT, days(ahead))).items.map(({ id, kind, version }) =>
    [id, kind, ...(version === undefined ? [] : [version])].join(' '),
  );

beforeEach(() => {
  ports = memoryPorts(now);
  for (const [field, known] of projectValues) ports.values.set(field, known);
});

it('is the end of a term that is near enough, the nearest first, and one that nobody has seen to', async () => {
  await put(
    { id: 'far', effectiveTo: '2027-01-31', customer: { field: 'labels', in: ['far'] } },
    { id: 'near', effectiveTo: '2026-12-10', customer: { field: 'labels', in: ['near'] } },
    { id: 'over', effectiveTo: '2026-11-10', customer: { field: 'labels', in: ['over'] } },
    { id: 'long-over', effectiveTo: '2026-09-30', customer: { field: 'labels', in: ['long'] } },
    { id: 'endless' },
  );
  expect(await due(30)).toEqual(['over agreement-ends', 'near agreement-ends']);
  expect(await due(90)).toEqual([
    'long-over agreement-ends',
    'over agreement-ends',
    'near agreement-ends',
    'far agreement-ends',
  ]);
  const view = await viewFallingDue(ports, PROJECT, days(30));
  expect(view).toMatchObject({ asOf: now, hasAgreements: true });
  expect(view.items[1]).toEqual({
    kind: 'agreement-ends',
    id: 'near',
    name: 'near',
    at: at('2026-12-11T00:00+01:00'),
  });
});

it('is an end that somebody has planned, until it has come', async () => {
  await put({ id: 'desk' });
  const problems = await takeStep(ports, PROJECT, 'kim', {
    agreement: 'desk',
    seen: 0,
    step: 'terminate',
    from: later(now, days(5)),
    runOff: 'finish',
    reason: 'Moved away',
  });
  expect(problems).toEqual([]);
  expect(await due(30)).toEqual(['desk agreement-ends']);
  ports.now = later(now, days(6));
  expect(await due(30)).toEqual([]);
});

it('is a version that is published and begins later', async () => {
  await put({ id: 'desk' });
  ports.now = later(now, days(1));
  await put({ id: 'desk', effectiveFrom: '2026-12-01', customer: { field: 'labels', in: ['later'] } });
  expect(await due(30)).toEqual(['desk version-begins 2']);
});

it('is an action that is open, also one that is late, however late', async () => {
  await put({ id: 'desk' });
  const wanted = { description: '', kind: 'training', source: 'risk', owner: 'ann' } as const;
  const plan = (title: string, day: string) =>
    saveAction(ports, { project: PROJECT, actor: 'sam' }, { ...wanted, title, due: day }, 0);
  await plan('late', '2026-01-31');
  await plan('far', '2027-01-31');
  await plan('today', '2026-11-18');
  const done = await plan('done', '2026-11-20');
  if (!('id' in done)) throw new Error('It was not planned');
  const taken = { id: done.id, seen: 1, step: 'complete', note: '' } as const;
  expect(await takeActionStep(ports, { project: PROJECT, actor: 'sam' }, taken)).not.toHaveProperty(
    'problems',
  );
  const { items } = await viewFallingDue(ports, PROJECT, days(30));
  expect(items.map(({ kind, name }) => [kind, name])).toEqual([
    ['action', 'late'],
    ['action', 'today'],
  ]);
  // By the end of the day where the project's days are counted.
  expect(items[1]?.at).toBe(at('2026-11-18T23:59+01:00'));
});

it('is nothing where nothing was ever promised', async () => {
  expect(await viewFallingDue(ports, PROJECT, days(30))).toEqual({
    asOf: now,
    hasAgreements: false,
    items: [],
  });
});

it('is a review that is not closed and a service report that is not issued', async () => {
  ports = memoryPorts(at('2026-10-01T00:00Z'));
  for (const [field, known] of projectValues) ports.values.set(field, known);
  await put({ id: 'desk', details: { reviews: { rhythms: ['month'], reports: 'month', withinDays: 20 } } });
  ports.now = now;
  expect(await due(30)).toEqual(['desk/month/2026-10-01 review', 'desk/month/2026-10-01 service-report']);
});
