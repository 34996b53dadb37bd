import { addGadget, createDashboard } from '../jira/dashboards';
import type { Project } from '../jira/model';
import type { Store } from '../jira/store';
import { visitors } from './people';

/** What each gadget of the app was set to. */
const configured = [
  ['gadget-attainment', { kind: 'resolution', period: 'month', which: 'last', headline: 'reported' }],
  ['gadget-due-next', { assignee: 'all', count: 10 }],
  ['gadget-breach-causes', { period: 'month', which: 'last' }],
  ['gadget-falling-due', { days: 60 }],
] as const;

/** A dashboard of the manager's, which everybody who may use Jira can open. */
export function addSampleDashboard(store: Store, project: Project): void {
  const dashboard = createDashboard(store, visitors.projectAdministrator.accountId, 'Service levels');
  for (const [moduleKey, settings] of configured)
    addGadget(store, dashboard, moduleKey).configuration = { project: project.id, ...settings };
}
