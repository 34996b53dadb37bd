import * as v from 'valibot';
import type { Agreement } from '../domain/agreement/agreement';
import { agreementKinds } from '../domain/agreement/agreement';
import { cyclePolicies, metricKinds } from '../domain/timer/metric';
import { calendarRecordSchema, holidaySetSchema } from './calendar';
import { conditionSchema } from './condition';
import { instantSchema, percentageSchema, spanSchema } from './primitives';

const metricSchema = v.object({
  id: v.string(),
  kind: v.picklist(metricKinds),
  start: conditionSchema,
  stop: conditionSchema,
  cancel: v.exactOptional(conditionSchema),
  reset: v.exactOptional(conditionSchema),
  pause: v.array(v.object({ name: v.string(), while: conditionSchema })),
  cycles: v.picklist(cyclePolicies),
  goals: v.array(
    v.object({
      name: v.string(),
      when: v.exactOptional(conditionSchema),
      within: spanSchema,
      calendar: v.string(),
      atRiskAt: v.exactOptional(percentageSchema),
    }),
  ),
});

/** An agreement as a revision holds it. */
export const agreementDocSchema = v.object({
  id: v.string(),
  kind: v.picklist(agreementKinds),
  name: v.string(),
  timeZone: v.string(),
  effectiveFrom: instantSchema,
  covers: v.exactOptional(conditionSchema),
  metrics: v.array(metricSchema),
}) satisfies v.GenericSchema<unknown, Agreement>;

/** A calendar as a revision holds it. */
export const calendarDocSchema = calendarRecordSchema;

/** A holiday set as a revision holds it. */
export const holidaySetDocSchema = holidaySetSchema;
