import * as v from 'valibot';
import type { Instant } from '../../../../src/domain/time/instant';
import { jiraInstant } from './jira-instant';
import { issuePath } from './jira-issue';
import { askJira } from './jira-request';

/** Something that somebody did to an issue, as Jira tells it to the person who looks. */
export type Act = {
  /** Their name; undefined when Jira keeps it back. */
  readonly who: string | undefined;
} & (
  | { readonly kind: 'created'; readonly at: Instant }
  | { readonly kind: 'commented' }
  | { readonly kind: 'changed'; readonly changes: readonly ShownChange[] }
);

export interface ShownChange {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

const personSchema = v.nullish(v.object({ displayName: v.optional(v.string()) }));
const createdSchema = v.object({ fields: v.object({ creator: personSchema, created: v.string() }) });
const shownSchema = v.nullish(v.string(), '');
const changesSchema = v.object({
  histories: v.array(
    v.object({
      id: v.string(),
      author: personSchema,
      items: v.array(v.object({ field: v.string(), fromString: shownSchema, toString: shownSchema })),
    }),
  ),
});
const commentsSchema = v.object({ values: v.array(v.object({ id: v.string(), author: personSchema })) });

/**
 * Who did what, by the ids of facts (`issue/…`, `change/…`, `comment/…`). What the person who looks may not see is left
 * out.
 *
 * @throws Error when Jira does not let them read the issue, or does not answer.
 */
export async function readActs(issueId: string, facts: readonly string[]): Promise<ReadonlyMap<string, Act>> {
  const idsOf = (kind: string): string[] =>
    facts.filter((fact) => fact.startsWith(kind)).map((fact) => fact.slice(kind.length));
  const read = await Promise.all([
    creation(issueId, idsOf('issue/')),
    changes(issueId, idsOf('change/')),
    comments(idsOf('comment/')),
  ]);
  return new Map(read.flat());
}

type Entry = [fact: string, act: Act];

async function creation(issueId: string, ids: readonly string[]): Promise<Entry[]> {
  if (ids.length === 0) return [];
  const { fields } = await askJira(issuePath(issueId, '?fields=creator,created'), createdSchema);
  const { creator, created } = fields;
  const act: Act = { kind: 'created', who: creator?.displayName, at: jiraInstant(created) };
  return ids.map((id) => [`issue/${id}`, act]);
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-changelog-list-post */
async function changes(issueId: string, ids: readonly string[]): Promise<Entry[]> {
  if (ids.length === 0) return [];
  const { histories } = await askJira(issuePath(issueId, '/changelog/list'), changesSchema, {
    changelogIds: ids.map(Number),
  });
  return histories.map(({ id, author, items }) => [
    `change/${id}`,
    {
      kind: 'changed',
      who: author?.displayName,
      changes: items.map((item) => ({ field: item.field, from: item.fromString, to: item.toString })),
    },
  ]);
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/#api-rest-api-3-comment-list-post */
async function comments(ids: readonly string[]): Promise<Entry[]> {
  if (ids.length === 0) return [];
  const { values } = await askJira('/rest/api/3/comment/list', commentsSchema, { ids: ids.map(Number) });
  return values.map(({ id, author }) => [`comment/${id}`, { kind: 'commented', who: author?.displayName }]);
}
