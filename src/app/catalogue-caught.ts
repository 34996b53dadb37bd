import { serviceFinder } from '../domain/catalogue/service-of';
import { days } from '../domain/time/instant';
import { fieldsOf } from '../domain/timer/condition';
import type { Ports, ProjectId } from './ports';

export interface Caught {
  /** The issues of the page. */
  readonly read: number;
  /** How many of them belong to each service; one issue may belong to several. */
  readonly counts: readonly { readonly service: string; readonly count: number }[];
  /** How many belong to none, and the keys of some of them. */
  readonly none: number;
  readonly uncaught: readonly string[];
  /** Names the page after this one; none after the last. */
  readonly next: string | undefined;
}

/** How far back issues are counted. */
const COUNTED = days(30);

/** As many uncaught issues as a page of the count names. */
const MOST_NAMED = 20;

/**
 * How many of the issues of a project that were created in the last 30 days belong to which service, by what their fields
 * hold now; one page of them. Drafts are counted as well, so that a mapping can be tried before it is published. Nothing is
 * kept of it.
 *
 * @param after the `next` of the page before; undefined for the first.
 * @throws JiraUnavailable, JiraRefused
 */
export async function countCaught(
  { records, issues }: Pick<Ports, 'records' | 'issues'>,
  project: ProjectId,
  after: string | undefined,
): Promise<Caught> {
  const services = (await records.documents(project, 'service'))
    .map(({ doc }) => doc)
    .filter(({ state }) => state !== 'retired');
  const asked = services.flatMap(({ mapping }) => (mapping ? fieldsOf(mapping) : []));
  const page = await issues.createdWithin(project, COUNTED, [...new Set(asked)], after);
  const find = serviceFinder(services);
  const counts = new Map<string, number>();
  const uncaught: string[] = [];
  for (const { key, fields } of page.issues) {
    const found = find(fields);
    for (const service of found) counts.set(service, (counts.get(service) ?? 0) + 1);
    if (found.length === 0) uncaught.push(key);
  }
  return {
    read: page.issues.length,
    counts: [...counts].map(([service, count]) => ({ service, count })),
    none: uncaught.length,
    uncaught: uncaught.slice(0, MOST_NAMED),
    next: page.next,
  };
}
