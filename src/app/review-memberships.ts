import { describeFailure, JiraUnavailable } from './errors';
import { markIssues } from './mark-issue';
import { ACCOUNTS_AT_ONCE, groupsAsked, type GroupsAsked } from './memberships';
import type { AccountId, GroupId, Membership, Ports, ProjectId } from './ports';
import { rulesOf } from './rules';

/** What a day may take of Jira's quota. An account costs one point, and two more for each group that it is in. */
const ACCOUNTS_A_DAY = 200;
/** What looking at some accounts takes in the worst case, with the search for their issues. */
const ROUND_TAKES_MS = 60_000;

type Asking = GroupsAsked & { readonly project: ProjectId };

/**
 * Looks again in which groups accounts are, those first that were looked at longest ago, where any agreement asks. Where
 * that has changed, it is so from now on, and the open issues with such an account are marked. An account that Jira
 * tells nothing of any more keeps what was known of it: what was judged by that stays judged so.
 *
 * @throws JiraUnavailable; the next run begins with those that are left.
 */
export async function reviewMemberships(ports: Ports, remainingMs: () => number): Promise<void> {
  if (await ports.holds.isHeld(ports.clock.now())) return;
  const asking = await askingProjects(ports);
  if (asking.length === 0) return;
  const accounts = await ports.memberships.readLongestAgo(ACCOUNTS_A_DAY);
  for (let next = 0; next < accounts.length; next += ACCOUNTS_AT_ONCE) {
    if (ports.quota.isLow() || remainingMs() < ROUND_TAKES_MS) return;
    await reviewSome(ports, asking, accounts.slice(next, next + ACCOUNTS_AT_ONCE));
  }
}

async function askingProjects(ports: Ports): Promise<Asking[]> {
  const asking: Asking[] = [];
  for (const project of await ports.projects.withAgreements()) {
    try {
      const asked = groupsAsked((await rulesOf(ports, project)).book);
      if (asked.fields.length > 0) asking.push({ project, ...asked });
    } catch (error) {
      ports.log.warn('groups not reviewed', { project, error: describeFailure(error) });
    }
  }
  return asking;
}

/** A change is kept before what it calls for is done; until that is, it counts as one that is yet to be looked at. */
async function reviewSome(
  ports: Ports,
  asking: readonly Asking[],
  accounts: readonly AccountId[],
): Promise<void> {
  const { clock, groups, memberships } = ports;
  const answers = await Promise.all(accounts.map((account) => groups.of(account)));
  const at = clock.now();
  const before = await memberships.of(accounts);
  const seen = accounts.map((account, index) => {
    const known = before.filter((each) => each.account === account);
    const told = answers[index]?.groups ?? null;
    const news = isNews(known.at(-1), told) ? [{ account, seenAt: at, groups: told, readAt: null }] : [];
    return { account, known, news };
  });
  await memberships.add(seen.flatMap(({ news }) => news));
  for (const one of asking) {
    const affected = seen.filter(({ known, news }) => isAffected([...known, ...news], one));
    if (affected.length === 0) continue;
    await markOpenIssues(
      ports,
      one,
      affected.map(({ account }) => account),
    );
  }
  await memberships.setRead(accounts, at);
}

/** Nothing is news where Jira does not tell. */
function isNews(last: Membership | undefined, told: readonly GroupId[] | null): boolean {
  return told !== null && (!last?.groups || !isSame(new Set(last.groups), new Set(told)));
}

const isSame = (some: ReadonlySet<GroupId>, others: ReadonlySet<GroupId>): boolean =>
  some.size === others.size && [...some].every((group) => others.has(group));

/**
 * Whether any of what an account was seen in, in its order, is yet to be judged by: a group that the project's agreements
 * ask about, or that groups are known at all.
 */
function isAffected(seen: readonly Membership[], { groups }: Asking): boolean {
  return seen.some((now, index) => {
    if (now.readAt !== null) return false;
    const [was, is] = [seen[index - 1]?.groups, now.groups];
    return !was || !is || [...groups].some((group) => was.includes(group) !== is.includes(group));
  });
}

async function markOpenIssues(
  ports: Ports,
  { project, fields }: Asking,
  accounts: readonly AccountId[],
): Promise<void> {
  try {
    let after: string | undefined;
    do {
      const { issues, next } = await ports.issues.openWith(project, { fields, accounts }, after);
      await markIssues(
        ports,
        issues.map((issue) => ({ issue, project })),
      );
      after = next;
    } while (after !== undefined);
  } catch (error) {
    if (error instanceof JiraUnavailable) throw error;
    ports.log.warn('issues of changed groups not found', { project, error: describeFailure(error) });
  }
}
