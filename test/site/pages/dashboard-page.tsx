/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { canMove, columnOf, mayEdit } from '../jira/dashboards';
import type { Direction } from '../jira/dashboards';
import type { Dashboard, Gadget } from '../jira/model';
import type { ForgeModule } from '../seams';
import { AppFrame } from './app-frame';
import type { PageView } from './host';
import { Layout } from './layout';
import { moduleTypes } from './module-types';
import { isConfigured } from './place';

interface Props {
  readonly view: PageView;
  readonly dashboard: Dashboard;
}

/** One dashboard: two columns of gadgets. Its owner finds here what changes it. */
export function DashboardPage({ view, dashboard }: Props) {
  const { store } = view.host.jira;
  const modules = view.host.forge.modules(moduleTypes.dashboardGadget, view.visitor.locale);
  const editable = mayEdit(store, view.caller, dashboard);
  return (
    <Layout view={view} title={dashboard.name} current="dashboards">
      <script type="module" src="/dashboard.mjs"></script>
      <nav class="crumbs" aria-label="Breadcrumbs">
        <ol>
          <li>
            <a href="/jira/dashboards">Dashboards</a>
          </li>
        </ol>
      </nav>
      <div class="row spread">
        <h1>{dashboard.name}</h1>
        <div class="row">
          <button type="button" data-refresh="dashboard">
            Refresh
          </button>
          {editable && <DashboardMenu dashboard={dashboard} />}
        </div>
      </div>
      {!editable && <p class="muted">Shared by {store.user(dashboard.ownerId).displayName}.</p>}
      {dashboard.gadgets.length === 0 && (
        <p class="empty">
          {editable
            ? 'This dashboard is empty. Add a gadget to see something on it.'
            : 'This dashboard is empty.'}
        </p>
      )}
      <div class="columns">
        {([0, 1] as const).map((column) => (
          <div>
            {columnOf(dashboard, column).map((gadget) => (
              <GadgetCard
                view={view}
                dashboard={dashboard}
                gadget={gadget}
                module={modules.find(({ key }) => key === gadget.moduleKey)}
              />
            ))}
          </div>
        ))}
      </div>
      {editable && <Catalogue dashboard={dashboard} modules={modules} />}
    </Layout>
  );
}

function DashboardMenu({ dashboard }: Pick<Props, 'dashboard'>) {
  const address = `/jira/dashboards/${dashboard.id}`;
  return (
    <details class="menu end">
      <summary class="button">Manage dashboard</summary>
      <div class="popup">
        <form method="post" action={address}>
          <label>
            <span class="label">Name</span>
            <input type="text" name="name" value={dashboard.name} required maxlength={255} />
          </label>
          <button name="action" value="rename">
            Rename
          </button>
        </form>
        <form
          method="post"
          action={address}
          data-confirm={`Delete the dashboard “${dashboard.name}” and the settings of its gadgets?`}
          data-confirm-yes="Delete"
        >
          <button class="danger" name="action" value="delete">
            Delete dashboard
          </button>
        </form>
      </div>
    </details>
  );
}

interface GadgetProps extends Props {
  readonly gadget: Gadget;
  /** Undefined when the app no longer has it. */
  readonly module: ForgeModule | undefined;
}

function GadgetCard({ view, dashboard, gadget, module }: GadgetProps) {
  const title = module?.title ?? gadget.moduleKey;
  const url = new URL(view.here, view.host.origin);
  const editing = isConfigured(view.host, dashboard, gadget, { url, caller: view.caller });
  const minutes = gadget.configuration?.['refresh'];
  return (
    <section
      class="gadget"
      id={`gadget-${gadget.id}`}
      aria-label={title}
      data-gadget={gadget.id}
      data-own-refresh={module?.ownRefresh}
      data-refresh-minutes={typeof minutes === 'number' && !editing ? minutes : undefined}
    >
      <header>
        <h2>{title}</h2>
        <button type="button" class="subtle icon" data-refresh={gadget.id} aria-label={`Refresh ${title}`}>
          ↻
        </button>
        {mayEdit(view.host.jira.store, view.caller, dashboard) && (
          <GadgetMenu view={view} dashboard={dashboard} gadget={gadget} module={module} />
        )}
      </header>
      {module === undefined ? (
        <p class="muted">The app does not have this gadget any more.</p>
      ) : (
        <AppFrame
          view={view}
          module={module}
          slot={gadget.id}
          {...(editing && module.editPage !== undefined && { page: module.editPage })}
        />
      )}
    </section>
  );
}

const moves: readonly (readonly [Direction, string])[] = [
  ['up', 'Move up'],
  ['down', 'Move down'],
  ['aside', 'Move to the other column'],
];

function GadgetMenu({ dashboard, gadget, module }: GadgetProps) {
  const title = module?.title ?? gadget.moduleKey;
  const address = `/jira/dashboards/${dashboard.id}`;
  return (
    <details class="menu end">
      <summary class="button subtle icon" aria-label={`Actions for ${title}`}>
        ⋯
      </summary>
      <ul>
        {module?.editPage !== undefined && (
          <li>
            <a href={`${address}?configure=${gadget.id}#gadget-${gadget.id}`}>Configure</a>
          </li>
        )}
        {moves.map(([direction, text]) => (
          <li>
            <form method="post" action={address}>
              <input type="hidden" name="gadget" value={gadget.id} />
              <button name="action" value={direction} disabled={!canMove(dashboard, gadget, direction)}>
                {text}
              </button>
            </form>
          </li>
        ))}
        <li>
          <form
            method="post"
            action={address}
            data-confirm={`Remove the gadget “${title}” and its settings from this dashboard?`}
            data-confirm-yes="Remove"
          >
            <input type="hidden" name="gadget" value={gadget.id} />
            <button name="action" value="remove">
              Remove
            </button>
          </form>
        </li>
      </ul>
    </details>
  );
}

/** The gadgets that the app offers. */
function Catalogue({
  dashboard,
  modules,
}: Pick<Props, 'dashboard'> & { readonly modules: readonly ForgeModule[] }) {
  return (
    <details class="panel catalogue" open={dashboard.gadgets.length === 0}>
      <summary>
        <h2>Add a gadget</h2>
      </summary>
      <ul class="cards">
        {modules.map(({ key, title, description }) => (
          <li class="card">
            <h3>{title}</h3>
            <p class="muted">{description}</p>
            <form method="post" action={`/jira/dashboards/${dashboard.id}`}>
              <input type="hidden" name="moduleKey" value={key} />
              <button name="action" value="add" aria-label={`Add ${title}`}>
                Add
              </button>
            </form>
          </li>
        ))}
      </ul>
      {modules.length === 0 && <p class="empty">The installed app has no gadgets.</p>}
    </details>
  );
}
