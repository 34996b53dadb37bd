import * as v from 'valibot';
import { metricKinds } from '../domain/timer/metric';
import { problemSchema } from './answer';
import { instantSchema, listOf } from './primitives';
import { differencesSchema, verdictChangeSchema } from './repairs';

/** The text of a definitions file. */
export const fileTextSchema = v.pipe(v.string(), v.maxLength(400_000));

/** What somebody sends who wants to know what a definitions file would change, a page of open issues at a time. */
export const rulesPreviewPayloadSchema = v.strictObject({
  file: fileTextSchema,
  /** The `next` of the page before; null for the first. */
  page: v.nullable(v.pipe(v.string(), v.nonEmpty(), v.maxLength(2_000))),
  /** Whether running timers change over; they keep what they started with otherwise (engine rule 15). */
  appliesToRunning: v.boolean(),
});

/** What a page of open issues would come to. */
export const rulesPreviewSchema = v.object({
  /** The version of the rules in force that it was compared with. Pages of different versions do not belong together. */
  rules: v.string(),
  /** About how many open issues there are; null but on the first page. */
  total: v.nullable(v.number()),
  next: v.nullable(v.string()),
  /** Issues of this page, and how many of them would have timers. */
  read: v.number(),
  covered: v.number(),
  /** Timers that would not be over: all, those late, and those at risk. */
  timers: v.number(),
  late: v.number(),
  atRisk: v.number(),
  /** At most 100 of those late, and since when each is. */
  lateTimers: listOf(
    v.object({
      issue: v.string(),
      agreement: v.string(),
      metric: v.string(),
      kind: v.picklist(metricKinds),
      cycle: v.number(),
      since: instantSchema,
    }),
  ),
  verdicts: listOf(verdictChangeSchema),
  /** At most 100 of the cycles that would be judged otherwise. */
  differences: differencesSchema,
  /** What in the file somebody should look at, with its place in the file. */
  warnings: listOf(problemSchema),
});
export type RulesPreviewView = v.InferOutput<typeof rulesPreviewSchema>;
