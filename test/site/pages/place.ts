import { dashboardFor, mayEdit } from '../jira/dashboards';
import type { Dashboard, Gadget, Issue, Project } from '../jira/model';
import { can, hasProductAccess, maySee } from '../jira/permissions';
import { maySeeRequest, portalOf, requestTypeOf } from '../jira/portal';
import type { Caller, ForgeModule, ModulePlace } from '../seams';
import { moduleByKey, pageAddress } from './addresses';
import type { Host } from './host';
import { moduleTypes } from './module-types';

export const issueModuleType = moduleTypes.issueContext;
export const settingsModuleType = moduleTypes.projectSettingsPage;

/** What a browser says of where a page of the app stands. */
export interface PlaceClaim {
  /** Path and query of the page of the site that holds the frame. */
  readonly page: string;
  readonly moduleKey: string;
  /** The gadget's id, where a page holds several of a module. */
  readonly slot?: string;
}

type Extension = Readonly<Record<string, unknown>>;

/** Everything that decides whether a module stands at an address. */
interface Spot {
  readonly host: Host;
  readonly url: URL;
  readonly module: ForgeModule;
  readonly caller: Caller;
  readonly slot: string;
}

/**
 * What Forge signs into the context of each type of module, beside `type` and `location`; undefined when the address
 * is none of the type's, or the caller may not be there. From the documentation are all but `entryPoint` of a gadget
 * that is shown (only `edit` is documented), and `project` of a queue page and `request` of a portal panel, which are
 * known from typings of others.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/
 */
const extensions: Readonly<Record<string, (spot: Spot) => Extension | undefined>> = {
  [moduleTypes.issueContext]: onIssue,
  [moduleTypes.issuePanel]: (spot) => onIssue(spot, ({ id }) => hasPanel(spot, id)),
  [moduleTypes.projectSettingsPage]: inProject('ADMINISTER_PROJECTS', projectReference),
  [moduleTypes.projectPage]: inProject('BROWSE_PROJECTS', projectReference),
  [moduleTypes.queuePage]: inProject('BROWSE_PROJECTS', ({ id, key }) => ({ id, key })),
  [moduleTypes.globalPage]: (spot) => (isOwnPage(spot) ? {} : undefined),
  [moduleTypes.adminPage]: (spot) =>
    isOwnPage(spot) && can(spot.host.jira.store, spot.caller, 'ADMINISTER') ? {} : undefined,
  [moduleTypes.dashboardGadget]: onDashboard,
  [moduleTypes.portalRequestDetailPanel]: onRequest,
  [moduleTypes.portalUserMenuAction]: ({ url }) =>
    url.pathname.startsWith('/servicedesk/customer/') ? {} : undefined,
};

/**
 * Where a module's page stands, worked out from the address of the page around it and never from what a browser
 * says about it. Undefined when the caller may not be there, or no such module is there.
 */
export function placeOf(host: Host, claim: PlaceClaim, caller: Caller): ModulePlace | undefined {
  const { page, moduleKey, slot = '' } = claim;
  const module = moduleByKey(host, moduleKey);
  if (module === undefined || !mayUse(host, module, caller)) return undefined;
  const url = new URL(page, host.origin);
  if (url.origin !== host.origin) return undefined;
  const extension = extensions[module.type]?.({ host, url, module, caller, slot });
  if (extension === undefined) return undefined;
  return { moduleKey, extension: { type: module.type, ...extension, location: url.href } };
}

/** People without a licence use only modules that let them in. */
export function mayUse({ jira }: Host, { unlicensedAccess = [] }: ForgeModule, caller: Caller): boolean {
  return hasProductAccess(jira.store, caller) || unlicensedAccess.includes('customer');
}

/** @param standsOn whether the module stands on the issue at all. */
function onIssue(
  { host, url, caller }: Spot,
  standsOn: (issue: Issue) => boolean = () => true,
): Extension | undefined {
  const { store } = host.jira;
  const key = /^\/browse\/([^/]+)$/.exec(url.pathname)?.[1];
  const issue = key === undefined ? undefined : store.issue(key);
  if (issue === undefined || !maySee(store, caller, issue) || !standsOn(issue)) return undefined;
  return issueExtension(host, issue);
}

const hasPanel = ({ host, module }: Spot, issueId: string): boolean =>
  host.jira.store.issuePanels.get(issueId)?.has(module.key) === true;

function issueExtension({ jira }: Host, issue: Issue): Extension {
  const { id, key, typeId } = issue;
  return {
    issue: { id, key, type: jira.store.issueType(typeId).name, typeId },
    project: projectReference(jira.store.projectOf(issue)),
  };
}

function inProject(permission: string, reference: (project: Project) => Extension) {
  return (spot: Spot): Extension | undefined => {
    const project = projectOf(spot, permission);
    return project && { project: reference(project) };
  };
}

/** The project in whose pages the module's own page is. */
function projectOf(spot: Spot, permission: string): Project | undefined {
  const { store } = spot.host.jira;
  const key = /^\/projects\/([^/]+)\//.exec(spot.url.pathname)?.[1];
  const project = key === undefined ? undefined : store.project(key);
  if (project === undefined || !isOwnPage(spot, project)) return undefined;
  return can(store, spot.caller, 'BROWSE_PROJECTS', project) && can(store, spot.caller, permission, project)
    ? project
    : undefined;
}

function isOwnPage({ module, url }: Spot, project?: Project): boolean {
  const address = pageAddress(module, project);
  return address !== undefined && (url.pathname === address || url.pathname.startsWith(`${address}/`));
}

function onDashboard({ host, url, module, caller, slot }: Spot): Extension | undefined {
  const id = /^\/jira\/dashboards\/([^/]+)$/.exec(url.pathname)?.[1];
  const dashboard = dashboardFor(host.jira.store, caller, id ?? '');
  const gadget = dashboard?.gadgets.find((each) => each.id === slot && each.moduleKey === module.key);
  if (dashboard === undefined || gadget === undefined) return undefined;
  return {
    dashboard: { id: dashboard.id },
    gadget: { id: gadget.id },
    gadgetConfiguration: gadget.configuration ?? {},
    entryPoint: isConfigured(host, dashboard, gadget, { url, caller }) ? 'edit' : 'view',
  };
}

/** Whether the gadget's edit page stands there: the address names it, and its dashboard's owner looks at it. */
export function isConfigured(
  host: Host,
  dashboard: Dashboard,
  gadget: Gadget,
  { url, caller }: { readonly url: URL; readonly caller: Caller },
): boolean {
  return url.searchParams.get('configure') === gadget.id && mayEdit(host.jira.store, caller, dashboard);
}

function onRequest({ host, url, caller }: Spot): Extension | undefined {
  const { store } = host.jira;
  const [, portalId, key = ''] = /^\/servicedesk\/customer\/portal\/(\d+)\/([^/]+)$/.exec(url.pathname) ?? [];
  const issue = store.issue(key);
  if (issue === undefined || !maySeeRequest(store, caller, issue)) return undefined;
  const portal = portalOf(store, issue);
  const type = portal && requestTypeOf(portal, issue);
  if (type === undefined || portal?.id !== Number(portalId)) return undefined;
  return { portal: { id: portal.id }, request: { key: issue.key, typeId: type.id } };
}

/** What Forge signs into the context of a project settings page. */
export function settingsExtension(project: Project): Extension {
  return { type: settingsModuleType, project: projectReference(project) };
}

export function projectReference({ id, key, typeKey }: Project): Extension {
  return { id, key, type: typeKey };
}
