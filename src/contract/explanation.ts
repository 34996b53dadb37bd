import * as v from 'valibot';
import { agreementKinds } from '../domain/agreement/agreement';
import { scopes } from '../domain/timer/explain';
import { metricKinds } from '../domain/timer/metric';
import { conditionSchema } from './condition';
import { goalOf } from './goal';
import { instantSchema, listOf, percentageSchema, spanSchema } from './primitives';

const unmetSchema = listOf(
  v.object({
    /** One question about one field, or its opposite. */
    condition: conditionSchema,
    field: v.string(),
    /** What the field holds, as ids; null when that is not known. */
    found: v.nullable(listOf(v.string())),
  }),
);
export type UnmetView = v.InferOutput<typeof unmetSchema>[number];

const outcomeSchema = v.variant('kind', [
  v.object({ kind: v.literal('won') }),
  v.object({ kind: v.literal('unmet'), unmet: unmetSchema }),
  v.object({ kind: v.literal('no-value'), field: v.string() }),
  v.object({ kind: v.literal('not-reached') }),
]);

const goalSchema = v.object({
  goal: goalOf(
    {
      name: v.string(),
      calendar: v.string(),
      when: v.exactOptional(conditionSchema),
      atRiskAt: v.exactOptional(percentageSchema),
    },
    spanSchema,
  ),
  outcome: outcomeSchema,
});
export type GoalExplanation = v.InferOutput<typeof goalSchema>;

const metricSchema = v.object({
  id: v.string(),
  kind: v.picklist(metricKinds),
  ran: v.picklist(['never', 'runs', 'ended']),
  /** What begins a cycle. */
  start: conditionSchema,
  /** Its rules in the order in which they are tried, and what came of each. */
  goals: listOf(goalSchema),
});
export type MetricExplanation = v.InferOutput<typeof metricSchema>;

const agreementSchema = v.object({
  id: v.string(),
  name: v.string(),
  kind: v.picklist(agreementKinds),
  scope: v.picklist(scopes),
  /** Whether it is the one for the issue, and why not. */
  applies: v.variant('kind', [
    v.object({ kind: v.literal('applies') }),
    v.object({ kind: v.literal('not-yet'), from: instantSchema }),
    v.object({ kind: v.literal('ended'), at: instantSchema }),
    v.object({ kind: v.literal('suspended'), since: instantSchema, reason: v.string() }),
    v.object({ kind: v.literal('other-issues'), condition: conditionSchema, unmet: unmetSchema }),
    v.object({ kind: v.literal('outranked'), by: v.string() }),
  ]),
  metrics: listOf(metricSchema),
});
export type AgreementExplanation = v.InferOutput<typeof agreementSchema>;

/** Why an issue has the timers and the goals that it has, or none. */
export const explanationSchema = v.object({
  /** As in `issueTimersSchema`; `explained` covers both issues with timers and issues without. */
  kind: v.picklist(['explained', 'no-definitions', 'unreadable']),
  /** When the app read the issue. */
  asOf: instantSchema,
  /** In the order in which they are tried. */
  agreements: listOf(agreementSchema),
});
export type Explanation = v.InferOutput<typeof explanationSchema>;
