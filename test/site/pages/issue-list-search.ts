import { compile } from '../jira/jql/compile';
import type { CompiledQuery } from '../jira/jql/compile';
import { JqlError, JqlNotModelled } from '../jira/jql/errors';
import { parse } from '../jira/jql/parser';
import type { Issue } from '../jira/model';
import { maySearch } from '../jira/permissions';
import type { ProjectView } from './host';
import { listPage } from './issue-list-query';
import type { ListPage, ListQuery } from './issue-list-query';

/**
 * One page of the project's issues that the visitor may see. With a query in JQL they are found in the search index, and are
 * what they were a moment ago; what is wrong with it is said in place of them.
 */
export function listIssues(view: ProjectView, query: ListQuery): ListPage {
  const { host, caller, project } = view;
  const { store, index } = host.jira;
  try {
    const search = compiled(view, query.jql);
    const issues = query.jql === '' ? [...store.issues.values()] : index.issues();
    const found = issues.filter(
      (issue) =>
        issue.projectId === project.id &&
        maySearch(store, caller, store.issues.get(issue.id) ?? issue) &&
        search.matches(issue),
    );
    return listPage(store, project, query, { found, order: orderOf(view, query, search) });
  } catch (error) {
    const isJql = error instanceof JqlError || error instanceof JqlNotModelled;
    if (!isJql) throw error;
    const problem = error instanceof JqlError ? error.messages.join(' ') : error.message;
    return { issues: [], total: 0, pages: 1, query: { ...query, page: 1 }, problem };
  }
}

type Order = (a: Issue, b: Issue) => number;

/** The query's own order, or that of a custom field; undefined where a column of every list says it. */
function orderOf(
  view: ProjectView,
  { sort, descending }: ListQuery,
  search: CompiledQuery,
): Order | undefined {
  if (sort === 'jql') return byKeys(search);
  if (!view.host.jira.store.customFields.has(sort)) return undefined;
  return byKeys(compiled(view, `order by ${sort} ${descending ? 'desc' : 'asc'}`));
}

function compiled({ host, caller, visitor }: ProjectView, jql: string): CompiledQuery {
  const { store, index } = host.jira;
  return compile(parse(jql), { store, caller, now: index.now(), timeZone: visitor.timeZone });
}

function byKeys({ sortKeys, compare }: CompiledQuery): Order {
  const keys = new Map<Issue, ReturnType<typeof sortKeys>>();
  const keysOf = (issue: Issue): ReturnType<typeof sortKeys> => {
    const known = keys.get(issue) ?? sortKeys(issue);
    keys.set(issue, known);
    return known;
  };
  return (a, b) => compare(keysOf(a), keysOf(b));
}
