import * as v from 'valibot';
import type { Condition, ConditionOf } from '../domain/timer/condition';

/**
 * The shape of a condition, as deep as it goes. The kind of each shows in its key, so that a mistake is told about the
 * kind that was meant.
 */
export function conditionOf<Value>(
  value: v.GenericSchema<unknown, Value>,
): v.GenericSchema<unknown, ConditionOf<Value>> {
  const condition: v.GenericSchema<unknown, ConditionOf<Value>> = v.lazy((input) => {
    const keys = typeof input === 'object' && input !== null ? Object.keys(input) : [];
    return kinds.find(([key]) => keys.includes(key))?.[1] ?? inValues;
  });
  const several = v.array(condition);
  const values = v.array(value);
  const inValues = v.strictObject({ field: v.string(), in: values });
  const kinds: [key: string, schema: v.GenericSchema<unknown, ConditionOf<Value>>][] = [
    ['all', v.strictObject({ all: several })],
    ['any', v.strictObject({ any: several })],
    ['not', v.strictObject({ not: condition })],
    ['created', v.strictObject({ created: v.literal(true) })],
    [
      'changed',
      v.strictObject({ changed: v.string(), from: v.exactOptional(values), to: v.exactOptional(values) }),
    ],
    ['assigned', v.strictObject({ assigned: v.boolean() })],
    ['resolved', v.strictObject({ resolved: v.boolean() })],
    [
      'commented',
      v.strictObject({
        commented: v.strictObject({
          by: v.exactOptional(v.array(v.picklist(['agent', 'customer', 'automation']))),
          public: v.exactOptional(v.boolean()),
        }),
      }),
    ],
    ['begins', v.strictObject({ begins: condition })],
    ['ends', v.strictObject({ ends: condition })],
    ['empty', v.strictObject({ field: v.string(), empty: v.boolean() })],
    ['memberOf', v.strictObject({ field: v.string(), memberOf: values })],
  ];
  return condition;
}

/** A value of a field once it is resolved. */
export const referenceSchema = v.object({ id: v.string(), name: v.string() });

/** A condition whose values are resolved, as it is stored and sent. */
export const conditionSchema: v.GenericSchema<unknown, Condition> = conditionOf(referenceSchema);
