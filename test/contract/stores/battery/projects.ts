import type { Revision } from '../../../../src/domain/agreement/revisions';
import { onWednesday } from '../../../support/builders';
import { agreement, calendarRevision, importOf, type Open, PROJECT, type Stores } from './support';

export function projectsBattery(open: Open): void {
  let stores: Stores;
  beforeEach(async () => {
    stores = await open();
  });

  it('are as the latest event says, in whatever order events come', async () => {
    const { holds, projects } = stores;
    const isHeld = () => holds.isHeld(onWednesday('12:00'), PROJECT);
    expect(await isHeld()).toBe(false);
    await projects.setState(PROJECT, 'archived', onWednesday('10:00'));
    expect(await isHeld()).toBe(true);
    expect(await holds.isHeld(onWednesday('12:00'))).toBe(false);
    await projects.setState(PROJECT, 'live', onWednesday('11:00'));
    await projects.setState(PROJECT, 'deleted', onWednesday('10:30'));
    expect(await isHeld()).toBe(false);
  });

  it('are live again since that happened, and those that always were, or are not, since never', async () => {
    const { projects } = stores;
    expect(await projects.liveAgainSince(PROJECT)).toBeUndefined();
    await projects.setState(PROJECT, 'deleted', onWednesday('10:00'));
    expect(await projects.liveAgainSince(PROJECT)).toBeUndefined();
    await projects.setState(PROJECT, 'live', onWednesday('11:00'));
    expect(await projects.liveAgainSince(PROJECT)).toBe(onWednesday('11:00'));
  });

  it('with agreements are those that are live and have one', async () => {
    const { projects, records } = stores;
    const at = onWednesday('10:00');
    const commit = (id: string, project: string, revision: Revision) =>
      records.commit(importOf(id, at, [revision], project));
    const agreed = (change: string): Revision => ({
      kind: 'agreement',
      change,
      seq: 1,
      at,
      doc: agreement,
    });
    await commit('change-1', PROJECT, agreed('change-1'));
    await commit('change-2', '10001', calendarRevision('change-2', 1, at));
    await commit('change-3', '9999', agreed('change-3'));
    expect((await projects.withAgreements()).sort()).toEqual([PROJECT, '9999']);
    await projects.setState('9999', 'archived', at);
    expect(await projects.withAgreements()).toEqual([PROJECT]);
  });
}
