import type { DocumentKind, DocumentRevision, RevisionOf } from '../domain/documents';
import type { AccountId, Ports, ProjectId } from './ports';

/** Who writes where. */
export interface Writer {
  readonly project: ProjectId;
  readonly actor: AccountId;
}

/**
 * Keeps a document as its next revision.
 *
 * @param seq its number.
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function writeDown<Kind extends DocumentKind>(
  { records, clock, ids }: Pick<Ports, 'records' | 'clock' | 'ids'>,
  { project, actor }: Writer,
  { kind, seq, doc }: Pick<RevisionOf<Kind>, 'kind' | 'seq' | 'doc'>,
): Promise<void> {
  const [change, at] = [ids.next(), clock.now()];
  const revision = { kind, change, at, seq, doc } as DocumentRevision;
  await records.commit({ id: change, project, at, actor, action: 'write', revisions: [revision] });
}
