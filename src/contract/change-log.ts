import * as v from 'valibot';
import type { Revision } from '../domain/agreement/revisions';
import type { DocumentKind } from '../domain/documents';
import { instantSchema, listOf } from './primitives';
import { documentSchemas } from './records';

type Kind = Revision['kind'] | DocumentKind;

/** Every kind of record that is kept. */
export const recordKinds: readonly Kind[] = [
  'agreement',
  'calendar',
  'holiday-set',
  'repair',
  'step',
  ...(Object.keys(documentSchemas) as DocumentKind[]),
];

/** What the log can be narrowed to, each with its kinds of records. */
export const logSubjects = {
  all: recordKinds,
  agreements: ['agreement', 'step', 'draft'],
  catalogue: ['service', 'look'],
  calendars: ['calendar', 'holiday-set'],
  repairs: ['repair'],
} as const satisfies Readonly<Record<string, readonly Kind[]>>;
export type LogSubject = keyof typeof logSubjects;

const kind = v.picklist(recordKinds);
const id = v.pipe(v.string(), v.maxLength(64));

/** Where a page of the log begins. */
const placeSchema = v.strictObject({
  at: instantSchema,
  change: v.pipe(v.string(), v.maxLength(36)),
  kind,
  id,
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

export const logWantedSchema = v.strictObject({
  subject: v.picklist(Object.keys(logSubjects) as LogSubject[]),
  after: v.exactOptional(placeSchema),
});

/** A page of what was done to the records of a project, the latest first (P6). */
export const changeLogSchema = v.object({
  lines: listOf(
    v.object({
      at: instantSchema,
      by: v.string(),
      done: v.picklist([
        'created',
        'changed',
        'published',
        'imported',
        'discarded',
        'suspend',
        'reinstate',
        'terminate',
        'continue',
        'archive',
        'restore',
      ]),
      kind,
      id: v.string(),
      name: v.string(),
      revision: v.number(),
      isShared: v.boolean(),
    }),
  ),
  /** Names the page after this one; null after the last. */
  next: v.nullable(placeSchema),
});
export type ChangeLogView = v.InferOutput<typeof changeLogSchema>;
