import type { ConditionOf } from '../../timer/condition';
import type { MetricDraft } from '../draft';
import type { Parts, PresetWords } from './preset-draft';
import type { PresetPromise } from './presets';

type Draft = ConditionOf<string>;

/** When a timer of a preset runs, by the project's own statuses (T1; engine rules 10, 18). */
export function presetMetric(
  kind: PresetPromise['kind'],
  { statuses, types }: Parts,
  { waiting }: Pick<PresetWords, 'waiting'>,
): Omit<MetricDraft, 'goals'> {
  const statusIn = (names: readonly string[]): Draft => ({ field: 'status', in: names });
  const isOver = statusIn([...statuses.fixed, ...statuses.done]);
  const pause = statuses.waiting.length > 0 ? [{ name: waiting, while: statusIn(statuses.waiting) }] : [];
  switch (kind) {
    // Work begins: the issue leaves its first statuses. On one that is created in work nobody has to wait for that.
    case 'response': {
      const isNew = statusIn(statuses.new);
      const start: Draft = { all: [{ created: true }, isNew] };
      return { id: kind, kind, start, stop: { ends: isNew }, pause: [], cycles: 'first' };
    }
    case 'recovery': {
      const isIncident: Draft = { field: 'issuetype', in: types.incident };
      return {
        id: kind,
        kind,
        start: { any: [{ begins: isIncident }, { all: [{ ends: isOver }, isIncident] }] },
        stop: { begins: isOver },
        cancel: { ends: isIncident },
        pause,
        cycles: 'every',
      };
    }
    case 'resolution':
      return {
        id: kind,
        kind,
        start: { any: [{ created: true }, { ends: isOver }] },
        stop: { begins: isOver },
        pause,
        cycles: 'every',
      };
    case 'verification': {
      const [isFixed, isDone] = [statusIn(statuses.fixed), statusIn(statuses.done)];
      return {
        id: kind,
        kind,
        start: { all: [{ begins: isFixed }, { field: 'issuetype', in: types.problem }] },
        stop: { begins: isDone },
        // What turns out not to be fixed is no verification any more.
        cancel: { all: [{ ends: isFixed }, { not: isDone }] },
        pause: [],
        cycles: 'every',
      };
    }
  }
}
