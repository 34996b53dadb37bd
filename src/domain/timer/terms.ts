import { conditionsOfMetric, type Agreement } from '../agreement/agreement';
import { dayNumberOf } from '../time/local-date';
import { DAY, wallTimeOfDay } from '../time/wall-clock';
import { asksComments, fieldsOf, type Condition } from './condition';
import { compileCondition, type CompiledCondition } from './compiled-condition';
import type { Timer } from './cycle';
import { dateIn, durationIn } from './field-reading';
import { fieldsReadBy, type PromiseMade, type Target } from './goal';
import type { FieldId, History } from './history';
import { CARRY, type Goal, type GoalChangePolicy, type Metric } from './metric';
import type { FieldMask, FieldSlots } from './field-slots';
import type { Moment } from './moment';
import type { Publication } from './timeline';
import type { Instant } from '../time/instant';

/** What one version of an agreement says, ready to be asked at every fact of a history. */
export interface AgreementTerms {
  readonly publication: Publication;
  /** As timers name it. */
  readonly named: Timer['agreement'];
  /** The more is said of what it is about, the higher (T13). */
  readonly specificity: number;
  readonly scope: CompiledCondition | undefined;
  /** By metric id. */
  readonly metrics: ReadonlyMap<Metric['id'], MetricTerms>;
}

/** What one version of an agreement says of one metric. */
export interface MetricTerms {
  readonly agreement: AgreementTerms;
  readonly metric: Metric;
  /** As timers name it. */
  readonly named: Timer['metric'];
  readonly start: CompiledCondition;
  readonly stop: CompiledCondition;
  readonly cancel: CompiledCondition | undefined;
  readonly reset: CompiledCondition | undefined;
  readonly repeat: CompiledCondition | undefined;
  readonly pauses: readonly { readonly paused: Paused; readonly holds: CompiledCondition['holds'] }[];
  readonly goals: readonly CompiledGoal[];
  readonly asks: {
    readonly pauses: FieldMask;
    readonly goals: FieldMask;
    readonly startAt: FieldMask;
  };
}

/** That the clock waits, by the name of the pause. */
export interface Paused {
  readonly kind: 'paused';
  readonly by: string;
}

interface CompiledGoal {
  readonly holds: CompiledCondition['holds'] | undefined;
  /** Undefined where the field that should say it says nothing. */
  readonly promise: (moment: Moment) => PromiseMade | undefined;
}

export function compileAgreement(publication: Publication, slots: FieldSlots): AgreementTerms {
  const { agreement } = publication;
  const metrics = new Map<Metric['id'], MetricTerms>();
  const scope = scopeOf(agreement);
  if (scope) slots.asksBefore = true;
  const terms: AgreementTerms = {
    publication,
    named: { id: agreement.id, name: agreement.name },
    specificity: specificityOf(agreement),
    scope: scope && compileCondition(scope, slots),
    metrics,
  };
  for (const metric of agreement.metrics) metrics.set(metric.id, compileMetric(terms, metric, slots));
  return terms;
}

/** Customer and service, customer, service, neither (T13). */
export function specificityOf({ customer, service }: Agreement): number {
  return (customer ? 2 : 0) + (service ? 1 : 0);
}

/** What an issue must be like for the agreement to be about it; undefined when it is about all. */
export function scopeOf({ customer, service, covers }: Agreement): Condition | undefined {
  const parts = [customer, service, covers].filter((part) => part !== undefined);
  return parts.length > 0 ? { all: parts } : undefined;
}

/** Whether a hole in a history lies in what a metric depends on (engine rule 21). */
export function dependsOnGap(metric: Metric, agreement: Agreement, gap: History['gap']): boolean {
  if (gap === undefined) return false;
  const scope = scopeOf(agreement);
  const conditions = [...conditionsOfMetric(metric), ...(scope ? [scope] : [])];
  if (gap === 'comments') return conditions.some(asksComments);
  const read = metric.goals.flatMap(fieldsReadBy);
  const fields = [...conditions.flatMap(fieldsOf), ...read, metric.startAt, metric.stopAt].filter(
    (field) => field !== undefined,
  );
  return gap === 'changelog' ? fields.length > 0 : fields.includes(gap.field);
}

function compileMetric(agreement: AgreementTerms, metric: Metric, slots: FieldSlots): MetricTerms {
  const compile = (condition: Condition): CompiledCondition => compileCondition(condition, slots);
  const { start, stop, cancel, reset, repeat, startAt, stopAt } = metric;
  const pauses = metric.pause.map((rule) => ({
    paused: { kind: 'paused', by: rule.name } as const,
    ...compile(rule.while),
  }));
  const whens = metric.goals.map(({ when }) => when && compile(when));
  const read = metric.goals.flatMap(fieldsReadBy);
  if (stopAt !== undefined) slots.of(stopAt);
  return {
    agreement,
    metric,
    named: { id: metric.id, kind: metric.kind },
    start: compile(start),
    stop: compile(stop),
    cancel: cancel && compile(cancel),
    reset: reset && compile(reset),
    repeat: repeat && compile(repeat),
    pauses,
    goals: metric.goals.map((goal, index) => ({
      holds: whens[index]?.holds,
      promise: promiseOf(goal, agreement.publication),
    })),
    asks: {
      pauses: pauses.reduce((mask, { asks }) => mask | asks, 0),
      goals: whens.reduce((mask, when) => mask | (when?.asks ?? 0), slots.maskOf(read)),
      startAt: startAt === undefined ? 0 : slots.maskOf([startAt]),
    },
  };
}

function promiseOf(goal: Goal, { calendars }: Publication): CompiledGoal['promise'] {
  const calendar = calendars[goal.calendar];
  if (calendar === undefined) return () => undefined;
  const { name, atRiskAt } = goal;
  const made = (target: Target): PromiseMade => ({
    goal: name,
    calendar,
    ...target,
    ...(atRiskAt !== undefined && { atRiskAt }),
  });
  if ('until' in goal) {
    return (moment) => {
      const until = dateIn(moment.valueOf(goal.until));
      return until === undefined ? undefined : made({ until });
    };
  }
  if ('withinField' in goal) {
    return (moment) => {
      const within = durationIn(moment.valueOf(goal.withinField), goal.unit);
      return within === undefined ? undefined : made({ within });
    };
  }
  const always = made(targetOf(goal));
  return () => always;
}

function targetOf(
  goal: Exclude<Goal, { readonly until: FieldId } | { readonly withinField: FieldId }>,
): Target {
  if ('within' in goal) return { within: goal.within };
  if ('businessDays' in goal) return { businessDays: goal.businessDays };
  return { by: goal.by, onBusinessDay: goal.onBusinessDay };
}

/** The first goal whose condition holds, and whose field, if it reads one, says something (T2). */
export function promiseAt({ goals }: MetricTerms, moment: Moment): PromiseMade | null {
  for (const goal of goals) {
    if (goal.holds && !goal.holds(moment)) continue;
    const promise = goal.promise(moment);
    if (promise) return promise;
  }
  return null;
}

/** The first pause that holds. */
export function pauseAt({ pauses }: MetricTerms, moment: Moment): Paused | undefined {
  for (const { paused, holds } of pauses) if (holds(moment)) return paused;
  return undefined;
}

/** Whether two promises are the same but for the name of the goal, so that nothing changes for who is bound by them. */
export function sameTerms(a: PromiseMade, b: PromiseMade): boolean {
  return a === b || (a.calendar === b.calendar && sameTarget(a, b));
}

function sameTarget(a: PromiseMade, b: PromiseMade): boolean {
  if ('within' in a) return 'within' in b && a.within === b.within;
  if ('businessDays' in a) return 'businessDays' in b && a.businessDays === b.businessDays;
  if ('until' in a) return 'until' in b && a.until === b.until;
  return 'by' in b && a.by === b.by && a.onBusinessDay === b.onBusinessDay;
}

/** What another promise mid-cycle does, by whether it leaves less time than the one before (engine rule 14). */
export function policyFor(
  { metric }: MetricTerms,
  before: PromiseMade,
  after: PromiseMade,
  startedAt: Instant,
): GoalChangePolicy {
  const { shorter, longer } = metric.goalChange ?? CARRY;
  return nominalLength(after, startedAt) < nominalLength(before, startedAt) ? shorter : longer;
}

/** A length in ms by which promises of different kinds are compared: a business day counts as a day. */
function nominalLength(promise: PromiseMade, startedAt: Instant): number {
  if ('within' in promise) return promise.within;
  if ('businessDays' in promise) return promise.businessDays * DAY;
  if ('by' in promise) return promise.onBusinessDay * DAY + (wallTimeOfDay(promise.by) ?? 0);
  const { until } = promise;
  return (typeof until === 'number' ? until : ((dayNumberOf(until) ?? 0) + 1) * DAY) - startedAt;
}
