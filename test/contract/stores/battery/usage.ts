import { hours, instant, earlier, later } from '../../../../src/domain/time/instant';
import { hourOf } from '../../../../src/domain/usage/usage';
import { evaluation, type Open, type Stores } from './support';

export function usageBattery(open: Open): void {
  let stores: Stores;
  beforeEach(async () => {
    stores = await open();
  });

  const everything = () => stores.usage.since(instant(0));

  it('is added up by the hour of the clock once it is written down', async () => {
    const { usage } = stores;
    usage.count('points', 600);
    usage.count('issues', 2);
    await usage.keep('much');
    usage.count('points', 3);
    usage.count('issues', 1);
    await usage.keep('soon');
    const found = await everything();
    const total = (kind: 'points' | 'issues'): number => found.reduce((sum, of) => sum + of[kind], 0);
    expect([total('points'), total('issues')]).toEqual([603, 3]);
    expect(found.every(({ hour }) => hour === hourOf(hour))).toBe(true);
  });

  it('says when work was first held in an hour', async () => {
    const { usage } = stores;
    usage.count('points', 1);
    await usage.keep('soon');
    const hour = hourOf((await everything())[0]!.hour);
    usage.countHold(later(hour, hours(0.5)));
    usage.countHold(later(hour, hours(0.75)));
    usage.count('points', 1);
    await usage.keep('soon');
    expect((await everything()).map(({ heldSince }) => heldSince)).toContain(later(hour, hours(0.5)));
  });

  it('is forgotten when it is old', async () => {
    const { usage } = stores;
    usage.count('points', 5);
    await usage.keep('soon');
    const [last] = (await everything()).slice(-1);
    await usage.forget(earlier(last!.hour, hours(1)));
    expect(await everything()).not.toEqual([]);
    await usage.forget(later(last!.hour, hours(1)));
    expect(await everything()).toEqual([]);
  });

  it('is what the store holds, table by table', async () => {
    const { usage, timers } = stores;
    const none = { timers: 0, issues: 0, alerts: 0, revisions: 0, marks: 0 };
    expect(await usage.rows()).toEqual(none);
    await timers.save([evaluation('1'), evaluation('2')]);
    expect(await usage.rows()).toEqual({ ...none, timers: 2, issues: 2 });
    expect(await usage.left()).toBeUndefined();
  });
}
