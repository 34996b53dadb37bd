import type { Backfill } from '../../../../src/app/ports';
import { instant } from '../../../../src/domain/time/instant';
import { onWednesday } from '../../../support/builders';
import { alert, calendarRevision, evaluation, importOf, type Open, PROJECT, type Stores } from './support';

export function waitingBattery(open: Open): void {
  let stores: Stores;
  beforeEach(async () => {
    stores = await open();
  });

  const nothing = {
    isHeld: false,
    drains: [],
    lateBackfills: [],
    latePreviews: [],
    missingBackfills: [],
    deletedProjects: [],
    isSomethingAhead: false,
  };
  const backfill = (project: string, change: Partial<Backfill> = {}): Backfill => ({
    project,
    id: `backfill-${project}`,
    state: 'running',
    turn: 3,
    dueAt: onWednesday('10:00'),
    group: 'open',
    page: null,
    read: 0,
    total: null,
    startedAt: onWednesday('09:00'),
    startedBy: 'sam',
    changedAt: onWednesday('09:00'),
    ...change,
  });

  it('is nothing at first', async () => {
    expect(await stores.waiting.at(onWednesday('10:00'))).toEqual(nothing);
  });

  it('are projects whose marks have stayed for longer than two minutes', async () => {
    const { dirtyIssues, waiting } = stores;
    const mark = { issue: '7', project: PROJECT, at: onWednesday('10:00'), by: 'event' as const };
    await dirtyIssues.mark({ ...mark, token: 'a' });
    await dirtyIssues.mark({ ...mark, token: 'b', at: instant(onWednesday('10:00') + 1) });
    await dirtyIssues.mark({ ...mark, token: 'c', project: '10001', at: onWednesday('10:01') });
    expect(await waiting.at(onWednesday('10:02'))).toEqual(nothing);
    expect(await waiting.at(onWednesday('10:03'))).toEqual({ ...nothing, drains: [PROJECT] });
  });

  it('are backfills that run, and should have gone on a quarter of an hour ago', async () => {
    const { backfills, waiting } = stores;
    await backfills.start(backfill(PROJECT));
    await backfills.start(backfill('10001', { state: 'paused' }));
    await backfills.start(backfill('10002', { dueAt: onWednesday('10:01') }));
    expect(await waiting.at(onWednesday('10:15'))).toEqual(nothing);
    const later = instant(onWednesday('10:15') + 1);
    expect(await waiting.at(later)).toEqual({ ...nothing, lateBackfills: [PROJECT] });
  });

  it('are projects that were changed without a backfill to follow', async () => {
    const { backfills, records, waiting } = stores;
    const commit = (id: string, seq: number, time: string) =>
      records.commit(
        importOf(id, onWednesday(time), [calendarRevision(id, seq, onWednesday(time))], PROJECT),
      );
    await commit('change-1', 1, '10:00');
    expect(await waiting.at(onWednesday('10:02'))).toEqual(nothing);
    const missing = { ...nothing, missingBackfills: [{ project: PROJECT, actor: 'sam' }] };
    expect(await waiting.at(onWednesday('10:03'))).toEqual(missing);
    const started = { state: 'failed', startedAt: onWednesday('10:00') } as const;
    await backfills.start(backfill(PROJECT, started));
    expect(await waiting.at(onWednesday('10:03'))).toEqual(nothing);
    await commit('change-2', 2, '11:00');
    expect(await waiting.at(onWednesday('11:03'))).toEqual(missing);
  });

  it('is nothing but what is left of deleted projects where nobody works any more', async () => {
    const { backfills, dirtyIssues, projects, records, timers, waiting } = stores;
    const at = onWednesday('10:00');
    await records.commit(importOf('change-1', at, [calendarRevision('change-1', 1, at)]));
    await backfills.start(backfill(PROJECT, { startedAt: onWednesday('09:59') }));
    await dirtyIssues.mark({ issue: '7', token: 'a', project: PROJECT, at, by: 'event' });
    await projects.setState(PROJECT, 'archived', at);
    await projects.setState('10001', 'deleted', at);
    expect(await waiting.at(onWednesday('11:00'))).toEqual(nothing);

    await timers.save([evaluation('7'), evaluation('8')]);
    await stores.alerts.raise([alert('8')]);
    await projects.setState(PROJECT, 'deleted', at);
    const deletedProjects = [PROJECT];
    expect(await waiting.at(onWednesday('11:00'))).toMatchObject({ deletedProjects });
    while (await projects.forgetSome(PROJECT));
    expect(await waiting.at(onWednesday('11:00'))).toEqual(nothing);
    expect([await timers.of('7'), await timers.of('8')]).toEqual([undefined, undefined]);

    await projects.setState(PROJECT, 'live', at);
    const missing = [{ project: PROJECT, actor: 'sam' }];
    expect(await waiting.at(onWednesday('11:00'))).toEqual({ ...nothing, missingBackfills: missing });
  });

  it('is told of when an issue changes by itself, or an alert is to be acted on, within a quarter of an hour', async () => {
    const { alerts, timers, waiting } = stores;
    const ahead = { change: onWednesday('11:00'), alert: null };
    await timers.save([{ ...evaluation('7'), ahead }]);
    const isSomethingAhead = async (time: string) => (await waiting.at(onWednesday(time))).isSomethingAhead;
    expect([await isSomethingAhead('10:45'), await isSomethingAhead('10:46')]).toEqual([false, true]);
    await stores.thresholds.pass(['7'], onWednesday('11:00'));
    expect(await isSomethingAhead('11:00')).toBe(false);
    await alerts.raise([alert('7')]);
    expect([await isSomethingAhead('09:45'), await isSomethingAhead('09:46')]).toEqual([false, true]);
  });

  it('says when all work is held', async () => {
    const { holds, waiting } = stores;
    await holds.hold({ until: onWednesday('11:00'), reason: 'jira-quota-tenant-based' });
    expect(await waiting.at(onWednesday('10:59'))).toEqual({ ...nothing, isHeld: true });
    expect(await waiting.at(onWednesday('11:00'))).toEqual(nothing);
  });

  it('a hold on what can wait leaves alone what cannot', async () => {
    const { dirtyIssues, holds, waiting } = stores;
    const [now, until] = [onWednesday('10:00'), onWednesday('11:00')];
    await dirtyIssues.mark({ issue: '7', project: PROJECT, token: 'a', at: now, by: 'event' });
    const held = async () => [await holds.isHeld(now), await holds.isUrgentHeld(now)];
    expect(await held()).toEqual([false, false]);
    await holds.hold({ until, reason: 'few points left', butUrgent: true });
    expect(await held()).toEqual([true, false]);
    expect(await dirtyIssues.list(PROJECT, 10, { now, lately: now })).toEqual([]);
    expect((await waiting.at(now)).isHeld).toBe(true);
    await holds.hold({ until, reason: 'jira-quota-tenant-based' });
    expect(await held()).toEqual([true, true]);
    expect([await holds.isHeld(until), await holds.isUrgentHeld(until)]).toEqual([false, false]);
  });
}
