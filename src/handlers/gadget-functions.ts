import { viewFallingDue } from '../app/falling-due';
import type { Ports } from '../app/ports';
import { days } from '../domain/time/instant';
import type { ResolverFunctions } from './guard';
import { causesCounted } from './causes-counted';

/** What only gadgets show, of the project that they name. */
export function gadgetFunctions(ports: Ports): Pick<ResolverFunctions, 'countCausesOf' | 'viewFallingDueOf'> {
  return {
    countCausesOf: {
      needs: 'see-named-project',
      does: 'read',
      async run({ project }, wanted) {
        return { ok: true, value: await causesCounted(ports, project, wanted) };
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
