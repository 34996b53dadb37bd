import * as v from 'valibot';
import { agreementKinds } from '../domain/agreement/agreement';
import type { ActionOf } from '../domain/alert/action';
import type { ConditionOf } from '../domain/timer/condition';
import { cyclePolicies, goalChangePolicies, metricKinds } from '../domain/timer/metric';
import { runOffRules } from '../domain/timer/timeline';
import { detailsSchema } from './agreement-details';
import { byKey } from './by-key';
import { goalOf } from './goal';
import { periodicTargetSchema } from './periodic-target';
import { priorityMatrixOf } from './priority-matrix';

type Text = v.GenericSchema<unknown, string>;

/** How the parts of an agreement are written: one way in a file, another as it is stored. */
export interface Parts<Value, Length, Share, Point> {
  readonly id: Text;
  readonly name: Text;
  readonly reason: Text;
  readonly value: v.GenericSchema<unknown, Value>;
  readonly condition: v.GenericSchema<unknown, ConditionOf<Value>>;
  readonly length: v.GenericSchema<unknown, Length>;
  readonly share: v.GenericSchema<unknown, Share>;
  /** A share of a goal that may lie beyond the goal. */
  readonly mark: v.GenericSchema<unknown, Share>;
  readonly point: v.GenericSchema<unknown, Point>;
  readonly action: v.GenericSchema<unknown, ActionOf<Value>>;
}

/** What a metric has, whichever way it is written. */
export function metricEntries<Value, Length, Share>(
  parts: Omit<Parts<Value, Length, Share, never>, 'point' | 'value'>,
) {
  const { id, name, condition, length, share, mark } = parts;
  const threshold = { id, actions: v.exactOptional(v.array(parts.action)) };
  return {
    id,
    kind: v.picklist(metricKinds),
    start: condition,
    stop: condition,
    cancel: v.exactOptional(condition),
    reset: v.exactOptional(condition),
    repeat: v.exactOptional(condition),
    startAt: v.exactOptional(v.string()),
    stopAt: v.exactOptional(v.string()),
    pause: v.array(v.strictObject({ name, while: condition })),
    cycles: v.picklist(cyclePolicies),
    goalChange: v.exactOptional(goalChangeSchema),
    goals: v.array(
      goalOf(
        { name, when: v.exactOptional(condition), calendar: v.string(), atRiskAt: v.exactOptional(share) },
        length,
      ),
    ),
    thresholds: v.exactOptional(
      v.array(
        byKey(
          {
            atShare: v.strictObject({ ...threshold, atShare: mark }),
            before: v.strictObject({ ...threshold, before: length }),
            after: v.strictObject({ ...threshold, after: length }),
          },
          'threshold.one-mark',
        ),
      ),
    ),
  };
}

const policy = v.picklist(goalChangePolicies);

export const goalChangeSchema = v.strictObject({ shorter: policy, longer: policy });

/** One policy for goals that leave less time and for those that leave more. */
export const goalChangeWordSchema = v.pipe(
  policy,
  v.transform((word) => ({ shorter: word, longer: word })),
);

/** What an agreement has beside its metrics, whichever way it is written. */
export function agreementEntries<Value, Point>(
  parts: Pick<Parts<Value, never, never, Point>, 'id' | 'name' | 'reason' | 'value' | 'condition' | 'point'>,
) {
  const { id, name, reason, value, condition, point } = parts;
  return {
    id,
    kind: v.picklist(agreementKinds),
    name,
    timeZone: v.string(),
    effectiveFrom: point,
    effectiveTo: v.exactOptional(point),
    runOff: v.exactOptional(v.picklist(runOffRules)),
    suspensions: v.exactOptional(
      v.array(v.strictObject({ from: point, to: v.exactOptional(point), reason })),
    ),
    services: v.exactOptional(
      v.array(v.strictObject({ id, revision: v.number(), mapping: v.exactOptional(condition) })),
    ),
    details: v.exactOptional(detailsSchema),
    periodicTargets: v.exactOptional(v.pipe(v.array(periodicTargetSchema), v.maxLength(50), v.readonly())),
    priorityMatrix: v.exactOptional(priorityMatrixOf(value)),
    customer: v.exactOptional(condition),
    service: v.exactOptional(condition),
    covers: v.exactOptional(condition),
  };
}
