import * as v from 'valibot';
import type { Reference } from '../domain/timer/condition';
import { timedOutcomes, timelessOutcomes, type SavedCase } from '../domain/agreement/saved-case';
import { metricKinds } from '../domain/timer/metric';
import { nameSchema } from './calendar';
import { instantSchema, listOf } from './primitives';

const agreement = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,47}$/));
const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{0,63}$/));
const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(255));
const values: v.GenericSchema<unknown, readonly Reference[]> = v.pipe(
  v.array(v.strictObject({ id: text, name: text })),
  v.maxLength(50),
  v.readonly(),
);

/** What becomes of a target. */
export const expectedSchema = v.strictObject({
  metric: v.strictObject({ id: text, kind: v.picklist(metricKinds) }),
  outcome: v.union([
    v.strictObject({ kind: v.picklist(timedOutcomes), at: instantSchema }),
    v.strictObject({ kind: v.picklist(timelessOutcomes) }),
  ]),
});

export const caseIssueSchema = v.strictObject({
  created: instantSchema,
  fields: v.record(text, values),
  changes: v.pipe(
    v.array(v.strictObject({ at: instantSchema, field: text, to: values })),
    v.maxLength(100),
    v.readonly(),
  ),
});

const caseEntries = {
  agreement,
  issue: caseIssueSchema,
  expected: v.pipe(v.array(expectedSchema), v.minLength(1), v.maxLength(100), v.readonly()),
  closed: v.exactOptional(v.literal(true)),
};

/** A case as a revision holds it. */
export const caseDocSchema = v.object({
  id: v.string(),
  name: nameSchema,
  ...caseEntries,
}) satisfies v.GenericSchema<unknown, SavedCase>;

const { closed: _closed, ...openEntries } = caseEntries;
/** A case as a file carries it. */
export const carriedCaseSchema = v.strictObject({
  id,
  name: nameSchema,
  ...openEntries,
}) satisfies v.GenericSchema<unknown, SavedCase>;

/** An empty one is refused with a sentence of its own. */
const nameToBe = v.pipe(v.string(), v.trim(), v.maxLength(120), v.regex(/^\P{Cc}*$/u));

/** One to be kept; a new one has no id. `seen`: the revision that was before whoever saves, 0 for none. */
export const savedCaseSchema = v.strictObject({
  doc: v.strictObject({ id: v.exactOptional(id), name: nameToBe, ...caseEntries }),
  seen: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

const differences = listOf(
  v.object({
    metric: expectedSchema.entries.metric,
    expected: expectedSchema.entries.outcome,
    found: expectedSchema.entries.outcome,
  }),
);

/** The cases of an agreement. */
export const casesViewSchema = v.object({
  cases: listOf(
    v.object({
      revision: v.number(),
      at: instantSchema,
      doc: caseDocSchema,
      /** Where it comes out otherwise than expected by what was published last; null when the agreement has ended. */
      differences: v.nullable(differences),
    }),
  ),
});
export type CasesView = v.InferOutput<typeof casesViewSchema>;
export type CaseShown = CasesView['cases'][number];

/** What each agreement that has not ended makes of a made-up issue, and a case of it would expect. */
export const caseTriedSchema = listOf(
  v.object({
    agreement: v.object({ id: v.string(), name: v.string() }),
    found: listOf(expectedSchema),
  }),
);
export type CaseTried = v.InferOutput<typeof caseTriedSchema>;

/** What a draft makes of the cases that are kept. */
export const casesReviewSchema = v.object({
  total: v.number(),
  differing: listOf(
    v.object({
      id: v.string(),
      name: v.string(),
      agreement: v.string(),
      differences,
    }),
  ),
  /** Says, when the draft is published, that these were seen and are taken as expected. */
  mark: v.string(),
});
export type CasesReview = v.InferOutput<typeof casesReviewSchema>;
