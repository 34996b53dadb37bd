import * as v from 'valibot';
import {
  SCOPE_TEXT,
  servingStates,
  type OutOfScope,
  type ScopeText,
} from '../domain/out-of-scope/out-of-scope';
import { instantSchema, jiraIdSchema, listOf } from './primitives';
import { actEntries, lineSchema, seenSchema, textSchema } from './written';

const sentSchema = v.strictObject({ ...actEntries, text: v.string() });

/** What is said of an issue out of scope as a revision holds it. */
export const outOfScopeSchema = v.strictObject({
  id: v.string(),
  found: v.strictObject(actEntries),
  sending: v.exactOptional(sentSchema),
  told: v.exactOptional(sentSchema),
  asked: v.exactOptional(v.strictObject({ ...actEntries, reason: v.string() })),
  decision: v.exactOptional(v.strictObject({ ...actEntries, approved: v.boolean(), note: v.string() })),
  withdrawn: v.exactOptional(v.strictObject(actEntries)),
}) satisfies v.GenericSchema<unknown, OutOfScope>;

/** The text to customers of a project as a revision holds it. */
export const scopeTextSchema = v.strictObject({
  id: v.literal(SCOPE_TEXT),
  text: v.string(),
  offer: v.string(),
}) satisfies v.GenericSchema<unknown, ScopeText>;

const ownTextSchema = v.object({ text: v.string(), offer: v.string() });

/** The issue that the page stands on. */
export const issueScopeSchema = v.object({
  /** Null while nothing was written down of it; then its revision is 0. */
  doc: v.nullable(outOfScopeSchema),
  revision: v.number(),
  /** What the project tells its customers; null while it has no text of its own. */
  text: v.nullable(ownTextSchema),
  /** Who looks, and what they may do. */
  account: v.string(),
  mayComment: v.boolean(),
  mayMonitor: v.boolean(),
});
export type IssueScope = v.InferOutput<typeof issueScopeSchema>;

export const tellingSchema = v.strictObject({ text: textSchema, seen: seenSchema });
export const servingAskedSchema = v.strictObject({ reason: textSchema, seen: seenSchema });
export const servingWithdrawnSchema = v.strictObject({ seen: seenSchema });
export const servingDecidedSchema = v.strictObject({
  issue: jiraIdSchema,
  step: v.picklist(['approve', 'refuse']),
  note: textSchema,
  seen: seenSchema,
});

/** Which issues a page of the register shows. */
export const scopeWantedSchema = v.strictObject({
  open: v.exactOptional(v.boolean()),
  serving: v.exactOptional(v.picklist(servingStates)),
  told: v.exactOptional(v.boolean()),
  offset: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
});
export type ScopeWanted = v.InferOutput<typeof scopeWantedSchema>;

const scopeRowSchema = v.object({
  issue: v.string(),
  doc: v.nullable(outOfScopeSchema),
  revision: v.number(),
  isOpen: v.boolean(),
  isCovered: v.boolean(),
});
export type ScopeRow = v.InferOutput<typeof scopeRowSchema>;

/** The issues of a project that are out of scope (M5), a page of them, the youngest first. */
export const scopeRegisterSchema = v.object({
  rows: listOf(scopeRowSchema),
  count: v.number(),
  open: v.number(),
  waiting: v.number(),
  untold: v.number(),
  looked: v.number(),
});
export type ScopeRegister = v.InferOutput<typeof scopeRegisterSchema>;

/** What the project tells its customers; null while it has no text of its own. */
export const scopeTextViewSchema = v.object({
  text: v.nullable(v.object({ ...ownTextSchema.entries, at: instantSchema })),
  revision: v.number(),
});
export type ScopeTextView = v.InferOutput<typeof scopeTextViewSchema>;

export const savedScopeTextSchema = v.strictObject({
  doc: v.strictObject({ text: textSchema, offer: lineSchema }),
  seen: seenSchema,
});
