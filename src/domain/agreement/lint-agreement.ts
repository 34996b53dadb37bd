import { problem, type Problem } from '../problem';
import type { Condition } from '../timer/condition';
import { canHold, excludes, implies } from '../timer/implication';
import type { Metric } from '../timer/metric';
import { scopeOf } from '../timer/terms';
import type { Agreement } from './agreement';
import type { Definitions } from './draft';
import { lintGoals } from './lint-goals';
import { lintActions, lintThresholds } from './lint-thresholds';

export function lintAgreement(agreement: Agreement, path: string, { calendars }: Definitions): Problem[] {
  const scope = scopeOf(agreement) ?? { all: [] };
  if (!canHold(scope)) return [problem('agreement.about-nothing', path)];
  return agreement.metrics.flatMap((metric, index) => {
    const at = `${path}.metrics[${index}]`;
    return [
      ...lintEvents(metric, at),
      ...lintPauses(metric, at),
      ...lintGoals(metric.goals, { path: `${at}.goals`, scope, calendars }),
      ...lintThresholds(metric, `${at}.thresholds`),
      ...lintActions(metric, `${at}.thresholds`),
      ...(metric.startAt !== undefined && metric.startAt === metric.stopAt
        ? [problem('metric.same-field', `${at}.stopAt`, { found: metric.stopAt })]
        : []),
    ];
  });
}

/** By rank: at one fact that satisfies several, the first does away with those after it (engine rule 11). */
const ranked = ['cancel', 'stop', 'repeat', 'reset'] as const;

function lintEvents(metric: Metric, path: string): Problem[] {
  return [...ranked, 'start' as const].flatMap((event, rank) => {
    const condition = metric[event];
    if (!condition) return [];
    if (!canHold(condition)) return [problem('metric.never', `${path}.${event}`, { event })];
    // What opens a cycle meets only what would keep it from opening.
    const before = ranked.slice(0, event === 'start' ? 2 : rank);
    const by = before.find((other) => implies(condition, metric[other] ?? NEVER));
    return by === undefined ? [] : [problem('metric.overruled', `${path}.${event}`, { event, by })];
  });
}

function lintPauses(metric: Metric, path: string): Problem[] {
  return metric.pause.flatMap((rule, index) => {
    const at = `${path}.pause[${index}]`;
    const details = { name: rule.name };
    if (neverWhileRunning(rule.while, metric)) return [problem('pause.never', at, details)];
    return canHold(metric.start) && implies(metric.start, rule.while)
      ? [problem('pause.from-start', at, details)]
      : [];
  });
}

/** A state that no start leaves an issue in, and that no later fact brings about without ending the cycle by it. */
function neverWhileRunning(state: Condition, { start, stop, cancel }: Metric): boolean {
  const comesToBe: Condition = { all: [{ begins: state }, { not: { created: true } }] };
  return !canHold(state) || (excludes(start, state) && implies(comesToBe, { any: [stop, cancel ?? NEVER] }));
}

const NEVER: Condition = { any: [] };
