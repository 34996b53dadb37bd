import type { Memberships, Membership } from '../../../src/app/ports';

export function memoryMemberships(): Memberships {
  const rows = new Map<string, Membership>();
  return {
    of: async (accounts) =>
      [...rows.values()]
        .filter(({ account }) => accounts.includes(account))
        .sort((a, b) => compare(a.account, b.account) || a.seenAt - b.seenAt),
    async add(memberships) {
      for (const one of memberships) rows.set(`${one.account} ${one.seenAt}`, one);
    },
    async setRead(accounts, at) {
      for (const [key, one] of rows) {
        if (accounts.includes(one.account)) rows.set(key, { ...one, readAt: at });
      }
    },
    async readLongestAgo(limit) {
      const latest = new Map<string, number>();
      for (const { account, readAt } of rows.values()) {
        latest.set(account, Math.max(latest.get(account) ?? -Infinity, readAt ?? -Infinity));
      }
      return [...latest]
        .sort((a, b) => a[1] - b[1] || compare(a[0], b[0]))
        .map(([account]) => account)
        .slice(0, limit);
    },
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
