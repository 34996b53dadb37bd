import {
  OUTAGE_RULES,
  readOutageRules,
  type OutageRule,
  type OutageRuleDraft,
  type OutageRules,
} from '../../domain/outage/outage-rules';
import { problem, type Problem } from '../../domain/problem';
import type { Writer } from '../breaches/save-breaches';
import { canonical } from '../canonical';
import { LONGEST, type Ports, type ProjectId } from '../ports';

/** The rules by which issues of a project are outages, and the number of their revision: 0 while there are none. */
export async function viewOutageRules(
  { records }: Pick<Ports, 'records'>,
  project: ProjectId,
): Promise<{ readonly rules: readonly OutageRule[]; readonly revision: number }> {
  const [kept] = await records.documents(project, 'outage-rules');
  return { rules: kept?.doc.rules ?? [], revision: kept?.seq ?? 0 };
}

/**
 * Saves the rules by which issues are outages (T10). An issue is judged by them when it is next read; what former rules told
 * stays in the register.
 *
 * @param seen the number of the revision that they were made from.
 * @throws SomebodyElseSaves; nothing is changed then. JiraUnavailable, JiraRefused.
 */
export async function saveOutageRules(
  ports: Pick<Ports, 'records' | 'clock' | 'ids' | 'projectFields'>,
  { project, actor }: Writer,
  drafts: readonly OutageRuleDraft[],
  seen: number,
): Promise<readonly Problem[]> {
  const { records, clock, ids, projectFields } = ports;
  const kept = await viewOutageRules(ports, project);
  const services = (await records.documents(project, 'service')).map(({ doc }) => doc.id);
  const { rules, problems } = readOutageRules(drafts, { fieldOf: await projectFields.in(project), services });
  if (problems.length > 0) return problems;
  // Whoever did not hear that they were saved saves once more.
  if (canonical(kept.rules) === canonical(rules)) return [];
  if (kept.revision !== seen) return [problem('record.newer', '')];
  const doc: OutageRules = { id: OUTAGE_RULES, rules };
  const most = LONGEST['outage-rules'];
  if (JSON.stringify(doc).length > most) return [problem('breach.long-in-all', '', { most: String(most) })];
  const [change, at] = [ids.next(), clock.now()];
  const revision = { kind: 'outage-rules', change, at, seq: seen + 1, doc } as const;
  await records.commit({ id: change, project, at, actor, action: 'write', revisions: [revision] });
  return [];
}
