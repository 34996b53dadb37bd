import * as v from 'valibot';
import { checkSchema, oracleSchema } from './answers-schema';
import { clocks, eventSchema, perClock, targetsSchema } from './event-schema';
import { id, moment, remarks, tolerance } from './values';

const names = v.nullish(v.array(v.string()), []);

const configSchema = v.strictObject({
  ...remarks,
  pauseStatuses: names,
  pausedMetrics: v.nullish(v.array(v.picklist(clocks)), [...clocks]),
  stopStatuses: names,
  stopStopsAll: v.nullish(v.boolean(), true),
  responseStopStatuses: names,
  startAt: v.nullish(perClock(moment), {}),
});

export const scenarioSchema = v.pipe(
  v.strictObject({
    ...remarks,
    id,
    class: v.nullish(v.picklist(['core', 'configurable', 'quirk']), 'core'),
    quirk: v.nullish(v.boolean(), false),
    calendar: v.string(),
    targets: v.nullish(targetsSchema, null),
    config: v.nullish(configSchema, {}),
    events: v.array(eventSchema),
    checks: v.array(checkSchema),
    oracle: v.nullish(oracleSchema),
    toleranceSeconds: v.nullish(tolerance, 0),
    /** The other product's own word for the importance of the issue. */
    priority: v.optional(v.unknown()),
  }),
  // A quirk among the checks makes the scenario one.
  v.transform(({ quirk, ...scenario }) => ({
    ...scenario,
    class: quirk || scenario.checks.some((check) => check.quirk) ? 'quirk' : scenario.class,
  })),
  v.forward(
    v.check(
      ({ class: kind, oracle, checks }) =>
        kind !== 'quirk' || Boolean(oracle) || checks.some((check) => check.oracle),
      () => 'a quirk needs its oracle',
    ),
    ['oracle'],
  ),
);

export type Scenario = v.InferOutput<typeof scenarioSchema>;
