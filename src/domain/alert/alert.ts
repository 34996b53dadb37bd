import { elapsedBetween, minutes, type Instant, type Span } from '../time/instant';
import type { Action, Mark, MetricKind } from '../timer/metric';

/** An alert is one for its issue, metric, cycle, threshold and goal: what can be told once is told once (engine rule 20, M2). */
export interface AlertKey {
  readonly issue: string;
  readonly agreement: string;
  readonly metric: string;
  readonly cycle: number;
  readonly threshold: string;
  readonly goal: string;
}

/** A threshold that was passed, and what is done about it. */
export interface Alert extends AlertKey {
  /** What notes and issues that it makes carry, so that they are found again. */
  readonly id: string;
  readonly project: string;
  readonly passedAt: Instant;
  /** When the app saw it, which may be much later. */
  readonly raisedAt: Instant;
  /** How the timer stood then, for the texts. */
  readonly said: Said;
  /** In the order in which they are done. */
  readonly steps: readonly Step[];
}

export interface Said {
  readonly agreementName: string;
  readonly kind: MetricKind;
  /** Where the threshold was then. */
  readonly mark: Mark;
  readonly timeZone: string;
  readonly due: Instant | null;
  readonly left: Span | null;
}

/**
 * `planned` → `acting` → `done`, or `refused` where Jira will not have it, or `unsure` where nobody can tell whether it
 * was done and it may not be done twice.
 */
export type StepState = 'planned' | 'acting' | 'done' | 'refused' | 'unsure';

/** One action of an alert. */
export interface Step {
  readonly action: Action;
  readonly state: StepState;
  /** When it got into that state. */
  readonly at: Instant;
  /** Why Jira refused, as a code such as `http-403`; never words that a person wrote. */
  readonly reason?: string;
}

export const alertStates = ['planned', 'acting', 'done', 'unsure'] as const;
export type AlertState = (typeof alertStates)[number];

/** How an alert stands as a whole. One of which nothing is left to do is done, even if Jira refused some of it. */
export function alertState(steps: readonly Step[]): AlertState {
  if (steps.every(({ state }) => state === 'planned') && steps.length > 0) return 'planned';
  if (steps.some(({ state }) => state === 'planned' || state === 'acting')) return 'acting';
  return steps.some(({ state }) => state === 'unsure') ? 'unsure' : 'done';
}

export const stepOutcomes = ['done', 'refused', 'unsure', 'to-do'] as const;
/** What an action came to, for those who look at it afterwards. */
export type StepOutcome = (typeof stepOutcomes)[number];

export function outcomeOf({ state }: Pick<Step, 'state'>): StepOutcome {
  return state === 'planned' || state === 'acting' ? 'to-do' : state;
}

/**
 * What to do next; undefined when nothing is left. Whoever finds a step in `acting` follows somebody who crashed over it:
 *
 * - `begin`: nobody has tried it yet.
 * - `repeat`: it may have been done, and doing it again changes nothing, or what it made is looked for first.
 * - `give-up`: it may have been done, and doing it again would be seen: it becomes `unsure`.
 */
export interface NextStep {
  readonly index: number;
  readonly action: Action;
  readonly how: 'begin' | 'repeat' | 'give-up';
}

export function nextStep(steps: readonly Step[]): NextStep | undefined {
  const index = steps.findIndex(({ state }) => state === 'planned' || state === 'acting');
  const step = steps[index];
  if (!step) return undefined;
  const { action, state } = step;
  return { index, action, how: state === 'planned' ? 'begin' : 'notify' in action ? 'give-up' : 'repeat' };
}

/** The alert with one of its steps in another state. */
export function withStep(
  alert: Alert,
  index: number,
  change: Pick<Step, 'state' | 'at'> & { readonly reason?: string },
): Alert {
  const steps = alert.steps.map(({ action, ...step }, place) =>
    place === index ? { action, ...change } : { action, ...step },
  );
  return { ...alert, steps };
}

/** Beyond the time that Jira's events and the app's queue take at worst on a good day. */
const LATE_AFTER = minutes(15);

/** Whether people are told so late that they should know when it really was. */
export function isLate({ passedAt, raisedAt }: Pick<Alert, 'passedAt' | 'raisedAt'>): boolean {
  return elapsedBetween(passedAt, raisedAt) > LATE_AFTER;
}
