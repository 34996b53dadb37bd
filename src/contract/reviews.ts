import * as v from 'valibot';
import {
  checklistItems,
  keepItems,
  reviewMethods,
  reviewStates,
  type Confirmed,
  type Held,
  type Review,
} from '../domain/review/review';
import { reviewRhythms, type ReviewPeriod } from '../domain/review/review-period';
import type { FrozenFigures } from '../domain/review/frozen-figures';
import { reportRhythms, type ReportWords, type ServiceReport } from '../domain/review/service-report';
import { keptStates } from '../domain/monitoring/periodic-target';
import { metricKinds } from '../domain/timer/metric';
import { calendarDraftSchema } from './calendar';
import { periodicTargetSchema } from './periodic-target';
import { instantSchema, listOf, spanSchema } from './primitives';

/** More than any rule of the domain lets pass, which says so at the field. */
const LONGEST_TEXT = 20_000;
const text = v.pipe(v.string(), v.trim(), v.maxLength(LONGEST_TEXT), v.regex(/^([^\p{Cc}\p{Cs}]|\n)*$/u));
/** In one line. */
const line = v.pipe(v.string(), v.trim(), v.maxLength(LONGEST_TEXT), v.regex(/^[^\p{Cc}\p{Cs}]*$/u));
const account = v.pipe(v.string(), v.regex(/^[\w:-]{1,128}$/));
const accounts = v.pipe(v.array(account), v.maxLength(200), v.readonly());
const agreement = calendarDraftSchema.entries.id;
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const seen = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const count = v.number();

const periodSchema = v.strictObject({
  kind: v.picklist(reviewRhythms),
  from: day,
}) satisfies v.GenericSchema<unknown, ReviewPeriod>;

const attainment = v.strictObject({ met: count, of: count });
const length = v.nullable(spanSchema);

const trendEntries = {
  metric: v.string(),
  kind: v.picklist(metricKinds),
  trend: listOf(v.strictObject({ measured: attainment, reported: attainment })),
};

const figuresSchema = v.strictObject({
  asOf: instantSchema,
  versions: listOf(count),
  targets: listOf(
    v.strictObject({
      ...trendEntries,
      excluded: count,
      unknown: count,
      late: count,
      nearMisses: count,
      waited: spanSchema,
      mean: length,
      median: length,
      ninetieth: length,
    }),
  ),
  services: listOf(v.strictObject({ service: v.nullable(v.string()), ...trendEntries })),
  values: listOf(
    v.strictObject({
      target: periodicTargetSchema,
      kind: v.exactOptional(v.picklist(metricKinds)),
      service: v.exactOptional(v.string()),
      value: v.nullable(count),
      before: v.nullable(count),
      kept: v.picklist(keptStates),
    }),
  ),
  breaches: v.strictObject({
    count,
    byCause: listOf(v.strictObject({ id: v.string(), name: v.string(), count })),
    withoutCause: count,
  }),
  exceptions: v.strictObject({ asked: count, approved: count }),
  toRenew: listOf(v.strictObject({ id: v.string(), name: v.string(), endsAt: instantSchema })),
  actions: v.strictObject({
    open: count,
    late: count,
    first: listOf(v.strictObject({ id: v.string(), title: v.string(), due: day })),
  }),
}) satisfies v.GenericSchema<unknown, FrozenFigures>;

const act = { by: v.string(), at: instantSchema };

const answered = <const Answers extends readonly string[]>(answers: Answers) =>
  v.strictObject({ answer: v.picklist(answers), remark: line });

const heldEntries = {
  /** A civil date; one that does not exist is told so by the app. */
  on: v.pipe(v.string(), v.maxLength(10)),
  method: v.picklist(reviewMethods),
  participants: accounts,
  customers: line,
  responsible: v.union([v.literal(''), account]),
  minutes: text,
  changedNeeds: text,
  satisfaction: v.exactOptional(v.number()),
  decisions: v.pipe(v.array(line), v.maxLength(200), v.readonly()),
  checklist: v.strictObject(v.entriesFromList(checklistItems, v.exactOptional(answered(['yes', 'no'])))),
  keeps: v.strictObject(v.entriesFromList(keepItems, v.exactOptional(answered(['keep', 'change'])))),
};
const heldSchema = v.strictObject(heldEntries) satisfies v.GenericSchema<unknown, Held>;

const confirmedEntries = { name: line, how: line, remark: text };
const confirmedSchema = v.strictObject(confirmedEntries) satisfies v.GenericSchema<unknown, Confirmed>;

const ofPeriod = {
  id: v.string(),
  agreement: v.string(),
  period: periodSchema,
  startsAt: instantSchema,
  endsAt: instantSchema,
  figures: figuresSchema,
};

/** A review as a revision holds it. */
export const reviewSchema = v.strictObject({
  ...ofPeriod,
  dueOn: day,
  held: v.exactOptional(v.strictObject({ ...heldEntries, ...act })),
  confirmed: v.exactOptional(v.strictObject({ ...confirmedEntries, ...act })),
  closed: v.exactOptional(v.strictObject(act)),
  notes: listOf(v.strictObject({ text, ...act })),
}) satisfies v.GenericSchema<unknown, Review>;

const wordsEntries = {
  commentary: text,
  recipients: v.strictObject({ accounts, names: line }),
};
const wordsSchema = v.strictObject(wordsEntries) satisfies v.GenericSchema<unknown, ReportWords>;

/** A service report as a revision holds it. */
export const serviceReportSchema = v.strictObject({
  ...ofPeriod,
  ...wordsEntries,
  issued: v.exactOptional(v.strictObject(act)),
}) satisfies v.GenericSchema<unknown, ServiceReport>;

/** One that names nothing is told so by the app. */
const ofRecord = v.pipe(v.string(), v.maxLength(192));

/** Which review or service report is to be prepared. */
export const preparedSchema = v.strictObject({
  kind: v.picklist(['review', 'service-report']),
  agreement,
  period: periodSchema,
});

/**
 * A step of a review, and what its record was when it was taken. Figures are frozen: nobody can send any.
 */
export const reviewStepSchema = v.strictObject({
  id: ofRecord,
  seen,
  step: v.variant('step', [
    v.strictObject({ step: v.literal('hold'), held: heldSchema }),
    v.strictObject({ step: v.literal('confirm'), confirmed: confirmedSchema }),
    v.strictObject({ step: v.literal('close') }),
    v.strictObject({ step: v.literal('note'), note: v.strictObject({ text }) }),
  ]),
});

export const savedReportSchema = v.strictObject({
  id: ofRecord,
  seen,
  words: wordsSchema,
  /** That nothing of it changes any more. */
  issue: v.boolean(),
});

export const ofReview = v.strictObject({ id: ofRecord });

/** What an agreement has of a period, or should have: `due` while nobody has prepared it. */
const rowEntries = {
  id: v.string(),
  agreement: v.string(),
  period: periodSchema,
  dueOn: day,
  isLate: v.boolean(),
  /** When people were last told that it is late; null when they never were. */
  chasedOn: v.nullable(day),
};
export const reviewListSchema = v.object({
  /** Who reads it. */
  account: v.string(),
  mayMonitor: v.boolean(),
  /** Those that were ever published; what they ask for. */
  agreements: listOf(
    v.object({
      id: v.string(),
      name: v.string(),
      reviews: listOf(v.picklist(reviewRhythms)),
      reports: v.nullable(v.picklist(reportRhythms)),
    }),
  ),
  /** The latest period first. */
  reviews: listOf(v.object({ ...rowEntries, state: v.picklist(['due', ...reviewStates]) })),
  reports: listOf(v.object({ ...rowEntries, state: v.picklist(['due', 'prepared', 'issued']) })),
});
export type ReviewListView = v.InferOutput<typeof reviewListSchema>;
export type ReviewRowView = ReviewListView['reviews'][number];
export type ReportRowView = ReviewListView['reports'][number];

const party = v.object({ provider: v.string(), customer: v.string() });

/** What a page says of the agreement that a record is of. */
const agreementShown = v.object({
  id: v.string(),
  name: v.string(),
  parties: v.nullable(party),
});

const earlier = listOf(v.object({ revision: v.number(), ...act, state: v.picklist(reviewStates) }));

export const reviewViewSchema = v.object({
  doc: reviewSchema,
  revision: v.number(),
  agreement: agreementShown,
  isLate: v.boolean(),
  /**
   * The breaches of the period that have no cause now, and the days between which the register has them; null once the review
   * is closed.
   */
  withoutCause: v.nullable(v.object({ count, from: day, to: day })),
  /** Who saved it when, and what it was then; the latest first. */
  history: earlier,
});
export type ReviewView = v.InferOutput<typeof reviewViewSchema>;

export const serviceReportViewSchema = v.object({
  doc: serviceReportSchema,
  revision: v.number(),
  agreement: agreementShown,
});
export type ServiceReportView = v.InferOutput<typeof serviceReportViewSchema>;

const named = listOf(v.object({ id: v.string(), name: v.string() }));

/** Whether service level management itself is in order (R7). */
export const processReviewSchema = v.object({
  asOf: instantSchema,
  services: v.object({ count, uncovered: named }),
  agreements: v.object({
    count,
    notInForce: named,
    ending: listOf(v.object({ id: v.string(), name: v.string(), endsAt: instantSchema })),
  }),
  reviews: v.object({ count, late: count, withoutPlan: named }),
  /** Of the improvement plan: those that are not dropped, and those of them that are late. */
  actions: v.object({ count, late: count }),
});
export type ProcessReviewView = v.InferOutput<typeof processReviewSchema>;
