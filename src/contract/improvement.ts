import * as v from 'valibot';
import {
  improvementKinds,
  improvementSources,
  improvementStates,
  type ImprovementAction,
} from '../domain/improvement/improvement';
import { improvementSteps } from '../domain/improvement/improvement-life';
import { metricKinds } from '../domain/timer/metric';
import { calendarDraftSchema } from './calendar';
import { instantSchema, jiraIdSchema, listOf, localDateSchema } from './primitives';
import { accountSchema, actEntries, lineSchema, recordIdSchema, seenSchema, textSchema } from './written';

const agreement = calendarDraftSchema.entries.id;

const because = v.strictObject({ ...actEntries, reason: v.string() });
const attainmentSchema = v.strictObject({ met: v.number(), of: v.number() });

const nonconformitySchema = v.strictObject({
  finding: textSchema,
  correction: textSchema,
  cause: textSchema,
  prevention: textSchema,
  proof: textSchema,
});

/** What whoever plans an action writes. */
const plannedEntries = {
  title: lineSchema,
  description: textSchema,
  kind: v.picklist(improvementKinds),
  source: v.picklist(improvementSources),
  sourceId: v.exactOptional(recordIdSchema),
  agreement: v.exactOptional(agreement),
  metric: v.exactOptional(agreement),
  owner: accountSchema,
  due: lineSchema,
  nonconformity: v.exactOptional(nonconformitySchema),
};

/** An action as a revision holds it. */
export const improvementSchema = v.strictObject({
  id: v.string(),
  ...plannedEntries,
  due: localDateSchema,
  planned: v.strictObject(actEntries),
  issue: v.exactOptional(v.strictObject({ id: jiraIdSchema, key: v.string() })),
  done: v.exactOptional(v.strictObject(actEntries)),
  judged: v.exactOptional(
    v.strictObject({
      ...actEntries,
      isEffective: v.boolean(),
      remark: v.string(),
      effect: v.exactOptional(v.strictObject({ before: attainmentSchema, after: attainmentSchema })),
    }),
  ),
  dropped: v.exactOptional(because),
  reopened: v.exactOptional(because),
}) satisfies v.GenericSchema<unknown, ImprovementAction>;

/** Which actions a page of the plan shows. */
export const planWantedSchema = v.strictObject({
  state: v.exactOptional(v.picklist(improvementStates)),
  owner: v.exactOptional(accountSchema),
  agreement: v.exactOptional(agreement),
  late: v.exactOptional(v.literal(true)),
  offset: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
});
export type PlanWanted = v.InferOutput<typeof planWantedSchema>;

const rowSchema = v.object({ doc: improvementSchema, revision: v.number(), isLate: v.boolean() });
export type ActionRow = v.InferOutput<typeof rowSchema>;

/** The improvement plan (R4), a page of it. */
export const planViewSchema = v.object({
  rows: listOf(rowSchema),
  count: v.number(),
  open: v.number(),
  late: v.number(),
  owners: listOf(v.string()),
  agreements: listOf(
    v.object({
      id: v.string(),
      name: v.string(),
      metrics: listOf(v.object({ id: v.string(), kind: v.picklist(metricKinds) })),
    }),
  ),
});
export type PlanView = v.InferOutput<typeof planViewSchema>;
export type PlanAgreement = PlanView['agreements'][number];

export const ofAction = v.strictObject({ id: recordIdSchema });

const keptOverSchema = v.object({
  from: v.string(),
  to: v.string(),
  kept: attainmentSchema,
  areOver: v.boolean(),
});

/** One action with the effect that it had. */
export const actionViewSchema = v.object({
  row: rowSchema,
  /** How its target was kept; null where it names none. */
  effect: v.nullable(v.object({ before: keptOverSchema, after: v.nullable(keptOverSchema) })),
  /** What was saved before, the latest first. */
  history: listOf(
    v.object({ revision: v.number(), at: instantSchema, by: v.string(), doc: improvementSchema }),
  ),
});
export type ActionView = v.InferOutput<typeof actionViewSchema>;

/** An action as it is to be; a new one has no id. */
export const savedActionSchema = v.strictObject({
  doc: v.strictObject({ id: v.exactOptional(recordIdSchema), ...plannedEntries }),
  seen: seenSchema,
});

export const actionStepSchema = v.strictObject({
  id: recordIdSchema,
  seen: seenSchema,
  step: v.picklist(improvementSteps),
  note: textSchema,
});

export const actionIssueWantedSchema = v.strictObject({
  id: recordIdSchema,
  seen: seenSchema,
  issueType: jiraIdSchema,
});
export const actionIssueBoundSchema = v.strictObject({
  id: recordIdSchema,
  seen: seenSchema,
  key: lineSchema,
});
export const actionIssueReleasedSchema = v.strictObject({ id: recordIdSchema, seen: seenSchema });

/** An action once it was saved. */
export const actionSavedSchema = v.object({
  view: actionViewSchema,
  /** What Jira would not take with an issue that was made. */
  leftOut: listOf(v.picklist(['description', 'assignee', 'duedate'])),
});
export type ActionSaved = v.InferOutput<typeof actionSavedSchema>;
