import { withStep } from '../../../../src/domain/alert/alert';
import { onWednesday } from '../../../support/builders';
import { alert, type Open, PROJECT, type Stores } from './support';

export function alertsBattery(open: Open): void {
  let stores: Stores;
  beforeEach(async () => {
    stores = await open();
  });

  const ten = onWednesday('10:00');
  const claim = (token: string, now: string, until: string) =>
    stores.alerts.claim(alert('7'), { token, now: onWednesday(now), until: onWednesday(until) });
  const openAt = async (now: string) =>
    (await stores.alerts.open(['7', '8'], onWednesday(now))).map(({ id }) => id);

  it('are kept as they were raised, each once', async () => {
    await stores.alerts.raise([alert('7')]);
    await stores.alerts.raise([{ ...alert('7'), id: 'twin' }, alert('8')]);
    await stores.alerts.raise([{ ...alert('7'), id: 'other', threshold: 'due' }]);
    expect(await stores.alerts.open(['7'], ten)).toEqual([
      alert('7'),
      { ...alert('7'), id: 'other', threshold: 'due' },
    ]);
    expect(await openAt('10:00')).toEqual(['alert-7', 'alert-8', 'other']);
    expect(await openAt('09:59')).toEqual([]);
    expect(await stores.alerts.open([], ten)).toEqual([]);
  });

  it('are held by one at a time, until they are let go or their time is over', async () => {
    await stores.alerts.raise([alert('7')]);
    expect(await claim('a', '10:00', '10:06')).toEqual(alert('7'));
    expect(await claim('b', '10:05', '10:11')).toBeUndefined();
    expect(await openAt('10:05')).toEqual([]);
    expect(await claim('b', '10:06', '10:12')).toEqual(alert('7'));
    await stores.alerts.release(alert('7'), 'a', onWednesday('10:07'));
    expect(await openAt('10:07')).toEqual([]);
    await stores.alerts.release(alert('7'), 'b', onWednesday('10:07'));
    expect(await openAt('10:07')).toEqual(['alert-7']);
  });

  it('are troubles of the site where an action was refused, or nobody knows of it', async () => {
    const { alerts, health, projects } = stores;
    const steps = [
      { action: { label: 'late' }, state: 'done', at: ten },
      { action: { priority: { id: '1', name: 'P1' } }, state: 'refused', at: ten, reason: 'http-403' },
      { action: { notify: ['assignee'], subject: 'Late', text: 'Late' }, state: 'unsure', at: ten },
    ] as const;
    await alerts.raise([
      { ...alert('7'), steps },
      { ...alert('8'), steps: steps.slice(1, 2), raisedAt: onWednesday('11:00') },
      alert('9'),
      { ...alert('10'), project: '10001', steps },
    ]);
    await projects.setState('10001', 'archived', ten);
    const trouble = (issue: string, { action, state }: (typeof steps)[1 | 2], reason: string) => ({
      issue,
      project: PROJECT,
      action,
      state,
      at: ten,
      reason,
    });
    expect(await health.troubles(ten, 9)).toEqual([
      trouble('8', steps[1], 'http-403'),
      trouble('7', steps[1], 'http-403'),
      trouble('7', steps[2], ''),
    ]);
    expect(await health.troubles(ten, 1)).toHaveLength(1);
    expect(await health.troubles(onWednesday('10:01'), 9)).toHaveLength(1);
  });

  it('are read as a log, the latest first, of a project and a time, in pieces', async () => {
    const raised = Array.from({ length: 201 }, (_, index) => ({
      ...alert(String(100 + index)),
      id: `alert-${String(index).padStart(3, '0')}`,
      raisedAt: onWednesday(index < 100 ? '10:00' : '11:00'),
      ...(index === 150 && { project: '10001' }),
    }));
    await stores.alerts.raise(raised);
    const wanted = { from: ten, to: onWednesday('12:00') };
    const first = await stores.alerts.raisedWithin(PROJECT, { ...wanted, after: undefined });
    expect(first.next).toEqual({ raisedAt: ten, id: 'alert-001' });
    const rest = await stores.alerts.raisedWithin(PROJECT, { ...wanted, after: first.next });
    const latestFirst = [...raised.slice(100), ...raised.slice(0, 100)]
      .sort((a, b) => b.raisedAt - a.raisedAt || (a.id < b.id ? 1 : -1))
      .filter(({ project }) => project === PROJECT);
    expect([...first.alerts, ...rest.alerts]).toEqual(latestFirst);
    expect(rest.next).toBeUndefined();
    const early = { from: ten, to: onWednesday('11:00'), after: undefined };
    expect((await stores.alerts.raisedWithin(PROJECT, early)).alerts).toHaveLength(100);
  });

  it('are written by who holds them, and are over when nothing is left to do', async () => {
    await stores.alerts.raise([alert('7')]);
    await claim('a', '10:00', '10:06');
    const acting = withStep(alert('7'), 0, { state: 'acting', at: ten });
    await stores.alerts.write(acting, 'a');
    await stores.alerts.write(withStep(acting, 0, { state: 'done', at: ten }), 'b');
    expect(await claim('b', '10:06', '10:12')).toEqual(acting);
    const refused = { state: 'refused', at: ten, reason: 'http-403' } as const;
    await stores.alerts.write(withStep(acting, 0, refused), 'b');
    await stores.alerts.release(alert('7'), 'b', ten);
    expect(await openAt('12:00')).toEqual([]);
    expect(await claim('c', '12:00', '12:06')).toBeUndefined();
  });

  it('go with their issue', async () => {
    await stores.alerts.raise([alert('7'), alert('8')]);
    await stores.timers.forget('7', ten);
    expect(await openAt('10:00')).toEqual(['alert-8']);
  });
}
