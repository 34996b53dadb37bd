import * as v from 'valibot';
import { breachKinds, parties, tellings, type Breach } from '../domain/breach/breach';
import { MONITORING_ID, type Monitoring } from '../domain/breach/causes';
import {
  exceptionStates,
  grounds,
  type CycleException,
  type ExceptionAsked,
} from '../domain/breach/exception';
import { metricKinds } from '../domain/timer/metric';
import { reportedVerdicts } from '../domain/timer/reported';
import { verdicts } from '../domain/timer/standing';
import { calendarDraftSchema } from './calendar';
import { instantSchema, listOf, spanSchema } from './primitives';
import { lineSchema as line, textSchema as text } from './written';

const agreement = calendarDraftSchema.entries.id;
const id = calendarDraftSchema.entries.id;

const toldSchema = v.strictObject({ at: instantSchema, how: line });

/** What is said of a breach, as a page sends it. */
const saidEntries = {
  kind: v.picklist(breachKinds),
  cause: v.exactOptional(id),
  party: v.exactOptional(v.picklist(parties)),
  explanation: text,
  correctiveAction: text,
  told: v.exactOptional(toldSchema),
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

/** Of a breach, or of what was asked for a cycle: one that names nothing is told so by the app. */
const ofRecord = v.pipe(v.string(), v.maxLength(192));
const seen = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** As many as are written about at once. */
export const MOST_AT_ONCE = 100;
const atOnce = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(item), v.minLength(1), v.maxLength(MOST_AT_ONCE), v.readonly());

/** Null: that it has none. */
const orNone = <Schema extends v.GenericSchema>(schema: Schema) => v.exactOptional(v.nullable(schema));

const placeSchema = v.strictObject({
  offset: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
  before: instantSchema,
});

/** Which breaches a register shows. */
export const breachesWantedSchema = v.strictObject({
  from: instantSchema,
  to: instantSchema,
  agreement: v.exactOptional(agreement),
  cause: orNone(id),
  party: orNone(v.picklist(parties)),
  exception: orNone(v.picklist(exceptionStates)),
  toldLate: v.exactOptional(v.literal(true)),
  after: v.exactOptional(placeSchema),
});
export type BreachesWanted = v.InferOutput<typeof breachesWantedSchema>;

/** A breach as the register and the panel of its issue show it. */
export const breachRowSchema = v.object({
  id: v.string(),
  happenedAt: instantSchema,
  /** What its timer measured; null for one that was recorded by hand, and for a cycle that was not breached. */
  timer: v.nullable(
    v.object({
      issue: v.string(),
      agreement: v.string(),
      metric: v.string(),
      cycle: v.number(),
      kind: v.picklist(metricKinds),
      goal: v.nullable(v.string()),
      /** The number of the agreement's version. */
      version: v.number(),
      startedAt: instantSchema,
      endedAt: v.nullable(instantSchema),
      elapsed: spanSchema,
      within: v.nullable(spanSchema),
      measured: v.picklist(verdicts),
      reported: v.picklist(reportedVerdicts),
      assignee: v.nullable(v.string()),
    }),
  ),
  telling: v.object({ kind: v.picklist(tellings), after: spanSchema }),
  /** What people said; null while nobody has. */
  said: v.nullable(v.object({ doc: breachSchema, revision: v.number(), at: instantSchema })),
  /** In the order in which they were asked for. */
  exceptions: listOf(v.object({ doc: exceptionSchema, revision: v.number() })),
});
export type BreachRow = v.InferOutput<typeof breachRowSchema>;
export type ExceptionShown = BreachRow['exceptions'][number];

export const breachRowsSchema = listOf(breachRowSchema);

/** A page of the breach register (M3), the latest first. */
export const breachesViewSchema = v.object({
  rows: breachRowsSchema,
  /** Names the page after this one; null after the last. */
  next: v.nullable(placeSchema),
});
export type BreachesView = v.InferOutput<typeof breachesViewSchema>;

export const ofBreach = v.strictObject({ id: ofRecord });

const holdingsSchema = listOf(
  v.object({ holder: v.nullable(v.string()), from: instantSchema, to: instantSchema, counted: spanSchema }),
);
export type HoldingView = v.InferOutput<typeof holdingsSchema>[number];

/** One breach with what explains it. */
export const breachViewSchema = v.object({
  row: breachRowSchema,
  /** Who held the issue when: people by account, groups by name where the project names a field that says it. */
  held: v.nullable(v.object({ people: holdingsSchema, groups: v.nullable(holdingsSchema) })),
  /** What was said before, the latest first. */
  history: listOf(v.object({ revision: v.number(), at: instantSchema, by: v.string(), doc: breachSchema })),
});
export type BreachView = v.InferOutput<typeof breachViewSchema>;

/** What a reader may do about breaches, and what they can choose from. */
export const monitoringViewSchema = v.object({
  /** Who they are. */
  account: v.string(),
  mayEdit: v.boolean(),
  mayMonitor: v.boolean(),
  causes: causesSchema,
  /** Of the causes; 0 while they are the ready-made ones, of which pages know the names. */
  revision: v.number(),
  agreements: listOf(v.object({ id: v.string(), name: v.string() })),
});
export type MonitoringView = v.InferOutput<typeof monitoringViewSchema>;

export const savedCausesSchema = v.strictObject({ causes: causesSchema, seen });

/** What is said of some breaches: what is left out stays as it is, and null takes it away. */
export const savedBreachesSchema = v.strictObject({
  breaches: atOnce(v.strictObject({ id: ofRecord, seen })),
  said: v.strictObject({
    kind: v.exactOptional(saidEntries.kind),
    explanation: v.exactOptional(text),
    correctiveAction: v.exactOptional(text),
    cause: orNone(id),
    party: orNone(v.picklist(parties)),
    told: orNone(toldSchema),
  }),
});

/** A breach by hand; a new one has no id. */
export const savedHandBreachSchema = v.strictObject({
  doc: v.strictObject({
    id: v.exactOptional(ofRecord),
    happenedAt: instantSchema,
    byHand: byHandSchema,
    ...saidEntries,
    removed: v.exactOptional(v.literal(true)),
  }),
  seen,
});

export const exceptionsAskedSchema = v.strictObject({
  cycles: atOnce(ofRecord),
  wanted: wantedSchema,
  ground: v.picklist(grounds),
  reason: text,
});

const steppedOn = { note: text, exceptions: atOnce(v.strictObject({ id: ofRecord, seen })) };
export const exceptionsDecidedSchema = v.strictObject({
  step: v.picklist(['approve', 'refuse', 'revoke']),
  ...steppedOn,
});
export const exceptionsWithdrawnSchema = v.strictObject({ exceptions: steppedOn.exceptions });
