import type { Ports } from '../app/ports';
import { exportEverything } from '../app/transfer/export-everything';
import { exportShared } from '../app/transfer/export-shared';
import { projectPlace } from '../app/transfer/import-everything';
import { importFile, reviewImport, type ImportPlace } from '../app/transfer/import-file';
import { sitePlace } from '../app/transfer/import-shared';
import type { Answer } from '../contract/answer';
import { definitionsFileText } from '../contract/definitions-file';
import { packed } from '../contract/packed-text';
import type { PayloadOf, ValueOf } from '../contract/resolver-api';
import { siteFileText } from '../contract/site-file';
import { draftIn, sharedIn, textIn, type FileRead } from './definitions-text';
import { refuse, type Place, type ResolverFunctions } from './guard';

type TransferFunctions = Pick<
  ResolverFunctions,
  | 'exportDefinitions'
  | 'reviewImport'
  | 'importDefinitions'
  | 'exportSite'
  | 'reviewSiteImport'
  | 'importSite'
>;

/** Where files come from and go to. */
interface Port<File> {
  readonly place: (place: Place) => ImportPlace<File>;
  readonly read: (text: string | undefined) => FileRead<File>;
  readonly write: (place: Place) => Promise<string>;
}

/** All that a project has defined, and what the site shares, out and in (P8). */
export function transferFunctions(ports: Ports): TransferFunctions {
  const project = functionsAt(ports, 'configure', {
    place: (place) => projectPlace(ports, place.project),
    read: draftIn,
    write: async (place) => definitionsFileText(await exportEverything(ports, place.project)),
  });
  const site = functionsAt(ports, 'administer', {
    place: () => sitePlace(ports),
    read: sharedIn,
    write: async () => siteFileText(await exportShared(ports)),
  });
  return {
    exportDefinitions: project.export,
    reviewImport: project.review,
    importDefinitions: project.import,
    exportSite: site.export,
    reviewSiteImport: site.review,
    importSite: site.import,
  };
}

function functionsAt<Needs extends 'configure' | 'administer', File>(
  ports: Ports,
  needs: Needs,
  { place: placeOf, read, write }: Port<File>,
) {
  return {
    export: {
      needs,
      does: 'read',
      async run(place: Place): Promise<Answer<ValueOf<'exportDefinitions'>>> {
        return { ok: true, value: { gzip: await packed(await write(place)) } };
      },
    },

    review: {
      needs,
      does: 'read',
      async run(
        place: Place,
        { file: sent, keep = [] }: PayloadOf<'reviewImport'>,
      ): Promise<Answer<ValueOf<'reviewImport'>>> {
        const file = read(await textIn(sent));
        if ('problems' in file) return refuse('bad-input', [...file.problems]);
        const wanted = { file: file.draft, keep, seen: undefined };
        const review = await reviewImport(ports, placeOf(place), wanted);
        if ('problems' in review) return refuse('bad-input', [...review.problems]);
        const { compared, warnings, state } = review;
        return {
          ok: true,
          value: { compared: [...compared], warnings: warnings.slice(0, MOST_FINDINGS), state },
        };
      },
    },

    import: {
      needs,
      does: 'write',
      async run(
        place: Place,
        { file: sent, keep = [], seen }: PayloadOf<'importDefinitions'>,
      ): Promise<Answer<ValueOf<'importDefinitions'>>> {
        const file = read(await textIn(sent));
        if ('problems' in file) return refuse('bad-input', [...file.problems]);
        const wanted = { file: file.draft, keep, seen };
        const outcome = await importFile(ports, placeOf(place), place.account, wanted);
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
  } as const;
}

/** More than anybody reads at once. */
const MOST_FINDINGS = 100;
