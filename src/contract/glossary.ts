import * as v from 'valibot';
import type { Term } from '../domain/glossary/term';
import { calendarDraftSchema } from './calendar';
import { instantSchema, listOf } from './primitives';

/** More than any rule of the domain lets pass, which says so at the field. */
const LONGEST_TEXT = 5_000;
const text = v.pipe(v.string(), v.trim(), v.maxLength(LONGEST_TEXT));
/** In one line. */
const word = v.pipe(text, v.regex(/^\P{Cc}*$/u));
const said = v.strictObject({ name: word, meaning: v.pipe(text, v.regex(/^(\P{Cc}|\n)*$/u)) });

/** A term as a page sends it, and as a revision holds it. */
export const termSchema = v.strictObject({
  id: calendarDraftSchema.entries.id,
  en: v.exactOptional(said),
  zh: v.exactOptional(said),
  otherWords: v.pipe(v.array(v.pipe(word, v.nonEmpty())), v.maxLength(100), v.readonly()),
  removed: v.exactOptional(v.literal(true)),
}) satisfies v.GenericSchema<unknown, Term>;

/** The site's glossary (A22). */
export const glossaryViewSchema = v.object({
  /** Those that were removed too: their ids are taken. */
  terms: listOf(v.object({ record: termSchema, revision: v.number(), changedAt: instantSchema })),
  /** How many of the ready-made terms could be added. */
  ready: v.number(),
});
export type GlossaryView = v.InferOutput<typeof glossaryViewSchema>;

/** A term as somebody wants it, and the revision that they had before them: 0 for a new one. */
export const savedTermSchema = v.strictObject({
  doc: termSchema,
  seen: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});
