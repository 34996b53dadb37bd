/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { ForgeModule } from '../seams';
import { pageAddress } from './addresses';
import { AppFrame } from './app-frame';
import type { PageView } from './host';
import { Layout } from './layout';
import { moduleTypes } from './module-types';

interface Props {
  readonly view: PageView;
  /** The admin page of the app that is open; without one it is the list of apps. */
  readonly module?: ForgeModule;
}

const list = '/jira/settings/apps';

/** Jira's settings, as far as apps are in them: the list of apps, and the app's own admin pages. */
export function AdminPage({ view, module }: Props) {
  const modules = view.host.forge.modules(moduleTypes.adminPage, view.visitor.locale);
  const title = module?.title ?? 'Manage apps';
  return (
    <Layout view={view} title={title} current="admin">
      <div class="settings">
        <nav aria-label="Settings">
          <a href={list} aria-current={module === undefined ? 'page' : false}>
            Manage apps
          </a>
          {modules
            .filter(({ use }) => use === undefined)
            .map((each) => (
              <a href={pageAddress(each)} aria-current={each.key === module?.key ? 'page' : false}>
                {each.title}
              </a>
            ))}
        </nav>
        <div class="settings-body">
          <h1>{title}</h1>
          {module === undefined ? (
            <Apps view={view} modules={modules} />
          ) : (
            <AppFrame view={view} module={module} />
          )}
        </div>
      </div>
    </Layout>
  );
}

const uses = { getStarted: 'Get started', config: 'Configure' } as const;

/** The one app that is installed, with its links to get started and to configure it. */
function Apps({ view, modules }: { readonly view: PageView; readonly modules: readonly ForgeModule[] }) {
  const { store } = view.host.jira;
  return (
    <ul class="cards">
      <li class="card">
        <h2>{store.user(store.appAccountId).displayName}</h2>
        <p class="muted">Installed on this site.</p>
        <p class="row">
          {modules.map((module) =>
            module.use === undefined ? null : (
              <a class="button" href={pageAddress(module)}>
                {uses[module.use]}
              </a>
            ),
          )}
        </p>
      </li>
    </ul>
  );
}
