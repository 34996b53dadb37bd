import { problem, type Problem } from '../problem';
import { fieldsOf } from '../timer/condition';
import type { FieldId } from '../timer/history';
import type { Action, Metric, Threshold } from '../timer/metric';
import { conditionsOfMetric } from './agreement';

/** Marks that say the same twice, and marks that are passed as soon as the timer starts. */
export function lintThresholds({ thresholds = [], goals }: Metric, path: string): Problem[] {
  return thresholds.flatMap((threshold, index) => {
    const at = `${path}[${index}]`;
    const twin = thresholds.slice(0, index).find((other) => markOf(other) === markOf(threshold));
    if (twin) return [problem('threshold.twice', at, { id: threshold.id, other: twin.id })];
    if (!('before' in threshold)) return [];
    const short = goals.find((goal) => 'within' in goal && goal.within <= threshold.before);
    return short ? [problem('threshold.at-start', at, { id: threshold.id, goal: short.name })] : [];
  });
}

const markOf = ({ id: _id, actions: _actions, ...mark }: Threshold): string => JSON.stringify(mark);

/** Actions that do the same twice, and those that change what the metric's own conditions ask about. */
export function lintActions(metric: Metric, path: string): Problem[] {
  const asked = new Set(conditionsOfMetric(metric).flatMap(fieldsOf));
  return (metric.thresholds ?? []).flatMap(({ id, actions = [] }, index) =>
    actions.flatMap((action, place) => {
      const at = `${path}[${index}].actions[${place}]`;
      const same = actions.slice(0, place).some((other) => JSON.stringify(other) === JSON.stringify(action));
      if (same) return [problem('action.twice', at, { id })];
      const field = fieldChangedBy(action);
      return field !== undefined && asked.has(field)
        ? [problem('action.moves-timer', at, { id, field })]
        : [];
    }),
  );
}

function fieldChangedBy(action: Action): FieldId | undefined {
  if ('label' in action) return 'labels';
  if ('assign' in action) return 'assignee';
  return 'priority' in action ? 'priority' : undefined;
}
