import * as v from 'valibot';
import { breachKinds, parties, type Breach } from '../domain/breach/breach';
import { MONITORING_ID, type Monitoring } from '../domain/breach/causes';
import { grounds, type CycleException, type ExceptionAsked } from '../domain/breach/exception';
import { calendarDraftSchema } from './calendar';
import { instantSchema, spanSchema } from './primitives';

/** More than any rule of the domain lets pass, which says so at the field. */
const LONGEST_TEXT = 5_000;
const text = v.pipe(v.string(), v.trim(), v.maxLength(LONGEST_TEXT), v.regex(/^(\P{Cc}|[\n\t])*$/u));
/** In one line. */
const line = v.pipe(v.string(), v.trim(), v.maxLength(LONGEST_TEXT), v.regex(/^\P{Cc}*$/u));
const agreement = calendarDraftSchema.entries.id;
const id = calendarDraftSchema.entries.id;

/** What is said of a breach, as a page sends it. */
const saidEntries = {
  kind: v.picklist(breachKinds),
  cause: v.exactOptional(id),
  party: v.exactOptional(v.picklist(parties)),
  explanation: text,
  correctiveAction: text,
  told: v.exactOptional(v.strictObject({ at: instantSchema, how: line })),
};

const byHandSchema = v.strictObject({
  agreement,
  promised: line,
  given: line,
  issue: v.exactOptional(v.pipe(line, v.nonEmpty())),
});

/** A breach as a revision holds it. */
export const breachSchema = v.strictObject({
  id: v.string(),
  happenedAt: instantSchema,
  byHand: v.exactOptional(byHandSchema),
  ...saidEntries,
  removed: v.exactOptional(v.literal(true)),
}) satisfies v.GenericSchema<unknown, Breach>;

const wantedSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('exclusion'),
    during: v.exactOptional(v.strictObject({ from: instantSchema, to: instantSchema })),
  }),
  v.strictObject({ kind: v.literal('extension'), by: spanSchema }),
]) satisfies v.GenericSchema<unknown, ExceptionAsked>;

const act = { by: v.string(), at: instantSchema };

/** An exclusion or extension as a revision holds it. */
export const exceptionSchema = v.strictObject({
  id: v.string(),
  wanted: wantedSchema,
  ground: v.picklist(grounds),
  reason: v.string(),
  asked: v.strictObject(act),
  decision: v.exactOptional(v.strictObject({ ...act, approved: v.boolean(), note: v.string() })),
  withdrawn: v.exactOptional(v.strictObject(act)),
  revoked: v.exactOptional(v.strictObject({ ...act, note: v.string() })),
}) satisfies v.GenericSchema<unknown, CycleException>;

const causeSchema = v.strictObject({ id, name: line, retired: v.exactOptional(v.literal(true)) });
/** As a page sends it, and as a file carries it. */
export const causesSchema = v.pipe(v.array(causeSchema), v.maxLength(200), v.readonly());

/** The document of a project's monitoring as a revision holds it. */
export const monitoringSchema = v.strictObject({
  id: v.literal(MONITORING_ID),
  causes: causesSchema,
}) satisfies v.GenericSchema<unknown, Monitoring>;
