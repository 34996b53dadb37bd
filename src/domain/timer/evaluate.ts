import type { Instant } from '../time/instant';
import type { HoursOf } from './account';
import type { Timer } from './cycle';
import type { History } from './history';
import { replay } from './replay';
import type { Rules } from './rules';
import { standing, type Standing } from './standing';

export interface EvaluatedTimer extends Timer {
  /** One for each cycle, in the same order. */
  readonly standings: readonly Standing[];
}

/** How every timer stands on an issue at `now` (engine rule 8). */
export function evaluate(history: History, rules: Rules, hoursOf: HoursOf, now: Instant): EvaluatedTimer[] {
  return replay(history, rules, now).map(({ agreement, metric, cycles, unknown }) => ({
    agreement,
    metric,
    cycles,
    unknown,
    standings: cycles.map((cycle) => standing(cycle, unknown, hoursOf, now)),
  }));
}
