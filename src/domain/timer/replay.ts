import type { Instant } from '../time/instant';
import type { Timer } from './cycle';
import { inOrder, type History } from './history';
import { LaneRun } from './lane-run';
import { courseAsOf, type Rules } from './rules';

/**
 * The timers that agreements set on an issue: its history read from the first fact to the last before or at `now`
 * (engine rules 8 to 14). A pure function: neither the order nor the number of times in which facts and publications
 * come changes anything.
 */
export function replay(history: History, rules: Rules, now: Instant): Timer[] {
  const facts = inOrder(history.facts);
  const timers: Timer[] = [];
  for (const lane of rules.lanes) {
    const run = new LaneRun(lane, facts, courseAsOf(lane, now)).readUntil(now);
    timers.push(...run.timers(history.gap));
  }
  return timers;
}
