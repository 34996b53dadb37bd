import { agreementNow } from '../coverage';
import { agreementsOf } from '../agreements-of';
import type { AccountId, Ports, ProjectId } from '../ports';

/**
 * Whether somebody may monitor service levels of a project: whoever an agreement that has not ended names as its service
 * level manager or delivery owner (P9), and whoever Jira lets, by the permission for it or as administrator of the project.
 *
 * @throws JiraUnavailable
 */
export async function mayMonitor(
  ports: Pick<Ports, 'records' | 'clock' | 'rights'>,
  project: ProjectId,
  account: AccountId,
): Promise<boolean> {
  const now = ports.clock.now();
  const files = [...(await agreementsOf(ports, project)).values()];
  const isNamed = files.some((file) => {
    const current = agreementNow(file, now);
    if (!current || ENDED.includes(current.state)) return false;
    const { roles = {} } = current.doc.details ?? {};
    return roles['service-level-manager'] === account || roles['delivery-owner'] === account;
  });
  return isNamed || ports.rights.mayMonitor(project);
}

const ENDED: readonly string[] = ['expired', 'terminated', 'archived'];
