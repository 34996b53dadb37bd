/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { ForgeModule } from '../seams';
import { AppFrame } from './app-frame';
import type { ProjectView } from './host';
import { Layout } from './layout';
import { settingsModuleType } from './place';

interface Props {
  readonly view: ProjectView;
  readonly module: ForgeModule;
}

/** A settings page that the app adds to the project. */
export function SettingsPage({ view, module }: Props) {
  const modules = view.host.forge.modules(settingsModuleType, view.visitor.locale);
  return (
    <Layout view={view} title={module.title} current="settings">
      <nav class="crumbs" aria-label="Breadcrumbs">
        <ol>
          <li>
            <a href={`/projects/${view.project.key}`}>{view.project.name}</a>
          </li>
          <li>Project settings</li>
        </ol>
      </nav>
      <div class="settings">
        <nav aria-label="Settings">
          {modules.map(({ key, title }) => (
            <a
              href={`/projects/${view.project.key}/settings/${key}`}
              aria-current={key === module.key ? 'page' : false}
            >
              {title}
            </a>
          ))}
        </nav>
        <div class="settings-body">
          <h1>{module.title}</h1>
          <AppFrame view={view} module={module} />
        </div>
      </div>
    </Layout>
  );
}
