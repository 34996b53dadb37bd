import * as v from 'valibot';
import { instantSchema, listOf } from './primitives';

const count = v.number();

/** What the app uses of what Jira and Forge grant it. */
export const usageViewSchema = v.object({
  hours: listOf(
    v.object({
      hour: instantSchema,
      points: count,
      requests: count,
      statements: count,
      issues: count,
      runMs: count,
      heldSince: v.nullable(instantSchema),
    }),
  ),
  /** Points that were left as Jira said last, which it does below a fifth. */
  left: v.nullable(v.object({ points: count, at: instantSchema })),
  holds: listOf(v.object({ until: instantSchema, reason: v.string(), butUrgent: v.boolean() })),
  rows: v.object({ timers: count, issues: count, alerts: count, revisions: count, marks: count }),
});
export type UsageView = v.InferOutput<typeof usageViewSchema>;
