import * as v from 'valibot';
import { metricKinds } from '../domain/timer/metric';
import { instantSchema, listOf, spanSchema } from './primitives';
import { proposalEntries } from './records';
import { backfillViewSchema } from './views';

const verdictSchema = v.picklist(['open', 'met', 'breached', 'unknown', 'no-promise', 'none']);

/** How a cycle stands by some rules. */
export const judgementSchema = v.object({
  verdict: verdictSchema,
  due: v.nullable(instantSchema),
  elapsed: spanSchema,
});
export type JudgementView = v.InferOutput<typeof judgementSchema>;

/** How many cycles change from one verdict to another; null where there is no such cycle. */
export const verdictChangeSchema = v.object({
  before: v.nullable(verdictSchema),
  after: v.nullable(verdictSchema),
  count: v.number(),
});

/** The project that a page of the whole site means. */
export const projectSchema = v.pipe(v.string(), v.regex(/^\d{1,15}$/));

/** What somebody who asks for a preview of a repair sends. */
export const proposalSchema = v.strictObject({
  project: projectSchema,
  agreement: v.pipe(v.string(), v.maxLength(64)),
  version: v.pipe(v.string(), v.maxLength(80)),
  from: instantSchema,
  to: instantSchema,
  reason: v.pipe(v.string(), v.trim(), v.maxLength(500)),
});

/** How a preview goes, and what it has found. */
export const previewViewSchema = v.object({
  ...backfillViewSchema.entries,
  id: v.string(),
  proposal: v.object(proposalEntries),
  /** How many cycles were looked at, how many of them would change, and how many of those can be shown. */
  timers: v.number(),
  changed: v.number(),
  kept: v.number(),
  verdicts: listOf(verdictChangeSchema),
  /** Why it can be applied no more. */
  spent: v.optional(v.picklist(['rules-changed', 'too-old'])),
});
export type PreviewView = v.InferOutput<typeof previewViewSchema>;

/** Repairs of a project: what can be repaired, what is being looked at, what was done. */
export const repairsViewSchema = v.object({
  agreements: listOf(
    v.object({
      id: v.string(),
      name: v.string(),
      versions: listOf(v.object({ version: v.string(), at: instantSchema })),
    }),
  ),
  preview: v.nullable(previewViewSchema),
  made: listOf(
    v.object({
      ...proposalEntries,
      timers: v.number(),
      changed: v.number(),
      at: instantSchema,
      by: v.string(),
    }),
  ),
});
export type RepairsView = v.InferOutput<typeof repairsViewSchema>;

/** Some of the cycles that a repair would change. */
export const differencesSchema = listOf(
  v.object({
    issue: v.string(),
    agreement: v.string(),
    metric: v.string(),
    kind: v.picklist(metricKinds),
    cycle: v.number(),
    before: v.nullable(judgementSchema),
    after: v.nullable(judgementSchema),
  }),
);
export type DifferenceView = v.InferOutput<typeof differencesSchema>[number];

/** So many of them come at once. */
export const DIFFERENCES_A_PAGE = 50;
