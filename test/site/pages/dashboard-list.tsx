/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { PageView } from './host';
import { Layout } from './layout';

/** All dashboards of the site, and a form for a new one. */
export function DashboardList({ view }: { readonly view: PageView }) {
  const { store } = view.host.jira;
  const dashboards = [...store.dashboards.values()];
  return (
    <Layout view={view} title="Dashboards" current="dashboards">
      <h1>Dashboards</h1>
      <form class="row" method="post" action="/jira/dashboards">
        <label class="grow">
          <span class="label">Name of a new dashboard</span>
          <input type="text" name="name" required maxlength={255} />
        </label>
        <button class="primary">Create dashboard</button>
      </form>
      {dashboards.length === 0 ? (
        <p class="empty">There is no dashboard yet. Everybody with a licence sees what you create.</p>
      ) : (
        <ul class="cards">
          {dashboards.map(({ id, name, ownerId, gadgets }) => (
            <li class="card">
              <h2>
                <a href={`/jira/dashboards/${id}`}>{name}</a>
              </h2>
              <p class="muted">
                {store.user(ownerId).displayName} ·{' '}
                {gadgets.length === 1 ? '1 gadget' : `${gadgets.length} gadgets`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Layout>
  );
}
