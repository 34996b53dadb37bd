import { problem, type Problem } from '../../domain/problem';
import { problemsOfReport, type ReportWords, type ServiceReport } from '../../domain/review/service-report';
import type { Writer } from '../breaches/save-breaches';
import { canonical } from '../canonical';
import { LONGEST, type Ports } from '../ports';

/** What people add to a service report, and which revision of it was before them. */
export interface ReportSaved {
  readonly id: ServiceReport['id'];
  readonly seen: number;
  readonly words: ReportWords;
  /** Whether it is issued with that, which is final. */
  readonly issue: boolean;
}

/**
 * Keeps the commentary and the recipients of a service report, or issues it (R9).
 *
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function saveServiceReport(
  ports: Pick<Ports, 'records' | 'clock' | 'ids'>,
  { project, actor }: Writer,
  { id, seen, words, issue }: ReportSaved,
): Promise<readonly Problem[]> {
  const [kept] = await ports.records.named(project, 'service-report', [id]);
  if (!kept) return [problem('review.unknown', '')];
  const [change, at] = [ports.ids.next(), ports.clock.now()];
  const { commentary, recipients } = kept.doc;
  const isSaid = canonical({ commentary, recipients }) === canonical(words);
  // Whoever did not hear that it was saved saves once more.
  if (isSaid && issue === (kept.doc.issued !== undefined)) return [];
  if (kept.seq !== seen) return [problem('record.newer', '')];
  const problems = problemsOfReport(kept.doc, words, issue);
  if (problems.length > 0) return problems;
  const doc: ServiceReport = { ...kept.doc, ...words, ...(issue && { issued: { by: actor, at } }) };
  const most = LONGEST['service-report'];
  if (JSON.stringify(doc).length > most) return [problem('review.long-in-all', '', { most: String(most) })];
  const revisions = [{ kind: 'service-report', change, at, seq: seen + 1, doc } as const];
  await ports.records.commit({ id: change, project, at, actor, action: 'write', revisions });
  return [];
}
