import * as v from 'valibot';
import { degrees, objectiveStates, type Outage } from '../domain/outage/outage';
import {
  OUTAGE_RULES,
  type OutageRule,
  type OutageRuleDraft,
  type OutageRules,
} from '../domain/outage/outage-rules';
import type { ConditionOf, Reference } from '../domain/timer/condition';
import { calendarDraftSchema } from './calendar';
import { conditionOf, conditionSchema } from './condition';
import { instantSchema, listOf, spanSchema } from './primitives';

/** More than any rule of the domain lets pass, which says so at the field. */
const LONGEST_TEXT = 5_000;
const text = v.pipe(v.string(), v.trim(), v.maxLength(LONGEST_TEXT), v.regex(/^([^\p{Cc}\p{Cs}]|\n)*$/u));
/** In one line. */
const line = v.pipe(v.string(), v.trim(), v.maxLength(LONGEST_TEXT), v.regex(/^[^\p{Cc}\p{Cs}]*$/u));
const { id } = calendarDraftSchema.entries;
/** Of an outage: one that names nothing is told so by the app. */
const ofRecord = v.pipe(v.string(), v.maxLength(192));
const seen = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const courseEntries = {
  service: id,
  begin: instantSchema,
  end: v.exactOptional(instantSchema),
  planned: v.boolean(),
  degree: v.picklist(degrees),
};

const saidEntries = {
  cause: v.exactOptional(id),
  issue: v.exactOptional(v.pipe(line, v.nonEmpty())),
  explanation: text,
  major: v.exactOptional(v.literal(true)),
  rpo: v.exactOptional(v.strictObject({ kept: v.boolean(), note: text })),
  lookBack: v.exactOptional(v.strictObject({ cause: text, measures: text })),
};

/** An outage as a revision holds it. */
export const outageSchema = v.strictObject({
  id: v.string(),
  ...courseEntries,
  derived: v.exactOptional(v.strictObject({ issue: v.string(), rule: v.string(), ...courseEntries })),
  ...saidEntries,
  verified: v.exactOptional(v.strictObject({ by: v.string(), at: instantSchema })),
  withdrawn: v.exactOptional(v.strictObject({ reason: text })),
}) satisfies v.GenericSchema<unknown, Outage>;

function ruleEntries<Value>(condition: v.GenericSchema<unknown, ConditionOf<Value>>) {
  const field = v.exactOptional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(100)));
  return {
    id,
    name: line,
    when: condition,
    begin: condition,
    end: condition,
    beginAt: field,
    endAt: field,
    service: v.exactOptional(id),
    planned: v.boolean(),
    degree: v.picklist(degrees),
  };
}

const ruleSchema = v.strictObject(ruleEntries<Reference>(conditionSchema)) satisfies v.GenericSchema<
  unknown,
  OutageRule
>;

/** The rules of a project as a revision holds them. */
export const outageRulesSchema = v.strictObject({
  id: v.literal(OUTAGE_RULES),
  rules: listOf(ruleSchema),
}) satisfies v.GenericSchema<unknown, OutageRules>;

/** Which outages a register shows: those that touch the time. */
export const outagesWantedSchema = v.strictObject({
  from: instantSchema,
  to: instantSchema,
  service: v.exactOptional(id),
});
export type OutagesWanted = v.InferOutput<typeof outagesWantedSchema>;

/** An outage as the register shows it. */
export const outageRowSchema = v.object({
  doc: outageSchema,
  revision: v.number(),
  at: instantSchema,
  /** Null where its service has no recovery time objective, and for what was planned. */
  rto: v.nullable(v.picklist(objectiveStates)),
  isMajor: v.boolean(),
});
export type OutageRow = v.InferOutput<typeof outageRowSchema>;

const figuresSchema = v.object({
  agreedMs: spanSchema,
  downMs: spanSchema,
  degradedMs: spanSchema,
  /** Null where no service was agreed. */
  availability: v.nullable(v.number()),
  count: v.number(),
  longestMs: spanSchema,
  mttrMs: v.exactOptional(spanSchema),
  mttfMs: v.exactOptional(spanSchema),
  mtbfMs: v.exactOptional(spanSchema),
});

/** The outage register of a project in some time (T10), the open ones first, then the latest. */
export const outagesViewSchema = v.object({
  rows: listOf(outageRowSchema),
  /** Whether there are more than can be shown at once; figures are left out then. */
  isCut: v.boolean(),
  /** Of each service that was out in the time, and of the one that is asked for. */
  figures: listOf(
    v.object({
      service: v.string(),
      /** The name of the calendar of its service hours; null where it has none, and is counted around the clock. */
      hours: v.nullable(v.string()),
      figures: figuresSchema,
    }),
  ),
  /** All of the catalogue. */
  services: listOf(
    v.object({
      id: v.string(),
      name: v.string(),
      isRetired: v.boolean(),
      rto: v.exactOptional(v.string()),
      rpo: v.exactOptional(v.string()),
    }),
  ),
  mayConfigure: v.boolean(),
});
export type OutagesView = v.InferOutput<typeof outagesViewSchema>;

export const ofOutage = v.strictObject({ id: ofRecord });

/** One outage, and what was said of it before, the latest first; `by` is empty for what a rule told. */
export const outageViewSchema = v.object({
  row: outageRowSchema,
  history: listOf(v.object({ revision: v.number(), at: instantSchema, by: v.string(), doc: outageSchema })),
});
export type OutageView = v.InferOutput<typeof outageViewSchema>;

/** An outage as somebody records or corrects it; a new one has no id. */
export const savedOutageSchema = v.strictObject({
  doc: v.strictObject({ id: v.exactOptional(ofRecord), ...courseEntries, ...saidEntries }),
  seen,
});

export const verifiedOutageSchema = v.strictObject({ id: ofRecord, seen });

export const withdrawnOutageSchema = v.strictObject({ id: ofRecord, seen, reason: text });

/** The rules of a project, and the number of their revision, 0 for none. */
export const outageRulesViewSchema = v.object({ rules: listOf(ruleSchema), revision: v.number() });
export type OutageRulesView = v.InferOutput<typeof outageRulesViewSchema>;

const ruleDraftSchema = v.strictObject(ruleEntries<string>(conditionOf(line))) satisfies v.GenericSchema<
  unknown,
  OutageRuleDraft
>;
export const savedOutageRulesSchema = v.strictObject({
  rules: v.pipe(v.array(ruleDraftSchema), v.maxLength(100), v.readonly()),
  seen,
});
