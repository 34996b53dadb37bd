import type { Instant } from '../../../../src/domain/time/instant';
import { onWednesday } from '../../../support/builders';
import { agreement, evaluation, importOf, type Open, PROJECT, type Stores } from './support';

export function healthBattery(open: Open): void {
  let stores: Stores;
  beforeEach(async () => {
    stores = await open();
  });

  const ten = onWednesday('10:00');
  const drift = (issue: string, foundAt: Instant, project = PROJECT) => ({
    issue,
    project,
    agreement: 'desk',
    metric: 'resolution',
    stored: '[]',
    fresh: '[]',
    foundAt,
  });

  it('tells how far the app is in each live project that has an agreement', async () => {
    const { checks, dirtyIssues, health, records, timers, projects } = stores;
    expect(await health.projects()).toEqual([]);
    const doc = { kind: 'agreement' as const, seq: 1, at: ten, doc: agreement };
    await records.commit(importOf('change-1', ten, [{ ...doc, change: 'change-1' }]));
    await records.commit(importOf('change-2', ten, [{ ...doc, change: 'change-2' }], '10001'));
    const nothing = {
      waiting: 0,
      oldest: null,
      judgedAt: null,
      reconciledUntil: null,
      checkedAt: null,
      drifts: 0,
    };
    const other = { project: '10001', ...nothing };
    expect(await health.projects()).toEqual([{ project: PROJECT, ...nothing }, other]);

    const mark = { issue: '7', project: PROJECT, by: 'event' as const };
    await dirtyIssues.mark({ ...mark, token: 'a', at: onWednesday('10:01') });
    await dirtyIssues.mark({ ...mark, token: 'b', at: ten });
    await timers.save([evaluation('7'), evaluation('8', undefined, onWednesday('10:05'))]);
    await checks.setReconciledUntil(PROJECT, onWednesday('09:50'));
    await checks.setChecked(PROJECT, onWednesday('03:00'));
    await checks.setChecked(PROJECT, onWednesday('04:00'));
    await checks.record([drift('7', ten)]);
    expect(await health.projects()).toEqual([
      {
        project: PROJECT,
        waiting: 2,
        oldest: ten,
        judgedAt: onWednesday('10:05'),
        reconciledUntil: onWednesday('09:50'),
        checkedAt: onWednesday('04:00'),
        drifts: 1,
      },
      other,
    ]);
    await projects.setState(PROJECT, 'archived', ten);
    expect(await health.projects()).toEqual([other]);
  });

  it('tells what holds work, until it no longer does', async () => {
    const { health, holds } = stores;
    const until = onWednesday('11:00');
    await holds.hold({ until, reason: 'few points left', butUrgent: true });
    await holds.hold({ until: onWednesday('10:30'), reason: 'jira-quota-global-based' });
    expect(await health.holds(ten)).toEqual([
      { until: onWednesday('10:30'), reason: 'jira-quota-global-based', butUrgent: false },
      { until, reason: 'few points left', butUrgent: true },
    ]);
    expect(await health.holds(onWednesday('10:30'))).toMatchObject([{ butUrgent: true }]);
    expect(await health.holds(until)).toEqual([]);
  });

  it('tells what drifted in live projects, the latest first', async () => {
    const { checks, health, projects } = stores;
    await checks.record([drift('7', ten), drift('8', onWednesday('11:00')), drift('9', ten, '10001')]);
    await projects.setState('10001', 'archived', ten);
    const { stored: _stored, fresh: _fresh, ...latest } = drift('8', onWednesday('11:00'));
    expect(await health.drifts(1)).toEqual([latest]);
    expect((await health.drifts(9)).map(({ issue }) => issue)).toEqual(['8', '7']);
  });
}
