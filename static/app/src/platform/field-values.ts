import { view } from '@forge/bridge';
import * as v from 'valibot';
import type { Reference } from '../../../../src/domain/timer/condition';
import { askJira } from './jira-request';
import { compareNames } from '../text/names';

const contextSchema = v.object({ extension: v.object({ project: v.object({ id: v.string() }) }) });
const pageSchema = v.object({ issues: v.array(v.object({ fields: v.record(v.string(), v.unknown()) })) });

const id = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
const namedSchema = v.union([
  v.object({ accountId: id, displayName: v.string() }),
  v.object({ requestType: v.object({ id, name: v.string() }) }),
  v.object({ id, name: v.string() }),
  v.object({ id, value: v.string() }),
]);

const MOST_READ = 100;

/**
 * The values of a field that the youngest issues of the project have, by name: whoever writes a mapping picks from them. Jira
 * has no one way to list what a field of any kind can hold, and lets only administrators list the options of most.
 *
 * @throws Error when Jira does not answer.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/#api-rest-api-3-search-jql-post
 */
export async function readFieldValues(field: string): Promise<Reference[]> {
  const { extension } = v.parse(contextSchema, await view.getContext());
  const { issues } = await askJira('/rest/api/3/search/jql', pageSchema, {
    jql: `project = ${extension.project.id} ORDER BY created DESC`,
    fields: [field],
    maxResults: MOST_READ,
  });
  const found = new Map(issues.flatMap(({ fields }) => namesIn(fields[field])));
  return [...found].map(([key, name]) => ({ id: key, name })).sort((a, b) => compareNames(a.name, b.name));
}

function namesIn(value: unknown): [id: string, name: string][] {
  const held: unknown[] = Array.isArray(value) ? value : [value];
  return held.flatMap((one): [string, string][] => {
    if (typeof one === 'string' && one !== '') return [[one, one]];
    if (typeof one === 'number') return [[String(one), String(one)]];
    const parsed = v.safeParse(namedSchema, one);
    if (!parsed.success) return [];
    const named = 'requestType' in parsed.output ? parsed.output.requestType : parsed.output;
    if ('accountId' in named) return [[named.accountId, named.displayName]];
    return [[named.id, 'name' in named ? named.name : named.value]];
  });
}
