import type { Ahead } from '../../../../src/domain/alert/foresee';
import { onWednesday } from '../../../support/builders';
import { alert, evaluation, type Open, PROJECT, type Stores } from './support';

export function thresholdsBattery(open: Open): void {
  let stores: Stores;
  beforeEach(async () => {
    stores = await open();
  });

  const ten = onWednesday('10:00');
  const save = (...ahead: [issue: string, change: string | null, alert: string | null][]) =>
    stores.timers.save(
      ahead.map(([issue, change, alert]) => ({
        ...evaluation(issue),
        ahead: { change: change && onWednesday(change), alert: alert && onWednesday(alert) } as Ahead,
      })),
    );
  const before = async (until: string, limit = 10) =>
    (await stores.thresholds.before(onWednesday(until), limit)).map(({ issue, at }) => [issue, at]);

  it('are those that come first, past ones too', async () => {
    await save(['1', '10:10', null], ['2', '10:05', '10:20'], ['3', '10:15', null], ['4', null, null]);
    const [two, one] = [
      ['2', onWednesday('10:05')],
      ['1', onWednesday('10:10')],
    ];
    expect(await before('10:15')).toEqual([two, one]);
    expect(await before('10:20', 1)).toEqual([two]);
    expect(await before('10:21')).toContainEqual(['2', onWednesday('10:20')]);
  });

  it('are those of alerts too that nobody has finished', async () => {
    await stores.alerts.raise([alert('7'), { ...alert('8'), steps: [] }]);
    expect(await before('10:01')).toEqual([['7', ten]]);
  });

  it('are reached once, and say whether people are to be told', async () => {
    await save(['1', '10:00', '10:00'], ['2', '10:00', '10:30'], ['3', '10:05', null]);
    const { thresholds } = stores;
    const of = { project: PROJECT };
    const found = await thresholds.reached(['1', '2', '3', '4'], ten);
    expect(found).toHaveLength(2);
    expect(found).toEqual(
      expect.arrayContaining([
        { ...of, issue: '1', alert: true },
        { ...of, issue: '2', alert: false },
      ]),
    );
    await thresholds.pass(['1', '2', '3'], ten);
    expect(await thresholds.reached(['1', '2', '3'], ten)).toEqual([]);
    expect(await thresholds.reached(['1', '2', '3'], onWednesday('10:30'))).toEqual(
      expect.arrayContaining([
        { ...of, issue: '2', alert: true },
        { ...of, issue: '3', alert: false },
      ]),
    );
    expect([await thresholds.reached([], ten), await thresholds.pass([], ten)]).toEqual([[], undefined]);
  });

  it('wait in a project where nobody works, alerts too, until it is live again', async () => {
    const { alerts, projects, thresholds, waiting } = stores;
    await save(['1', '10:00', '10:00']);
    await alerts.raise([alert('7')]);
    const seen = async () => [
      await before('10:01'),
      await thresholds.reached(['1'], ten),
      (await alerts.open(['7'], ten)).length,
      (await waiting.at(ten)).isSomethingAhead,
    ];
    const all = [expect.anything(), [{ issue: '1', project: PROJECT, alert: true }], 1, true];
    expect(await seen()).toEqual(all);
    await projects.setState(PROJECT, 'archived', onWednesday('09:00'));
    expect(await seen()).toEqual([[], [], 0, false]);
    await projects.setState(PROJECT, 'live', onWednesday('09:30'));
    expect(await seen()).toEqual(all);
    expect(await before('10:01')).toHaveLength(2);
  });
}
