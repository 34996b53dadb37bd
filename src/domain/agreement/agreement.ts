import { fieldsOf, type ConditionOf, type Reference } from '../timer/condition';
import { fieldsReadBy, type Percentage } from '../timer/goal';
import type { PeriodicTarget } from '../monitoring/periodic-target';
import type { FieldId } from '../timer/history';
import type { MetricOf } from '../timer/metric';
import type { RunOff } from '../timer/timeline';
import type { Instant, Span } from '../time/instant';
import type { Zone } from '../time/zone';
import type { AgreementDetails } from './details';
import { axesOf, type PriorityMatrixOf } from './priority-matrix';

/** One kind of thing with three uses (A1): it binds us to a customer, a group to us, or a supplier to us. */
export const agreementKinds = ['SLA', 'OLA', 'UC'] as const;
export type AgreementKind = (typeof agreementKinds)[number];

/** What an agreement promises about issues. `Value`, `Length`, `Share` and `Point` are written one way in a file, another once read. */
export interface AgreementOf<Value, Length, Share, Point> extends ScopeOf<Value> {
  readonly id: string;
  readonly kind: AgreementKind;
  readonly name: string;
  /** Its own zone, in which its dates are meant (engine rule 24). */
  readonly timeZone: Zone;
  /** Timers that start before this are not under the agreement. */
  readonly effectiveFrom: Point;
  /** Timers that start from then on are not under it either; never, when left out. */
  readonly effectiveTo?: Point;
  /** What becomes of timers that run when it ends: `finish` when left out. */
  readonly runOff?: RunOff;
  /** When it is not in force in between, with the reason that people are shown (engine rule 21). */
  readonly suspensions?: readonly SuspensionOf<Point>[];
  /** What it covers of the catalogue, each as it was when this was written (A14). What in Jira belongs to them is part of `service`. */
  readonly services?: readonly ServiceUseOf<Value>[];
  readonly details?: AgreementDetails;
  readonly priorityMatrix?: PriorityMatrixOf<Value>;
  readonly metrics: readonly MetricOf<Value, Length, Share>[];
  /** What it promises for periods as a whole (T3), as people write it. */
  readonly periodicTargets?: readonly PeriodicTarget[];
}

/** A service by its id, and the number of the revision that was before whoever chose it. */
export interface ServiceUseOf<Value> {
  readonly id: string;
  readonly revision: number;
  /** What belonged to it then: of several services it says which one an issue's timers are reported under. */
  readonly mapping?: ConditionOf<Value>;
}

/** The issues that an agreement is about: all of the project's when all is left out. The more is said, the more specific it is (T13). */
export interface ScopeOf<Value> {
  readonly customer?: ConditionOf<Value>;
  readonly service?: ConditionOf<Value>;
  /** What else must be so. */
  readonly covers?: ConditionOf<Value>;
}

export interface SuspensionOf<Point> {
  readonly from: Point;
  /** Until further notice, when left out. */
  readonly to?: Point;
  readonly reason: string;
}

export type Agreement = AgreementOf<Reference, Span, Percentage, Instant>;

/** Every condition that an agreement is written with. */
export function conditionsOf<Value>({
  customer,
  service,
  covers,
  metrics,
}: AgreementOf<Value, unknown, unknown, unknown>): ConditionOf<Value>[] {
  return [customer, service, covers, ...metrics.flatMap(conditionsOfMetric)].filter(
    (condition) => condition !== undefined,
  );
}

export function conditionsOfMetric<Value>(metric: MetricOf<Value, unknown, unknown>): ConditionOf<Value>[] {
  const { start, stop, cancel, reset, repeat, pause, goals } = metric;
  return [
    start,
    stop,
    cancel,
    reset,
    repeat,
    ...pause.map((rule) => rule.while),
    ...goals.map(({ when }) => when),
  ].filter((condition) => condition !== undefined);
}

/** Every field that an agreement asks about: in conditions, and for dates and lengths that the issue itself says. */
export function fieldsAskedBy(agreement: Agreement): FieldId[] {
  const read = agreement.metrics.flatMap((metric) => [
    metric.startAt,
    metric.stopAt,
    ...metric.goals.flatMap(fieldsReadBy),
  ]);
  return [...conditionsOf(agreement).flatMap(fieldsOf), ...read.filter((field) => field !== undefined)];
}

/** The fields that an agreement does not judge timers by, but shows a priority by (A13), or the service of an issue. */
export const fieldsShownBy = ({ priorityMatrix, services = [] }: Agreement): FieldId[] => [
  ...(priorityMatrix ? axesOf(priorityMatrix) : []),
  ...services.flatMap(({ mapping }) => (mapping ? fieldsOf(mapping) : [])),
];
