import type { Ports } from '../app/ports';
import { previewRules } from '../app/preview-rules';
import { draftIn } from './definitions-text';
import { refuse, type ResolverFunctions } from './guard';

/** What a page asks that wants to show what rules would mean before they are in force. */
export function startFunctions(ports: Ports): Pick<ResolverFunctions, 'previewRules'> {
  return {
    previewRules: {
      needs: 'configure',
      does: 'read',
      async run({ project }, { file, ...asked }) {
        const read = draftIn(file);
        if ('problems' in read) return refuse('bad-input', [...read.problems]);
        const outcome = await previewRules(ports, project, read.draft, asked);
        if (outcome === 'busy') return refuse('busy');
        if ('problems' in outcome) return refuse('bad-input', [...outcome.problems]);
        return { ok: true, value: { ...outcome, warnings: outcome.warnings.slice(0, MOST_FINDINGS) } };
      },
    },
  };
}

/** More than anybody reads at once. */
const MOST_FINDINGS = 100;
