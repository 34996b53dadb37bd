import type { WorkingDraft } from '../domain/agreement/working-draft';
import { problem, type Problem } from '../domain/problem';
import { agreementsOf, openDraft } from './agreements-of';
import { canonical } from './canonical';
import { LONGEST_RECORD, type AccountId, type Ports, type ProjectId } from './ports';

export interface DraftSaving {
  readonly project: ProjectId;
  readonly actor: AccountId;
  /** The number of the revision that was before whoever saves, 0 for none: nobody overwrites what they have not seen. */
  readonly seen: number;
}

/**
 * Keeps the next version of an agreement as far as it is written, or puts it away. What it says may be wrong: that is told
 * when it is to come into force.
 *
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function saveDraft(
  ports: Ports,
  { project, actor, seen }: DraftSaving,
  doc: WorkingDraft,
): Promise<readonly Problem[]> {
  const { clock, ids, records } = ports;
  const file = (await agreementsOf(ports, project)).get(doc.id);
  const last = file?.draft;
  // Whoever did not hear that it was saved saves once more.
  if (last && canonical(last.doc) === canonical(doc)) return [];
  if ((last?.seq ?? 0) !== seen) return [problem('record.newer', '')];
  if (doc.closed && (!file || !openDraft(file))) return [problem('draft.gone', '')];
  const isTaken = doc.basedOn === 0 && (file?.versions.length ?? 0) > 0;
  if (isTaken) return [problem('definition.id-twice', 'id', { found: doc.id })];
  if (JSON.stringify(doc).length > LONGEST_RECORD) return [problem('definition.too-long', '')];
  const change = ids.next();
  const at = clock.now();
  const revision = { kind: 'draft', change, seq: seen + 1, at, doc } as const;
  await records.commit({ id: change, project, at, actor, action: 'write', revisions: [revision] });
  return [];
}
