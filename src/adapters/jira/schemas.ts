import { parseISO } from 'date-fns';
import * as v from 'valibot';
import { instantSchema } from '../../contract/primitives';

/**
 * A point in time as Jira writes it: ISO 8601 with the reader's offset (`2026-11-18T10:30:00.000+0100`), or, in bulk
 * changelogs, epoch milliseconds although the documentation says otherwise.
 */
export const jiraInstant = v.pipe(
  v.union([v.number(), v.string()]),
  v.transform((time) => (typeof time === 'number' ? time : parseISO(time).getTime())),
  instantSchema,
);

const text = v.nullish(v.string());

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

export const changeHistorySchema = v.object({
  id: v.string(),
  created: jiraInstant,
  items: v.array(
    v.pipe(
      v.unknown(),
      // Every object has a toString; only Jira's own is a text.
      v.transform((item) =>
        isObject(item) && !Object.hasOwn(item, 'toString') ? { ...item, toString: null } : item,
      ),
      v.object({ field: v.string(), fieldId: text, from: text, to: text, fromString: text, toString: text }),
    ),
  ),
});
export type ChangeHistory = v.InferOutput<typeof changeHistorySchema>;

export const commentSchema = v.object({
  id: v.string(),
  created: jiraInstant,
  author: v.nullish(v.object({ accountId: text, accountType: text })),
  /** False for an internal note; missing where the project is not a service project. */
  jsdPublic: v.nullish(v.boolean()),
});
export type Comment = v.InferOutput<typeof commentSchema>;

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-bulkfetch-post */
export const issueSchema = v.object({
  id: v.string(),
  fields: v.looseObject({
    created: jiraInstant,
    updated: jiraInstant,
    project: v.object({ id: v.string() }),
    reporter: v.nullish(v.object({ accountId: text })),
    comment: v.nullish(v.object({ comments: v.array(commentSchema), total: v.number() })),
  }),
  changelog: v.object({ histories: v.array(changeHistorySchema), total: v.nullish(v.number()) }),
});
export type JiraIssue = v.InferOutput<typeof issueSchema>;
