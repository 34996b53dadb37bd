import * as v from 'valibot';
import { agreementKinds } from '../domain/agreement/agreement';
import type { DefinitionsDraft } from '../domain/agreement/definitions';
import { cyclePolicies, metricKinds, type MetricOf } from '../domain/timer/metric';
import { calendarDraftSchema, holidaySetSchema, nameSchema as name } from './calendar';
import { conditionOf } from './condition';

const id = calendarDraftSchema.entries.id;

const conditionSchema = conditionOf(v.string());

const goalSchema = v.strictObject({
  name,
  when: v.exactOptional(conditionSchema),
  within: v.string(),
  calendar: v.string(),
  atRiskAt: v.exactOptional(v.string()),
});

const metricSchema = v.strictObject({
  id,
  kind: v.picklist(metricKinds),
  start: conditionSchema,
  stop: conditionSchema,
  cancel: v.exactOptional(conditionSchema),
  reset: v.exactOptional(conditionSchema),
  pause: v.optional(v.array(v.strictObject({ name, while: conditionSchema })), []),
  cycles: v.optional(v.picklist(cyclePolicies), 'every'),
  goals: v.array(goalSchema),
}) satisfies v.GenericSchema<unknown, MetricOf<string, string, string>>;

/** The file that carries all definitions from one site to another (P8). */
export const definitionsFileSchema = v.strictObject({
  format: v.literal('service-levels/1'),
  holidaySets: v.optional(v.array(holidaySetSchema), []),
  calendars: v.array(calendarDraftSchema),
  agreements: v.array(
    v.strictObject({
      id,
      kind: v.picklist(agreementKinds),
      name,
      timeZone: v.string(),
      effectiveFrom: v.string(),
      covers: v.exactOptional(conditionSchema),
      metrics: v.array(metricSchema),
    }),
  ),
}) satisfies v.GenericSchema<unknown, DefinitionsDraft>;
