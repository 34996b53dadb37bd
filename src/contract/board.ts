import * as v from 'valibot';
import { dimensions } from '../domain/report/dimensions';
import { timerStates, type TimerState } from '../domain/timer/foremost';
import { metricKinds } from '../domain/timer/metric';
import { instantSchema, listOf, spanSchema } from './primitives';

/** How timers of a board can stand. Out of hours they count as running: else all would turn every evening. */
export const boardStates = [
  'breached',
  'at-risk',
  'running',
  'paused',
  'unknown',
  'no-promise',
] as const satisfies readonly TimerState[];

/** Ids of Jira and of the app have at most so many characters. */
export const LONGEST_ID = 128;
/** Nobody scrolls so far; whoever looks for a timer filters. */
export const FURTHEST = 10_000;

const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST_ID));
/** Null: only timers that have none. */
const value = v.exactOptional(v.nullable(id));

/** Which open timers a board shows. All that is left out does not matter. */
export const boardWantedSchema = v.strictObject({
  filter: v.strictObject({
    service: value,
    customer: value,
    priority: value,
    assignee: value,
    team: value,
    agreement: v.exactOptional(id),
    kind: v.exactOptional(v.picklist(metricKinds)),
  }),
  states: v.exactOptional(
    v.pipe(v.array(v.picklist(boardStates)), v.minLength(1), v.maxLength(boardStates.length), v.readonly()),
  ),
  /** Only those that have waited for longer than `WAITING_LONG`. */
  waitingLong: v.exactOptional(v.literal(true)),
  /** How many come before the first of the page. */
  offset: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(FURTHEST)),
});
export type BoardWanted = v.InferOutput<typeof boardWantedSchema>;

const openTimerSchema = v.object({
  issue: v.string(),
  agreement: v.string(),
  metric: v.string(),
  cycle: v.number(),
  kind: v.picklist(metricKinds),
  goal: v.nullable(v.string()),
  state: v.picklist(timerStates),
  /** When it is due if nothing changes, or was breached; null while it waits or promises nothing. */
  due: v.nullable(instantSchema),
  waitsSince: v.nullable(instantSchema),
  /** The goal in working time; null without one. */
  within: v.nullable(spanSchema),
  priority: v.nullable(v.string()),
  assignee: v.nullable(v.string()),
});
export type OpenTimerView = v.InferOutput<typeof openTimerSchema>;

/** What the project calls agreements and services, by id; whatever else has an id is Jira's to name. */
export const namesSchema = v.object({
  agreements: v.record(v.string(), v.string()),
  services: v.record(v.string(), v.string()),
});

/** The fields whose values stand for customers and groups; left out where nobody has named one. */
export const namingFieldsSchema = v.object({
  customer: v.exactOptional(v.string()),
  team: v.exactOptional(v.string()),
});

/** A page of a project's open timers, those due next first, and how many there are in all. */
export const boardSchema = v.object({
  /** When it was read; each timer is as it was last evaluated before. */
  asOf: instantSchema,
  /** Whether anything was ever promised in the project. */
  hasAgreements: v.boolean(),
  /** Of those that the filter lets through, whatever states are wanted. */
  counts: v.record(v.picklist(timerStates), v.number()),
  waitingLong: v.number(),
  /** What open timers of the project have, with how many, the most frequent first. */
  values: listOf(
    v.object({
      by: v.picklist([...dimensions, 'agreement']),
      value: v.nullable(v.string()),
      count: v.number(),
    }),
  ),
  /** The kinds of timers that agreements of the project have. */
  kinds: listOf(v.picklist(metricKinds)),
  names: namesSchema,
  fields: namingFieldsSchema,
  timers: listOf(openTimerSchema),
  hasMore: v.boolean(),
});
export type BoardView = v.InferOutput<typeof boardSchema>;
