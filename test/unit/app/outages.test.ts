import { drain } from '../../../src/app/drain';
import { SomebodyElseSaves } from '../../../src/app/errors';
import { markIssue } from '../../../src/app/mark-issue';
import { saveOutageRules } from '../../../src/app/outages/outage-rules';
import {
  saveOutage,
  verifyOutage,
  withdrawOutage,
  type OutageText,
} from '../../../src/app/outages/save-outage';
import { viewOutage, viewOutages } from '../../../src/app/outages/view-outages';
import { hours } from '../../../src/domain/time/instant';
import type { OutageRuleDraft } from '../../../src/domain/outage/outage-rules';
import type { Fact } from '../../../src/domain/timer/history';
import { changed, created, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { importDefinitions } from '../../support/import-definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
const sam = { project: PROJECT, actor: 'sam' };
const kim = { project: PROJECT, actor: 'kim' };
let ports: MemoryPorts;

const rule: OutageRuleDraft = {
  id: 'p1',
  name: 'P1',
  when: { field: 'priority', in: ['P1'] },
  begin: { created: true },
  end: { begins: { field: 'status', in: ['Done'] } },
  service: 'mail',
  planned: false,
  degree: 'full',
};

beforeEach(async () => {
  ports = memoryPorts(onWednesday('07:00'));
  for (const [field, known] of projectValues) ports.values.set(field, known);
  await importDefinitions(ports, PROJECT, 'sam', draft());
  const doc = { id: 'mail', name: 'Mail', kind: 'business', state: 'draft', rto: '1h' } as const;
  await ports.records.commit({
    id: 'services',
    project: PROJECT,
    at: ports.now,
    actor: 'sam',
    action: 'write',
    revisions: [{ kind: 'service', change: 'services', seq: 1, at: ports.now, doc }],
  });
  ports.now = onWednesday('14:00');
});

const text = (more: Partial<OutageText> = {}): OutageText => ({
  service: 'mail',
  begin: onWednesday('09:00'),
  end: onWednesday('11:00'),
  planned: false,
  degree: 'full',
  explanation: '',
  ...more,
});
const recorded = async (more: Partial<OutageText> = {}): Promise<string> => {
  const outcome = await saveOutage(ports, sam, text(more), 0);
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.id;
};
const register = (more: Partial<Parameters<typeof viewOutages>[2]> = {}) =>
  viewOutages(ports, PROJECT, { from: onWednesday('00:00'), to: onWednesday('23:00'), ...more });
const codes = (outcome: Awaited<ReturnType<typeof saveOutage>>) =>
  'problems' in outcome ? outcome.problems.map(({ code, path }) => `${code} ${path}`.trim()) : [];

describe('the outage register', () => {
  it('shows what touches a time, the open ones first, with what it comes to', async () => {
    const old = await recorded({ begin: onWednesday('01:00'), end: onWednesday('02:00') });
    const late = await recorded({ begin: onWednesday('05:00'), end: onWednesday('06:30') });
    const { end: _end, ...open } = text({ begin: onWednesday('04:00') });
    const outcome = await saveOutage(ports, sam, open, 0);
    const { rows, figures } = await register();
    expect(rows.map(({ doc }) => doc.id)).toEqual(['id' in outcome && outcome.id, late, old]);
    expect(rows.map(({ rto, isMajor }) => [rto, isMajor])).toEqual([
      ['missed', true],
      ['missed', true],
      ['met', false],
    ]);
    expect(figures).toMatchObject([{ service: 'mail', hours: undefined }]);
    // From midnight until now, of which one hour and all since 04:00.
    expect(figures[0]?.figures).toMatchObject({ agreedMs: hours(14), downMs: hours(11), count: 2 });
    expect((await register({ from: onWednesday('06:30') })).rows).toHaveLength(1);
    expect((await register({ service: 'web' })).rows).toEqual([]);
  });

  it('keeps each correction, and tells whoever has not seen the last', async () => {
    const id = await recorded();
    expect(codes(await saveOutage(ports, kim, { ...text({ explanation: 'Disk' }), id }, 1))).toEqual([]);
    expect(codes(await saveOutage(ports, sam, { ...text({ explanation: 'Net' }), id }, 1))).toEqual([
      'record.newer',
    ]);
    const found = await viewOutage(ports, PROJECT, id);
    expect(found?.history.map(({ actor, doc }) => [actor, doc.explanation])).toEqual([
      ['kim', 'Disk'],
      ['sam', ''],
    ]);
  });

  it('writes the same once, and nothing that is wrong', async () => {
    expect(await recorded()).toBe(await recorded());
    expect((await register()).rows).toHaveLength(1);
    expect(codes(await saveOutage(ports, sam, text({ service: 'fax' }), 0))).toEqual([
      'outage.unknown-service doc.service',
    ]);
    expect(codes(await saveOutage(ports, sam, { ...text(), id: 'no such' }, 0))).toEqual(['outage.unknown']);
    const escaped = {
      explanation: '"'.repeat(2_000),
      lookBack: { cause: '"'.repeat(2_000), measures: '"'.repeat(2_000) },
    };
    expect(codes(await saveOutage(ports, sam, text(escaped), 0))).toEqual(['breach.long-in-all']);
  });

  it('names who confirmed a restoration, until its time is corrected', async () => {
    const id = await recorded();
    expect(codes(await verifyOutage(ports, kim, id, 1))).toEqual([]);
    expect((await register()).rows[0]?.doc.verified).toEqual({ by: 'kim', at: ports.now });
    await saveOutage(ports, sam, { ...text({ cause: 'fault' }), id }, 2);
    expect((await register()).rows[0]?.doc).toMatchObject({ cause: 'fault', verified: { by: 'kim' } });
    await saveOutage(ports, sam, { ...text({ end: onWednesday('11:30') }), id }, 3);
    expect((await register()).rows[0]?.doc).not.toHaveProperty('verified');
  });

  it('goes on showing what was withdrawn, and counts it no more', async () => {
    const id = await recorded();
    expect(codes(await withdrawOutage(ports, sam, { id, reason: '' }, 1))).toEqual([
      'breach.not-said reason',
    ]);
    expect(codes(await withdrawOutage(ports, sam, { id, reason: 'Twice' }, 1))).toEqual([]);
    const { rows, figures } = await register();
    expect(rows[0]?.doc.withdrawn).toEqual({ reason: 'Twice' });
    expect(figures[0]?.figures).toMatchObject({ count: 0, downMs: 0 });
    expect(codes(await verifyOutage(ports, kim, id, 2))).toEqual(['outage.not-restored']);
    // Saving it anew takes that back.
    await saveOutage(ports, sam, { ...text(), id }, 2);
    expect((await register()).figures[0]?.figures).toMatchObject({ count: 1 });
  });

  it('meets in the lock where two correct the same outage at once', async () => {
    const id = await recorded();
    const both = await Promise.allSettled([
      saveOutage(ports, sam, { ...text({ explanation: 'Mine' }), id }, 1),
      saveOutage(ports, kim, { ...text({ explanation: 'Other' }), id }, 1),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: expect.any(SomebodyElseSaves) as unknown,
    });
  });
});

describe('outages by rule', () => {
  const p1 = created(onWednesday('09:00'), { priority: 'P1' });
  const done = changed(onWednesday('10:00'), { status: 'Open → Done' });

  async function drained(facts: readonly Fact[]): Promise<void> {
    ports.inJira.set('10001', {
      id: '10001',
      project: PROJECT,
      updated: onWednesday('10:00'),
      history: { facts },
    });
    await markIssue(ports, '10001', PROJECT, 'event');
    await drain(ports, PROJECT, () => 300_000);
  }
  const rows = async () => (await register()).rows.map(({ doc }) => doc);

  it('are written down once, and follow the issue', async () => {
    await drained([p1]);
    expect(await rows()).toEqual([]);
    expect(await saveOutageRules(ports, sam, [rule], 0)).toEqual([]);
    await drained([p1]);
    expect(await rows()).toMatchObject([
      { id: '10001/1/p1', begin: onWednesday('09:00'), derived: { issue: '10001' } },
    ]);
    const before = ports.changes.length;
    await drained([p1]);
    expect(ports.changes).toHaveLength(before);
    await drained([p1, done]);
    expect(await rows()).toMatchObject([{ end: onWednesday('10:00') }]);
    expect(ports.changes).toHaveLength(before + 1);
    expect(ports.changes.at(-1)).toMatchObject({ actor: '', action: 'write' });
  });

  it('leave alone what somebody has corrected', async () => {
    await saveOutageRules(ports, sam, [rule], 0);
    await drained([p1]);
    const own = { service: 'mail', begin: onWednesday('08:30'), planned: false, explanation: 'Earlier' };
    expect(codes(await saveOutage(ports, sam, { ...own, degree: 'full', id: '10001/1/p1' }, 1))).toEqual([]);
    await drained([p1, done]);
    expect(await rows()).toMatchObject([
      {
        begin: onWednesday('08:30'),
        end: onWednesday('10:00'),
        explanation: 'Earlier',
        derived: { begin: onWednesday('09:00') },
      },
    ]);
  });

  it('ask the store for nothing of issues that are none', async () => {
    await saveOutageRules(ports, sam, [rule], 0);
    const asked: string[] = [];
    const { records } = ports;
    const named: typeof records.named = (project, kind, ids) => {
      asked.push(kind);
      return records.named(project, kind, ids);
    };
    Object.assign(ports, { records: { ...records, named } });
    await drained([created(onWednesday('09:00'), { priority: 'P3' })]);
    expect(asked).toEqual([]);
    await drained([p1]);
    expect(asked).toEqual(['outage']);
  });

  it('come of issues that no agreement is about, too', async () => {
    ports.changes.splice(0, 1);
    await saveOutageRules(ports, sam, [rule], 0);
    await drained([p1]);
    expect(await rows()).toHaveLength(1);
  });

  it('are saved by whoever saw the last ones, once', async () => {
    await saveOutageRules(ports, sam, [rule], 0);
    expect(await saveOutageRules(ports, sam, [rule], 0)).toEqual([]);
    expect(await saveOutageRules(ports, sam, [], 0)).toMatchObject([{ code: 'record.newer' }]);
    expect(await saveOutageRules(ports, sam, [], 1)).toEqual([]);
    await drained([p1]);
    expect(await rows()).toEqual([]);
  });
});
