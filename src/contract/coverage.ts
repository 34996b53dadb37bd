import * as v from 'valibot';
import type { Gaps } from '../domain/coverage/gaps';
import type { Seen } from '../domain/coverage/seen';
import { metricKinds } from '../domain/timer/metric';
import { problemSchema } from './answer';
import { instantSchema, jiraIdSchema, listOf } from './primitives';

const named = { id: v.string(), name: v.string() };
const namedSchema = v.object(named);

/** What falls through in a project, as far as its rules and its catalogue show it. */
export const coverageViewSchema = v.object({
  servicesUncovered: listOf(namedSchema),
  agreementsUnbound: listOf(namedSchema),
  ending: listOf(v.object({ ...named, endsAt: instantSchema, hasEnded: v.boolean() })),
  effectless: listOf(
    v.object({
      agreement: namedSchema,
      metric: v.exactOptional(v.picklist(metricKinds)),
      problem: problemSchema,
    }),
  ),
  calendarsUnused: listOf(namedSchema),
  holidaySetsUnused: listOf(namedSchema),
  holidaysEnding: listOf(v.object({ calendar: namedSchema, problem: problemSchema })),
  targets: listOf(
    v.object({
      agreement: namedSchema,
      metric: v.object({ id: v.string(), kind: v.picklist(metricKinds) }),
      goals: listOf(v.string()),
      since: instantSchema,
    }),
  ),
}) satisfies v.GenericSchema<unknown, Gaps>;
export type CoverageView = v.InferOutput<typeof coverageViewSchema>;

/** A page of the latest issues. */
export const seenPageSchema = v.strictObject({ before: v.exactOptional(jiraIdSchema) });

/** What the issues of a page were seen to use. */
export const seenSchema = v.object({
  seen: v.object({
    read: v.number(),
    bare: v.number(),
    bareIssues: listOf(v.string()),
    unreadable: v.number(),
    targets: listOf(
      v.object({ agreement: v.string(), metric: v.string(), issues: v.number(), goals: listOf(v.string()) }),
    ),
  }) satisfies v.GenericSchema<unknown, Seen>,
  /** The oldest of them; null where there is none. */
  oldest: v.nullable(v.string()),
  /** Names the page after this one; null after the last. */
  next: v.nullable(v.string()),
});
export type SeenPage = v.InferOutput<typeof seenSchema>;
