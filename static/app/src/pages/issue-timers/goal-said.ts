import type { GoalView, IssueTimers } from '../../../../../src/contract/views';
import type { Condition } from '../../../../../src/domain/timer/condition';
import type { Cycle, Timer } from '../../../../../src/domain/timer/cycle';
import type { PromiseMade } from '../../../../../src/domain/timer/goal';
import type { Sentence } from '../../text/sentence';

/** What cycles are judged by, as an answer brings it. */
export type Terms = Pick<IssueTimers, 'calendars' | 'versions'>;

/** The promise of a cycle, and in words why this goal holds and no other (T2). */
export function goalSaid(timer: Timer, cycle: Cycle, promise: PromiseMade, terms: Terms): Sentence {
  const calendar = terms.calendars[promise.calendar];
  const zone = calendar?.timeZone ?? 'UTC';
  const said = { goal: promise.goal, within: { target: promise, zone } };
  const goals = goalsOf(timer, cycle, terms);
  // Two goals may be alike but for their conditions: either is why.
  const meant = goals.filter(
    (goal) => goal.name === promise.goal && goal.calendar === calendar?.id && couldPromise(goal, promise),
  );
  const conditions = conditionsOf(meant);
  if (meant.length === 0) return { key: 'timer.goal', values: said };
  if (conditions.length < meant.length) {
    return { key: goals.length === 1 ? 'timer.goalForAll' : 'timer.goalForOthers', values: said };
  }
  return { key: 'timer.goalBecause', values: { ...said, condition: { condition: anyOf(conditions) } } };
}

function couldPromise(goal: GoalView, promise: PromiseMade): boolean {
  if ('within' in promise) return 'within' in goal ? goal.within === promise.within : 'withinField' in goal;
  if ('until' in promise) return 'until' in goal;
  if ('by' in promise)
    return 'by' in goal && goal.by === promise.by && goal.onBusinessDay === promise.onBusinessDay;
  return 'businessDays' in goal && goal.businessDays === promise.businessDays;
}

/** When there would be a goal, where that is known (engine rule 22). */
export function noPromiseSaid(timer: Timer, cycle: Cycle, terms: Terms): Sentence[] {
  const conditions = conditionsOf(goalsOf(timer, cycle, terms));
  if (conditions.length === 0) return [];
  return [{ key: 'timer.noPromiseWhy', values: { condition: { condition: anyOf(conditions) } } }];
}

const goalsOf = ({ metric }: Timer, { version }: Cycle, { versions }: Terms): readonly GoalView[] =>
  versions[version]?.goals[metric.id] ?? [];

const conditionsOf = (goals: readonly GoalView[]): Condition[] => goals.flatMap(({ when }) => when ?? []);

/** Conditions on the same field read better as one. */
function anyOf(conditions: readonly Condition[]): Condition {
  const [first] = conditions;
  const isList = (condition: Condition): condition is Extract<Condition, { readonly in: unknown }> =>
    'in' in condition;
  if (conditions.every(isList) && new Set(conditions.map(({ field }) => field)).size === 1) {
    const field = conditions[0]?.field ?? '';
    return { field, in: conditions.flatMap((condition) => condition.in) };
  }
  return conditions.length === 1 && first ? first : { any: conditions };
}
