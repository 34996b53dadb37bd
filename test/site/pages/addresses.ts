import type { Issue, Portal, Project } from '../jira/model';
import type { ForgeModule } from '../seams';
import type { Host } from './host';
import { moduleTypes } from './module-types';

/**
 * Path of a page that is one module's own, such as a project page; further parts of the path are the app's. Undefined
 * for modules that stand on a page with others, and for pages of a project when there is none.
 */
export function pageAddress(module: ForgeModule, project?: Project): string | undefined {
  switch (module.type) {
    case moduleTypes.adminPage:
      return `/jira/settings/apps/${adminFolders[module.use ?? 'page']}${module.key}`;
    case moduleTypes.globalPage:
      return `/jira/apps/${module.key}`;
    case moduleTypes.projectPage:
      return project && `/projects/${project.key}/apps/${module.key}`;
    case moduleTypes.projectSettingsPage:
      return project && `/projects/${project.key}/settings/${module.key}`;
    case moduleTypes.queuePage:
      return project && `/projects/${project.key}/queues/apps/${module.key}`;
    default:
      return undefined;
  }
}

/** Jira's own page of who may do what in a project. */
export const permissionsAddress = ({ key }: Project): string =>
  `/plugins/servlet/project-config/${key}/permissions`;

/** Where a request stands on the portal. */
export function requestAddress({ id }: Portal, { key }: Issue): string {
  return `/servicedesk/customer/portal/${id}/${key}`;
}

const adminFolders = { page: '', config: 'configure/', getStarted: 'get-started/' } as const;

/** Modules whose page may use the address bar (`createHistory`) and the window's title. The queue page is not among them. */
export const fullPages: ReadonlySet<string> = new Set([
  moduleTypes.adminPage,
  moduleTypes.globalPage,
  moduleTypes.projectPage,
  moduleTypes.projectSettingsPage,
]);

/** A target of the bridge's `router`, such as `{ target: 'issue', issueKey: 'ITSD-1' }`. */
export type NavigationTarget = Readonly<Record<string, unknown>>;

/** The full URL of a target, or undefined when the site has no page for it. */
export function targetAddress(host: Host, target: NavigationTarget): string | undefined {
  const path = targetPath(host, target);
  return path === undefined ? undefined : new URL(path, host.origin).href;
}

function targetPath(host: Host, target: NavigationTarget): string | undefined {
  const text = (name: string): string | undefined => {
    const value = target[name];
    return typeof value === 'string' ? value : undefined;
  };
  switch (target['target']) {
    case 'issue':
      return within('/browse/', text('issueKey'));
    case 'dashboard':
      return within('/jira/dashboards/', text('dashboardId'));
    case 'module': {
      const module = moduleByKey(host, text('moduleKey') ?? '');
      if (module === undefined || !fullPages.has(module.type)) return undefined;
      const address = pageAddress(module, host.jira.store.project(text('projectKey') ?? ''));
      return address && address + subPath(text('path') ?? '');
    }
    default:
      return undefined;
  }
}

const within = (folder: string, name: string | undefined): string | undefined =>
  name === undefined ? undefined : folder + encodeURIComponent(name);

const subPath = (path: string): string => (path === '' || /^[/?#]/.test(path) ? path : `/${path}`);

/** A module of the app, of whatever type. */
export function moduleByKey({ forge }: Host, key: string, locale = 'en-US'): ForgeModule | undefined {
  for (const type of Object.values(moduleTypes)) {
    const found = forge.modules(type, locale).find((module) => module.key === key);
    if (found !== undefined) return found;
  }
  return undefined;
}
