import type { RevisionOf } from '../../domain/documents';
import { problem, type Problem } from '../../domain/problem';
import {
  NOTICE_PLACES,
  placesProblems,
  type NoticeLanguage,
  type NoticePlace,
  type NoticePlaces,
} from '../../domain/review/notices';
import { agreementsOf } from '../agreements-of';
import { canonical } from '../canonical';
import type { Ports, ProjectId } from '../ports';
import { writeDown, type Writer } from '../write-down';

/** Where a project has notices sent; undefined while nowhere. */
export async function noticePlacesOf(
  { records }: Pick<Ports, 'records'>,
  project: ProjectId,
): Promise<RevisionOf<'notice-places'> | undefined> {
  const [kept] = await records.named(project, 'notice-places', [NOTICE_PLACES]);
  return kept;
}

/** Where notices are to go, each issue by its key. */
export interface PlacesWanted {
  readonly language: NoticeLanguage;
  readonly places: readonly { readonly agreement: string; readonly key: string }[];
}

/**
 * Saves where a project has notices sent. Whoever saves must be able to see the issues.
 *
 * @param seen the number of the revision that it was made from, 0 for none.
 * @throws SomebodyElseSaves, JiraUnavailable; nothing is changed then.
 */
export async function saveNoticePlaces(
  ports: Pick<Ports, 'records' | 'clock' | 'ids' | 'readers'>,
  writer: Writer,
  { language, places: wanted }: PlacesWanted,
  seen: number,
): Promise<readonly Problem[]> {
  const { project } = writer;
  const kept = await noticePlacesOf(ports, project);
  const before = kept?.doc.places ?? [];
  const agreements = [...(await agreementsOf(ports, project)).keys()];
  const problems = placesProblems(wanted, agreements);
  if (problems.length > 0) return problems.map((one) => ({ ...one, path: `doc.${one.path}` }));
  const places: NoticePlace[] = [];
  for (const [index, { agreement, key }] of wanted.entries()) {
    const same = before.find(({ issue }) => issue.key === key)?.issue;
    const found = same ?? (await ports.readers.issue(key));
    if (!found) return [problem('notices.no-issue', `doc.places[${index}].key`, { key })];
    places.push({ agreement, issue: { id: found.id, key } });
  }
  const doc: NoticePlaces = { id: NOTICE_PLACES, language, places };
  // Whoever did not hear that it was saved saves once more.
  if (kept && canonical(kept.doc) === canonical(doc)) return [];
  if ((kept?.seq ?? 0) !== seen) return [problem('record.newer', '')];
  await writeDown(ports, writer, { kind: 'notice-places', doc, seq: seen + 1 });
  return [];
}
