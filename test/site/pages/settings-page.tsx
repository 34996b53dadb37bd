/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { PropsWithChildren } from 'hono/jsx';
import type { ForgeModule } from '../seams';
import { permissionsAddress } from './addresses';
import { AppFrame } from './app-frame';
import type { ProjectView } from './host';
import { Layout } from './layout';
import { settingsModuleType } from './place';

interface FrameProps {
  readonly view: ProjectView;
  readonly title: string;
  /** The key of the module whose page it is; none for Jira's own page. */
  readonly moduleKey?: string;
}

/** The settings of a project: what pages there are, and one of them. */
export function ProjectSettings({ view, title, moduleKey, children }: PropsWithChildren<FrameProps>) {
  const modules = view.host.forge.modules(settingsModuleType, view.visitor.locale);
  return (
    <Layout view={view} title={title} current="settings">
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
          <a href={permissionsAddress(view.project)} aria-current={moduleKey === undefined ? 'page' : false}>
            Permissions
          </a>
          {modules.map((module) => (
            <a
              href={`/projects/${view.project.key}/settings/${module.key}`}
              aria-current={module.key === moduleKey ? 'page' : false}
            >
              {module.title}
            </a>
          ))}
        </nav>
        <div class="settings-body">
          <h1>{title}</h1>
          {children}
        </div>
      </div>
    </Layout>
  );
}

interface Props {
  readonly view: ProjectView;
  readonly module: ForgeModule;
}

/** A settings page that the app adds to the project. */
export function SettingsPage({ view, module }: Props) {
  return (
    <ProjectSettings view={view} title={module.title} moduleKey={module.key}>
      <AppFrame view={view} module={module} />
    </ProjectSettings>
  );
}
