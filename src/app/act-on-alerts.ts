import { nextStep, withStep, type Alert, type NextStep, type Step } from '../domain/alert/alert';
import { worded } from '../domain/alert/alert-texts';
import { later, minutes, seconds } from '../domain/time/instant';
import { JiraUnavailable } from './errors';
import { markIssues } from './mark-issue';
import type { IssueId, Ports, ProjectId } from './ports';

/** Longer than a function that holds an alert may run, with what it last asked of Jira: whoever held it is dead then. */
const HELD_FOR = minutes(6);
/** What an alert needs in the worst case. */
const ALERT_NEEDS_MS = 30_000;
/** When Jira does not say how long it wants to be left alone. */
const RETRY_AFTER_SECONDS = 30;

/**
 * Does what is left to do for the alerts of these issues, each held by one at a time (M2). A crash at any point leaves an
 * alert to whoever comes when it is no longer held.
 *
 * @param remainingMs how much of its time limit this run has left.
 * @throws JiraUnavailable; what is left can be tried again.
 */
export async function actOnAlerts(
  ports: Ports,
  issues: readonly IssueId[],
  remainingMs: () => number,
): Promise<void> {
  const { alerts, clock, thresholds } = ports;
  const open = await alerts.open(issues, clock.now());
  const touched: Touched[] = [];
  try {
    for (const [index, alert] of open.entries()) {
      if (remainingMs() < ALERT_NEEDS_MS) {
        const rest = new Set(open.slice(index).map(({ issue }) => issue));
        await thresholds.push([{ at: clock.now(), issues: [...rest] }], clock.now());
        return;
      }
      touched.push(alert);
      await takeAndFinish(ports, alert, touched);
    }
  } finally {
    // The app is told nothing of its own changes, and they may be what timers go by.
    await markIssues(ports, touched);
  }
}

type Touched = { readonly issue: IssueId; readonly project: ProjectId };

async function takeAndFinish(ports: Ports, { issue, id }: Alert, touched: Touched[]): Promise<void> {
  const { alerts, clock, ids } = ports;
  const token = ids.next();
  const now = clock.now();
  const alert = await alerts.claim({ issue, id }, { token, now, until: later(now, HELD_FOR) });
  if (!alert) return;
  try {
    await finish(ports, alert, token, touched);
  } catch (error) {
    if (error instanceof JiraUnavailable) {
      const { retryAfterSeconds = RETRY_AFTER_SECONDS } = error;
      await alerts.release(alert, token, later(clock.now(), seconds(retryAfterSeconds)));
    }
    throw error;
  }
}

async function finish(
  { actions, alerts, clock }: Ports,
  held: Alert,
  token: string,
  touched: Touched[],
): Promise<void> {
  let alert = held;
  const put = async ({ index }: NextStep, change: Pick<Step, 'state' | 'reason'>): Promise<void> => {
    alert = withStep(alert, index, { ...change, at: clock.now() });
    await alerts.write(alert, token);
  };
  const { id, issue } = alert;
  const key = await actions.keyOf(issue);
  for (let step = nextStep(alert.steps); step; step = nextStep(alert.steps)) {
    const { action, how } = step;
    if (how === 'give-up') {
      await put(step, { state: 'unsure' });
    } else if (key === undefined) {
      await put(step, { state: 'refused', reason: 'http-404' });
    } else {
      if (how === 'begin') await put(step, { state: 'acting' });
      try {
        const outcome = await actions.perform(worded(action, alert, key), { id, issue, key }, how);
        const { state } = outcome;
        await put(step, state === 'refused' ? outcome : { state });
        if ('made' in outcome && 'linkedIssue' in action) {
          touched.push({ issue: outcome.made, project: action.linkedIssue.project });
        }
      } catch (error) {
        // No mail was sent then, so that it may be tried again.
        if (error instanceof JiraUnavailable && 'notify' in action) await put(step, { state: 'planned' });
        throw error;
      }
    }
  }
}
