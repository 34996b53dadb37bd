import { onWednesday } from '../../../support/builders';
import { evaluation, type Open, type Stores } from './support';

export function judgedBattery(open: Open): void {
  let stores: Stores;
  beforeEach(async () => {
    stores = await open();
  });

  it('is told of those that were', async () => {
    await stores.timers.save([
      evaluation('1'),
      { ...evaluation('2'), outcome: 'unreadable', issueUpdated: null, timers: [] },
    ]);
    expect(await stores.timers.judged(['1', '2', '3'])).toEqual(
      new Map([
        [
          '1',
          {
            outcome: 'timers',
            issueUpdated: onWednesday('09:00'),
            ruleBook: 'change-1',
            evaluatedAt: onWednesday('10:00'),
          },
        ],
        [
          '2',
          {
            outcome: 'unreadable',
            issueUpdated: null,
            ruleBook: 'change-1',
            evaluatedAt: onWednesday('10:00'),
          },
        ],
      ]),
    );
    expect(await stores.timers.judged([])).toEqual(new Map());
  });
}
