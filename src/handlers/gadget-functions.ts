import { countCauses } from '../app/breaches/count-causes';
import { viewFallingDue } from '../app/falling-due';
import type { Ports } from '../app/ports';
import { days } from '../domain/time/instant';
import type { ResolverFunctions } from './guard';
import { namesOf } from './names-of';

/** What only gadgets show, of the project that they name. */
export function gadgetFunctions(ports: Ports): Pick<ResolverFunctions, 'countCausesOf' | 'viewFallingDueOf'> {
  return {
    countCausesOf: {
      needs: 'see-named-project',
      does: 'read',
      async run({ project }, wanted) {
        const { agreements, ...counted } = await countCauses(ports, project, wanted);
        const names = { agreements: namesOf(agreements) };
        return { ok: true, value: { ...counted, hasAgreements: agreements.length > 0, names } };
      },
    },

    viewFallingDueOf: {
      needs: 'see-named-project',
      does: 'read',
      async run({ project }, wanted) {
        return { ok: true, value: await viewFallingDue(ports, project, days(wanted.days)) };
      },
    },
  };
}
