import * as v from 'valibot';
import { instantSchema } from './primitives';

/** More than any rule of the domain lets pass, which says so at the field. */
const LONGEST_TEXT = 5_000;

/** What somebody wrote, in lines. */
export const textSchema = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(LONGEST_TEXT),
  v.regex(/^([^\p{Cc}\p{Cs}]|\n)*$/u),
);

/** The same in one line. */
export const lineSchema = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(LONGEST_TEXT),
  v.regex(/^[^\p{Cc}\p{Cs}]*$/u),
);

/** The number of the revision that somebody saw; 0 for none. */
export const seenSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Names a record: one that is not there is told so by the app. */
export const recordIdSchema = v.pipe(v.string(), v.maxLength(192));

/** An account as Jira names it; empty for nobody. */
export const accountSchema = v.pipe(lineSchema, v.maxLength(128));

/** Who did something, and when. */
export const actEntries = { by: v.string(), at: instantSchema };
