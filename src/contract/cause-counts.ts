import * as v from 'valibot';
import { namesSchema } from './board';
import { breachesWantedSchema, causesSchema } from './breaches';
import { instantSchema, listOf } from './primitives';

const { from, to, agreement } = breachesWantedSchema.entries;
/** Breaches of which time and agreement are counted by their causes. */
export const causesWantedSchema = v.strictObject({ from, to, agreement });
export type CausesWanted = v.InferOutput<typeof causesWantedSchema>;

/** How many breaches have which cause. */
export const causesCountedSchema = v.object({
  asOf: instantSchema,
  hasAgreements: v.boolean(),
  names: v.pick(namesSchema, ['agreements']),
  causes: causesSchema,
  /** Of the causes; 0 while they are the ready-made ones, of which pages know the names. */
  revision: v.number(),
  counts: listOf(v.object({ agreement: v.string(), cause: v.nullable(v.string()), count: v.number() })),
  /** Whether all are counted, and not only the latest. */
  areAll: v.boolean(),
});
export type CausesCounted = v.InferOutput<typeof causesCountedSchema>;
