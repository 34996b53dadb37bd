import {
  COMPLAINT_TYPES,
  complaintTypesProblems,
  type ComplaintTypes,
} from '../../domain/complaint/complaint-types';
import type { RevisionOf } from '../../domain/documents';
import { problem, type Problem } from '../../domain/problem';
import { canonical } from '../canonical';
import type { Ports, ProjectId } from '../ports';
import { writeDown, type Writer } from '../write-down';

/** The types of issues that are complaints in a project; undefined while nobody has chosen any. */
export async function complaintTypesOf(
  { records }: Pick<Ports, 'records'>,
  project: ProjectId,
): Promise<RevisionOf<'complaint-types'> | undefined> {
  const [kept] = await records.named(project, 'complaint-types', [COMPLAINT_TYPES]);
  return kept;
}

/**
 * Chooses the types of issues that are complaints (M7).
 *
 * @param seen the number of the revision that it was made from, 0 for none.
 * @throws SomebodyElseSaves; nothing is changed then.
 * @throws JiraUnavailable, JiraRefused
 */
export async function saveComplaintTypes(
  ports: Pick<Ports, 'records' | 'clock' | 'ids' | 'readers'>,
  writer: Writer,
  types: ComplaintTypes['types'],
  seen: number,
): Promise<readonly Problem[]> {
  const kept = await complaintTypesOf(ports, writer.project);
  const doc: ComplaintTypes = { id: COMPLAINT_TYPES, types };
  // Whoever did not hear that it was saved saves once more.
  if (kept && canonical(kept.doc) === canonical(doc)) return [];
  if ((kept?.seq ?? 0) !== seen) return [problem('record.newer', '')];
  const known = (await ports.readers.issueTypes(writer.project)).map(({ id }) => id);
  const problems = complaintTypesProblems(types, known, kept?.doc.types ?? []);
  if (problems.length > 0) return problems;
  await writeDown(ports, writer, { kind: 'complaint-types', doc, seq: seen + 1 });
  return [];
}
