import { problem, type Problem } from '../problem';
import type { Metric, Threshold } from '../timer/metric';

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

const markOf = ({ id: _id, ...mark }: Threshold): string => JSON.stringify(mark);
