import * as v from 'valibot';
import { fallingKinds } from '../domain/report/falling';
import { boardWantedSchema, namesSchema } from './board';
import { breachesWantedSchema, causesSchema } from './breaches';
import { figuresAskedSchema } from './figures';
import { instantSchema, listOf } from './primitives';
import { projectSchema } from './repairs';

/** A gadget stands on no project's page, and says which project it means. */
const ofProject = { project: projectSchema };

export const boardOfSchema = v.strictObject({ ...ofProject, ...boardWantedSchema.entries });
export const figuresOfSchema = v.strictObject({ ...ofProject, ...figuresAskedSchema.entries });

const { from, to, agreement } = breachesWantedSchema.entries;
/** Breaches of which time and agreement are counted by their causes. */
export const causesWantedSchema = v.strictObject({ ...ofProject, from, to, agreement });

/** How many breaches have which cause. */
export const causesCountedSchema = v.object({
  asOf: instantSchema,
  hasAgreements: v.boolean(),
  names: v.pick(namesSchema, ['agreements']),
  causes: causesSchema,
  /** Of the causes; 0 while they are the ready-made ones, of which pages know the names. */
  revision: v.number(),
  counts: listOf(v.object({ cause: v.nullable(v.string()), count: v.number() })),
  /** Whether all are counted, and not only the latest. */
  areAll: v.boolean(),
});
export type CausesCounted = v.InferOutput<typeof causesCountedSchema>;

/** How many days somebody looks ahead for what falls due. */
export const daysAhead = [30, 60, 90] as const;

export const fallingWantedSchema = v.strictObject({ ...ofProject, days: v.picklist(daysAhead) });

/** What of a project falls due, what comes first before the others. */
export const fallingDueSchema = v.object({
  asOf: instantSchema,
  hasAgreements: v.boolean(),
  items: listOf(
    v.object({
      kind: v.picklist(fallingKinds),
      id: v.string(),
      name: v.string(),
      at: instantSchema,
      version: v.exactOptional(v.number()),
    }),
  ),
});
export type FallingDue = v.InferOutput<typeof fallingDueSchema>;
