import { pauseBackfill, resumeBackfill } from '../app/backfill';
import type { Ports } from '../app/ports';
import { viewHealth } from '../app/view-health';
import type { HealthView } from '../contract/health';
import type { Answer } from '../contract/answer';
import { actionKindOf } from '../domain/alert/action-summary';
import type { ResolverFunctions } from './guard';

/** What Jira administrators see and do of the app's work on the whole site. */
export function healthFunctions(
  ports: Ports,
): Pick<ResolverFunctions, 'viewHealth' | 'pauseBackfillOf' | 'resumeBackfillOf'> {
  const view = async (): Promise<Answer<HealthView>> => ({ ok: true, value: await healthView(ports) });
  return {
    viewHealth: { needs: 'administer', does: 'read', run: view },

    pauseBackfillOf: {
      needs: 'administer',
      does: 'write',
      async run(_place, { project }) {
        await pauseBackfill(ports, project);
        return view();
      },
    },

    resumeBackfillOf: {
      needs: 'administer',
      does: 'write',
      async run({ account }, { project }) {
        const known = await ports.projects.withAgreements();
        if (known.includes(project)) await resumeBackfill(ports, project, account);
        return view();
      },
    },
  };
}

/** Of actions only the kind is shown: what they say stands in the definitions. */
async function healthView(ports: Ports): Promise<HealthView> {
  const { drifts, troubles, ...rest } = await viewHealth(ports);
  return {
    ...rest,
    drifts: drifts.map(({ issue, project, foundAt }) => ({ issue, project, foundAt })),
    troubles: troubles.map(({ action, ...trouble }) => ({ ...trouble, action: actionKindOf(action) })),
  };
}
