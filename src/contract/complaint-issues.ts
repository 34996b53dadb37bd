import * as v from 'valibot';
import { complaintStates } from '../domain/complaint/complaint';
import { COMPLAINT_TYPES, type ComplaintTypes } from '../domain/complaint/complaint-types';
import { isIssueKey } from '../domain/issue-key';
import { timerStates } from '../domain/timer/foremost';
import { metricKinds } from '../domain/timer/metric';
import { referenceSchema } from './condition';
import { instantSchema, listOf } from './primitives';
import { lineSchema, seenSchema } from './written';

/** The types of issues that are complaints as a revision holds them. */
export const complaintTypesSchema = v.strictObject({
  id: v.literal(COMPLAINT_TYPES),
  types: listOf(v.string()),
}) satisfies v.GenericSchema<unknown, ComplaintTypes>;

/** The types that were chosen, and those that the project has. */
export const complaintTypesViewSchema = v.object({
  types: complaintTypesSchema.entries.types,
  known: listOf(referenceSchema),
  /** Of the choice; 0 while there is none. */
  revision: v.number(),
});
export type ComplaintTypesView = v.InferOutput<typeof complaintTypesViewSchema>;

/** More than any choice may have, which says so at the field. */
const MOST = 200;

export const savedComplaintTypesSchema = v.strictObject({
  types: v.pipe(v.array(v.pipe(v.string(), v.regex(/^\d{1,15}$/))), v.maxLength(MOST), v.readonly()),
  seen: seenSchema,
});

/** A page of the issues that are complaints. */
export const complaintIssuesWantedSchema = v.strictObject({
  after: v.exactOptional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(2_000))),
});

export const ofComplaintIssue = v.strictObject({
  key: v.pipe(lineSchema, v.check(isIssueKey)),
});

const person = v.nullable(v.object({ account: v.string(), name: v.string() }));

const timerSchema = v.object({
  agreement: v.string(),
  metric: v.string(),
  kind: v.picklist(metricKinds),
  state: v.picklist(timerStates),
  due: v.nullable(instantSchema),
  waitsSince: v.nullable(instantSchema),
});
export type TimerInShort = v.InferOutput<typeof timerSchema>;

/** An issue as Jira shows it to whoever asks, with its timers as they were judged last. */
export const complaintIssueSchema = v.object({
  id: v.string(),
  key: v.string(),
  summary: v.string(),
  createdAt: instantSchema,
  reporter: person,
  assignee: person,
  status: v.string(),
  resolution: v.nullable(v.string()),
  timers: listOf(timerSchema),
  /** The complaint in the register that names it; null while none does. */
  record: v.nullable(v.object({ id: v.string(), state: v.picklist(complaintStates) })),
});
export type ComplaintIssue = v.InferOutput<typeof complaintIssueSchema>;

/** The issues of a project that are complaints (M7), a page of them, the youngest first. */
export const complaintIssuesSchema = v.object({
  /** The types that were chosen, as far as the project still has them. */
  types: listOf(referenceSchema),
  issues: listOf(complaintIssueSchema),
  /** Names the page after this one; null after the last. */
  next: v.nullable(v.string()),
});
export type ComplaintIssues = v.InferOutput<typeof complaintIssuesSchema>;
