import * as v from 'valibot';
import { measures } from '../domain/monitoring/measures';
import { targetPeriods, type PeriodicTarget } from '../domain/monitoring/periodic-target';

const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(80));
const line = v.pipe(v.string(), v.maxLength(200), v.regex(/^\P{Cc}*$/u));

/** What an agreement promises for a period as a whole (T3). */
export const periodicTargetSchema = v.strictObject({
  id,
  measure: v.picklist(measures),
  target: v.pipe(v.string(), v.maxLength(100)),
  period: v.picklist(targetPeriods),
  metric: v.exactOptional(v.pipe(v.string(), v.maxLength(64))),
  service: v.exactOptional(v.pipe(v.string(), v.maxLength(64))),
  calendar: v.exactOptional(v.pipe(v.string(), v.maxLength(64))),
  base: v.exactOptional(line),
  name: v.exactOptional(line),
  byHand: v.exactOptional(v.literal(true)),
  responsible: v.exactOptional(v.pipe(v.string(), v.regex(/^[\w:-]{1,128}$/))),
}) satisfies v.GenericSchema<unknown, PeriodicTarget>;
