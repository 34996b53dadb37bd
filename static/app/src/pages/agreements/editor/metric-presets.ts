import type { GoalDraft, MetricDraft } from '../../../../../../src/domain/agreement/draft';
import type { ProjectShape } from '../../../../../../src/domain/agreement/project-shape';
import type { MetricKind } from '../../../../../../src/domain/timer/metric';
import { idFor } from '../../calendars/draft';
import { valuesOf, written, type ConditionDraft } from './draft-values';

type Conditions = Pick<MetricDraft, 'start' | 'stop' | 'cancel' | 'repeat' | 'cycles'>;

const created: ConditionDraft = { created: true };
const publicReply: ConditionDraft = { commented: { by: ['agent'], public: true } };

/**
 * A metric of that kind, with conditions that make sense for the statuses of the project (engine rules 12, 18, 19) and a goal
 * for each priority, whose lengths are still to be written.
 *
 * @param taken ids that other metrics of the agreement have.
 * @param calendar that its goals are counted on.
 */
export function newMetric(
  kind: MetricKind,
  shape: ProjectShape,
  taken: readonly string[],
  calendar: string,
): MetricDraft {
  return {
    id: idFor(kind, taken, kind),
    kind,
    ...presets[kind](statusesOf(shape)),
    pause: [],
    goals: goalsByPriority(shape, calendar),
  };
}

function goalsByPriority(shape: ProjectShape, calendar: string): GoalDraft[] {
  const priorities = valuesOf('priority', shape) ?? [];
  if (priorities.length === 0) return [{ name: '1', within: '', calendar }];
  return priorities.map(({ text, name }) => ({
    name,
    when: { field: 'priority', in: [text] },
    within: '',
    calendar,
  }));
}

/** Conditions on the statuses of a project by Jira's category. */
interface Statuses {
  readonly isNew: ConditionDraft;
  readonly inWork: ConditionDraft;
  readonly isDone: ConditionDraft;
  /** Work is done, but somebody is still to look at it; and then it is verified. */
  readonly isFixed: ConditionDraft;
  readonly isVerified: ConditionDraft;
  readonly fixedOrVerified: ConditionDraft;
}

function statusesOf(shape: ProjectShape): Statuses {
  const { statuses } = shape;
  const [fresh, inWork, done] = [statuses.new, statuses.indeterminate, statuses.done].map((of) =>
    written('status', of, shape),
  ) as [string[], string[], string[]];
  const status = (values: readonly string[]): ConditionDraft => ({ field: 'status', in: values });
  // With one status that is done, what comes before it is where the work is looked at.
  const [fixed, verified] = done.length > 1 ? [done.slice(0, 1), done.slice(1)] : [inWork.slice(-1), done];
  return {
    isNew: status(fresh),
    inWork: status(inWork),
    isDone: status(done),
    isFixed: status(fixed),
    isVerified: status(verified),
    fixedOrVerified: status([...fixed, ...verified]),
  };
}

const presets: Readonly<Record<MetricKind, (statuses: Statuses) => Conditions>> = {
  response: ({ isNew, isDone }) => ({
    start: created,
    // What was created in work, and so never leaves a new status, is responded to by its end.
    stop: { any: [{ ends: isNew }, { begins: isDone }] },
    cycles: 'first',
  }),
  recovery: ({ isDone }) => ({ start: created, stop: { begins: isDone }, cycles: 'every' }),
  resolution: ({ isDone }) => ({
    start: { any: [created, { ends: isDone }] },
    stop: { begins: isDone },
    cycles: 'every',
  }),
  verification: ({ isFixed, isVerified, fixedOrVerified }) => ({
    start: { begins: isFixed },
    stop: { begins: isVerified },
    // Back to work: there is nothing to verify.
    cancel: { ends: fixedOrVerified },
    cycles: 'every',
  }),
  'next-reply': ({ isDone }) => ({
    start: { all: [{ commented: { by: ['customer'] } }, { not: isDone }] },
    stop: { any: [publicReply, { begins: isDone }] },
    cycles: 'every',
  }),
  'periodic-update': ({ isDone }) => ({
    start: { all: [publicReply, { not: isDone }] },
    stop: { begins: isDone },
    repeat: publicReply,
    cycles: 'every',
  }),
  'time-in-status': ({ inWork }) => ({
    start: { begins: inWork },
    stop: { ends: inWork },
    cycles: 'resume-last',
  }),
  'time-with-group': () => ({
    start: { begins: withGroup },
    stop: { ends: withGroup },
    cycles: 'every',
  }),
};

/** Which group, nobody but the reader knows. */
const withGroup: ConditionDraft = { field: 'assignee', memberOf: [] };
