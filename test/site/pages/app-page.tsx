/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Project } from '../jira/model';
import type { ForgeModule } from '../seams';
import { AppFrame } from './app-frame';
import type { PageView } from './host';
import { Layout } from './layout';

interface Props {
  readonly view: PageView & { readonly project?: Project };
  readonly module: ForgeModule;
}

/** A page that is the app's own, in the project's pages or among the site's: Jira gives it its title. */
export function AppPage({ view, module }: Props) {
  return (
    <Layout view={view} title={module.title} current={module.key}>
      <div class="app-page">
        <h1>{module.title}</h1>
        <AppFrame view={view} module={module} />
      </div>
    </Layout>
  );
}
