import * as v from 'valibot';
import { actionKinds } from '../domain/alert/action-summary';
import { instantSchema, listOf } from './primitives';
import { backfillViewSchema } from './views';

/** Whether the app keeps up. */
export const healthViewSchema = v.object({
  /** Why work is held, and until when; `butUrgent` where alerts and panels go on. */
  holds: listOf(v.object({ until: instantSchema, reason: v.string(), butUrgent: v.boolean() })),
  projects: listOf(
    v.object({
      project: v.string(),
      backfill: v.nullable(backfillViewSchema),
      /** Issues that wait to be judged, and since when the first of them does. */
      waiting: v.number(),
      oldest: v.nullable(instantSchema),
      judgedAt: v.nullable(instantSchema),
      reconciledUntil: v.nullable(instantSchema),
      checkedAt: v.nullable(instantSchema),
      drifts: v.number(),
    }),
  ),
  drifts: listOf(v.object({ issue: v.string(), project: v.string(), foundAt: instantSchema })),
  /** Actions of alerts that were refused, or of which nobody knows whether they were done. */
  troubles: listOf(
    v.object({
      issue: v.string(),
      project: v.string(),
      action: v.picklist(actionKinds),
      state: v.picklist(['unsure', 'refused']),
      at: instantSchema,
      reason: v.string(),
    }),
  ),
});
export type HealthView = v.InferOutput<typeof healthViewSchema>;
