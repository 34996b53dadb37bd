import * as v from 'valibot';

/** Asks for the drain of a project. Messages outlive a deployment, hence the version. */
export const drainMessageSchema = v.object({ version: v.literal(1), project: v.string() });
export type DrainMessage = v.InferOutput<typeof drainMessageSchema>;

/** Asks for one turn of a project's backfill. */
export const backfillMessageSchema = v.object({
  version: v.literal(1),
  project: v.string(),
  id: v.string(),
  turn: v.number(),
});
export type BackfillMessage = v.InferOutput<typeof backfillMessageSchema>;
