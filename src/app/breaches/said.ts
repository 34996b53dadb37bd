import type { RevisionOf } from '../../domain/documents';
import { cycleOfException } from '../../domain/breach/exception';
import { cycleNamed, type CycleId } from '../../domain/timer/cycle-name';
import type { Ports, ProjectId } from '../ports';

/** What people have said about a cycle. */
export interface Said {
  readonly breach: RevisionOf<'breach'> | undefined;
  /** In the order in which they were asked for. */
  readonly exceptions: readonly RevisionOf<'exception'>[];
}

/** What was said about cycles, at most 100, by their ids; nothing of what nobody has spoken of. */
export async function saidOf(
  { records }: Pick<Ports, 'records'>,
  project: ProjectId,
  cycles: readonly CycleId[],
): Promise<ReadonlyMap<CycleId, Said>> {
  if (cycles.length === 0) return new Map();
  const issues = [...new Set(cycles.flatMap((id) => cycleNamed(id)?.issue ?? []))];
  const [breaches, exceptions] = await Promise.all([
    records.named(project, 'breach', cycles),
    records.about(project, 'exception', { topics: issues }),
  ]);
  const breachOf = new Map(breaches.map((breach) => [breach.doc.id, breach]));
  const inOrder = [...exceptions].sort((a, b) => a.doc.asked.at - b.doc.asked.at);
  const exceptionsOf = new Map<CycleId, RevisionOf<'exception'>[]>();
  for (const exception of inOrder) {
    const id = cycleOfException(exception.doc.id);
    exceptionsOf.set(id, [...(exceptionsOf.get(id) ?? []), exception]);
  }
  return new Map(
    cycles.flatMap((id) => {
      const [breach, asked = []] = [breachOf.get(id), exceptionsOf.get(id)];
      return breach || asked.length > 0 ? [[id, { breach, exceptions: asked }] as const] : [];
    }),
  );
}

export const NOTHING_SAID: Said = { breach: undefined, exceptions: [] };
