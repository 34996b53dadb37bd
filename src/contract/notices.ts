import * as v from 'valibot';
import {
  MOST_PLACES,
  NOTICE_PLACES,
  noticeLanguages,
  noticeStages,
  type NoticePlaces,
  type Notices,
} from '../domain/review/notices';
import { instantSchema, jiraIdSchema, listOf, localDateSchema } from './primitives';
import { lineSchema, recordIdSchema, seenSchema } from './written';

const sentSchema = v.strictObject({
  at: instantSchema,
  issue: v.string(),
  matters: v.number(),
  state: v.picklist(['sending', 'sent', 'refused']),
  reason: v.exactOptional(v.string()),
});

/** What people were told of the matters of an agreement as a revision holds it. */
export const noticesSchema = v.strictObject({
  id: v.string(),
  told: v.record(v.string(), v.strictObject({ stage: v.picklist(noticeStages), on: localDateSchema })),
  last: sentSchema,
}) satisfies v.GenericSchema<unknown, Notices>;

/** Where a project has notices sent as a revision holds it. */
export const noticePlacesSchema = v.strictObject({
  id: v.literal(NOTICE_PLACES),
  language: v.picklist(noticeLanguages),
  places: v.array(
    v.strictObject({ agreement: v.string(), issue: v.strictObject({ id: jiraIdSchema, key: v.string() }) }),
  ),
}) satisfies v.GenericSchema<unknown, NoticePlaces>;

/** Where notices are sent, and what became of the latest. */
export const noticesViewSchema = v.object({
  /** Null while nobody has chosen one. */
  language: v.nullable(v.picklist(noticeLanguages)),
  revision: v.number(),
  /** Those that are not archived; `key` of the issue is null, and so is `last`, where there is none. */
  agreements: listOf(
    v.object({
      id: v.string(),
      name: v.string(),
      key: v.nullable(v.string()),
      last: v.nullable(sentSchema),
    }),
  ),
});
export type NoticesView = v.InferOutput<typeof noticesViewSchema>;

export const savedNoticesSchema = v.strictObject({
  doc: v.strictObject({
    language: v.picklist(noticeLanguages),
    places: v.pipe(
      v.array(v.strictObject({ agreement: recordIdSchema, key: lineSchema })),
      v.maxLength(MOST_PLACES),
    ),
  }),
  seen: seenSchema,
});
