import type { Ports } from '../app/ports';
import { exportEverything } from '../app/transfer/export-everything';
import { importEverything, reviewImport } from '../app/transfer/import-everything';
import { definitionsFileText } from '../contract/definitions-file';
import { packed } from '../contract/packed-text';
import { refuse, type ResolverFunctions } from './guard';
import { draftIn, textIn } from './definitions-text';

/** All that a project has defined, out and in (P8). */
export function transferFunctions(
  ports: Ports,
): Pick<ResolverFunctions, 'exportDefinitions' | 'reviewImport' | 'importDefinitions'> {
  return {
    exportDefinitions: {
      needs: 'configure',
      does: 'read',
      async run({ project }) {
        const text = definitionsFileText(await exportEverything(ports, project));
        return { ok: true, value: { gzip: await packed(text) } };
      },
    },

    reviewImport: {
      needs: 'configure',
      does: 'read',
      async run({ project }, { file, keep = [] }) {
        const read = draftIn(await textIn(file));
        if ('problems' in read) return refuse('bad-input', [...read.problems]);
        const review = await reviewImport(ports, project, { file: read.draft, keep, seen: undefined });
        if ('problems' in review) return refuse('bad-input', [...review.problems]);
        const { compared, warnings, state } = review;
        return {
          ok: true,
          value: { compared: [...compared], warnings: warnings.slice(0, MOST_FINDINGS), state },
        };
      },
    },

    importDefinitions: {
      needs: 'configure',
      does: 'write',
      async run({ project, account }, { file, keep = [], seen }) {
        const read = draftIn(await textIn(file));
        if ('problems' in read) return refuse('bad-input', [...read.problems]);
        const outcome = await importEverything(ports, project, account, { file: read.draft, keep, seen });
        if ('problems' in outcome) return refuse('bad-input', [...outcome.problems]);
        const { compared, warnings } = outcome;
        const unchanged = compared.filter(({ what }) => what === 'same').length;
        return {
          ok: true,
          value: {
            changed: compared.length - unchanged,
            unchanged,
            warnings: warnings.slice(0, MOST_FINDINGS),
          },
        };
      },
    },
  };
}

/** More than anybody reads at once. */
const MOST_FINDINGS = 100;
