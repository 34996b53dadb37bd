import * as v from 'valibot';
import { measures, sources } from '../domain/monitoring/measures';
import { LONGEST_EVIDENCE, type Measurement } from '../domain/monitoring/measurement';
import { targetPeriods } from '../domain/monitoring/periodic-target';
import { answerOrigins } from '../domain/satisfaction/satisfaction';
import { metricKinds } from '../domain/timer/metric';
import { figuresAskedSchema, figuresSchema } from './figures';
import { periodicTargetSchema } from './periodic-target';
import { instantSchema, listOf } from './primitives';

const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(80));
const period = v.strictObject({ kind: v.picklist(targetPeriods), from: figuresAskedSchema.entries.day });
/** More than the domain lets pass, which says so at the field. */
const evidence = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(LONGEST_EVIDENCE * 2),
  v.regex(/^([^\p{Cc}\p{Cs}]|\n)*$/u),
);

const measurementEntries = {
  agreement: id,
  target: id,
  period,
  value: v.nullable(v.pipe(v.number(), v.finite())),
  evidence,
};

/** An entered value as a revision holds it. */
export const measurementSchema = v.strictObject({
  id: v.string(),
  ...measurementEntries,
}) satisfies v.GenericSchema<unknown, Measurement>;

export const recordAskedSchema = v.strictObject({
  period: v.picklist(targetPeriods),
  day: figuresAskedSchema.entries.day,
});
export type RecordAsked = v.InferOutput<typeof recordAskedSchema>;

export const savedMeasurementSchema = v.strictObject({
  doc: v.strictObject(measurementEntries),
  /** The number of the revision that it was made from, 0 for none. */
  seen: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

const attainment = v.object({ met: v.number(), of: v.number() });

const lineSchema = v.object({
  agreement: v.string(),
  measure: v.picklist(measures),
  source: v.picklist(sources),
  target: v.nullable(periodicTargetSchema),
  metric: v.nullable(v.object({ id: v.string(), kind: v.picklist(metricKinds) })),
  /** One a period, the one asked for last; null where there is none. */
  values: listOf(v.nullable(v.number())),
  cases: v.nullable(v.object({ measured: attainment, reported: attainment })),
  /** Zero as its revision while nothing is. */
  entered: v.nullable(
    v.object({ value: v.nullable(v.number()), evidence: v.string(), revision: v.number() }),
  ),
  /** Behind a value that customers answered. */
  answers: v.nullable(v.object({ n: v.number(), from: v.picklist(answerOrigins) })),
});
export type RecordLineView = v.InferOutput<typeof lineSchema>;

/** Each value that a project promises against its target (M6), and how it is watched (M8). */
export const monitoringRecordSchema = v.object({
  asOf: instantSchema,
  hasAgreements: v.boolean(),
  edges: listOf(v.string()),
  isRunning: v.boolean(),
  mayMonitor: v.boolean(),
  names: figuresSchema.entries.names,
  lines: listOf(lineSchema),
  /** All that the agreements promise for periods, whichever: the plan of what is watched. */
  plan: listOf(
    v.object({ agreement: v.string(), target: periodicTargetSchema, source: v.picklist(sources) }),
  ),
  /** Who answers for what nobody is named for, by agreement: its service level manager. */
  managers: v.record(v.string(), v.string()),
});
export type MonitoringRecordView = v.InferOutput<typeof monitoringRecordSchema>;
