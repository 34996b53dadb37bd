import * as v from 'valibot';
import { metricKinds } from '../domain/timer/metric';
import { publishedWords, type PublishedState, type PublishedTimer } from '../domain/timer/published-state';
import { instantSchema } from './primitives';

/** The property of issues whose paths the manifest has Jira index; its name is for good, since people write it into JQL. */
export const PROPERTY_KEY = 'serviceLevels';

/** To the second, as Jira indexes dates. */
const dueSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/),
  v.transform((text) => Date.parse(text)),
  instantSchema,
);

const timerEntries = { due: v.optional(dueSchema), state: v.picklist(publishedWords) };
const timerSchema = v.strictObject(timerEntries);
type Timer = v.InferInput<typeof timerSchema>;

/** What is left out is empty to JQL: a timer that is not due, an issue without an agreement. */
export const propertySchema = v.strictObject({
  ...timerEntries,
  agreement: v.optional(v.string()),
  kinds: v.record(v.picklist(metricKinds), timerSchema),
});
export type PropertyValue = v.InferInput<typeof propertySchema>;

export function propertyOf({ agreement, kinds, ...timer }: PublishedState): PropertyValue {
  const entries = Object.entries(kinds).map(([kind, one]) => [kind, written(one)] as const);
  return { ...written(timer), ...(agreement !== null && { agreement }), kinds: Object.fromEntries(entries) };
}

/** Undefined for what the app would not have written, in whatever way it differs. */
export function stateOfProperty(value: unknown): PublishedState | undefined {
  const parsed = v.safeParse(propertySchema, value);
  if (!parsed.success) return undefined;
  const { agreement = null, kinds, ...timer } = parsed.output;
  const entries = Object.entries(kinds).map(([kind, one]) => [kind, read(one)] as const);
  return { ...read(timer), agreement, kinds: Object.fromEntries(entries) };
}

/** The form of dates in fields and properties of Jira. */
export const writtenInstant = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

function written({ due, state }: PublishedTimer): Timer {
  return { ...(due !== null && { due: writtenInstant(due) }), state };
}

const read = ({ due, state }: v.InferOutput<typeof timerSchema>): PublishedTimer => ({
  due: due ?? null,
  state,
});
