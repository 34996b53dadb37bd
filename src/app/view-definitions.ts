import { lint, type Finding } from '../domain/agreement/lint';
import { definitionsIn, latestRevisions, meant, type Revision } from '../domain/agreement/revisions';
import type { Ports, ProjectId } from './ports';

export interface DefinitionsInForce {
  /** The latest revision of every holiday set, calendar and agreement that a project has, or uses of the site. */
  readonly revisions: readonly Revision[];
  /** What somebody should look at in them, its place among the revisions of a kind as in `agreements[0]`. */
  readonly findings: readonly Finding[];
}

export async function viewDefinitions(
  { records, clock }: Pick<Ports, 'records' | 'clock'>,
  project: ProjectId,
): Promise<DefinitionsInForce> {
  const revisions = meant(latestRevisions(await records.revisions(project)));
  return { revisions, findings: lint(definitionsIn(revisions), clock.now()) };
}
