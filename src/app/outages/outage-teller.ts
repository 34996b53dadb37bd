import { outageTeller, type OutageTeller } from '../../domain/outage/tell-outages';
import type { OutageBasis, Ports, ProjectId } from '../ports';

/** Compiled once for what is read once and used many times. */
const compiled = new WeakMap<OutageBasis, OutageTeller>();

/** What tells outages from the issues of a project; undefined where nobody has said how. */
export async function outageTellerOf(
  { records }: Pick<Ports, 'records'>,
  project: ProjectId,
): Promise<OutageTeller | undefined> {
  const basis = await records.outageBasis(project);
  if (!basis) return undefined;
  const known = compiled.get(basis) ?? outageTeller(basis.rules, basis.services);
  compiled.set(basis, known);
  return known;
}
