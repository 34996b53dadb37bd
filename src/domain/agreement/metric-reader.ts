import { problem } from '../problem';
import { canHold, equivalent } from '../timer/implication';
import type { Metric } from '../timer/metric';
import { readEvent, readState } from './condition-reader';
import type { MetricDraft } from './draft';
import { mustHold, refuseTwins, type DraftReading } from './draft-reading';
import { readGoal, readThreshold } from './goal-reader';

export function readMetric(draft: MetricDraft, path: string, reading: DraftReading): Metric {
  const { cancel, reset, repeat, startAt, stopAt, pause, goals, thresholds, ...rest } = draft;
  const { start, stop } = readEdges(draft, path, reading);
  if (startAt !== undefined) mustHold('date', startAt, `${path}.startAt`, reading);
  if (stopAt !== undefined) mustHold('date', stopAt, `${path}.stopAt`, reading);
  if (goals.length === 0) reading.problems.push(problem('metric.no-goal', `${path}.goals`));
  if (thresholds) refuseTwins(thresholds, `${path}.thresholds`, reading);
  return {
    ...rest,
    start,
    stop,
    ...(cancel && { cancel: readEvent(cancel, `${path}.cancel`, reading) }),
    ...(reset && { reset: readEvent(reset, `${path}.reset`, reading) }),
    ...(repeat && { repeat: readEvent(repeat, `${path}.repeat`, reading) }),
    ...(startAt !== undefined && { startAt }),
    ...(stopAt !== undefined && { stopAt }),
    pause: pause.map((rule, index) => ({
      name: rule.name,
      while: readState(rule.while, `${path}.pause[${index}].while`, reading),
    })),
    goals: goals.map((goal, index) => readGoal(goal, `${path}.goals[${index}]`, reading)),
    ...(thresholds && {
      thresholds: thresholds.map((threshold, index) =>
        readThreshold(threshold, `${path}.thresholds[${index}]`, reading),
      ),
    }),
  };
}

/** The conditions that start and stop the timer, which may not say the same in whatever words (g6). */
function readEdges(draft: MetricDraft, path: string, reading: DraftReading): Pick<Metric, 'start' | 'stop'> {
  const { problems } = reading;
  const before = problems.length;
  const start = readEvent(draft.start, `${path}.start`, reading);
  const stop = readEvent(draft.stop, `${path}.stop`, reading);
  if (problems.length === before && canHold(start) && equivalent(start, stop)) {
    problems.push(problem('metric.start-is-stop', `${path}.stop`));
  }
  return { start, stop };
}
