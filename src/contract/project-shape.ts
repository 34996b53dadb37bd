import * as v from 'valibot';
import { fieldKinds } from '../domain/agreement/known-field';
import type { ProjectShape } from '../domain/agreement/project-shape';
import { referenceSchema } from './condition';
import { listOf } from './primitives';

const statuses = listOf(referenceSchema);

/** What definitions of a project can be made of. */
export const projectShapeSchema = v.object({
  fields: listOf(
    v.object({
      ...referenceSchema.entries,
      kind: v.picklist(fieldKinds),
      several: v.exactOptional(v.literal(true)),
      values: v.exactOptional(listOf(referenceSchema)),
    }),
  ),
  statuses: v.object({ new: statuses, indeterminate: statuses, done: statuses }),
}) satisfies v.GenericSchema<unknown, ProjectShape>;
