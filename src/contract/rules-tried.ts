import * as v from 'valibot';
import { explanationSchema } from './explanation';
import { instantSchema } from './primitives';
import { issueTimersSchema } from './views';

const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(255));
const values = v.pipe(v.array(text), v.maxLength(50), v.readonly());

/** An issue of the project by its key, or one that is made up. */
export const issueToTrySchema = v.union([
  v.strictObject({ issue: v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9_-]{1,64}$/)) }),
  v.strictObject({
    created: instantSchema,
    /** What its fields hold when it is created, as ids. */
    fields: v.record(text, values),
    changes: v.pipe(
      v.array(v.strictObject({ at: instantSchema, field: text, to: values })),
      v.maxLength(100),
      v.readonly(),
    ),
  }),
]);

/** What the rules make of it, and why; null when there is no such issue here. */
export const rulesTriedSchema = v.nullable(
  v.object({ timers: issueTimersSchema, explained: explanationSchema }),
);
export type RulesTried = NonNullable<v.InferOutput<typeof rulesTriedSchema>>;
