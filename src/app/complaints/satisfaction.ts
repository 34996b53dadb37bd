import type { RevisionOf } from '../../domain/documents';
import { problem, type Problem } from '../../domain/problem';
import { satisfactionProblems, type Satisfaction } from '../../domain/satisfaction/satisfaction';
import { agreementsOf } from '../agreements-of';
import { canonical } from '../canonical';
import type { Ports, ProjectId } from '../ports';
import { todayIn } from '../view-figures';
import { writeDown, type Writer } from '../write-down';

/** What customers answered, as it was entered (M7), the latest month first. */
export async function viewSatisfaction(
  { records }: Pick<Ports, 'records'>,
  project: ProjectId,
): Promise<RevisionOf<'satisfaction'>[]> {
  return (await records.documents(project, 'satisfaction'))
    .filter(({ doc }) => !doc.removed)
    .sort((a, b) => (a.doc.month === b.doc.month ? a.at - b.at : a.doc.month < b.doc.month ? 1 : -1));
}

/** What somebody enters; a new entry has no id yet. */
export type SatisfactionEntered = Omit<Satisfaction, 'id'> & { readonly id?: Satisfaction['id'] };

/**
 * Enters what customers answered in a month, changes it, or takes it out.
 *
 * @param seen the number of the revision that it was made from, 0 for a new one.
 * @returns what is wrong.
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function saveSatisfaction(
  ports: Pick<Ports, 'records' | 'clock' | 'ids'>,
  writer: Writer,
  { id, ...text }: SatisfactionEntered,
  seen: number,
): Promise<readonly Problem[]> {
  const { project } = writer;
  const all = await ports.records.documents(project, 'satisfaction');
  const own = all.find(({ doc }) =>
    id === undefined ? canonical(doc) === canonical({ ...text, id: doc.id }) : doc.id === id,
  );
  // Whoever did not hear that it was saved saves once more.
  if (own && canonical(own.doc) === canonical({ ...text, id: own.doc.id })) return [];
  if (id !== undefined && !own) return [problem('satisfaction.unknown', '')];
  if ((own?.seq ?? 0) !== seen) return [problem('record.newer', '')];
  const doc: Satisfaction = { ...text, id: id ?? ports.ids.next() };
  const agreements = [...(await agreementsOf(ports, project)).keys()];
  const found = satisfactionProblems(doc, agreements, await todayIn(ports, project));
  if (found.length > 0) return found.map((one) => ({ ...one, path: `doc.${one.path}` }));
  await writeDown(ports, writer, { kind: 'satisfaction', doc, seq: seen + 1 });
  return [];
}
