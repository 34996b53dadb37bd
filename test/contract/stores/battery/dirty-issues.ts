import { instant } from '../../../../src/domain/time/instant';
import { onWednesday } from '../../../support/builders';
import { evaluation, type Open, PROJECT, type Stores } from './support';

export function dirtyIssuesBattery(open: Open): void {
  let stores: Stores;
  beforeEach(async () => {
    stores = await open();
  });

  const at = { now: onWednesday('10:10'), lately: onWednesday('10:05') };
  const mark = (issue: string, token: string, time: string, by: 'event' | 'view' = 'event') =>
    stores.dirtyIssues.mark({ issue, token, project: PROJECT, at: onWednesday(time), by });

  it('lists marks of a project, oldest first, up to a limit', async () => {
    await mark('7', 'b', '10:02');
    await mark('8', 'a', '10:01');
    await stores.dirtyIssues.mark({
      issue: '9',
      token: 'c',
      project: '10001',
      at: onWednesday('10:00'),
      by: 'event',
    });
    const never = { evaluatedAt: null };
    expect(await stores.dirtyIssues.list(PROJECT, 10, at)).toEqual([
      { issue: '8', token: 'a', ...never },
      { issue: '7', token: 'b', ...never },
    ]);
    expect(await stores.dirtyIssues.list(PROJECT, 1, at)).toEqual([{ issue: '8', token: 'a', ...never }]);
  });

  it('lists those last whose issues were evaluated lately', async () => {
    const lately = instant(onWednesday('10:05') + 1);
    await mark('7', 'a', '10:01');
    await mark('8', 'b', '10:02');
    await mark('9', 'c', '10:03');
    await stores.timers.save([{ ...evaluation('7'), evaluatedAt: lately }]);
    await stores.timers.save([{ ...evaluation('8'), evaluatedAt: at.lately }]);
    expect(await stores.dirtyIssues.list(PROJECT, 10, at)).toEqual([
      { issue: '8', token: 'b', evaluatedAt: at.lately },
      { issue: '9', token: 'c', evaluatedAt: null },
      { issue: '7', token: 'a', evaluatedAt: lately },
    ]);
  });

  it('lists none while work is held, or in a project that is archived or deleted', async () => {
    const { dirtyIssues, holds, projects } = stores;
    await mark('7', 'a', '10:00');
    await holds.hold({ until: instant(at.now + 1), reason: 'jira-quota-tenant-based' });
    expect(await dirtyIssues.list(PROJECT, 10, at)).toEqual([]);
    const after = { ...at, now: instant(at.now + 1) };
    expect(await dirtyIssues.list(PROJECT, 10, after)).toHaveLength(1);
    await projects.setState('10001', 'archived', at.now);
    expect(await dirtyIssues.list(PROJECT, 10, after)).toHaveLength(1);
    await projects.setState(PROJECT, 'archived', at.now);
    expect(await dirtyIssues.list(PROJECT, 10, after)).toEqual([]);
    await projects.setState(PROJECT, 'live', at.now);
    expect(await dirtyIssues.list(PROJECT, 10, after)).toHaveLength(1);
  });

  it('takes many marks at once', async () => {
    const many = ['a', 'b', 'c'].map((token) => ({
      issue: '7',
      token,
      project: PROJECT,
      at: onWednesday('10:00'),
      by: 'event' as const,
    }));
    await stores.dirtyIssues.mark(...many);
    expect(await stores.dirtyIssues.list(PROJECT, 10, at)).toHaveLength(3);
  });

  it('removes the marks it is given and no other of the same issue', async () => {
    await mark('7', 'a', '10:00');
    await mark('7', 'b', '10:01');
    await stores.dirtyIssues.remove(PROJECT, [{ issue: '7', token: 'a' }]);
    await stores.dirtyIssues.remove(PROJECT, []);
    expect(await stores.dirtyIssues.list(PROJECT, 10, at)).toMatchObject([{ issue: '7', token: 'b' }]);
  });

  it('knows the first mark of a project, from an instant on', async () => {
    const { dirtyIssues } = stores;
    expect(await dirtyIssues.first(PROJECT)).toBeUndefined();
    await mark('7', 'b', '10:01');
    await mark('8', 'a', '10:01');
    await mark('9', 'c', '10:02');
    expect(await dirtyIssues.first(PROJECT)).toMatchObject({ token: 'a', at: onWednesday('10:01') });
    expect(await dirtyIssues.first(PROJECT, onWednesday('10:02'))).toMatchObject({ token: 'c' });
    expect(await dirtyIssues.first('10001')).toBeUndefined();
  });

  it('knows whether somebody looked at an issue lately', async () => {
    await mark('7', 'a', '10:00');
    await mark('8', 'b', '10:00', 'view');
    const since = instant(onWednesday('10:00') - 1);
    expect(await stores.dirtyIssues.viewedSince(PROJECT, '7', since)).toBe(false);
    expect(await stores.dirtyIssues.viewedSince(PROJECT, '8', since)).toBe(true);
  });
}
