import * as v from 'valibot';
import { dimensions } from '../domain/report/dimensions';
import { periodKinds } from '../domain/report/period-kinds';
import { dayNumberOf } from '../domain/time/local-date';
import { metricKinds } from '../domain/timer/metric';
import { reportedVerdicts } from '../domain/timer/reported';
import { verdicts } from '../domain/timer/standing';
import { boardWantedSchema, FURTHEST, namesSchema, namingFieldsSchema } from './board';
import { instantSchema, listOf, spanSchema } from './primitives';

const { filter: boardFilter } = boardWantedSchema.entries;
const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(128));

/** A civil date that exists, in the years that calendars know. */
const daySchema = v.pipe(
  v.string(),
  v.check((day) => dayNumberOf(day) !== undefined && day >= '1990-01-01' && day < '2190-01-01'),
);

const filterSchema = v.strictObject({
  ...boardFilter.entries,
  metric: v.exactOptional(id),
  goal: v.exactOptional(v.nullable(id)),
});

const asked = {
  filter: filterSchema,
  period: v.picklist(periodKinds),
  /** A day of the period. */
  day: daySchema,
};

/** What tells the parts of a target from one another; `kind` leaves it whole. */
export const partings = ['kind', 'goal', ...dimensions] as const;
export type Parting = (typeof partings)[number];

export const figuresAskedSchema = v.strictObject({ ...asked, by: v.picklist(partings) });
export type FiguresAsked = v.InferOutput<typeof figuresAskedSchema>;

const count = v.number();
const tallySchema = v.object({
  met: count,
  breached: count,
  reportedMet: count,
  reportedBreached: count,
  excluded: count,
  unknown: count,
  noPromise: count,
  cancelled: count,
  elapsed: spanSchema,
});

const targetSchema = v.object({
  agreement: v.string(),
  metric: v.string(),
  kind: v.picklist(metricKinds),
  /** Of what it is told apart by; null where its issues have none. */
  value: v.nullable(v.string()),
  /** One for each period, the one asked for last. */
  periods: listOf(tallySchema),
  /** Open and late at the end of the last period, or now. */
  late: count,
  /** Working time of the last period's cycles; null where there are none, or too many parts to look each up. */
  mean: v.nullable(spanSchema),
  median: v.nullable(spanSchema),
  ninetieth: v.nullable(spanSchema),
});
export type TargetFiguresView = v.InferOutput<typeof targetSchema>;

/** How the promises of a project were kept, period by period (R1, R2). */
export const figuresSchema = v.object({
  asOf: instantSchema,
  hasAgreements: v.boolean(),
  /** The first day of each period, and the first after the last. */
  edges: listOf(v.string()),
  names: namesSchema,
  fields: namingFieldsSchema,
  targets: listOf(targetSchema),
});
export type FiguresView = v.InferOutput<typeof figuresSchema>;

/** Which cycles stand behind a number. */
export const cyclesAskedSchema = v.strictObject({
  ...asked,
  verdicts: v.exactOptional(
    v.pipe(v.array(v.picklist(verdicts)), v.minLength(1), v.maxLength(6), v.readonly()),
  ),
  reported: v.exactOptional(
    v.pipe(v.array(v.picklist(reportedVerdicts)), v.minLength(1), v.maxLength(7), v.readonly()),
  ),
  /** Those that were not over at the end of the period, but late. */
  late: v.exactOptional(v.literal(true)),
  offset: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(FURTHEST)),
});
export type CyclesAsked = v.InferOutput<typeof cyclesAskedSchema>;

const cycleSchema = v.object({
  issue: v.string(),
  agreement: v.string(),
  metric: v.string(),
  cycle: v.number(),
  kind: v.picklist(metricKinds),
  goal: v.nullable(v.string()),
  verdict: v.picklist(verdicts),
  reported: v.picklist(reportedVerdicts),
  endedAt: v.nullable(instantSchema),
  elapsed: spanSchema,
  within: v.nullable(spanSchema),
  priority: v.nullable(v.string()),
  assignee: v.nullable(v.string()),
});
export type CountedCycleView = v.InferOutput<typeof cycleSchema>;

/** A page of the cycles behind a number. */
export const cyclesSchema = v.object({ cycles: listOf(cycleSchema), hasMore: v.boolean() });
export type CyclesView = v.InferOutput<typeof cyclesSchema>;
