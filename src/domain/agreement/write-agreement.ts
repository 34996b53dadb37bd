import type { ActionOf } from '../alert/action';
import type { Instant, Span } from '../time/instant';
import { localDateOf } from '../time/local-date';
import { firstInstantAt } from '../time/offset-periods';
import { DAY } from '../time/wall-clock';
import { wallReading, type Zone } from '../time/zone';
import type { ConditionOf, Reference } from '../timer/condition';
import type { Goal, Metric, Threshold } from '../timer/metric';
import type { Agreement } from './agreement';
import type { AgreementDraft, GoalDraft, MetricDraft, ThresholdDraft } from './draft';
import type { KnownFields } from './known-field';
import { PRIORITY, type PriorityMatrix, type PriorityMatrixOf } from './priority-matrix';
import { writeCondition, writeValue } from './write-condition';

/**
 * An agreement as people write it (P8): the way back from `readAgreement`, which reads the same agreement from it as long
 * as the project has its fields and values.
 */
export function writeAgreement(agreement: Agreement, fieldOf: KnownFields): AgreementDraft {
  const { customer, service, covers, effectiveFrom, effectiveTo, suspensions, services, ...others } =
    agreement;
  const { priorityMatrix, metrics, ...rest } = others;
  const { timeZone } = agreement;
  const write = (condition: ConditionOf<Reference>): ConditionOf<string> =>
    writeCondition(condition, fieldOf);
  return {
    ...rest,
    effectiveFrom: pointText(effectiveFrom, 'start', timeZone),
    ...(effectiveTo !== undefined && { effectiveTo: pointText(effectiveTo, 'end', timeZone) }),
    ...(suspensions && {
      suspensions: suspensions.map(({ from, to, reason }) => ({
        from: pointText(from, 'start', timeZone),
        ...(to !== undefined && { to: pointText(to, 'end', timeZone) }),
        reason,
      })),
    }),
    ...(services && {
      services: services.map(({ mapping, ...use }) => ({
        ...use,
        ...(mapping && { mapping: write(mapping) }),
      })),
    }),
    ...(customer && { customer: write(customer) }),
    ...(service && { service: write(service) }),
    ...(covers && { covers: write(covers) }),
    ...(priorityMatrix && { priorityMatrix: writePriorityMatrix(priorityMatrix, fieldOf) }),
    metrics: metrics.map((metric) => writeMetric(metric, fieldOf)),
  };
}

function writePriorityMatrix(matrix: PriorityMatrix, fieldOf: KnownFields): PriorityMatrixOf<string> {
  const { impact, urgency, cells } = matrix;
  return {
    ...matrix,
    cells: cells.map((cell) => ({
      impact: writeValue(cell.impact, fieldOf(impact)),
      urgency: writeValue(cell.urgency, fieldOf(urgency)),
      priority: writeValue(cell.priority, fieldOf(PRIORITY)),
    })),
  };
}

function writeMetric(metric: Metric, fieldOf: KnownFields): MetricDraft {
  const { start, stop, cancel, reset, repeat, pause, goals, thresholds, ...rest } = metric;
  const write = (condition: ConditionOf<Reference>): ConditionOf<string> =>
    writeCondition(condition, fieldOf);
  return {
    ...rest,
    start: write(start),
    stop: write(stop),
    ...(cancel && { cancel: write(cancel) }),
    ...(reset && { reset: write(reset) }),
    ...(repeat && { repeat: write(repeat) }),
    pause: pause.map((rule) => ({ name: rule.name, while: write(rule.while) })),
    goals: goals.map((goal) => writeGoal(goal, fieldOf)),
    ...(thresholds && { thresholds: thresholds.map((threshold) => writeThreshold(threshold, fieldOf)) }),
  };
}

function writeGoal({ when, atRiskAt, ...goal }: Goal, fieldOf: KnownFields): GoalDraft {
  const said = {
    ...(when && { when: writeCondition(when, fieldOf) }),
    ...(atRiskAt !== undefined && { atRiskAt: `${atRiskAt}%` }),
  };
  return 'within' in goal ? { ...goal, ...said, within: lengthText(goal.within) } : { ...goal, ...said };
}

function writeThreshold({ actions, ...threshold }: Threshold, fieldOf: KnownFields): ThresholdDraft {
  const said = actions && { actions: actions.map((action) => writeAction(action, fieldOf)) };
  if ('atShare' in threshold) return { ...threshold, ...said, atShare: `${threshold.atShare}%` };
  return 'before' in threshold
    ? { ...threshold, ...said, before: lengthText(threshold.before) }
    : { ...threshold, ...said, after: lengthText(threshold.after) };
}

function writeAction(action: ActionOf<Reference>, fieldOf: KnownFields): ActionOf<string> {
  return 'priority' in action ? { priority: writeValue(action.priority, fieldOf('priority')) } : action;
}

/** Some working time as `4h 30m`, to the second. */
function lengthText(length: Span): string {
  const total = Math.floor(length / 1_000);
  const [h, m, s] = [Math.floor(total / 3_600), Math.floor(total / 60) % 60, total % 60];
  return [h && `${h}h`, m && `${m}m`, s && `${s}s`].filter(Boolean).join(' ') || '0m';
}

/** An instant on a wall: a date where a day begins, or for an `end` has ended, with it; a date and time otherwise. */
function pointText(at: Instant, as: 'start' | 'end', zone: Zone): string {
  const wall = wallReading(zone, at);
  const day = Math.floor(wall / DAY);
  if (firstInstantAt(zone, day * DAY) === at) return localDateOf(as === 'end' ? day - 1 : day);
  return new Date(wall).toISOString().slice(0, 19).replace(/:00$/, '');
}
