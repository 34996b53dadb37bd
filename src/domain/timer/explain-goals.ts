import { dateIn, durationIn } from './field-reading';
import type { Goal } from './metric';
import { unmet, type Present, type Unmet } from './unmet';

/** A rule of a metric that was tried, and what came of it. */
export interface GoalExplained {
  readonly goal: Goal;
  readonly outcome: GoalOutcome;
}

export type GoalOutcome =
  | { readonly kind: 'won' }
  | { readonly kind: 'unmet'; readonly unmet: readonly Unmet[] }
  /** Its condition holds, but the field that should say how long or by when is empty or says something else. */
  | { readonly kind: 'no-value'; readonly field: string }
  /** An earlier one won. */
  | { readonly kind: 'not-reached' };

/** What came of each rule, in the order in which they are tried: the first that holds and says something wins (T2). */
export function explainGoals(goals: readonly Goal[], present: Present): GoalExplained[] {
  let decided = false;
  return goals.map((goal) => {
    if (decided) return { goal, outcome: { kind: 'not-reached' } };
    const reasons = goal.when ? unmet(goal.when, present) : [];
    if (reasons.length > 0) return { goal, outcome: { kind: 'unmet', unmet: reasons } };
    const field = fieldWithoutValue(goal, present);
    decided = field === undefined;
    return { goal, outcome: field === undefined ? { kind: 'won' } : { kind: 'no-value', field } };
  });
}

/** The field that should say how long or by when, where it does not. */
function fieldWithoutValue(goal: Goal, { fields }: Present): string | undefined {
  if ('until' in goal) return dateIn(fields[goal.until] ?? []) === undefined ? goal.until : undefined;
  if (!('withinField' in goal)) return undefined;
  const { withinField, unit } = goal;
  return durationIn(fields[withinField] ?? [], unit) === undefined ? withinField : undefined;
}
