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
    const asked = groupsAsked((await rulesOf(ports, project)).book);
    if (asked.fields.length > 0) asking.push({ project, ...asked });
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
  const changes = accounts.flatMap((account, index): Change[] => {
    const seen = before.filter((each) => each.account === account);
    const told = answers[index]?.groups ?? null;
    const added = isNews(seen.at(-1), told) ? [{ account, seenAt: at, groups: told, readAt: null }] : [];
    return changeOf([...seen, ...added]);
  });
  await memberships.add(changes.flatMap(({ now }) => (now.seenAt === at ? now : [])));
  for (const one of asking) {
    const affected = changes.filter((change) => isAsked(change, one)).map(({ now }) => now.account);
    if (affected.length > 0) await markOpenIssues(ports, one, affected);
  }
  await memberships.setRead(accounts, at);
}

interface Change {
  readonly before: Membership | undefined;
  readonly now: Membership;
}

/** The last change of an account, if not all is done yet that it calls for. */
function changeOf(seen: readonly Membership[]): Change[] {
  const now = seen.at(-1);
  return now?.readAt === null ? [{ before: seen.at(-2), now }] : [];
}

/** Nothing is news where Jira does not tell. */
function isNews(last: Membership | undefined, told: readonly GroupId[] | null): boolean {
  return told !== null && (!last?.groups || !isSame(new Set(last.groups), new Set(told)));
}

const isSame = (some: ReadonlySet<GroupId>, others: ReadonlySet<GroupId>): boolean =>
  some.size === others.size && [...some].every((group) => others.has(group));

/** Whether it is about a group that the project's agreements ask about; or about what was not known at all before. */
function isAsked({ before, now }: Change, { groups }: Asking): boolean {
  if (!before?.groups || !now.groups) return true;
  const [was, is] = [new Set(before.groups), new Set(now.groups)];
  return [...groups].some((group) => was.has(group) !== is.has(group));
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
