import type { Instant } from '../../../../src/domain/time/instant';
import { onWednesday } from '../../../support/builders';
import type { Open, Stores } from './support';

export function membershipsBattery(open: Open): void {
  let stores: Stores;
  beforeEach(async () => {
    stores = await open();
  });

  const [nine, ten, eleven] = [onWednesday('09:00'), onWednesday('10:00'), onWednesday('11:00')];
  const seen = (account: string, seenAt: Instant, groups: readonly string[] | null, readAt = nine) => ({
    account,
    seenAt,
    groups,
    readAt,
  });

  it('give back what was seen of some accounts, in the order of its instants, and what was not told', async () => {
    const { memberships } = stores;
    await memberships.add([]);
    await memberships.add([seen('712020:ann', ten, ['a', '组']), seen('bob', nine, [])]);
    await memberships.add([seen('712020:ann', nine, ['b']), seen('cy', nine, null)]);
    expect(await memberships.of(['cy', '712020:ann', 'nobody'])).toEqual([
      seen('712020:ann', nine, ['b']),
      seen('712020:ann', ten, ['a', '组']),
      seen('cy', nine, null),
    ]);
    expect(await memberships.of([])).toEqual([]);
  });

  it('of one account and one instant are one, the latest', async () => {
    const { memberships } = stores;
    await memberships.add([seen('ann', nine, ['a'])]);
    await memberships.add([seen('ann', nine, ['b'])]);
    expect(await memberships.of(['ann'])).toEqual([seen('ann', nine, ['b'])]);
  });

  it('of many accounts are found', async () => {
    const { memberships } = stores;
    const many = Array.from({ length: 450 }, (_, number) => `account-${String(number).padStart(3, '0')}`);
    await memberships.add(many.map((account) => seen(account, nine, ['a'])));
    expect((await memberships.of(many)).map(({ account }) => account)).toEqual(many);
    await memberships.setRead(many, ten);
    expect(new Set((await memberships.of(many)).map(({ readAt }) => readAt))).toEqual(new Set([ten]));
  });

  it('name the accounts that were looked at longest ago, each once', async () => {
    const { memberships } = stores;
    await memberships.add([
      seen('ann', nine, ['a'], nine),
      seen('bob', nine, ['a'], ten),
      seen('cy', nine, ['a'], ten),
      { ...seen('ann', ten, ['b']), readAt: null },
    ]);
    expect(await memberships.readLongestAgo(10)).toEqual(['ann', 'bob', 'cy']);
    await memberships.setRead(['ann', 'bob'], eleven);
    expect(await memberships.readLongestAgo(2)).toEqual(['cy', 'ann']);
    expect((await memberships.of(['ann'])).map(({ readAt }) => readAt)).toEqual([eleven, eleven]);
  });
}
