import { viewChangeLog } from '../app/change-log';
import { seenLately, viewCoverage } from '../app/coverage';
import type { Ports } from '../app/ports';
import { viewRights } from '../app/rights';
import { logSubjects } from '../contract/change-log';
import type { ResolverFunctions } from './guard';

type CoverageFunctions = Pick<
  ResolverFunctions,
  'viewCoverage' | 'viewSeen' | 'viewRights' | 'viewChangeLog'
>;

/** What falls through, who may do what, and who did what (R7, P5, P6, P9). */
export function coverageFunctions(ports: Ports): CoverageFunctions {
  return {
    viewCoverage: {
      needs: 'configure',
      does: 'read',
      async run({ project }) {
        return { ok: true, value: await viewCoverage(ports, project) };
      },
    },

    viewSeen: {
      needs: 'configure',
      does: 'read',
      async run({ project }, { before }) {
        const { seen, oldest = null, next = null } = await seenLately(ports, project, before);
        return { ok: true, value: { seen, oldest, next } };
      },
    },

    viewRights: {
      needs: 'configure',
      does: 'read',
      async run({ project, account }) {
        return { ok: true, value: await viewRights(ports, project, account) };
      },
    },

    viewChangeLog: {
      needs: 'configure',
      does: 'read',
      async run({ project }, { subject, after }) {
        const { lines, next = null } = await viewChangeLog(ports, project, logSubjects[subject], after);
        return { ok: true, value: { lines, next } };
      },
    },
  };
}
