import { SCOPE_TEXT, scopeTextProblems, type ScopeText } from '../../domain/out-of-scope/out-of-scope';
import type { RevisionOf } from '../../domain/documents';
import { problem, type Problem } from '../../domain/problem';
import { canonical } from '../canonical';
import type { Ports, ProjectId } from '../ports';
import { writeDown, type Writer } from '../write-down';

/** What a project tells customers of issues that no agreement covers; undefined while it has no text of its own. */
export async function scopeTextOf(
  { records }: Pick<Ports, 'records'>,
  project: ProjectId,
): Promise<RevisionOf<'scope-text'> | undefined> {
  const [kept] = await records.named(project, 'scope-text', [SCOPE_TEXT]);
  return kept;
}

/**
 * Saves the text to customers of a project.
 *
 * @param seen the number of the revision that it was made from, 0 for none.
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function saveScopeText(
  ports: Pick<Ports, 'records' | 'clock' | 'ids'>,
  writer: Writer,
  { text, offer }: Pick<ScopeText, 'text' | 'offer'>,
  seen: number,
): Promise<readonly Problem[]> {
  const kept = await scopeTextOf(ports, writer.project);
  const doc: ScopeText = { id: SCOPE_TEXT, text, offer };
  // Whoever did not hear that it was saved saves once more.
  if (kept && canonical(kept.doc) === canonical(doc)) return [];
  if ((kept?.seq ?? 0) !== seen) return [problem('record.newer', '')];
  const problems = scopeTextProblems(doc);
  if (problems.length > 0) return problems.map((one) => ({ ...one, path: `doc.${one.path}` }));
  await writeDown(ports, writer, { kind: 'scope-text', doc, seq: seen + 1 });
  return [];
}
