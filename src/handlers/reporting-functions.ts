import type { Ports } from '../app/ports';
import { reportingFieldsOf, reportingOf } from '../app/reporting';
import { saveReporting } from '../app/save-reporting';
import type { Answer } from '../contract/answer';
import type { ReportingView } from '../contract/reporting';
import { refuse, type Place, type ResolverFunctions } from './guard';

/** What reports go by. */
export function reportingFunctions(ports: Ports): Pick<ResolverFunctions, 'viewReporting' | 'saveReporting'> {
  async function view({ project }: Place): Promise<Answer<ReportingView>> {
    const revisions = await ports.records.revisions(project);
    const value = { fields: reportingFieldsOf(revisions), revision: reportingOf(revisions)?.seq ?? 0 };
    return { ok: true, value };
  }

  return {
    viewReporting: { needs: 'configure', does: 'read', run: view },

    saveReporting: {
      needs: 'configure',
      does: 'write',
      async run(place, { fields, seen }) {
        const { project, account: actor } = place;
        const problems = await saveReporting(ports, { project, actor }, fields, seen);
        return problems.length > 0 ? refuse('bad-input', [...problems]) : view(place);
      },
    },
  };
}
