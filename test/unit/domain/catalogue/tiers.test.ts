import { hoursOfTier, strengthOfTier } from '../../../../src/domain/catalogue/tiers';
import { hours, minutes } from '../../../../src/domain/time/instant';
import { weekdays } from '../../../../src/domain/time/local-date';

describe('ready-made tiers', () => {
  it.each([
    ['high', 7, 24],
    ['medium', 7, 12],
    ['low', 5, 8],
  ] as const)('by hours: %s is %i×%i', (tier, days, length) => {
    const open = weekdays.flatMap((day) => hoursOfTier[tier][day] ?? []);
    expect(open).toHaveLength(days);
    for (const [from, to] of open) expect(Number(to.slice(0, 2)) - Number(from.slice(0, 2))).toBe(length);
  });

  it('by strength: a better one is available more and restored sooner', () => {
    expect(strengthOfTier).toEqual({
      BSL: { availability: 99.5, mttr: hours(2) },
      SLS: { availability: 99.9, mttr: hours(1) },
      ALS: { availability: 99.99, mttr: minutes(30) },
      ELS: { availability: 99.999, mttr: minutes(6) },
    });
  });
});
