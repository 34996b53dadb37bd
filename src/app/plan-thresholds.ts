import { later, seconds, span, type Instant } from '../domain/time/instant';
import { describeFailure } from './errors';
import {
  LONGEST_AHEAD,
  MOST_IN_MESSAGE,
  type Evaluation,
  type IssueId,
  type Ports,
  type ThresholdsMessage,
} from './ports';

/** As many as a queue takes a minute, with room left for drains and backfills. */
const MESSAGES_AT_ONCE = 400;
/** As many as fit into those messages on a crowded second, such as the closing time of a large desk. */
const INSTANTS_AT_ONCE = 10_000;

type Wish = { readonly issue: IssueId; readonly at: Instant };

/** Has these issues looked at when something about them changes by itself soon (design §3.4). */
export async function planThresholds(ports: Ports, evaluations: readonly Evaluation[]): Promise<void> {
  const wishes = evaluations.flatMap(({ issue, ahead }) =>
    [ahead.change, ahead.alert].flatMap((at) => (at === null ? [] : [{ issue, at }])),
  );
  await plan(ports, wishes);
}

/**
 * The same for all issues of the site, and for alerts that somebody left unfinished: one statement when there is nothing
 * to do. Called every five minutes, so that each instant is planned three times and none is lost with one message.
 */
export async function planAllThresholds(ports: Ports): Promise<void> {
  await plan(ports, await ports.thresholds.before(horizon(ports), INSTANTS_AT_ONCE));
}

/** Has issues looked at, each when it wishes, or by the next tick where that cannot be had now. */
export async function plan(ports: Ports, wishes: readonly Wish[]): Promise<void> {
  const until = horizon(ports);
  const now = ports.clock.now();
  const soon = wishes.filter(({ at }) => at < until);
  if (soon.length === 0) return;
  try {
    await ports.thresholds.push(messagesOf(soon, now).slice(0, MESSAGES_AT_ONCE), now);
  } catch (error) {
    // The next tick plans them again.
    ports.log.warn('thresholds not planned', { error: describeFailure(error) });
  }
}

const horizon = ({ clock }: Ports): Instant => later(clock.now(), LONGEST_AHEAD);

/** One message names all that comes within a second, at its end; what is past comes now. */
function messagesOf(wishes: readonly Wish[], now: Instant): ThresholdsMessage[] {
  const issuesAt = new Map<Instant, Set<IssueId>>();
  for (const { issue, at } of wishes) {
    const second = endOfSecond(at > now ? at : now);
    const issues = issuesAt.get(second);
    if (issues) issues.add(issue);
    else issuesAt.set(second, new Set([issue]));
  }
  return [...issuesAt]
    .sort(([a], [b]) => a - b)
    .flatMap(([at, issues]) => {
      const all = [...issues];
      const pieces = Math.ceil(all.length / MOST_IN_MESSAGE);
      return Array.from({ length: pieces }, (_, piece) => ({
        at,
        issues: all.slice(piece * MOST_IN_MESSAGE, (piece + 1) * MOST_IN_MESSAGE),
      }));
    });
}

function endOfSecond(at: Instant): Instant {
  const within = at % seconds(1);
  return within === 0 ? at : later(at, span(seconds(1) - within));
}
