import * as v from 'valibot';
import type { IssueNames } from '../text/fact-text';
import { issuePath } from './jira-issue';
import { askJira } from './jira-request';

const issueSchema = v.object({
  names: v.optional(v.record(v.string(), v.string()), {}),
  fields: v.record(v.string(), v.unknown()),
});

/** A status, a person, an option, a version …: each has an id, and a name under one of these keys. */
const namedSchema = v.object({
  id: v.optional(v.union([v.string(), v.number()])),
  accountId: v.optional(v.string()),
  displayName: v.optional(v.string()),
  name: v.optional(v.string()),
  value: v.optional(v.string()),
});

/**
 * How Jira names some fields of an issue and what they hold, in the language of the person who looks.
 *
 * @throws Error when Jira does not let them read it, or does not answer.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-get
 */
export async function readIssueNames(issueId: string, fields: readonly string[]): Promise<IssueNames> {
  const asked = encodeURIComponent(fields.join(','));
  const issue = await askJira(issuePath(issueId, `?fields=${asked}&expand=names`), issueSchema);
  return {
    fields: new Map(Object.entries(issue.names)),
    values: new Map(Object.entries(issue.fields).map(([field, value]) => [field, namesIn(value)])),
  };
}

function namesIn(value: unknown): ReadonlyMap<string, string> {
  const held: unknown[] = Array.isArray(value) ? value : [value];
  return new Map(
    held.flatMap((one): [string, string][] => {
      const parsed = v.safeParse(namedSchema, one);
      if (!parsed.success) return [];
      const { id, accountId, displayName, name, value: option } = parsed.output;
      const key = accountId ?? id;
      const shown = displayName ?? name ?? option;
      return key === undefined || shown === undefined ? [] : [[String(key), shown]];
    }),
  );
}
