import * as v from 'valibot';
import { instantSchema, listOf } from './primitives';
import { recordSchemas, type RecordKind } from './records';

/** Every kind of record that is kept. */
export const recordKinds = Object.keys(recordSchemas) as readonly RecordKind[];

/** What the log can be narrowed to, each with its kinds of records. */
export const logSubjects = {
  all: recordKinds,
  agreements: ['agreement', 'step', 'draft', 'case', 'reporting'],
  catalogue: ['service', 'look'],
  calendars: ['calendar', 'holiday-set'],
  repairs: ['repair'],
  glossary: ['term'],
  defaults: ['defaults'],
  breaches: ['breach', 'exception', 'monitoring', 'measurement'],
  improvement: ['action', 'complaint', 'complaint-types', 'satisfaction', 'ratings'],
  'out-of-scope': ['out-of-scope', 'scope-text'],
  outages: ['outage', 'outage-rules'],
  reviews: ['review', 'service-report', 'notices', 'notice-places'],
} as const satisfies Readonly<Record<string, readonly RecordKind[]>>;
export type LogSubject = keyof typeof logSubjects;

const kind = v.picklist(recordKinds);
const id = v.pipe(v.string(), v.maxLength(192));

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
        'asked',
        'approved',
        'refused',
        'withdrawn',
        'revoked',
        'prepared',
        'held',
        'confirmed',
        'closed',
        'issued',
        'told',
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
