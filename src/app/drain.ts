import type { RuleBook } from '../domain/agreement/rule-book';
import { evaluateIssue, unreadable } from './evaluate-issue';
import { keepLastPoints } from './hold';
import { markIssue } from './mark-issue';
import { outageTellerOf } from './outages/outage-teller';
import { tellOutages } from './outages/tell-outages';
import { earlier, earlierOf, later, minutes, type Instant } from '../domain/time/instant';
import type { Evaluation, IssueId, Ports, ProjectId, WaitingMark } from './ports';
import { planThresholds } from './plan-thresholds';
import { publish } from './publish';
import { raiseAlerts } from './raise-alerts';
import { readIssues } from './read-issues';
import { rulesOf, type Rules } from './rules';
import { saveEvaluations } from './save-evaluations';

/** Jira gives at most so many issues in one reading. */
const ISSUES_AT_ONCE = 100;
/** One issue may carry several marks. */
const MARKS_AT_ONCE = 500;
/** Under load an issue is evaluated at most once in this time, so that others have their turn. */
const EVALUATED_EVERY = minutes(5);
/** What a round needs in the worst case; with less left, the rest goes to the next drain. */
const ROUND_NEEDS_MS = 20_000;

/**
 * Evaluates the marked issues of a project until none is left (design §3.2). Marks are removed only after what they led
 * to is written, so that a crash at any point repeats work and loses none. While work is held, none is listed.
 *
 * @param remainingMs how much of its time limit this run has left.
 * @throws JiraUnavailable, JiraRefused; the marks are kept.
 */
export async function drain(ports: Ports, project: ProjectId, remainingMs: () => number): Promise<void> {
  for (let done = 0; ;) {
    const now = ports.clock.now();
    const lately = earlier(now, EVALUATED_EVERY);
    const marks = await ports.dirtyIssues.list(project, MARKS_AT_ONCE, { now, lately });
    if (marks.length === 0) return;
    if (remainingMs() < ROUND_NEEDS_MS) return ports.drains.wake(project);

    const issues = nextIssues(marks, done, lately);
    if (issues.size === 0) {
      const longestAgo = marks.map(({ evaluatedAt }) => evaluatedAt ?? now).reduce(earlierOf, now);
      return ports.drains.wakeLater(project, { now, at: later(longestAgo, EVALUATED_EVERY) });
    }
    done += issues.size;
    const rules = await rulesOf(ports, project);
    const judged = await evaluated(ports, project, rules, [...issues]);
    const evaluations = await saveEvaluations(ports, rules.hoursOf, judged);
    await planThresholds(ports, evaluations);
    await publish(ports, project, evaluations);
    await ports.dirtyIssues.remove(
      project,
      marks.filter(({ issue }) => issues.has(issue)),
    );
    await keepLastPoints(ports);
  }
}

/**
 * The issues of the next round. There is load when this run has more to do than one round can: then those wait that
 * were evaluated lately.
 */
function nextIssues(marks: readonly WaitingMark[], done: number, lately: Instant): Set<IssueId> {
  const waiting = new Set(marks.map(({ issue }) => issue));
  const isLoaded = done + waiting.size > ISSUES_AT_ONCE;
  const due = isLoaded ? marks.filter(({ evaluatedAt }) => (evaluatedAt ?? lately) <= lately) : marks;
  return new Set([...new Set(due.map(({ issue }) => issue))].slice(0, ISSUES_AT_ONCE));
}

async function evaluated(
  ports: Ports,
  project: ProjectId,
  rules: Rules,
  marked: readonly IssueId[],
): Promise<Evaluation[]> {
  const { book, hoursOf } = rules;
  const teller = await outageTellerOf(ports, project);
  const isJudgedHere = book.timelines.length > 0 || teller !== undefined;
  const issues = isJudgedHere ? marked : await judgedElsewhere(ports, marked, book);
  if (issues.length === 0) return [];
  const readings = await readIssues(ports, book, issues, teller?.fields);
  const now = ports.clock.now();
  const evaluations: Evaluation[] = [];
  for (const reading of readings) {
    if (reading.project === project) evaluations.push(evaluateIssue(reading, book, hoursOf, now));
    // It was moved: the agreements there may ask about fields that were not read.
    else await markIssue(ports, reading.id, reading.project, 'event');
  }
  await raiseAlerts(ports, rules, evaluations, 'wake');
  const here = readings.filter((reading) => reading.project === project);
  await tellOutages(ports, project, teller, here);
  const read = new Set(readings.map(({ id }) => id));
  const missing = issues.filter((issue) => !read.has(issue));
  return [...evaluations, ...missing.map((issue) => unreadable(issue, project, book, now))];
}

/**
 * Most projects of a site have no agreement, and all projects share its quota: there only those issues are read that have
 * brought timers from another project, which no longer count.
 */
async function judgedElsewhere(
  { timers }: Ports,
  issues: readonly IssueId[],
  book: RuleBook,
): Promise<IssueId[]> {
  const known = await timers.judged(issues);
  return issues.filter((issue) => known.has(issue) && known.get(issue)?.ruleBook !== book.version);
}
