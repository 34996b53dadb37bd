import {
  causesOf,
  causesProblems,
  MONITORING_ID,
  type Cause,
  type Monitoring,
} from '../../domain/breach/causes';
import type { RevisionOf } from '../../domain/documents';
import { problem, type Problem } from '../../domain/problem';
import { canonical } from '../canonical';
import type { AccountId, Ports, ProjectId } from '../ports';

async function monitoringOf(
  { records }: Pick<Ports, 'records'>,
  project: ProjectId,
): Promise<RevisionOf<'monitoring'> | undefined> {
  const [kept] = await records.documents(project, 'monitoring');
  return kept;
}

/** The causes that breaches of a project may have, and the number of their revision: 0 while they are the ready-made ones. */
export async function viewCauses(
  ports: Pick<Ports, 'records'>,
  project: ProjectId,
): Promise<{ readonly causes: readonly Cause[]; readonly revision: number }> {
  const kept = await monitoringOf(ports, project);
  return { causes: causesOf(kept?.doc), revision: kept?.seq ?? 0 };
}

/**
 * Saves the causes of a project.
 *
 * @param seen the number of the revision that they were made from.
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function saveCauses(
  ports: Pick<Ports, 'records' | 'clock' | 'ids'>,
  { project, actor }: { readonly project: ProjectId; readonly actor: AccountId },
  causes: readonly Cause[],
  seen: number,
): Promise<readonly Problem[]> {
  const kept = await monitoringOf(ports, project);
  // Whoever did not hear that they were saved saves once more.
  if (kept && canonical(kept.doc.causes) === canonical(causes)) return [];
  if ((kept?.seq ?? 0) !== seen) return [problem('record.newer', '')];
  const problems = causesProblems(causes, kept?.doc.causes);
  if (problems.length > 0) return problems;
  const [change, at] = [ports.ids.next(), ports.clock.now()];
  const doc: Monitoring = { id: MONITORING_ID, causes };
  const revision = { kind: 'monitoring', change, at, seq: seen + 1, doc } as const;
  await ports.records.commit({ id: change, project, at, actor, action: 'write', revisions: [revision] });
  return [];
}
