import * as v from 'valibot';
import type { FieldId } from '../../domain/timer/history';

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/#api-rest-api-3-field-get */
export const fieldSchema = v.object({
  type: v.string(),
  items: v.nullish(v.string()),
  system: v.nullish(v.string()),
  custom: v.nullish(v.string()),
});
export type FieldSchema = v.InferOutput<typeof fieldSchema>;

/**
 * How a field writes its values, on the issue and in the changelog:
 *
 * - `id`: one thing with an id, such as a status or an option; the changelog has the id.
 * - `account`: one person; the changelog has the account id.
 * - `ids`: several things with ids; the changelog has the whole list before and after, `[10218, 10244]` or `38, 40`.
 * - `parts`: versions and components; each item of the changelog adds one or takes one away.
 * - `cascade`: an option and one below it; the changelog has their ids only within its text.
 * - `words`: labels; the changelog has them as text, separated by spaces.
 * - `number`, `date`, `instant`, `text`: plain values, written differently in the two places.
 * - `other`: what this app knows nothing about; whatever names it.
 */
export type FieldShape =
  'id' | 'account' | 'ids' | 'parts' | 'cascade' | 'words' | 'number' | 'date' | 'instant' | 'text' | 'other';

/** Fields that every timer may need; every site has them, whether or not it lists them among its fields. */
export const USUAL_FIELDS: Readonly<Record<FieldId, FieldShape>> = {
  status: 'id',
  priority: 'id',
  issuetype: 'id',
  resolution: 'id',
  assignee: 'account',
  reporter: 'account',
  project: 'id',
};

const PARTS: readonly (string | null | undefined)[] = ['versions', 'fixVersions', 'components'];

const SINGLE: Readonly<Record<string, FieldShape>> = {
  status: 'id',
  priority: 'id',
  issuetype: 'id',
  resolution: 'id',
  project: 'id',
  securitylevel: 'id',
  option: 'id',
  user: 'account',
  'option-with-child': 'cascade',
  number: 'number',
  date: 'date',
  datetime: 'instant',
  string: 'text',
};

export function shapeOf({ type, items, system, custom }: FieldSchema): FieldShape {
  if (type !== 'array') return SINGLE[type] ?? 'other';
  if (items === 'string') return system === 'labels' || custom?.endsWith(':labels') ? 'words' : 'other';
  return PARTS.includes(system) ? 'parts' : 'ids';
}
