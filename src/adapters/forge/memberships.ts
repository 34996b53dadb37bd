import * as v from 'valibot';
import type { AccountId, Membership, Memberships } from '../../app/ports';
import { instantSchema } from '../../contract/primitives';
import { execute, json, placeholders, select, statements } from './sql';

const membershipRow = v.object({
  account: v.string(),
  seenAt: instantSchema,
  readAt: v.nullable(instantSchema),
  seenIn: json(v.nullable(v.array(v.string()))),
});

/** What was seen is never changed: only when the account was looked at last, in all its rows alike. */
export const forgeMemberships: Memberships = {
  async of(accounts) {
    const found: Membership[] = [];
    for (const some of statements(accounts.map((account) => [account]))) {
      const rows = await select(
        `SELECT account_id AS account, seen_at AS seenAt, read_at AS readAt, group_ids AS seenIn
         FROM membership WHERE account_id IN ${placeholders(1, some.length)} ORDER BY account_id, seen_at`,
        some.flat(),
        membershipRow,
      );
      found.push(...rows.map(({ seenIn: groups, ...row }) => ({ ...row, groups })));
    }
    return found;
  },

  async add(memberships) {
    const rows = memberships.map(({ account, seenAt, readAt, groups }) => [
      account,
      seenAt,
      readAt,
      groups && JSON.stringify(groups),
    ]);
    for (const some of statements(rows)) {
      await execute(
        `REPLACE INTO membership (account_id, seen_at, read_at, group_ids) VALUES ${placeholders(some.length, 4)}`,
        some.flat(),
      );
    }
  },

  async setRead(accounts, at) {
    for (const some of statements(accounts.map((account) => [account]))) {
      await execute(`UPDATE membership SET read_at = ? WHERE account_id IN ${placeholders(1, some.length)}`, [
        at,
        ...some.flat(),
      ]);
    }
  },

  async readLongestAgo(limit): Promise<AccountId[]> {
    const rows = await select(
      `SELECT account_id AS account, MAX(read_at) AS latest FROM membership
       GROUP BY account_id ORDER BY latest, account LIMIT ${Math.floor(limit)}`,
      [],
      v.object({ account: v.string() }),
    );
    return rows.map(({ account }) => account);
  },
};
