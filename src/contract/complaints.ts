import * as v from 'valibot';
import { complaintStates, complaintSteps, type Complaint } from '../domain/complaint/complaint';
import type { Ratings } from '../domain/satisfaction/ratings';
import { satisfactionSources, type Satisfaction } from '../domain/satisfaction/satisfaction';
import { calendarDraftSchema } from './calendar';
import { instantSchema, listOf, localDateSchema } from './primitives';
import { accountSchema, actEntries, lineSchema, recordIdSchema, seenSchema, textSchema } from './written';

const agreement = calendarDraftSchema.entries.id;

const because = v.strictObject({ ...actEntries, reason: v.string() });

/** What whoever records a complaint writes. */
const recordedEntries = {
  receivedAt: instantSchema,
  customer: lineSchema,
  text: textSchema,
  agreement: v.exactOptional(agreement),
  owner: accountSchema,
  due: lineSchema,
  issue: v.exactOptional(v.pipe(lineSchema, v.nonEmpty())),
  breach: v.exactOptional(recordIdSchema),
};

/** A complaint as a revision holds it. */
export const complaintSchema = v.strictObject({
  id: v.string(),
  ...recordedEntries,
  due: localDateSchema,
  answered: v.exactOptional(v.strictObject({ ...actEntries, outcome: v.string() })),
  closed: v.exactOptional(v.strictObject(actEntries)),
  withdrawn: v.exactOptional(because),
  reopened: v.exactOptional(because),
}) satisfies v.GenericSchema<unknown, Complaint>;

/** What whoever enters satisfaction writes. */
const enteredEntries = {
  agreement,
  month: lineSchema,
  source: v.picklist(satisfactionSources),
  n: v.pipe(v.number(), v.finite()),
  score: v.exactOptional(v.pipe(v.number(), v.finite())),
  satisfied: v.exactOptional(v.pipe(v.number(), v.finite())),
  nps: v.exactOptional(v.pipe(v.number(), v.finite())),
  note: textSchema,
  removed: v.exactOptional(v.literal(true)),
};

/** Satisfaction of a month as a revision holds it. */
export const satisfactionSchema = v.strictObject({
  id: v.string(),
  ...enteredEntries,
  month: localDateSchema,
}) satisfies v.GenericSchema<unknown, Satisfaction>;

/** Ratings of a month as a revision holds them. */
export const ratingsSchema = v.strictObject({
  id: v.string(),
  agreement,
  month: localDateSchema,
  stars: v.record(v.string(), v.number()),
  looked: v.number(),
  of: v.number(),
  upTo: instantSchema,
}) satisfies v.GenericSchema<unknown, Ratings>;

/** Which complaints a page of the register shows. */
export const complaintsWantedSchema = v.strictObject({
  state: v.exactOptional(v.picklist(complaintStates)),
  agreement: v.exactOptional(agreement),
  late: v.exactOptional(v.literal(true)),
  offset: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
});
export type ComplaintsWanted = v.InferOutput<typeof complaintsWantedSchema>;

const complaintRowSchema = v.object({ doc: complaintSchema, revision: v.number(), isLate: v.boolean() });
export type ComplaintRow = v.InferOutput<typeof complaintRowSchema>;

/** The complaints of a project (M7), a page of them, the latest first. */
export const complaintsViewSchema = v.object({
  rows: listOf(complaintRowSchema),
  count: v.number(),
  /** Whether issues of some types are complaints, too. */
  hasIssueTypes: v.boolean(),
});
export type ComplaintsView = v.InferOutput<typeof complaintsViewSchema>;

export const ofComplaint = v.strictObject({ id: recordIdSchema });

/** One complaint, and what was saved of it before, the latest first. */
export const complaintViewSchema = v.object({
  row: complaintRowSchema,
  history: listOf(
    v.object({ revision: v.number(), at: instantSchema, by: v.string(), doc: complaintSchema }),
  ),
});
export type ComplaintView = v.InferOutput<typeof complaintViewSchema>;

/** A complaint as it is to be; a new one has no id. */
export const savedComplaintSchema = v.strictObject({
  doc: v.strictObject({ id: v.exactOptional(recordIdSchema), ...recordedEntries }),
  seen: seenSchema,
});

export const complaintStepSchema = v.strictObject({
  id: recordIdSchema,
  seen: seenSchema,
  step: v.picklist(complaintSteps),
  note: textSchema,
});

const entrySchema = v.object({ doc: satisfactionSchema, revision: v.number() });
export type SatisfactionEntry = v.InferOutput<typeof entrySchema>;

const ratedSchema = v.object({
  agreement: v.string(),
  month: localDateSchema,
  n: v.number(),
  score: v.number(),
  satisfied: v.number(),
  looked: v.number(),
  of: v.number(),
});
export type RatedMonth = v.InferOutput<typeof ratedSchema>;

/** What customers answered and how they rated their requests, each the latest month first. */
export const satisfactionViewSchema = v.object({ entered: listOf(entrySchema), rated: listOf(ratedSchema) });
export type SatisfactionView = v.InferOutput<typeof satisfactionViewSchema>;

/** An entry as it is to be; a new one has no id. */
export const savedSatisfactionSchema = v.strictObject({
  doc: v.strictObject({ id: v.exactOptional(recordIdSchema), ...enteredEntries }),
  seen: seenSchema,
});
