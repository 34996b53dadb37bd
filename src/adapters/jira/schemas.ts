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

const id = v.pipe(v.union([v.string(), v.number()]), v.transform(String));

/** What is of no known kind says as much as what is missing. */
const text = v.fallback(v.nullish(id), null);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const changeItemSchema = v.pipe(
  v.unknown(),
  // Every object has a toString; only Jira's own is a text.
  v.transform((item) =>
    isObject(item) && !Object.hasOwn(item, 'toString') ? { ...item, toString: null } : item,
  ),
  v.object({
    field: v.string(),
    /** Missing for what is no field of the issue, such as `Workflow`, `Key` or `RemoteIssueLink`. */
    fieldId: text,
    from: text,
    fromString: text,
    /** Accounts where `from` and `to` still hold the user keys of old. */
    tmpFromAccountId: text,
    to: text,
    toString: text,
    tmpToAccountId: text,
  }),
);
export type ChangeItem = v.InferOutput<typeof changeItemSchema>;

export const changeHistorySchema = v.object({
  id,
  created: jiraInstant,
  items: v.array(changeItemSchema),
});
export type ChangeHistory = v.InferOutput<typeof changeHistorySchema>;

export const commentSchema = v.object({
  id,
  created: jiraInstant,
  /** Missing where somebody commented without an account. */
  author: v.fallback(v.nullish(v.object({ accountId: text, accountType: text })), null),
  /** False for an internal note; missing where the project is not a service project. */
  jsdPublic: v.nullish(v.boolean()),
  /** The role or group that alone sees the comment. */
  visibility: v.optional(v.unknown()),
  /** Only where they were asked for. */
  properties: v.fallback(v.nullish(v.array(v.object({ key: v.string(), value: v.unknown() }))), null),
});
export type Comment = v.InferOutput<typeof commentSchema>;

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-bulkfetch-post */
export const issueSchema = v.object({
  id,
  fields: v.looseObject({
    created: jiraInstant,
    updated: jiraInstant,
    project: v.object({ id }),
    comment: v.nullish(v.object({ comments: v.array(commentSchema), total: v.nullish(v.number()) })),
  }),
  changelog: v.object({ histories: v.array(changeHistorySchema), total: v.nullish(v.number()) }),
  /** Those that were asked for, where the issue has them. */
  properties: v.fallback(v.nullish(v.record(v.string(), v.unknown())), null),
});
export type JiraIssue = v.InferOutput<typeof issueSchema>;
