import { projectPlace } from '../../src/app/transfer/import-everything';
import { importFile } from '../../src/app/transfer/import-file';
import type { AccountId, Ports, ProjectId } from '../../src/app/ports';
import type { Problem } from '../../src/domain/problem';
import type { Everything } from '../../src/domain/transfer/everything';

type Outcome =
  | { readonly problems: readonly Problem[] }
  | {
      readonly problems: readonly [];
      readonly changed: number;
      readonly unchanged: number;
      readonly warnings: readonly Problem[];
    };

/** Puts all of a file into force, without asking first what it would do. */
export async function importDefinitions(
  ports: Ports,
  project: ProjectId,
  actor: AccountId,
  file: Everything,
): Promise<Outcome> {
  const outcome = await importFile(ports, projectPlace(ports, project), actor, {
    file,
    keep: [],
    seen: undefined,
  });
  if ('problems' in outcome) return outcome;
  const unchanged = outcome.compared.filter(({ what }) => what === 'same').length;
  return {
    problems: [],
    changed: outcome.compared.length - unchanged,
    unchanged,
    warnings: outcome.warnings,
  };
}
