import path from 'node:path';
import { JIRA_QUOTAS } from '../../site/forge/limits';
import { addGadget, createDashboard } from '../../site/jira/dashboards';
import type { Issue, ProjectRole } from '../../site/jira/model';
import { roleId } from '../../site/jira/rest/role';
import type { Host } from '../../site/pages/host';
import { placeOf } from '../../site/pages/place';
import { visitors } from '../../site/sample/people';
import type { Caller, ModulePlace, Visitor } from '../../site/seams';
import { startSite, type Site } from '../../site/site';
import { smallDefinitions } from '../../support/definitions-on-site';

const root = path.resolve(__dirname, '../../..');

/** A file that can come into force on the site: the one that is in force there. */
export const file = smallDefinitions;

const settings = '/projects/ITSD/settings/project-settings';
const admin = '/jira/settings/apps/admin';

export const places = [
  'issue panel',
  'main panel',
  'hidden issue',
  'project page',
  'project settings',
  'admin page',
] as const;
export type PlaceName = (typeof places)[number];

/** The bundle that would be deployed, on the site, with one issue that only administrators see. */
export class Desk {
  private constructor(
    readonly site: Site,
    readonly open: Issue,
    readonly hidden: Issue,
  ) {}

  static async start(): Promise<Desk> {
    const now = Date.parse('2026-11-18T12:00Z');
    // Whoever asks for everything everywhere asks for more than a small site has in an hour.
    const quota = JIRA_QUOTAS[2];
    const site = await startSite({ root, port: 0, now, rate: 0, eventDelayMs: 0, incidents: 40, quota });
    const fields = { project: { key: 'ITSD' }, issuetype: { name: 'Incident' }, summary: 'No network' };
    const open = await create(site, fields);
    const hidden = await create(site, { ...fields, security: { name: 'Management only' } });
    site.jira.store.issuePanels.set(open.id, new Set(['issue-timers-panel']));
    await site.forge.settled();
    return new Desk(site, open, hidden);
  }

  /** Where somebody stands by the site's own rules, which Forge then signs; undefined where the site answers 403. */
  place(name: PlaceName, caller: Caller): ModulePlace | undefined {
    const claims = {
      'issue panel': { page: `/browse/${this.open.key}`, moduleKey: 'issue-timers' },
      'main panel': { page: `/browse/${this.open.key}`, moduleKey: 'issue-timers-panel' },
      'hidden issue': { page: `/browse/${this.hidden.key}`, moduleKey: 'issue-timers' },
      'project page': { page: '/projects/ITSD/apps/project-page', moduleKey: 'project-page' },
      'project settings': { page: settings, moduleKey: 'project-settings' },
      'admin page': { page: admin, moduleKey: 'admin' },
    } as const;
    return placeOf(this.host(), claims[name], caller);
  }

  /** A gadget on a dashboard that is shared with everybody. */
  gadget(caller: Caller): ModulePlace | undefined {
    const { store } = this.site.jira;
    const [dashboard = createDashboard(store, visitors.agent.accountId, 'Shared')] =
      store.dashboards.values();
    const moduleKey = 'gadget-attainment';
    const [gadget = addGadget(store, dashboard, moduleKey)] = dashboard.gadgets;
    const page = `/jira/dashboards/${dashboard.id}`;
    return placeOf(this.host(), { page, moduleKey, slot: gadget.id }, caller);
  }

  queuePage(caller: Caller): ModulePlace | undefined {
    const claim = { page: '/projects/ITSD/queues/apps/queue-page', moduleKey: 'queue-page' };
    return placeOf(this.host(), claim, caller);
  }

  call(functionKey: string, payload: unknown, visitor: Visitor, place: ModulePlace): Promise<unknown> {
    return this.site.forge.bridge('invoke', { functionKey, payload }, visitor, place);
  }

  /** Grants the app's permission to monitor to a role, as whoever administers Jira does. */
  async letMonitor(caller: Caller, role: ProjectRole): Promise<void> {
    const { jira, url } = this.site;
    const permission = [...jira.store.appPermissions.keys()].find((key) =>
      key.endsWith('monitor-service-levels'),
    );
    const holder = { type: 'projectRole', parameter: String(roleId(role)) };
    const body = JSON.stringify({ permission, holder });
    const headers = { 'content-type': 'application/json' };
    const path = `${url}/rest/api/3/permissionscheme/10000/permission`;
    const { status } = await jira.rest(new Request(path, { method: 'POST', body, headers }), caller);
    expect(status).toBe(201);
  }

  /** All that the app has stored, once nothing is under way any more. */
  async stored(): Promise<Buffer> {
    await this.site.forge.settled();
    return Buffer.from(this.site.forge.sql.snapshot());
  }

  /** @returns what must be empty. */
  async close(): Promise<unknown[]> {
    const { forge, clock } = this.site;
    const troubles = [...this.site.unmodelled(), ...forge.pages.violations, ...clock.problems];
    await this.site.close();
    return troubles;
  }

  private host(): Host {
    const { jira, forge, clock, url: origin, pagesUrl: pagesOrigin } = this.site;
    const troubles = () => ({ unmodelled: [], violations: [], problems: [] });
    const [user, role] = [visitors.agent, ''];
    return {
      name: '',
      jira,
      forge,
      clock,
      origin,
      pagesOrigin,
      hostScript: '',
      troubles,
      visitors: [{ user, role }],
    };
  }
}

export const callerOf = ({ accountId }: { readonly accountId: string }): Caller => ({
  kind: 'user',
  accountId,
});

export function visitorOf(user: { readonly accountId: string; readonly displayName: string }): Visitor {
  return { ...user, locale: 'en-US', timeZone: 'Europe/London', theme: 'light' };
}

async function create({ url, jira }: Site, fields: object): Promise<Issue> {
  const body = JSON.stringify({ fields });
  const headers = { 'content-type': 'application/json' };
  const request = new Request(`${url}/rest/api/3/issue`, { method: 'POST', body, headers });
  const created = await jira.rest(request, callerOf(visitors.projectAdministrator));
  const { id } = (await created.json()) as { id: string };
  return jira.store.issues.get(id)!;
}
