import type { Service } from '../../domain/catalogue/service';
import type { RevisionOf } from '../../domain/documents';
import type { Period } from '../../domain/outage/outage-figures';
import { MOST_ABOUT, type Ports, type ProjectId } from '../ports';

/**
 * The outages of a project that touch a time, those withdrawn among them.
 *
 * @param services theirs alone, at most 100; of all when left out.
 * @returns `isCut`: there are more than can be read at once, so that nothing can be counted by them.
 */
export async function outagesOf(
  { records }: Pick<Ports, 'records'>,
  project: ProjectId,
  { from, to }: Period,
  services?: readonly Service['id'][],
): Promise<{ readonly outages: readonly RevisionOf<'outage'>[]; readonly isCut: boolean }> {
  const topics = services && { topics: services };
  const [during, before] = await Promise.all([
    records.about(project, 'outage', { ...topics, from, to }),
    records.about(project, 'outage', { ...topics, to: from }),
  ]);
  const lasting = before.filter(({ doc }) => doc.end === undefined || doc.end > from);
  return {
    outages: [...lasting, ...during],
    isCut: [during, before].some(({ length }) => length === MOST_ABOUT),
  };
}
