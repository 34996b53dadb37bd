import type { CycleDifference, RepairPreview } from '../../../../src/app/ports';
import { hours, instant } from '../../../../src/domain/time/instant';
import { onWednesday } from '../../../support/builders';
import { type Open, PROJECT, type Stores } from './support';

export function repairPreviewsBattery(open: Open): void {
  let stores: Stores;
  beforeEach(async () => {
    stores = await open();
  });

  const preview: RepairPreview = {
    project: PROJECT,
    id: 'preview-1',
    state: 'running',
    turn: 0,
    dueAt: onWednesday('10:00'),
    group: 'open',
    page: null,
    read: 0,
    total: null,
    startedAt: onWednesday('10:00'),
    startedBy: 'jordan',
    changedAt: onWednesday('10:00'),
    proposal: {
      agreement: 'desk',
      version: 'desk@2',
      from: onWednesday('08:00'),
      to: onWednesday('09:00'),
      reason: 'It was agreed before. 早已约定。',
    },
    ruleBook: '2/change-2',
    timers: 0,
    changed: 0,
    kept: 0,
    verdicts: [],
  };
  const difference = (issue: string, cycle: number, change = {}): CycleDifference => ({
    issue,
    agreement: 'desk',
    metric: 'resolution',
    kind: 'resolution',
    cycle,
    before: { verdict: 'met', due: null, elapsed: hours(1) },
    after: null,
    ...change,
  });
  const all = { offset: 0, limit: 100 };

  it('stand beside the backfill of their project, and go on turn by turn', async () => {
    const { repairPreviews, backfills } = stores;
    expect(await repairPreviews.of(PROJECT)).toBeUndefined();
    await repairPreviews.start(preview);
    expect(await repairPreviews.of(PROJECT)).toEqual(preview);
    expect(await backfills.of(PROJECT)).toBeUndefined();
    const found = {
      timers: 40,
      changed: 3,
      kept: 2,
      verdicts: [{ before: 'met', after: null, count: 3 }],
    } as const;
    await repairPreviews.endTurn(preview, { ...preview, ...found, read: 10, total: 50 });
    expect(await repairPreviews.of(PROJECT)).toEqual({
      ...preview,
      ...found,
      read: 10,
      total: 50,
      turn: 1,
    });
  });

  it('count among the jobs that share the budget', async () => {
    const { repairPreviews, backfills } = stores;
    const { proposal, ruleBook, timers, changed, kept, verdicts, ...backfill } = preview;
    await backfills.start(backfill);
    await repairPreviews.start({ ...backfill, proposal, ruleBook, timers, changed, kept, verdicts });
    expect(await backfills.running(onWednesday('10:00'))).toBe(2);
  });

  it('keep what they find once, by issue, and give it page by page', async () => {
    const { repairPreviews } = stores;
    await repairPreviews.start(preview);
    await repairPreviews.keep(preview, []);
    await repairPreviews.keep(preview, [difference('10', 1), difference('9', 1)]);
    await repairPreviews.keep(preview, [difference('9', 1, { before: null }), difference('9', 2)]);
    const kept = [difference('9', 1, { before: null }), difference('9', 2), difference('10', 1)];
    expect(await repairPreviews.differences(preview, all)).toEqual(kept);
    expect(await repairPreviews.differences(preview, { offset: 1, limit: 1 })).toEqual([kept[1]]);
    expect(await repairPreviews.differences({ project: PROJECT, id: 'another' }, all)).toEqual([]);
  });

  it('go with all that they and former ones have found, but for the one that has taken their place', async () => {
    const { repairPreviews } = stores;
    const next = { ...preview, id: 'preview-2' };
    await repairPreviews.start(preview);
    await repairPreviews.keep(preview, [difference('9', 1)]);
    await repairPreviews.start(next);
    await repairPreviews.keep(next, [difference('9', 2)]);
    await repairPreviews.discard(preview);
    expect(await repairPreviews.of(PROJECT)).toEqual(next);
    expect(await repairPreviews.differences(preview, all)).toEqual([]);
    expect(await repairPreviews.differences(next, all)).toEqual([difference('9', 2)]);
    await repairPreviews.discard(next);
    expect(await repairPreviews.of(PROJECT)).toBeUndefined();
    expect(await repairPreviews.differences(next, all)).toEqual([]);
  });

  it('wait when they should have gone on a quarter of an hour ago', async () => {
    const { repairPreviews, waiting } = stores;
    await repairPreviews.start(preview);
    expect((await waiting.at(onWednesday('10:15'))).latePreviews).toEqual([]);
    const { latePreviews, lateBackfills } = await waiting.at(instant(onWednesday('10:15') + 1));
    expect([latePreviews, lateBackfills]).toEqual([[PROJECT], []]);
  });
}
