import {
  saveComplaint,
  takeComplaintStep,
  viewComplaint,
  viewComplaints,
  type ComplaintsWanted,
  type ComplaintStepWanted,
  type ComplaintWanted,
} from '../../../src/app/complaints/complaints';
import {
  saveSatisfaction,
  viewSatisfaction,
  type SatisfactionEntered,
} from '../../../src/app/complaints/satisfaction';
import type { Problem } from '../../../src/domain/problem';
import { onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { importDefinitions } from '../../support/import-definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
const sam = { project: PROJECT, actor: 'sam' };

let ports: MemoryPorts;

beforeEach(async () => {
  ports = memoryPorts(onWednesday('12:00'));
  for (const [field, known] of projectValues) ports.values.set(field, known);
  await importDefinitions(ports, PROJECT, 'sam', draft());
});

const said = (problems: readonly Problem[]) => problems.map(({ code, path }) => `${code} ${path}`.trim());
const codes = (result: { problems: readonly Problem[] } | { id: string }) =>
  'problems' in result ? said(result.problems) : [];

describe('a complaint', () => {
  const wanted: ComplaintWanted = {
    receivedAt: onWednesday('10:00'),
    customer: 'Northwind',
    text: 'Nobody calls back',
    agreement: 'desk',
    owner: 'ann',
    due: '2026-12-01',
    breach: '20001/1/resolution/desk',
  };
  async function recorded(more: Partial<ComplaintWanted> = {}): Promise<string> {
    const result = await saveComplaint(ports, sam, { ...wanted, ...more }, 0);
    if ('problems' in result) throw new Error(JSON.stringify(result.problems));
    return result.id;
  }
  const step = (id: string, name: ComplaintStepWanted['step'], seen: number, note = 'Called') =>
    takeComplaintStep(ports, sam, { id, seen, step: name, note });
  const shown = async (more: Partial<ComplaintsWanted> = {}) =>
    (await viewComplaints(ports, PROJECT, { offset: 0, ...more })).rows.map(({ doc }) => doc.customer);

  it('is recorded once however often it is sent, changed by whoever has seen it, and keeps its answer', async () => {
    const id = await recorded();
    expect(await recorded()).toBe(id);
    await step(id, 'answer', 1);
    expect(codes(await saveComplaint(ports, sam, { ...wanted, id, text: 'No' }, 1))).toEqual([
      'record.newer',
    ]);
    await saveComplaint(ports, sam, { ...wanted, id, text: 'Twice' }, 2);
    const found = await viewComplaint(ports, PROJECT, id);
    expect(found?.row).toMatchObject({
      doc: { text: 'Twice', answered: { outcome: 'Called' } },
      revision: 3,
    });
    expect(found?.history).toHaveLength(3);
    expect(await viewComplaint(ports, PROJECT, 'gone')).toBeUndefined();
  });

  it('says its mistakes at the fields of the form', async () => {
    const mistaken = { ...wanted, customer: '', agreement: 'gone' };
    expect(codes(await saveComplaint(ports, sam, mistaken, 0))).toEqual([
      'complaint.no-customer doc.customer',
      'life.unknown-agreement doc.agreement',
    ]);
    const long = { ...wanted, text: '"'.repeat(2_000), customer: '"'.repeat(200) };
    const id = await recorded(long);
    expect(codes(await step(id, 'answer', 1, '"'.repeat(2_000)))).toEqual(['complaint.long-in-all']);
    expect(codes(await saveComplaint(ports, sam, { ...wanted, id: 'gone' }, 0))).toEqual([
      'complaint.unknown',
    ]);
  });

  it('takes no step that was not seen or leads nowhere, and is not changed once it is closed', async () => {
    const id = await recorded();
    expect(codes(await step(id, 'close', 1))).toEqual(['complaint.settled']);
    expect(codes(await step(id, 'answer', 0))).toEqual(['record.newer']);
    expect(codes(await step('gone', 'answer', 1))).toEqual(['complaint.unknown']);
    await step(id, 'answer', 1);
    await step(id, 'close', 2, '');
    expect(codes(await saveComplaint(ports, sam, { ...wanted, id, text: 'No' }, 3))).toEqual([
      'complaint.settled',
    ]);
  });

  it('stands in the register, the latest first, which is narrowed down', async () => {
    await recorded({ customer: 'Early', receivedAt: onWednesday('09:00'), due: '2026-11-17' });
    const id = await recorded();
    await step(id, 'answer', 1);
    const { agreement: _agreement, ...general } = wanted;
    await saveComplaint(ports, sam, { ...general, customer: 'Latest', receivedAt: onWednesday('11:00') }, 0);
    expect(await shown()).toEqual(['Latest', 'Northwind', 'Early']);
    expect(await shown({ offset: 1 })).toEqual(['Northwind', 'Early']);
    expect(await shown({ state: 'answered' })).toEqual(['Northwind']);
    expect(await shown({ agreement: 'desk' })).toEqual(['Northwind', 'Early']);
    expect(await shown({ late: true })).toEqual(['Early']);
  });
});

describe('satisfaction', () => {
  const entered: SatisfactionEntered = {
    agreement: 'desk',
    month: '2026-10-01',
    source: 'interview',
    n: 3,
    score: 4.5,
    note: '',
  };
  const save = (more: Partial<SatisfactionEntered>, seen: number) =>
    saveSatisfaction(ports, sam, { ...entered, ...more }, seen);

  it('is entered once however often it is sent, and changed by whoever has seen it', async () => {
    expect(await save({}, 0)).toEqual([]);
    expect(await save({}, 0)).toEqual([]);
    const [only, ...others] = (await viewSatisfaction(ports, PROJECT)).entered;
    expect(others).toEqual([]);
    const { id } = only!.doc;
    expect(said(await save({ id, n: 4 }, 0))).toEqual(['record.newer']);
    expect(await save({ id, n: 4 }, 1)).toEqual([]);
    expect(said(await save({ id: 'gone' }, 0))).toEqual(['satisfaction.unknown']);
    expect(said(await save({ n: 0 }, 0))).toEqual(['satisfaction.no-number doc.n']);
    await save({ month: '2026-11-01' }, 0);
    expect((await viewSatisfaction(ports, PROJECT)).entered.map(({ doc }) => doc.n)).toEqual([3, 4]);
    expect(await save({ id, n: 4, removed: true }, 2)).toEqual([]);
    expect((await viewSatisfaction(ports, PROJECT)).entered).toHaveLength(1);
  });
});
