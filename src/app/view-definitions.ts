import { lint, type Finding } from '../domain/agreement/lint';
import { definitionsIn, latestRevisions, meant, type Revision } from '../domain/agreement/revisions';
import { days } from '../domain/time/instant';
import type { Ports, ProjectId } from './ports';

export interface DefinitionsInForce {
  /** The latest revision of every holiday set, calendar and agreement that a project has, or uses of the site. */
  readonly revisions: readonly Revision[];
  /** What somebody should look at in them, its place among the revisions of a kind as in `agreements[0]`. */
  readonly findings: readonly Finding[];
}

/** What was last found, for revisions that are read once and looked at many times; it depends on the day. */
const found = new WeakMap<readonly Revision[], { readonly day: number; readonly view: DefinitionsInForce }>();

export async function viewDefinitions(
  { records, clock }: Pick<Ports, 'records' | 'clock'>,
  project: ProjectId,
): Promise<DefinitionsInForce> {
  const all = await records.revisions(project);
  const now = clock.now();
  const day = Math.floor(now / days(1));
  const known = found.get(all);
  if (known?.day === day) return known.view;
  const revisions = meant(latestRevisions(all));
  const view = { revisions, findings: lint(definitionsIn(revisions), now) };
  found.set(all, { day, view });
  return view;
}
