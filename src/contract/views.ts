import * as v from 'valibot';
import type { Cycle, Timer } from '../domain/timer/cycle';
import { metricKinds } from '../domain/timer/metric';
import { problemSchema } from './answer';
import { calendarRecordSchema, calendarSchema, holidaySetSchema } from './calendar';
import { conditionSchema } from './condition';
import { goalOf, promiseOf } from './goal';
import { instantSchema, listOf, percentageSchema, spanSchema } from './primitives';
import { priorityGivenSchema } from './priority-matrix';

const promiseSchema = v.nullable(
  promiseOf({ goal: v.string(), calendar: v.string(), atRiskAt: v.exactOptional(percentageSchema) }),
);
/** What was stored before there were reasons says none. */
const because = v.optional(v.string(), '');
const stretch = {
  from: instantSchema,
  to: v.nullable(instantSchema),
  promise: promiseSchema,
  because,
  takeover: v.exactOptional(v.picklist(['restart', 'pro-rata'])),
};
const stretchesSchema = listOf(
  v.variant('kind', [
    v.object({ kind: v.literal('counting'), ...stretch }),
    v.object({ kind: v.literal('paused'), by: v.string(), ...stretch }),
    v.object({ kind: v.literal('suspended'), by: v.string(), ...stretch }),
    v.object({ kind: v.literal('stopped'), ...stretch }),
    v.object({ kind: v.literal('excluded'), by: v.string(), ...stretch }),
  ]),
);

export const cycleSchema = v.pipe(
  v.object({
    number: v.number(),
    version: v.string(),
    startedAt: instantSchema,
    knownFrom: v.optional(instantSchema),
    stretches: stretchesSchema,
    setAside: v.exactOptional(listOf(stretchesSchema)),
    end: v.nullable(
      v.object({ kind: v.picklist(['stopped', 'cancelled', 'reset']), at: instantSchema, because }),
    ),
    undecided: v.exactOptional(v.literal(true)),
  }),
  // Until cycles said from when they were known, they were known as they happened.
  v.transform(({ knownFrom, ...cycle }) => ({ ...cycle, knownFrom: knownFrom ?? cycle.startedAt })),
) satisfies v.GenericSchema<unknown, Cycle>;

export const timerSchema = v.object({
  agreement: v.object({ id: v.string(), name: v.string() }),
  metric: v.object({ id: v.string(), kind: v.picklist(metricKinds) }),
  cycles: listOf(cycleSchema),
  unknown: v.boolean(),
}) satisfies v.GenericSchema<unknown, Timer>;

const goalSchema = goalOf(
  {
    name: v.string(),
    /** Id of the calendar, whatever its version. */
    calendar: v.string(),
    /** Null when the goal holds for whatever no goal before it holds for. */
    when: v.nullable(conditionSchema),
  },
  spanSchema,
);
export type GoalView = v.InferOutput<typeof goalSchema>;

/** What the panel of an issue shows. It computes the countdown itself, by the same code as the server. */
export const issueTimersSchema = v.object({
  /**
   * `timers`: there are some. `no-definitions`: the project has no agreement yet. `not-covered`: none of its agreements is
   * about this issue. `not-started`: one is, and none of its timers has started. `unreadable`: Jira does not let the app read the issue.
   */
  kind: v.picklist(['timers', 'no-definitions', 'not-covered', 'not-started', 'unreadable']),
  /** When the app read the issue. */
  asOf: instantSchema,
  /** The issue's own `updated` when the app read it; null when it could not. */
  issueUpdated: v.nullable(instantSchema),
  timers: listOf(timerSchema),
  /** What the agreement that applies says of its priority; left out where it says nothing. */
  priority: v.exactOptional(priorityGivenSchema),
  /** Every calendar version that the cycles refer to. */
  calendars: v.record(v.string(), calendarSchema),
  /** Every agreement version that the cycles refer to: its revision, and the goals of each metric in their order. */
  versions: v.record(
    v.string(),
    v.object({ revision: v.number(), goals: v.record(v.string(), listOf(goalSchema)) }),
  ),
});
export type IssueTimers = v.InferOutput<typeof issueTimersSchema>;

/** What an import did. */
export const importResultSchema = v.object({
  /** Records whose text changed, and so got a new revision. */
  changed: v.number(),
  unchanged: v.number(),
  /** What in the file somebody should look at, with its place in the file. */
  warnings: listOf(problemSchema),
});
export type ImportResult = v.InferOutput<typeof importResultSchema>;

/** How the reading of all issues of a project goes. */
export const backfillViewSchema = v.object({
  state: v.picklist(['running', 'paused', 'done', 'failed']),
  /** Issues read so far. */
  done: v.number(),
  /** About how many there are; null before the first page. */
  total: v.nullable(v.number()),
  startedAt: instantSchema,
  changedAt: instantSchema,
  /** About when it ends, as far as anybody can tell. */
  endsAt: v.nullable(instantSchema),
  /** It stands still though it should not. */
  late: v.boolean(),
});
export type BackfillView = v.InferOutput<typeof backfillViewSchema>;

const savedAs = { revision: v.number(), changedAt: instantSchema };

/** The definitions in force, as the settings page lists them. */
export const definitionsViewSchema = v.object({
  /** What somebody should look at, with its place in the lists below. */
  findings: listOf(v.object({ ...problemSchema.entries, severity: v.picklist(['error', 'warning']) })),
  holidaySets: listOf(v.object({ ...holidaySetSchema.entries, ...savedAs })),
  calendars: listOf(v.object({ ...calendarRecordSchema.entries, ...savedAs })),
  agreements: listOf(
    v.object({
      id: v.string(),
      kind: v.string(),
      name: v.string(),
      ...savedAs,
      timeZone: v.string(),
      effectiveFrom: instantSchema,
      metrics: listOf(
        v.object({
          kind: v.picklist(metricKinds),
          goals: listOf(
            goalOf(
              {
                name: v.string(),
                calendar: v.string(),
                /** The percentage of it from which on a timer counts as at risk. */
                atRiskAt: v.number(),
              },
              spanSchema,
            ),
          ),
        }),
      ),
    }),
  ),
});
export type DefinitionsView = v.InferOutput<typeof definitionsViewSchema>;
