import type { Backfill } from '../../../../src/app/ports';
import { onWednesday } from '../../../support/builders';
import { type Open, PROJECT, type Stores } from './support';

export function backfillsBattery(open: Open): void {
  let stores: Stores;
  beforeEach(async () => {
    stores = await open();
  });

  const backfill: Backfill = {
    project: PROJECT,
    id: 'backfill-1',
    state: 'running',
    turn: 0,
    dueAt: onWednesday('10:00'),
    group: 'open',
    page: null,
    read: 0,
    total: null,
    startedAt: onWednesday('10:00'),
    startedBy: 'sam',
    changedAt: onWednesday('10:00'),
  };
  const progress = {
    state: 'running',
    dueAt: onWednesday('10:02'),
    group: 'done',
    page: 'token/+="',
    read: 100,
    total: 250,
    changedAt: onWednesday('10:01'),
  } as const;

  it('of a project is the one that was started last', async () => {
    const { backfills } = stores;
    expect(await backfills.of(PROJECT)).toBeUndefined();
    await backfills.start(backfill);
    expect(await backfills.of(PROJECT)).toEqual(backfill);
    await backfills.start({ ...backfill, id: 'backfill-2', startedBy: 'kim' });
    expect(await backfills.of(PROJECT)).toMatchObject({ id: 'backfill-2', startedBy: 'kim' });
    expect(await backfills.of('10001')).toBeUndefined();
  });

  it('ends each turn once', async () => {
    const { backfills } = stores;
    await backfills.start(backfill);
    await backfills.endTurn(backfill, progress);
    await backfills.endTurn(backfill, { ...progress, read: 999 });
    await backfills.endTurn({ ...backfill, id: 'another', turn: 1 }, { ...progress, read: 999 });
    expect(await backfills.of(PROJECT)).toEqual({ ...backfill, ...progress, turn: 1 });
  });

  it('stays paused when a turn ends after the pause, and is done when that was the last one', async () => {
    const { backfills } = stores;
    await backfills.start(backfill);
    const pause = { from: 'running', to: 'paused', at: onWednesday('10:01') } as const;
    await backfills.setState(backfill, pause);
    await backfills.endTurn(backfill, progress);
    expect(await backfills.of(PROJECT)).toMatchObject({ state: 'paused', turn: 1, read: 100 });
    await backfills.endTurn({ ...backfill, turn: 1 }, { ...progress, state: 'done' });
    expect(await backfills.of(PROJECT)).toMatchObject({ state: 'done' });
    await backfills.setState(backfill, pause);
    expect(await backfills.of(PROJECT)).toMatchObject({ state: 'done' });
  });

  it('are counted while they run, but for those that stand still', async () => {
    const { backfills } = stores;
    const since = onWednesday('10:00');
    expect(await backfills.running(since)).toBe(0);
    await backfills.start(backfill);
    await backfills.start({ ...backfill, project: '10001' });
    await backfills.start({ ...backfill, project: '10002', state: 'paused' });
    await backfills.start({ ...backfill, project: '10003', dueAt: onWednesday('09:59') });
    expect(await backfills.running(since)).toBe(2);
  });
}
