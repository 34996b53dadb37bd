import type { Condition, ConditionOf, Reference } from '../timer/condition';
import type { MetricOf, Percentage } from '../timer/metric';
import type { Instant, Span } from '../time/instant';
import type { Zone } from '../time/zone';

/** One kind of thing with three uses (A1): it binds us to a customer, a group to us, or a supplier to us. */
export const agreementKinds = ['SLA', 'OLA', 'UC'] as const;
export type AgreementKind = (typeof agreementKinds)[number];

/** What an agreement promises about issues. `Value`, `Length`, `Share` and `Point` are written one way in a file, another once read. */
export interface AgreementOf<Value, Length, Share, Point> {
  readonly id: string;
  readonly kind: AgreementKind;
  readonly name: string;
  /** Its own zone, in which its dates are meant (engine rule 24). */
  readonly timeZone: Zone;
  /** Timers that start before this are not under the agreement. */
  readonly effectiveFrom: Point;
  /** The issues that it is about; all of the project's when left out. */
  readonly covers?: ConditionOf<Value>;
  readonly metrics: readonly MetricOf<Value, Length, Share>[];
}

export type Agreement = AgreementOf<Reference, Span, Percentage, Instant>;

/** Every condition that an agreement is written with. */
export function conditionsOf(agreement: Agreement): Condition[] {
  const ofMetrics = agreement.metrics.flatMap(({ start, stop, cancel, reset, pause, goals }) => [
    start,
    stop,
    cancel,
    reset,
    ...pause.map((rule) => rule.while),
    ...goals.map(({ when }) => when),
  ]);
  return [agreement.covers, ...ofMetrics].filter((condition) => condition !== undefined);
}
