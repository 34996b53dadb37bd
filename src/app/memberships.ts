import { conditionsOf } from '../domain/agreement/agreement';
import type { RuleBook } from '../domain/agreement/rule-book';
import { groupQuestions } from '../domain/timer/condition';
import { valuesHeld, type Fact, type FieldId } from '../domain/timer/history';
import { publicationsOf } from '../domain/timer/timeline';
import type { AccountId, GroupId, IssueReading, Membership, Ports } from './ports';

/** What a rule book asks about who is in which group. */
export interface GroupsAsked {
  /** Fields that hold accounts. */
  readonly fields: readonly FieldId[];
  readonly groups: ReadonlySet<GroupId>;
}

export function groupsAsked({ timelines }: RuleBook): GroupsAsked {
  const agreements = timelines.flatMap(publicationsOf).map(({ agreement }) => agreement);
  const questions = agreements.flatMap(conditionsOf).flatMap(groupQuestions);
  return {
    fields: [...new Set(questions.map(({ field }) => field))],
    groups: new Set(questions.flatMap(({ memberOf }) => memberOf.map(({ id }) => id))),
  };
}

/**
 * Adds to the histories in which groups the accounts were that they tell of, as far as the rules ask (engine rule 9). An
 * account that is met for the first time is asked of Jira, and what Jira says is true from then on.
 *
 * @returns with the points that Jira has taken for it.
 * @throws JiraUnavailable, JiraRefused; what was read before is kept.
 */
export async function withMemberships(
  ports: Pick<Ports, 'clock' | 'groups' | 'memberships'>,
  book: RuleBook,
  readings: readonly IssueReading[],
): Promise<{ readonly readings: readonly IssueReading[]; readonly points: number }> {
  const { fields } = groupsAsked(book);
  if (fields.length === 0) return { readings, points: 0 };
  const accountsIn = ({ history }: IssueReading): AccountId[] => valuesHeld(history, fields);
  const accounts = [...new Set(readings.flatMap(accountsIn))];
  const known = await ports.memberships.of(accounts);
  const met = new Set(known.map(({ account }) => account));
  const first = await meet(
    ports,
    accounts.filter((account) => !met.has(account)),
  );
  const facts = new Map<AccountId, MembershipFact[]>(accounts.map((account) => [account, []]));
  for (const fact of [...known, ...first.seen].flatMap(factOf)) facts.get(fact.account)?.push(fact);
  return {
    readings: readings.map((reading) => ({
      ...reading,
      history: {
        ...reading.history,
        facts: [
          ...reading.history.facts,
          ...accountsIn(reading).flatMap((account) => facts.get(account) ?? []),
        ],
      },
    })),
    points: first.points,
  };
}

/** As many accounts are asked of Jira at once. */
export const ACCOUNTS_AT_ONCE = 10;

async function meet(
  { clock, groups, memberships }: Pick<Ports, 'clock' | 'groups' | 'memberships'>,
  accounts: readonly AccountId[],
): Promise<{ readonly seen: readonly Membership[]; readonly points: number }> {
  const seen: Membership[] = [];
  let points = 0;
  for (let next = 0; next < accounts.length; next += ACCOUNTS_AT_ONCE) {
    const some = accounts.slice(next, next + ACCOUNTS_AT_ONCE);
    const answers = await Promise.all(some.map((account) => groups.of(account)));
    const at = clock.now();
    const found = answers.map((answer, index) => {
      points += answer.points;
      return { account: some[index] ?? '', seenAt: at, groups: answer.groups, readAt: at };
    });
    await memberships.add(found);
    seen.push(...found);
  }
  return { seen, points };
}

type MembershipFact = Extract<Fact, { kind: 'membership' }>;

function factOf({ account, seenAt: at, groups }: Membership): MembershipFact[] {
  return groups ? [{ id: `membership/${account}/${at}`, at, kind: 'membership', account, groups }] : [];
}
