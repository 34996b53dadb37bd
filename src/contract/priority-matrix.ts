import * as v from 'valibot';
import type { PriorityGiven } from '../domain/agreement/priority-given';
import type { PriorityMatrixOf } from '../domain/agreement/priority-matrix';
import { referenceSchema } from './condition';

const line = v.pipe(v.string(), v.maxLength(255), v.regex(/^\P{Cc}*$/u));

/** More values of impact and of urgency than anybody tells apart. */
const MOST_CELLS = 400;

/** A matrix of priorities, whichever way its values are written. */
export function priorityMatrixOf<Value>(
  value: v.GenericSchema<unknown, Value>,
): v.GenericSchema<unknown, PriorityMatrixOf<Value>> {
  return v.strictObject({
    impact: v.string(),
    urgency: v.string(),
    names: v.exactOptional(v.record(v.string(), line)),
    cells: v.pipe(
      v.array(v.strictObject({ impact: value, urgency: value, priority: value })),
      v.maxLength(MOST_CELLS),
    ),
    sets: v.boolean(),
  });
}

const valueSchema = v.nullable(referenceSchema);
const heldSchema = v.object({ field: v.string(), value: valueSchema });

/** Which priority an agreement gives an issue, as it is stored and shown. */
export const priorityGivenSchema = v.object({
  agreement: v.object({ id: v.string(), name: v.string() }),
  impact: heldSchema,
  urgency: heldSchema,
  priority: valueSchema,
  inJira: valueSchema,
}) satisfies v.GenericSchema<unknown, PriorityGiven>;
