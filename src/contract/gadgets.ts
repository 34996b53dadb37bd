import * as v from 'valibot';
import { fallingKinds } from '../domain/report/falling';
import { boardWantedSchema } from './board';
import { causesWantedSchema } from './cause-counts';
import { figuresAskedSchema } from './figures';
import { instantSchema, listOf } from './primitives';
import { projectSchema } from './repairs';

/** A gadget stands on no project's page, and says which project it means. */
const ofProject = { project: projectSchema };

export const boardOfSchema = v.strictObject({ ...ofProject, ...boardWantedSchema.entries });
export const figuresOfSchema = v.strictObject({ ...ofProject, ...figuresAskedSchema.entries });

export const causesOfSchema = v.strictObject({ ...ofProject, ...causesWantedSchema.entries });

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
