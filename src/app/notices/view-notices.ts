import type { NoticeLanguage, NoticeSent } from '../../domain/review/notices';
import type { LocalDate } from '../../domain/time/local-date';
import type { Ports, ProjectId } from '../ports';
import { reviewPlansOf } from '../reviews/review-plans';
import { noticePlacesOf } from './notice-places';

export interface NoticesShown {
  readonly language: NoticeLanguage | undefined;
  readonly revision: number;
  /** Those that are not archived. */
  readonly agreements: readonly {
    readonly id: string;
    readonly name: string;
    /** Of its issue. */
    readonly key: string | undefined;
    readonly last: NoticeSent | undefined;
  }[];
}

/** When people were last told that something is late, by `matterId`. */
export async function chasedIn(
  { records }: Pick<Ports, 'records'>,
  project: ProjectId,
): Promise<ReadonlyMap<string, LocalDate>> {
  const all = (await records.documents(project, 'notices')).flatMap(({ doc }) => Object.entries(doc.told));
  return new Map(all.flatMap(([id, { stage, on }]) => (stage === 'late' ? [[id, on] as const] : [])));
}

/** Where a project has notices sent, and what became of the latest (R3). */
export async function viewNotices(
  ports: Pick<Ports, 'records' | 'clock'>,
  project: ProjectId,
): Promise<NoticesShown> {
  const kept = await noticePlacesOf(ports, project);
  const plans = await reviewPlansOf(ports, project, ports.clock.now());
  const sent = await ports.records.documents(project, 'notices');
  const agreements = [...plans.values()]
    .filter(({ now: { state } }) => state !== 'archived')
    .map(({ now: { doc } }) => ({
      id: doc.id,
      name: doc.name,
      key: kept?.doc.places.find(({ agreement }) => agreement === doc.id)?.issue.key,
      last: sent.find(({ doc: { id } }) => id === doc.id)?.doc.last,
    }));
  return { language: kept?.doc.language, revision: kept?.seq ?? 0, agreements };
}
