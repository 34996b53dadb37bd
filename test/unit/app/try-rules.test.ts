import { importDefinitions } from '../../support/import-definitions';
import { tryOnIssue, tryOnMadeUp } from '../../../src/app/try-rules';
import type { MadeUpIssue } from '../../../src/domain/agreement/made-up-issue';
import { at, created, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
let ports: MemoryPorts;

const madeUp = (more: Partial<MadeUpIssue> = {}): MadeUpIssue => ({
  created: onWednesday('09:00'),
  fields: { priority: ['P1'], status: ['Open'] },
  changes: [],
  ...more,
});
const stored = () => JSON.stringify([[...ports.evaluations], ports.changes, ports.marks]);

beforeEach(async () => {
  ports = memoryPorts(onWednesday('12:00'));
  for (const [field, known] of projectValues) ports.values.set(field, known);
  await importDefinitions(ports, PROJECT, 'sam', draft());
});

describe('an issue that is made up', () => {
  it('is told which goal and calendar win, and why those before did not; nothing is kept of it', async () => {
    const before = stored();
    const { timers, explained } = await tryOnMadeUp(ports, PROJECT, madeUp({ fields: { priority: ['P2'] } }));
    expect(timers).toMatchObject({
      kind: 'timers',
      timers: [{ cycles: [{ startedAt: onWednesday('09:00') }] }],
      calendars: { 'office@1': { name: 'Office' } },
    });
    expect(explained.agreements[0]).toMatchObject({
      applies: { kind: 'applies' },
      metrics: [{ goals: [{ outcome: { kind: 'unmet' } }, { outcome: { kind: 'won' } }] }],
    });
    expect(stored()).toBe(before);
  });

  it('has its history, in whatever order it was written', async () => {
    const changes = [
      { at: onWednesday('11:00'), field: 'status', to: ['Open'] },
      { at: onWednesday('10:00'), field: 'status', to: ['Waiting'] },
    ];
    const { timers } = await tryOnMadeUp(ports, PROJECT, madeUp({ changes }));
    expect(timers.timers[0]?.cycles[0]?.stretches.map(({ kind, from }) => [kind, from])).toEqual([
      ['counting', onWednesday('09:00')],
      ['paused', onWednesday('10:00')],
      ['counting', onWednesday('11:00')],
    ]);
  });

  it('may lie in the future: it is looked at when the last of it has happened', async () => {
    const created = at('2026-12-02T09:00Z');
    const change = { at: at('2026-12-02T10:00Z'), field: 'status', to: ['Waiting'] };
    const { explained, timers } = await tryOnMadeUp(ports, PROJECT, madeUp({ created, changes: [change] }));
    expect(explained.asOf).toBe(at('2026-12-02T10:00Z'));
    expect(timers.timers[0]?.cycles[0]?.stretches.at(-1)?.kind).toBe('paused');
  });

  it('is told that nothing is promised where nothing is', async () => {
    expect(await tryOnMadeUp(ports, '10001', madeUp())).toMatchObject({
      timers: { kind: 'no-definitions', timers: [] },
      explained: { kind: 'no-definitions', agreements: [] },
    });
    const early = await tryOnMadeUp(ports, PROJECT, madeUp({ created: at('2025-06-02T09:00Z') }));
    expect(early.timers.timers).toEqual([]);
  });
});

describe('an issue that is there', () => {
  beforeEach(() => {
    const history = { facts: [created(onWednesday('09:00'), { priority: 'P1' })] };
    ports.inJira.set('20000', { id: '20000', project: PROJECT, updated: onWednesday('09:00'), history });
  });

  it('is read afresh and told the same', async () => {
    const found = await tryOnIssue(ports, PROJECT, '20000');
    expect(found?.explained.agreements[0]?.metrics[0]?.goals[0]).toMatchObject({ outcome: { kind: 'won' } });
  });

  it('is nobody’s who may not see it, and no other project’s', async () => {
    expect(await tryOnIssue(ports, '10001', '20000')).toBeUndefined();
    ports.hidden = true;
    expect(await tryOnIssue(ports, PROJECT, '20000')).toBeUndefined();
  });
});
