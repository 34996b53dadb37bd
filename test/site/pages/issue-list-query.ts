import type { Issue, Project } from '../jira/model';
import { maySee } from '../jira/permissions';
import type { Store } from '../jira/store';
import type { Caller } from '../seams';

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
  readonly sort: SortColumn;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
}

export interface ListPage {
  readonly issues: readonly Issue[];
  readonly total: number;
  readonly pages: number;
  readonly query: ListQuery;
}

/** Nonsense in the address counts as not said. */
export function parseListQuery(query: URLSearchParams): ListQuery {
  const sort = sortColumns.find((column) => column === query.get('sort')) ?? 'updated';
  const page = Number(query.get('page') ?? 1);
  return {
    text: (query.get('text') ?? '').trim(),
    status: query.get('status') ?? '',
    priority: query.get('priority') ?? '',
    sort,
    descending: query.has('dir') ? query.get('dir') === 'desc' : sort === 'updated' || sort === 'created',
    page: Number.isInteger(page) && page >= 1 ? page : 1,
  };
}

/** The address of the list with some of its query changed; a new order or filter begins at the first page. */
export function listAddress(project: Project, query: ListQuery, change: Partial<ListQuery>): string {
  const next = { ...query, page: 1, ...change };
  const params = new URLSearchParams();
  if (next.text !== '') params.set('text', next.text);
  if (next.status !== '') params.set('status', next.status);
  if (next.priority !== '') params.set('priority', next.priority);
  params.set('sort', next.sort);
  params.set('dir', next.descending ? 'desc' : 'asc');
  if (next.page > 1) params.set('page', String(next.page));
  return `/projects/${project.key}?${params.toString()}`;
}

/** One page of the project's issues that the caller may see; a page past the end is the last. */
export function listIssues(store: Store, caller: Caller, project: Project, query: ListQuery): ListPage {
  const found = [...store.issues.values()].filter(
    (issue) =>
      issue.projectId === project.id &&
      (query.status === '' || issue.statusId === query.status) &&
      (query.priority === '' || issue.priorityId === query.priority) &&
      maySee(store, caller, issue) &&
      hasText(store, issue, query.text.toLowerCase()),
  );
  const order = comparison(store, project, query.sort);
  found.sort((a, b) => (query.descending ? order(b, a) : order(a, b)) || Number(b.id) - Number(a.id));
  const pages = Math.max(1, Math.ceil(found.length / pageSize));
  const page = Math.min(query.page, pages);
  const issues = found.slice((page - 1) * pageSize, page * pageSize);
  return { issues, total: found.length, pages, query: { ...query, page } };
}

function hasText(store: Store, issue: Issue, text: string): boolean {
  if (text === '') return true;
  const custom = [...issue.custom.keys()].map((id) => store.customText(issue, id));
  return [issue.key, issue.summary, ...custom].some((value) => value?.toLowerCase().includes(text));
}

function comparison(store: Store, project: Project, sort: SortColumn): (a: Issue, b: Issue) => number {
  const name = (id: string | null): string => (id === null ? '\uffff' : store.user(id).displayName);
  const statuses = project.statuses.map(({ id }) => id);
  switch (sort) {
    case 'key':
      return (a, b) => Number(a.id) - Number(b.id);
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
  }
}
