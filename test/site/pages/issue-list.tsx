/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { CustomField, Issue } from '../jira/model';
import { customValue } from './custom-value';
import type { ProjectView } from './host';
import { listAddress } from './issue-list-query';
import type { ListPage, ListQuery } from './issue-list-query';
import { Layout } from './layout';
import { ago, dateTime, lozenges } from './words';

interface ListProps {
  readonly view: ProjectView;
  readonly list: ListPage;
}

/** The project's issues: filters, a table that becomes cards where it is narrow, and pages of 50. */
export function IssueList({ view, list }: ListProps) {
  return (
    <Layout view={view} title={view.project.name} current="issues">
      <h1>{view.project.name}</h1>
      <Filters view={view} list={list} />
      <div data-fragment="list">
        <p class="count">{list.total === 1 ? '1 issue' : `${list.total} issues`}</p>
        {list.problem !== undefined ? (
          <p class="empty" role="alert">
            {list.problem}
          </p>
        ) : list.total === 0 ? (
          <p class="empty">No issue matches. Try another word, or another status or priority.</p>
        ) : (
          <Table view={view} list={list} />
        )}
        <Pages view={view} list={list} />
      </div>
    </Layout>
  );
}

/** Nobody's choice is not kept, so that a query in JQL can bring its own order. */
const isChosen = ({ sort, descending }: ListQuery): boolean =>
  sort !== 'jql' && !(sort === 'updated' && descending);

function Filters({ view, list }: ListProps) {
  const { query } = list;
  const { store } = view.host.jira;
  return (
    <form class="filters" role="search" action={`/projects/${view.project.key}`}>
      {isChosen(query) && (
        <>
          <input type="hidden" name="sort" value={query.sort} />
          <input type="hidden" name="dir" value={query.descending ? 'desc' : 'asc'} />
        </>
      )}
      <label>
        <span>Search</span>
        <input type="search" name="text" value={query.text} placeholder="Key, summary, group …" />
      </label>
      <label>
        <span>Status</span>
        <select name="status" data-submit>
          <option value="">All</option>
          {view.project.statuses.map(({ id, name }) => (
            <option value={id} selected={id === query.status}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Priority</span>
        <select name="priority" data-submit>
          <option value="">All</option>
          {[...store.priorities.values()].map(({ id, name }) => (
            <option value={id} selected={id === query.priority}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>JQL</span>
        <input type="search" name="jql" value={query.jql} placeholder="assignee is empty order by created" />
      </label>
      <details class="columns">
        <summary>Columns</summary>
        {[...store.customFields.values()].map(({ id, name }) => (
          <label>
            <input
              type="checkbox"
              name="column"
              value={id}
              checked={query.columns.includes(id)}
              data-submit
            />{' '}
            {name}
          </label>
        ))}
      </details>
      <button>Search</button>
    </form>
  );
}

const columns: readonly (readonly [ListQuery['sort'], string])[] = [
  ['key', 'Key'],
  ['summary', 'Summary'],
  ['status', 'Status'],
  ['priority', 'Priority'],
  ['assignee', 'Assignee'],
  ['created', 'Created'],
  ['updated', 'Updated'],
];

/** The custom fields that the list shows, in the order in which they were asked for. */
function chosen({ view, list }: ListProps): CustomField[] {
  return list.query.columns.flatMap((id) => view.host.jira.store.customFields.get(id) ?? []);
}

function Table({ view, list }: ListProps) {
  const { sort, descending } = list.query;
  const fields = chosen({ view, list });
  const custom = fields.map(({ id, name }) => [id as ListQuery['sort'], name] as const);
  return (
    <table class="issues">
      <caption class="visually-hidden">Issues</caption>
      <thead>
        <tr>
          {[...columns, ...custom].map(([column, name]) => {
            const own = column === sort;
            const change = {
              sort: column,
              descending: own ? !descending : column === 'created' || column === 'updated',
            };
            return (
              <th
                scope="col"
                class={column}
                aria-sort={own ? (descending ? 'descending' : 'ascending') : 'none'}
              >
                <a href={listAddress(view.project, list.query, change)}>{name}</a>
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {list.issues.map((issue) => (
          <Row view={view} issue={issue} fields={fields} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly view: ProjectView;
  readonly issue: Issue;
  readonly fields: readonly CustomField[];
}

function Row({ view, issue, fields }: RowProps) {
  const { store } = view.host.jira;
  const { timeZone } = view.visitor;
  const status = store.status(issue.statusId);
  return (
    <tr>
      <td class="key">
        <a href={`/browse/${issue.key}`}>{issue.key}</a>
      </td>
      <td class="summary">{issue.summary}</td>
      <td class="status">
        <span class={lozenges[status.category]}>{status.name}</span>
      </td>
      <td class="priority">
        <span class={`mark p${issue.priorityId}`}>{store.priority(issue.priorityId).name}</span>
      </td>
      <td class="assignee">
        {issue.assigneeId === null ? (
          <span class="muted">Unassigned</span>
        ) : (
          store.user(issue.assigneeId).displayName
        )}
      </td>
      <td class="created">{dateTime(issue.created, timeZone)}</td>
      <td class="updated" title={dateTime(issue.updated, timeZone)}>
        {ago(issue.updated, view.host.clock.now())}
      </td>
      {fields.map((field) => (
        <td class="custom">{customValue(view, issue, field) ?? <span class="muted">None</span>}</td>
      ))}
    </tr>
  );
}

function Pages({ view, list }: ListProps) {
  const { page } = list.query;
  if (list.pages === 1) return null;
  const to = (next: number): string => listAddress(view.project, list.query, { page: next });
  return (
    <nav class="pages" aria-label="Pages">
      {page > 1 ? <a href={to(page - 1)}>Previous</a> : <span class="muted">Previous</span>}
      <span>
        Page {page} of {list.pages}
      </span>
      {page < list.pages ? <a href={to(page + 1)}>Next</a> : <span class="muted">Next</span>}
    </nav>
  );
}
