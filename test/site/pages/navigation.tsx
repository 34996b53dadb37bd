/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Project } from '../jira/model';
import { can, hasProductAccess } from '../jira/permissions';
import type { ForgeModule } from '../seams';
import { pageAddress, permissionsAddress } from './addresses';
import type { PageView } from './host';
import { moduleTypes } from './module-types';

interface Props {
  readonly view: PageView & { readonly project?: Project };
  readonly current?: string;
}

interface Entry {
  readonly address: string;
  readonly title: string;
  readonly isCurrent: boolean;
  /** Full address of its icon. */
  readonly icon?: string;
}

/** What the header leads to: projects, dashboards, the app's global page, the portal and, for administrators, settings. */
export function SiteLinks({ view, current }: Props) {
  const { host, caller, visitor, project } = view;
  const { store } = host.jira;
  if (!hasProductAccess(store, caller)) return null;
  const projects = [...store.projects.values()].filter((each) => can(store, caller, 'BROWSE_PROJECTS', each));
  const entries: Entry[] = [
    ...projects.map((each) => ({
      address: `/projects/${each.key}`,
      title: each.name,
      isCurrent: each.id === project?.id,
    })),
    { address: '/jira/dashboards', title: 'Dashboards', isCurrent: current === 'dashboards' },
    ...host.forge
      .modules(moduleTypes.globalPage, visitor.locale)
      .flatMap((module) => moduleEntry(module, current)),
    { address: '/servicedesk/customer/portals', title: 'Portal', isCurrent: current === 'portal' },
  ];
  if (can(store, caller, 'ADMINISTER'))
    entries.push({ address: '/jira/settings/apps', title: 'Settings', isCurrent: current === 'admin' });
  return (
    <nav class="links" aria-label="Site">
      <Links entries={entries} />
    </nav>
  );
}

/** The tabs of a project: its issues, what the app adds, and its settings for project administrators. */
export function Navigation({ view, current }: Props) {
  const { host, caller, visitor, project } = view;
  if (project === undefined) return null;
  const modules = (type: string): readonly ForgeModule[] => host.forge.modules(type, visitor.locale);
  const [firstSetting] = modules(moduleTypes.projectSettingsPage);
  const settings = (firstSetting && pageAddress(firstSetting, project)) ?? permissionsAddress(project);
  const entries: Entry[] = [
    { address: `/projects/${project.key}`, title: 'Issues', isCurrent: current === 'issues' },
    ...[...modules(moduleTypes.queuePage), ...modules(moduleTypes.projectPage)].flatMap((module) =>
      moduleEntry(module, current, project).map((entry) => ({
        ...entry,
        ...(module.icon !== undefined && { icon: host.pagesOrigin + module.icon }),
      })),
    ),
  ];
  if (can(host.jira.store, caller, 'ADMINISTER_PROJECTS', project))
    entries.push({ address: settings, title: 'Project settings', isCurrent: current === 'settings' });
  return (
    <nav class="tabs" aria-label="Project">
      <Links entries={entries} />
    </nav>
  );
}

export function Links({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <>
      {entries.map(({ address, title, isCurrent, icon }) => (
        <a href={address} aria-current={isCurrent ? 'page' : false}>
          {icon !== undefined && <img src={icon} alt="" width="16" height="16" />}
          {title}
        </a>
      ))}
    </>
  );
}

function moduleEntry(module: ForgeModule, current: string | undefined, project?: Project): Entry[] {
  const address = pageAddress(module, project);
  const isCurrent = current === module.key;
  return address === undefined ? [] : [{ address, title: module.title, isCurrent }];
}
