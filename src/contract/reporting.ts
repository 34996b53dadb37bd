import * as v from 'valibot';
import type { ReportingFields } from '../domain/agreement/reporting';

const fieldId = v.pipe(v.string(), v.nonEmpty(), v.maxLength(100));

const fieldsSchema = v.strictObject({
  customer: v.exactOptional(fieldId),
  team: v.exactOptional(fieldId),
}) satisfies v.GenericSchema<unknown, ReportingFields>;

export const savedReportingSchema = v.strictObject({
  fields: fieldsSchema,
  /** The number of the revision that it was made from, 0 for none. */
  seen: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

/** Which fields name customers and groups in reports. */
export const reportingViewSchema = v.object({ fields: fieldsSchema, revision: v.number() });
export type ReportingView = v.InferOutput<typeof reportingViewSchema>;
