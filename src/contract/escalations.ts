import * as v from 'valibot';
import { stepOutcomes } from '../domain/alert/alert';
import { recipientRoles } from '../domain/alert/action';
import { actionKinds, type ActionSummary } from '../domain/alert/action-summary';
import { metricKinds, type Mark } from '../domain/timer/metric';
import { calendarDraftSchema } from './calendar';
import { instantSchema, listOf, markSchema, spanSchema } from './primitives';
import { fileTextSchema } from './rules-preview';

/** Where a threshold is on the way of a timer. */
export const thresholdMarkSchema = v.union([
  v.strictObject({ atShare: markSchema }),
  v.strictObject({ before: spanSchema }),
  v.strictObject({ after: spanSchema }),
]) satisfies v.GenericSchema<unknown, Mark>;

/** What somebody sends who wants to know whom a draft would have told, a page of issues at a time. */
export const alertsPreviewPayloadSchema = v.strictObject({
  file: fileTextSchema,
  /** The `next` of the page before; null for the first. */
  page: v.nullable(v.pipe(v.string(), v.nonEmpty(), v.maxLength(2_000))),
});

/** Of what a page of issues would have told people in the last 30 days. */
export const alertsPreviewSchema = v.object({
  /** The version of the rules in force beside the draft. Pages of different versions do not belong together. */
  rules: v.string(),
  /** About how many issues there are to look at; null but on the first page. */
  total: v.nullable(v.number()),
  next: v.nullable(v.string()),
  /** Issues of this page, and how many of them would have had timers. */
  read: v.number(),
  covered: v.number(),
  since: instantSchema,
  told: listOf(
    v.object({
      issue: v.string(),
      agreement: v.string(),
      metric: v.string(),
      threshold: v.string(),
      at: instantSchema,
      /** Whose issue it was then; null for nobody's. */
      assignee: v.nullable(v.string()),
    }),
  ),
});
export type AlertsPreviewView = v.InferOutput<typeof alertsPreviewSchema>;

const placeSchema = v.strictObject({ raisedAt: instantSchema, id: v.pipe(v.string(), v.maxLength(36)) });

/** Which alerts a log shows. */
export const escalationsWantedSchema = v.strictObject({
  from: instantSchema,
  to: instantSchema,
  agreement: v.exactOptional(calendarDraftSchema.entries.id),
  outcome: v.exactOptional(v.picklist(stepOutcomes)),
  after: v.exactOptional(placeSchema),
});
export type EscalationsWanted = v.InferOutput<typeof escalationsWantedSchema>;

const recipientSchema = v.union([
  v.picklist(recipientRoles),
  v.object({ user: v.string() }),
  v.object({ group: v.string() }),
]);

const actionSchema = v.object({
  kind: v.picklist(actionKinds),
  to: listOf(recipientSchema),
  word: v.string(),
  isPublic: v.boolean(),
}) satisfies v.GenericSchema<unknown, ActionSummary>;

/** A threshold that was passed, and what was done about it. */
export const escalationRowSchema = v.object({
  id: v.string(),
  issue: v.string(),
  agreement: v.string(),
  /** As it was called then. */
  agreementName: v.string(),
  metric: v.string(),
  kind: v.picklist(metricKinds),
  mark: thresholdMarkSchema,
  goal: v.string(),
  passedAt: instantSchema,
  /** When the app saw it. */
  raisedAt: instantSchema,
  steps: listOf(
    v.object({
      action: actionSchema,
      outcome: v.picklist(stepOutcomes),
      /** When it got there. */
      at: instantSchema,
      /** Why it was refused, as a code such as `http-403`; empty otherwise. */
      reason: v.string(),
    }),
  ),
});
export type EscalationRow = v.InferOutput<typeof escalationRowSchema>;

/** A page of the log of alerts (M2), the latest first. */
export const escalationsViewSchema = v.object({
  rows: listOf(escalationRowSchema),
  /** Names the page after this one; null after the last. */
  next: v.nullable(placeSchema),
});
export type EscalationsView = v.InferOutput<typeof escalationsViewSchema>;
