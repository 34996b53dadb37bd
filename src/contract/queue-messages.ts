import * as v from 'valibot';
import { instantSchema, jiraIdSchema } from './primitives';

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

/** Asks how the writing of properties went that was left to a task of Jira's. */
export const publicationMessageSchema = v.object({
  version: v.literal(1),
  project: jiraIdSchema,
  task: v.string(),
  /** Ids, and when each issue was updated last. */
  issues: v.array(v.tuple([jiraIdSchema, instantSchema])),
});
export type PublicationMessage = v.InferInput<typeof publicationMessageSchema>;
