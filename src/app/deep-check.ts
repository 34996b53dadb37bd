import { days, earlier, laterOf, type Instant } from '../domain/time/instant';
import type { Timer } from '../domain/timer/cycle';
import { standing } from '../domain/timer/standing';
import type { HoursOf } from '../domain/timer/account';
import { canonical } from './canonical';
import { describeFailure, JiraUnavailable } from './errors';
import { evaluateIssue } from './evaluate-issue';
import { markIssues } from './mark-issue';
import type { Drift, IssueId, IssueReading, Ports, ProjectId, StoredEvaluation } from './ports';
import { readIssues } from './read-issues';
import { rulesOf, type Rules } from './rules';

/** What a day may take of Jira's quota, all projects of a site together. An issue costs about one point. */
const ISSUES_A_DAY = 2_000;
const ISSUES_AT_ONCE = 50;
/** What that takes in the worst case. */
const ROUND_TAKES_MS = 60_000;
/**
 * An issue that Jira hides from the app still brings events when somebody works on it. One that cannot be read for so long
 * and brings none has been deleted, and the event was lost.
 */
const GONE_AFTER = days(30);
/** No event comes that late: Forge tries for 24 hours, and 72 more after faults of its own. */
const DELETION_KEPT = days(7);

/**
 * Looks at some issues of each project, day by day at the next ones until it has seen all, and evaluates them afresh:
 * what is stored must be what that comes to (engine rule 8). Where it is not, the difference is recorded and the issue
 * marked.
 *
 * @throws JiraUnavailable; the next run goes on where this one was.
 */
export async function deepCheck(ports: Ports, remainingMs: () => number): Promise<void> {
  const now = ports.clock.now();
  await ports.checks.clear({
    deletedBefore: earlier(now, DELETION_KEPT),
    foundBefore: earlier(now, GONE_AFTER),
  });
  if (await ports.holds.isHeld(now)) return;
  const projects = await ports.projects.withAgreements();
  const rounds = Math.max(1, Math.floor(ISSUES_A_DAY / ISSUES_AT_ONCE / Math.max(1, projects.length)));
  for (const project of projects) {
    try {
      const rules = await rulesOf(ports, project);
      let isMore = true;
      for (let round = 0; isMore && round < rounds && remainingMs() > ROUND_TAKES_MS; round++) {
        isMore = (await checkSome(ports, project, rules)) && !ports.quota.isLow();
      }
      await ports.checks.setChecked(project, ports.clock.now());
    } catch (error) {
      if (error instanceof JiraUnavailable) throw error;
      ports.log.warn('project not checked', { project, error: describeFailure(error) });
    }
  }
}

/** Whether issues are left behind those; after the last one it begins anew. */
async function checkSome(ports: Ports, project: ProjectId, rules: Rules): Promise<boolean> {
  const after = await ports.checks.lastChecked(project);
  const issues = await ports.timers.evaluatedAfter(project, after, ISSUES_AT_ONCE);
  const stored = await ports.timers.stored(issues);
  const readings = await readIssues(ports, rules.book, issues);
  const byId = new Map(readings.map((reading) => [reading.id, reading]));
  const now = ports.clock.now();
  const behind: IssueId[] = [];
  for (const evaluation of stored) {
    const finding = compare(evaluation, byId.get(evaluation.issue), rules, now);
    if (finding === 'gone') await ports.timers.forget(evaluation.issue, now);
    else if (finding !== 'right') behind.push(evaluation.issue);
    if (typeof finding === 'object') {
      ports.log.warn('stored timers differ', { issue: evaluation.issue, count: finding.length });
      await ports.checks.record(finding);
    }
  }
  await markIssues(
    ports,
    behind.map((issue) => ({ issue, project })),
  );
  const isMore = issues.length === ISSUES_AT_ONCE;
  await ports.checks.setLastChecked(project, isMore ? (issues.at(-1) ?? '0') : '0');
  return isMore;
}

/** `behind`: the issue or the rules have changed since, which an event or a backfill should have told. */
function compare(
  stored: StoredEvaluation,
  reading: IssueReading | undefined,
  { book, hoursOf }: Rules,
  now: Instant,
): 'right' | 'behind' | 'gone' | Drift[] {
  if (!reading) {
    if (stored.outcome !== 'unreadable') return 'behind';
    return stored.evaluatedAt < earlier(now, GONE_AFTER) ? 'gone' : 'right';
  }
  const isSame =
    stored.ruleBook === book.version &&
    stored.issueUpdated === reading.updated &&
    stored.project === reading.project;
  if (!isSame) return 'behind';
  // As of then, since time that has gone by since makes no difference that counts.
  const fresh = evaluateIssue(reading, book, hoursOf, stored.evaluatedAt);
  const drifts = driftsOf(stored, fresh.timers, hoursOf, now);
  return drifts.length > 0 ? drifts : 'right';
}

function driftsOf(
  stored: StoredEvaluation,
  fresh: readonly Timer[],
  hoursOf: HoursOf,
  now: Instant,
): Drift[] {
  const keyOf = ({ agreement, metric }: Timer): string => `${agreement.id} ${metric.id}`;
  const [before, after] = [stored.timers, fresh].map(
    (timers) =>
      new Map(timers.filter(({ cycles }) => cycles.length > 0).map((timer) => [keyOf(timer), timer])),
  );
  const at = laterOf(stored.evaluatedAt, stored.issueUpdated ?? stored.evaluatedAt);
  const said = (timer: Timer | undefined): string => (timer ? saidOf(timer, hoursOf, at) : '');
  return [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].flatMap((key): Drift[] => {
    const [old, anew] = [before?.get(key), after?.get(key)];
    if (canonical([old && judged(old)]) === canonical([anew && judged(anew)])) return [];
    const [agreement = '', metric = ''] = key.split(' ');
    const { issue, project } = stored;
    return [{ issue, project, agreement, metric, stored: said(old), fresh: said(anew), foundAt: now }];
  });
}

/** Where a whole timer is unknown, it does not count what could not be decided beside. */
const judged = ({ cycles, unknown }: Timer): unknown =>
  cycles.map((cycle) => ({ ...cycle, undecided: unknown || cycle.undecided === true }));

/** Each cycle in a few words, for whoever looks into the difference: no words that a user wrote. */
function saidOf({ cycles, unknown }: Timer, hoursOf: HoursOf, at: Instant): string {
  const said = cycles.map((cycle) => {
    const { verdict, due, elapsed } = standing(cycle, unknown, hoursOf, at);
    return { cycle: cycle.number, startedAt: cycle.startedAt, endedAt: cycle.end?.at, verdict, due, elapsed };
  });
  return JSON.stringify(said);
}
