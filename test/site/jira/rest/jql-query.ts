import type { Issue } from '../model';
import { maySearch } from '../permissions';
import { compile } from '../jql/compile';
import type { CompiledQuery } from '../jql/compile';
import { JqlError, JqlNotModelled } from '../jql/errors';
import { parse } from '../jql/parser';
import type { Query } from '../jql/syntax';
import { badRequest, NotModelled, RestError } from './operation';
import type { Call } from './operation';

/** @throws RestError 400 for what cannot be read, with Jira's sentence. */
export const parsed = (jql: string): Query => refusing(() => parse(jql));

/** @throws RestError 400 also for a query that restricts nothing. */
export function bounded(jql: string): Query {
  const query = parsed(jql);
  if (query.where !== undefined) return query;
  throw badRequest(
    'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
  );
}

/** @throws RestError 400 for what the site does not have, NotModelled for what only Jira has. */
export function compiled({ store, caller, index, reader }: Call, query: Query): CompiledQuery {
  return refusing(() => compile(query, { store, caller, now: index.now(), timeZone: reader.timeZone }));
}

/**
 * The issues that the caller finds, in no order, as the index knows them; his rights are those of the present.
 * @param reconciled Ids of issues to be looked at as they are now.
 */
export function matching(
  { store, caller, index }: Call,
  { matches }: Pick<CompiledQuery, 'matches'>,
  reconciled: readonly string[] = [],
): Issue[] {
  const isVisible = (issue: Issue): boolean => maySearch(store, caller, store.issues.get(issue.id) ?? issue);
  return index.issues(reconciled).filter((issue) => matches(issue) && isVisible(issue));
}

function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof JqlError) throw new RestError(400, error.messages);
    if (error instanceof JqlNotModelled) throw new NotModelled(`JQL ${error.feature}`);
    throw error;
  }
}
