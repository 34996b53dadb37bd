import type { Instant } from '../time/instant';
import type { Timer } from './cycle';
import type { History } from './history';
import { replay } from './replay';
import { standing, type HoursOf, type Standing } from './standing';
import type { Timeline } from './timeline';

export interface EvaluatedTimer extends Timer {
  /** One for each cycle, in the same order. */
  readonly standings: readonly Standing[];
}

/** How every timer of an agreement stands on an issue at `now` (engine rule 8). */
export function evaluate(
  history: History,
  timeline: Timeline,
  hoursOf: HoursOf,
  now: Instant,
): EvaluatedTimer[] {
  return replay(history, timeline, now).map((timer) => ({
    ...timer,
    standings: timer.cycles.map((cycle) => standing(cycle, timer.unknown, hoursOf, now)),
  }));
}
