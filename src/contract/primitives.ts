import * as v from 'valibot';
import { EARLIEST, HORIZON, instant, span } from '../domain/time/instant';
import { dayNumberOf } from '../domain/time/local-date';
import { HIGHEST_MARK } from '../domain/timer/metric';

export const instantSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(EARLIEST),
  v.maxValue(HORIZON),
  v.transform(instant),
);

export const spanSchema = v.pipe(v.number(), v.safeInteger(), v.transform(span));

/** A share of a goal within it. */
export const percentageSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99));

/** A share of a goal, or beyond it. */
export const markSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(HIGHEST_MARK));

export const localDateSchema = v.pipe(
  v.string(),
  v.check((text) => dayNumberOf(text) !== undefined),
);

/** A list that nobody changes. */
export function listOf<Schema extends v.GenericSchema>(item: Schema) {
  return v.pipe(v.array(item), v.readonly());
}

/** An id of an issue or a project as Jira gives it, as text or as a number. */
export const jiraIdSchema = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(String),
  v.regex(/^\d{1,15}$/),
);
