import * as v from 'valibot';
import { instantSchema, jiraIdSchema } from './primitives';

/** Asks for the drain of a project. Messages outlive a deployment, hence the version. */
export const drainMessageSchema = v.object({ version: v.literal(1), project: jiraIdSchema });
export type DrainMessage = v.InferOutput<typeof drainMessageSchema>;

/** Asks for one turn of a job of a project: of its backfill, or of its preview of a repair. */
export const turnMessageSchema = v.object({
  version: v.literal(1),
  project: jiraIdSchema,
  id: v.string(),
  turn: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});
export type TurnMessage = v.InferOutput<typeof turnMessageSchema>;

/** Asks that somebody looks after what was to be shown in Jira. */
export const publicationMessageSchema = v.object({
  version: v.literal(1),
  project: jiraIdSchema,
  /** The task by which Jira was to write it; left out for what it did not take at all. */
  task: v.exactOptional(jiraIdSchema),
  /** When each issue was updated last. */
  issues: v.array(v.tuple([jiraIdSchema, instantSchema])),
});
export type PublicationMessage = v.InferInput<typeof publicationMessageSchema>;

/** Asks that issues are looked at when an instant has come that was known ahead. */
export const thresholdsMessageSchema = v.object({
  version: v.literal(1),
  at: instantSchema,
  issues: v.array(jiraIdSchema),
});
export type ThresholdsMessage = v.InferOutput<typeof thresholdsMessageSchema>;
