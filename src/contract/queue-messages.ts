import * as v from 'valibot';
import { jiraIdSchema } from './primitives';

/** Asks for the drain of a project. Messages outlive a deployment, hence the version. */
export const drainMessageSchema = v.object({ version: v.literal(1), project: jiraIdSchema });
export type DrainMessage = v.InferOutput<typeof drainMessageSchema>;

/** Asks for one turn of a project's backfill. */
export const backfillMessageSchema = v.object({
  version: v.literal(1),
  project: jiraIdSchema,
  id: v.string(),
  turn: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});
export type BackfillMessage = v.InferOutput<typeof backfillMessageSchema>;
