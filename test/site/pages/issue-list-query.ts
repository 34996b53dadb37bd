import type { Issue, Project } from '../jira/model';
import type { Store } from '../jira/store';

export const pageSize = 50;

export const sortColumns = [
  'key',
  'summary',
  'status',
  'priority',
  'assignee',
  'created',
  'updated',
] as const;
export type SortColumn = (typeof sortColumns)[number];

/** What the list shows, as its address says it. */
export interface ListQuery {
  readonly text: string;
  /** Ids; empty for all. */
  readonly status: string;
  readonly priority: string;
  /** Empty for none. */
  readonly jql: string;
  /** Ids of custom fields that stand in columns of their own. */
  readonly columns: readonly string[];
  /** A column, the id of a custom field, or `jql` for the order that the query itself asks for. */
  readonly sort: SortColumn | `customfield_${number}` | 'jql';
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
}

export interface ListPage {
  readonly issues: readonly Issue[];
  readonly total: number;
  readonly pages: number;
  readonly query: ListQuery;
  /** What is wrong with the JQL. */
  readonly problem?: string;
}

/** Nonsense in the address counts as not said. */
export function parseListQuery(query: URLSearchParams): ListQuery {
  const jql = (query.get('jql') ?? '').trim();
  const sort = sortOf(query.get('sort')) ?? (jql === '' ? 'updated' : 'jql');
  const page = Number(query.get('page') ?? 1);
  return {
    text: (query.get('text') ?? '').trim(),
    status: query.get('status') ?? '',
    priority: query.get('priority') ?? '',
    jql,
    columns: query.getAll('column'),
    sort,
    descending: query.has('dir') ? query.get('dir') === 'desc' : sort === 'updated' || sort === 'created',
    page: Number.isInteger(page) && page >= 1 ? page : 1,
  };
}

function sortOf(name: string | null): ListQuery['sort'] | undefined {
  const [, number] = /^customfield_(\d+)$/.exec(name ?? '') ?? [];
  if (number !== undefined) return `customfield_${Number(number)}`;
  return sortColumns.find((column) => column === name);
}

/** The address of the list with some of its query changed; a new order or filter begins at the first page. */
export function listAddress(project: Project, query: ListQuery, change: Partial<ListQuery>): string {
  const next = { ...query, page: 1, ...change };
  const params = new URLSearchParams();
  if (next.text !== '') params.set('text', next.text);
  if (next.status !== '') params.set('status', next.status);
  if (next.priority !== '') params.set('priority', next.priority);
  if (next.jql !== '') params.set('jql', next.jql);
  for (const column of next.columns) params.append('column', column);
  if (next.sort !== 'jql') {
    params.set('sort', next.sort);
    params.set('dir', next.descending ? 'desc' : 'asc');
  }
  if (next.page > 1) params.set('page', String(next.page));
  return `/projects/${project.key}?${params.toString()}`;
}

/**
 * Narrows what was found by the list's filters, puts it in order and cuts a page out of it; one past the end is the last.
 * @param order Where it is not that of a column of every list; then it knows its direction.
 */
export function listPage(
  store: Store,
  project: Project,
  query: ListQuery,
  {
    found,
    order,
  }: { readonly found: readonly Issue[]; readonly order: ((a: Issue, b: Issue) => number) | undefined },
): ListPage {
  const narrowed = found.filter(
    (issue) =>
      (query.status === '' || issue.statusId === query.status) &&
      (query.priority === '' || issue.priorityId === query.priority) &&
      hasText(store, issue, query.text.toLowerCase()),
  );
  narrowed.sort(order ?? directed(comparison(store, project, query.sort), query.descending));
  const pages = Math.max(1, Math.ceil(narrowed.length / pageSize));
  const page = Math.min(query.page, pages);
  const issues = narrowed.slice((page - 1) * pageSize, page * pageSize);
  return { issues, total: narrowed.length, pages, query: { ...query, page } };
}

type Order = (a: Issue, b: Issue) => number;

const directed =
  (order: Order, descending: boolean): Order =>
  (a, b) =>
    (descending ? order(b, a) : order(a, b)) || Number(b.id) - Number(a.id);

function hasText(store: Store, issue: Issue, text: string): boolean {
  if (text === '') return true;
  const custom = [...issue.custom.keys()].map((id) => store.customText(issue, id));
  return [issue.key, issue.summary, ...custom].some((value) => value?.toLowerCase().includes(text));
}

function comparison(store: Store, project: Project, sort: ListQuery['sort']): Order {
  const name = (id: string | null): string => (id === null ? '\uffff' : store.user(id).displayName);
  const statuses = project.statuses.map(({ id }) => id);
  switch (sort) {
    case 'created':
    case 'updated':
      return (a, b) => a[sort] - b[sort];
    case 'summary':
      return (a, b) => a.summary.localeCompare(b.summary, 'en', { numeric: true });
    case 'status':
      return (a, b) => statuses.indexOf(a.statusId) - statuses.indexOf(b.statusId);
    case 'priority':
      return (a, b) => a.priorityId.localeCompare(b.priorityId, 'en', { numeric: true });
    case 'assignee':
      return (a, b) => name(a.assigneeId).localeCompare(name(b.assigneeId), 'en', { numeric: true });
    default:
      return (a, b) => Number(a.id) - Number(b.id);
  }
}
