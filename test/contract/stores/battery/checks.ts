import { onWednesday } from '../../../support/builders';
import { type Open, PROJECT, type Stores } from './support';

export function checksBattery(open: Open): void {
  let stores: Stores;
  beforeEach(async () => {
    stores = await open();
  });

  it('go on where they were', async () => {
    const { checks } = stores;
    expect(await checks.reconciledUntil(PROJECT)).toBeUndefined();
    await checks.setReconciledUntil(PROJECT, onWednesday('10:00'));
    await checks.setReconciledUntil(PROJECT, onWednesday('11:00'));
    expect(await checks.reconciledUntil(PROJECT)).toBe(onWednesday('11:00'));
    expect(await checks.lastChecked(PROJECT)).toBe('0');
    await checks.setLastChecked(PROJECT, '20001');
    await checks.setLastChecked(PROJECT, '20051');
    expect(await checks.lastChecked(PROJECT)).toBe('20051');
    expect(await checks.lastChecked('10001')).toBe('0');
  });

  it('keep what they have found, the latest of each timer, and forget for how long issues were gone', async () => {
    const { checks, timers } = stores;
    const drift = { issue: '7', project: PROJECT, agreement: 'desk', metric: 'response' };
    const foundAt = onWednesday('10:00');
    await checks.record([]);
    await checks.record([{ ...drift, stored: '[]', fresh: '', foundAt }]);
    await checks.record([{ ...drift, stored: '["é"]', fresh: '', foundAt }]);
    await timers.forget('1', onWednesday('09:00'));
    await timers.forget('2', onWednesday('10:00'));
    await checks.clear({ deletedBefore: onWednesday('10:00'), foundBefore: onWednesday('10:00') });
    expect(await timers.deleted(['1', '2'])).toEqual(new Set(['2']));
  });
}
