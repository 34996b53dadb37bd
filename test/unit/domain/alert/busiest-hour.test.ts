import * as fc from 'fast-check';
import { busiestHour } from '../../../../src/domain/alert/busiest-hour';
import { instant } from '../../../../src/domain/time/instant';
import { onWednesday } from '../../../support/builders';
import { law } from '../../../support/laws';

const HOUR = 3_600_000;

describe('the busiest hour', () => {
  it.each([
    [[], undefined],
    [['10:00'], ['10:00', 1]],
    [
      ['11:10', '09:00', '10:20', '11:19', '10:30'],
      ['10:20', 4],
    ],
    // Its end does not belong to it, and of two the first counts.
    [
      ['09:00', '10:00'],
      ['09:00', 1],
    ],
  ] as const)('of %j is %j', (times, hour) => {
    expect(busiestHour(times.map(onWednesday))).toEqual(
      hour && { from: onWednesday(hour[0]), count: hour[1] },
    );
  });

  law(
    'has as many instants as it says, and no other hour has more',
    [fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 30 })],
    (tens) => {
      const instants = tens.map((ten) => instant(ten * 600_000));
      const within = (from: number) => instants.filter((at) => at >= from && at < from + HOUR).length;
      const found = busiestHour(instants);
      expect(found?.count).toBe(within(found!.from));
      expect(found?.count).toBe(Math.max(...instants.map(within)));
    },
  );
});
