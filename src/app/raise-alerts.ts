import type { Alert } from '../domain/alert/alert';
import { passedSince, type Passed } from '../domain/alert/foresee';
import { days, earlier, EARLIEST, type Instant } from '../domain/time/instant';
import type { Mark, Threshold } from '../domain/timer/metric';
import { plan } from './plan-thresholds';
import type { Evaluation, Ids, IssueId, Ports, ProjectId } from './ports';
import type { Rules } from './rules';

/** Whoever was not told within a day has found out otherwise. */
const LATEST = days(1);

/**
 * Writes down what these issues of one project have passed since they were last judged. To be called before the evaluations are saved:
 * nothing is lost however a saving and a crash come between, and what was written down before stays as it is.
 *
 * @param then `wake`: the alerts are acted on soon, by others; `return`: the caller does it.
 */
export async function raiseAlerts(
  ports: Ports,
  { book, hoursOf }: Rules,
  evaluations: readonly Evaluation[],
  then: 'wake' | 'return',
): Promise<void> {
  const foresight = { ...book, hoursOf };
  const recent = evaluations.flatMap((evaluation) => {
    const now = evaluation.evaluatedAt;
    const passed = passedSince(evaluation.timers, foresight, { since: earlier(now, LATEST), now });
    return passed.map((each) => ({ evaluation, passed: each }));
  });
  const [first] = evaluations;
  if (!first || recent.length === 0) return;
  const issues = [...new Set(recent.map(({ evaluation }) => evaluation.issue))];
  const since = await judgedSince(ports, first.project, issues);
  const fresh = recent.filter(({ evaluation, passed }) => passed.passing.at > since(evaluation.issue));
  if (fresh.length === 0) return;
  const alerts = fresh.map(({ evaluation, passed }) => alertOf(evaluation, passed, ports.ids));
  await ports.alerts.raise(alerts);
  if (then === 'return') return;
  await plan(
    ports,
    alerts.map(({ issue, raisedAt }) => ({ issue, at: raisedAt })),
  );
}

function markOf({ id: _id, actions: _actions, ...mark }: Threshold): Mark {
  return mark;
}

/**
 * From when on people may not have been told yet. What a deleted project's issues had passed is forgotten, and may have been
 * told before it was restored.
 */
async function judgedSince(
  { timers, projects }: Ports,
  project: ProjectId,
  issues: readonly IssueId[],
): Promise<(issue: IssueId) => Instant> {
  const judged = await timers.judged(issues);
  const others = issues.every((issue) => judged.has(issue))
    ? undefined
    : await projects.liveAgainSince(project);
  return (issue) => judged.get(issue)?.evaluatedAt ?? others ?? EARLIEST;
}

function alertOf(
  { issue, project, evaluatedAt }: Evaluation,
  { timer, cycle, standing, threshold, passing, agreement }: Passed,
  ids: Ids,
): Alert {
  return {
    issue,
    agreement: agreement.id,
    metric: timer.metric.id,
    cycle: cycle.number,
    threshold: threshold.id,
    goal: passing.goal,
    id: ids.next(),
    project,
    passedAt: passing.at,
    raisedAt: evaluatedAt,
    said: {
      agreementName: agreement.name,
      kind: timer.metric.kind,
      mark: markOf(threshold),
      timeZone: agreement.timeZone,
      due: standing.due ?? null,
      left: standing.left ?? null,
    },
    steps: (threshold.actions ?? []).map((action) => ({ action, state: 'planned', at: evaluatedAt })),
  };
}
