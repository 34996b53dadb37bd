import * as v from 'valibot';
import { comparedKinds, type ComparedRecord } from '../domain/transfer/compared';
import { problemSchema } from './answer';
import { listOf } from './primitives';
import { fileTextSchema } from './rules-preview';

/** As large as a definitions file may be, in bytes. */
export const LONGEST_FILE = 8_000_000;

/** A text as `packed` makes it. */
export const packedSchema = v.strictObject({ gzip: v.pipe(v.string(), v.maxLength(450_000)) });

/** A file of the place, as it is or packed, and what of it is to stay as it is here, such as `calendar office-hours`. */
const entries = {
  file: v.union([fileTextSchema, packedSchema]),
  keep: v.exactOptional(
    v.pipe(v.array(v.pipe(v.string(), v.maxLength(120))), v.maxLength(5_000), v.readonly()),
  ),
};
export const importReviewedSchema = v.strictObject(entries);
/** `seen`: the `state` of the review that was read before; left out by who imports without one. */
export const importWantedSchema = v.strictObject({
  ...entries,
  seen: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
});

export const exportedSchema = packedSchema;

/** What an import would do. */
export const importReviewSchema = v.object({
  compared: listOf(
    v.object({
      kind: v.picklist(comparedKinds),
      id: v.string(),
      name: v.string(),
      what: v.picklist(['new', 'changed', 'same']),
    }) satisfies v.GenericSchema<unknown, ComparedRecord>,
  ),
  /** What in the file somebody should look at, with its place in the file. */
  warnings: listOf(problemSchema),
  state: v.number(),
});
export type ImportReviewView = v.InferOutput<typeof importReviewSchema>;
