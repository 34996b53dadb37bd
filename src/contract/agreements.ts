import * as v from 'valibot';
import { agreementKinds, type Agreement } from '../domain/agreement/agreement';
import { agreementStates } from '../domain/agreement/life';
import type { Documents } from '../domain/documents';
import { runOffRules } from '../domain/timer/timeline';
import { problemSchema } from './answer';
import { casesReviewSchema } from './cases';
import { unfinishedAgreementSchema } from './definitions-file';
import { instantSchema, listOf } from './primitives';
import { agreementDocSchema, documentSchemas, stepDocSchema } from './records';

/** What a version of an agreement says. */
export const agreementVersionSchema: v.GenericSchema<unknown, Agreement> = agreementDocSchema;
const draftDocSchema: v.GenericSchema<unknown, Documents['draft']> = documentSchemas.draft;

const rowSchema = v.object({
  id: v.string(),
  kind: v.picklist(agreementKinds),
  name: v.string(),
  state: v.picklist(agreementStates),
  /** Of the version in force, the one to come or the last one; null before the first. */
  version: v.nullable(v.number()),
  endsAt: v.nullable(instantSchema),
  /** That end was set before the term, and can still be taken back. */
  isEndPlanned: v.boolean(),
  suspendedSince: v.nullable(instantSchema),
  scheduled: listOf(v.object({ version: v.number(), from: instantSchema })),
  draftSavedAt: v.nullable(instantSchema),
});
export type AgreementRow = v.InferOutput<typeof rowSchema>;

/** The agreements of a project, each in a line. */
export const agreementsViewSchema = v.object({ agreements: listOf(rowSchema) });
export type AgreementsView = v.InferOutput<typeof agreementsViewSchema>;

/** One agreement, with all that ever happened to it; the latest first. */
export const agreementViewSchema = v.object({
  row: rowSchema,
  versions: listOf(
    v.object({
      version: v.number(),
      at: instantSchema,
      by: v.string(),
      effectiveFrom: instantSchema,
    }),
  ),
  steps: listOf(v.object({ at: instantSchema, by: v.string(), step: stepDocSchema })),
  /** What the latest version says; null before the first. */
  latest: v.nullable(agreementVersionSchema),
  /** The revision of the draft that was saved last, open or closed: `seen` of the next save. */
  draftRevision: v.number(),
  draft: v.nullable(v.object({ seq: v.number(), at: instantSchema, actor: v.string(), doc: draftDocSchema })),
});
export type AgreementView = v.InferOutput<typeof agreementViewSchema>;

/** What the server says of a draft: it knows all that a page cannot, such as groups. */
export const draftReviewSchema = v.object({
  problems: listOf(problemSchema),
  warnings: listOf(problemSchema),
  /** Null when the draft cannot be judged yet, or says what is in force. */
  cases: v.nullable(casesReviewSchema),
});
export type DraftReview = v.InferOutput<typeof draftReviewSchema>;

const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,47}$/));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const reason = v.pipe(v.string(), v.trim(), v.maxLength(500), v.regex(/^\P{Cc}*$/u));

export const ofAgreement = v.strictObject({ agreement: id });
export const ofVersion = v.strictObject({ agreement: id, version: count });

/** A draft as far as it is written. `seen`: the revision that was before whoever saves, 0 for none. */
export const savedDraftSchema = v.strictObject({
  doc: v.strictObject({
    id,
    basedOn: count,
    text: unfinishedAgreementSchema,
    closed: v.exactOptional(v.literal('discarded')),
  }),
  seen: count,
});

export const publishingSchema = v.strictObject({
  agreement: id,
  seen: count,
  appliesToRunning: v.boolean(),
  previewed: v.exactOptional(v.pipe(v.string(), v.maxLength(64))),
  /** The mark of the cases that come out otherwise, whose results are taken as expected. */
  accepted: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
  reason,
});

export const stepWantedSchema = v.strictObject({
  agreement: id,
  /** How many steps it had taken. */
  seen: count,
  step: v.picklist(['suspend', 'reinstate', 'terminate', 'continue', 'archive', 'restore']),
  from: v.exactOptional(instantSchema),
  to: v.exactOptional(instantSchema),
  runOff: v.exactOptional(v.picklist(runOffRules)),
  reason,
});
