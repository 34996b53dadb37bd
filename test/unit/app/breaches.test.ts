import { saveCauses, viewCauses } from '../../../src/app/breaches/causes';
import { askForExceptions, takeExceptionStep } from '../../../src/app/breaches/exceptions';
import { mayMonitor } from '../../../src/app/breaches/may-monitor';
import { countCauses } from '../../../src/app/breaches/count-causes';
import { saveBreachByHand, saveBreaches, type BreachSaid } from '../../../src/app/breaches/save-breaches';
import { viewBreach } from '../../../src/app/breaches/view-breach';
import {
  viewBreaches,
  viewIssueBreaches,
  type BreachesWanted,
} from '../../../src/app/breaches/view-breaches';
import { drain } from '../../../src/app/drain';
import { SomebodyElseSaves } from '../../../src/app/errors';
import { markIssue } from '../../../src/app/mark-issue';
import { hours, instant, type Instant } from '../../../src/domain/time/instant';
import { changed, created, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { importDefinitions } from '../../support/import-definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
const sam = { project: PROJECT, actor: 'sam' };
const kim = { project: PROJECT, actor: 'kim' };
const idOf = (issue: number | string) => `${issue}/1/resolution/desk`;

let ports: MemoryPorts;

/** P1s that were created at 08:00, when it opens, and breached at 12:00. */
async function late(...issues: readonly number[]): Promise<void> {
  const facts = [
    created(onWednesday('08:00'), { priority: 'P1' }),
    changed(onWednesday('09:00'), { assignee: ' → ann' }),
    changed(onWednesday('11:00'), { assignee: 'ann → bob' }),
  ];
  for (const issue of issues) {
    const id = String(issue);
    ports.inJira.set(id, { id, project: PROJECT, updated: onWednesday('11:00'), history: { facts } });
    await markIssue(ports, id, PROJECT, 'event');
  }
  await drain(ports, PROJECT, () => 300_000);
}

beforeEach(async () => {
  ports = memoryPorts(onWednesday('07:00'));
  for (const [field, known] of projectValues) ports.values.set(field, known);
  const file = draft();
  const details = { roles: { 'service-level-manager': 'lee', 'account-owner': 'ann' } };
  await importDefinitions(ports, PROJECT, 'sam', {
    ...file,
    agreements: [{ ...file.agreements[0]!, details }],
  });
  ports.now = onWednesday('14:00');
});

const explain = (ids: readonly (number | string)[], said: BreachSaid, seen = 0) =>
  saveBreaches(
    ports,
    sam,
    ids.map((id) => ({ id: idOf(id), seen })),
    said,
  );
const codes = (problems: readonly { code: string; path: string }[]) =>
  problems.map(({ code, path }) => `${code} ${path}`.trim());
const register = async (more: Partial<BreachesWanted> = {}) => {
  const wanted = { from: onWednesday('00:00'), to: onWednesday('23:00'), ...more };
  const rows = [];
  for (let after = more.after; ;) {
    const page = await viewBreaches(ports, PROJECT, { ...wanted, ...(after && { after }) });
    rows.push(...page.rows);
    after = page.next;
    if (!after) return rows;
  }
};
const shown = async (more: Partial<BreachesWanted> = {}) => (await register(more)).map(({ id }) => id);

describe('what is said about breaches', () => {
  it('of forty of one outage is said at once, and of none where one is not there', async () => {
    const forty = Array.from({ length: 40 }, (_, index) => 20_001 + index);
    await late(...forty);
    const said = { cause: 'supplier', party: 'supplier', explanation: 'The line was cut' } as const;
    expect(codes(await explain([...forty, 30_000], said))).toEqual(['breach.unknown breaches[40]']);
    expect(await shown({ cause: 'supplier' })).toEqual([]);
    const before = ports.changes.length;
    expect(await explain(forty, said)).toEqual([]);
    expect(ports.changes.length - before).toBe(1);
    expect(await shown({ cause: 'supplier' })).toHaveLength(40);
    // Whoever did not hear of it saves once more.
    expect(await explain(forty, said)).toEqual([]);
    expect(ports.changes.length - before).toBe(1);
  });

  it('overwrites nothing that was not seen, and leaves alone what it says nothing of', async () => {
    await late(20_001);
    await explain([20_001], { cause: 'fault', explanation: 'Disk full' });
    expect(codes(await explain([20_001], { explanation: 'No' }))).toEqual(['record.newer breaches[0]']);
    expect(await explain([20_001], { correctiveAction: 'A larger one' }, 1)).toEqual([]);
    const [row] = await register();
    expect(row?.breach?.doc).toMatchObject({
      cause: 'fault',
      explanation: 'Disk full',
      correctiveAction: 'A larger one',
      happenedAt: onWednesday('12:00'),
    });
    expect(await explain([20_001], { cause: null }, 2)).toEqual([]);
    expect((await register())[0]?.breach?.doc).not.toHaveProperty('cause');
  });

  it('meets in the lock where two explain the same breach at once', async () => {
    await late(20_001);
    const both = await Promise.allSettled([
      explain([20_001], { explanation: 'Mine' }),
      explain([20_001], { explanation: 'Other' }),
    ]);
    const [refused] = both.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(refused).toBeInstanceOf(SomebodyElseSaves);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('says a mistake once, whomever it is about', async () => {
    await late(20_001, 20_002);
    const told = { at: onWednesday('11:59'), how: 'mail' };
    expect(codes(await explain([20_001, 20_002], { cause: 'weather', told }))).toEqual([
      'breach.unknown-cause said.cause',
      'breach.told-before said.told.at',
    ]);
  });
});

describe('the register', () => {
  it('is narrowed down by what is said, and by what is not', async () => {
    await late(20_001, 20_002, 20_003);
    await explain([20_001], { cause: 'fault', party: 'provider' });
    expect(await shown({ cause: 'fault' })).toEqual([idOf(20_001)]);
    expect(await shown({ cause: null })).toEqual([idOf(20_002), idOf(20_003)]);
    expect(await shown({ party: null })).toEqual([idOf(20_002), idOf(20_003)]);
    expect(await shown({ agreement: 'other' })).toEqual([]);
    expect(await shown({ to: onWednesday('12:00') })).toEqual([]);
    ports.now = onWednesday('14:00');
    expect(await shown({ toldLate: true })).toEqual([]);
    await explain([20_001], { told: { at: onWednesday('13:00'), how: 'mail' } }, 1);
    ports.now = instant(ports.now + hours(24));
    expect(await shown({ toldLate: true })).toEqual([idOf(20_002), idOf(20_003)]);
  });

  it('has page after page without a gap, with what was recorded by hand in its place', async () => {
    const many = Array.from({ length: 120 }, (_, index) => 20_001 + index);
    await late(...many);
    const byHand = { agreement: 'desk', promised: '99.9 %', given: '99 %' };
    const text = { kind: 'below-standard', explanation: '', correctiveAction: '' } as const;
    const result = await saveBreachByHand(
      ports,
      kim,
      { ...text, byHand, happenedAt: onWednesday('13:00') },
      0,
    );
    await saveBreachByHand(ports, kim, { ...text, byHand, happenedAt: onWednesday('06:00') }, 0);
    const ids = await shown();
    expect(ids).toHaveLength(122);
    expect(new Set(ids).size).toBe(122);
    expect(result).toEqual({ id: ids[0] });
    expect(await shown({ cause: 'fault' })).toEqual([]);
  });

  it('forgets one by hand that was recorded in error, and no measured one', async () => {
    const byHand = { agreement: 'desk', promised: 'a', given: 'b' };
    const doc = { kind: 'delay', explanation: '', correctiveAction: '', byHand } as const;
    const happenedAt = onWednesday('10:00');
    const first = await saveBreachByHand(ports, kim, { ...doc, happenedAt }, 0);
    // Whoever did not hear of it saves once more.
    expect(await saveBreachByHand(ports, kim, { ...doc, happenedAt }, 0)).toEqual(first);
    expect(await shown()).toHaveLength(1);
    const id = 'id' in first ? first.id : '';
    expect(await saveBreachByHand(ports, kim, { ...doc, id, happenedAt, removed: true }, 0)).toMatchObject({
      problems: [{ code: 'record.newer' }],
    });
    expect(await saveBreachByHand(ports, kim, { ...doc, id, happenedAt, removed: true }, 1)).toEqual({ id });
    expect(await shown()).toEqual([]);
    const nowhere = { ...doc, happenedAt, byHand: { ...byHand, agreement: 'none' } };
    expect(await saveBreachByHand(ports, kim, nowhere, 0)).toMatchObject({
      problems: [{ code: 'life.unknown-agreement', path: 'doc.byHand.agreement' }],
    });
    expect(
      await saveBreachByHand(ports, kim, { ...doc, id: 'gone', happenedAt, explanation: 'x' }, 0),
    ).toMatchObject({
      problems: [{ code: 'breach.unknown' }],
    });
  });

  it('tells of one breach who held it when, and what was said before', async () => {
    await late(20_001);
    await explain([20_001], { explanation: 'First' });
    await explain([20_001], { explanation: 'Second' }, 1);
    const view = await viewBreach(ports, PROJECT, idOf(20_001));
    expect(view?.held?.people.map(({ holder, counted }) => [holder, counted])).toEqual([
      [null, hours(1)],
      ['ann', hours(2)],
      ['bob', hours(3)],
    ]);
    expect(view?.history.map(({ doc }) => doc.explanation)).toEqual(['Second', 'First']);
    expect(await viewBreach(ports, PROJECT, idOf(30_000))).toBeUndefined();
    expect(await viewBreach(ports, 'elsewhere', idOf(20_001))).toBeUndefined();
  });
});

const ask = (ids: readonly number[], actor = 'sam', reason = 'They were away') =>
  askForExceptions(
    ports,
    { project: PROJECT, actor },
    { cycles: ids.map(idOf), wanted: { kind: 'exclusion' }, ground: 'customer-delay', reason },
  );
const step = (name: 'approve' | 'refuse' | 'withdraw' | 'revoke', actor: string, ids = [20_001], seen = 1) =>
  takeExceptionStep(
    ports,
    { project: PROJECT, actor },
    { step: name, note: 'so', exceptions: ids.map((id) => ({ id: `${idOf(id)}/1`, seen })) },
  );

describe('an exclusion', () => {
  it('of forty cases of one outage is approved at once, and their issues are judged anew', async () => {
    const forty = Array.from({ length: 40 }, (_, index) => 20_001 + index);
    await late(...forty);
    expect(await ask(forty)).toEqual([]);
    expect(ports.marks).toEqual([]);
    expect(codes(await step('approve', 'sam', forty))[0]).toBe('exception.own exceptions[0]');
    expect(await step('approve', 'kim', forty)).toEqual([]);
    expect(ports.marks).toHaveLength(40);
    expect(await shown({ exception: 'approved' })).toHaveLength(40);
    expect(await shown({ exception: null })).toEqual([]);
  });

  it('is asked for once, with a reason, for a cycle that there is', async () => {
    await late(20_001);
    expect(codes(await ask([20_001], 'sam', ''))).toEqual(['exception.no-reason reason']);
    expect(codes(await ask([30_000]))).toEqual(['exception.no-cycle cycles[0]']);
    expect(await ask([20_001])).toEqual([]);
    // Whoever did not hear of it asks once more.
    expect(await ask([20_001])).toEqual([]);
    expect(codes(await ask([20_001], 'kim'))).toEqual(['exception.waiting cycles[0]']);
    expect((await register())[0]?.exceptions).toHaveLength(1);
    const elsewhere = { project: 'elsewhere', actor: 'sam' };
    const asked = { wanted: { kind: 'exclusion' }, ground: 'other', reason: 'x' } as const;
    expect(codes(await askForExceptions(ports, elsewhere, { ...asked, cycles: [idOf(20_001)] }))).toEqual([
      'exception.no-cycle cycles[0]',
    ]);
  });

  it('is decided once; whoever comes later is told how it stands', async () => {
    await late(20_001);
    await ask([20_001]);
    expect(codes(await step('refuse', 'kim', [20_001], 2))).toEqual(['record.newer exceptions[0]']);
    expect(await step('refuse', 'kim')).toEqual([]);
    expect(ports.marks).toEqual([]);
    expect(codes(await step('approve', 'lee'))).toEqual(['exception.settled exceptions[0]']);
    expect(codes(await step('approve', 'lee', [30_000]))).toEqual(['exception.unknown exceptions[0]']);
    // It may be asked for again.
    expect(await ask([20_001])).toEqual([]);
    expect((await viewIssueBreaches(ports, PROJECT, '20001'))[0]?.exceptions).toHaveLength(2);
  });

  it('that is revoked has its issue judged anew as well', async () => {
    await late(20_001);
    await ask([20_001]);
    await step('approve', 'kim');
    ports.marks.splice(0);
    expect(await step('revoke', 'lee', [20_001], 2)).toEqual([]);
    expect(ports.marks).toHaveLength(1);
    expect(await shown({ exception: 'revoked' })).toHaveLength(1);
  });
});

it('causes are counted as the register shows them, what has none yet as well', async () => {
  await late(20_001, 20_002, 20_003, 20_004);
  await explain([20_001, 20_002], { cause: 'supplier' });
  await explain([20_003], { cause: 'fault' });
  const byHand = { agreement: 'desk', promised: '99.9 %', given: '99 %' };
  const said = { kind: 'interruption', explanation: '', correctiveAction: '' } as const;
  const hand = { ...said, happenedAt: onWednesday('10:00'), byHand, cause: 'supplier' };
  const result = await saveBreachByHand(ports, sam, hand, 0);
  const removed = await saveBreachByHand(ports, sam, { ...hand, cause: 'fault' }, 0);
  const id = 'id' in removed ? removed.id : '';
  await saveBreachByHand(ports, sam, { ...hand, id, removed: true }, 1);
  expect(result).toHaveProperty('id');
  const count = async (more: { readonly agreement?: string; readonly to?: Instant } = {}) => {
    const time = { from: onWednesday('00:00'), to: onWednesday('23:00') };
    const { counts, areAll } = await countCauses(ports, PROJECT, { ...time, ...more });
    expect(areAll).toBe(true);
    expect(counts.every((each) => each.agreement === 'desk')).toBe(true);
    return new Map(counts.map((each) => [each.cause, each.count]));
  };
  const counted = await count();
  expect([counted.get(null), counted.get('supplier'), counted.get('fault')]).toEqual([1, 3, 1]);
  for (const [cause, found] of counted) expect(await shown({ cause })).toHaveLength(found);
  expect([...(await count({ agreement: 'other' }))]).toEqual([]);
  expect([...(await count({ to: onWednesday('11:00') }))]).toEqual([['supplier', 1]]);
});

it('causes are the project’s own once it has saved some', async () => {
  await late(20_001);
  expect((await viewCauses(ports, PROJECT)).revision).toBe(0);
  const causes = [{ id: 'weather', name: 'Weather' }];
  expect(await saveCauses(ports, sam, causes, 0)).toEqual([]);
  expect(await saveCauses(ports, sam, causes, 0)).toEqual([]);
  expect(codes(await saveCauses(ports, sam, [{ id: 'sun', name: 'Sun' }], 0))).toEqual(['record.newer']);
  expect(codes(await explain([20_001], { cause: 'fault' }))).toEqual(['breach.unknown-cause said.cause']);
  expect(await explain([20_001], { cause: 'weather' })).toEqual([]);
});

it('whoever an agreement in force names as its manager may monitor, and whom Jira lets', async () => {
  const may = async (account: string) => mayMonitor(ports, PROJECT, account);
  expect(await may('nobody')).toBe(true);
  ports.mayConfigure = false;
  expect([await may('nobody'), await may('ann'), await may('lee')]).toEqual([false, false, true]);
  ports.mayMonitor = true;
  expect(await may('nobody')).toBe(true);
});
