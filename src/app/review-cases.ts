import type { Agreement } from '../domain/agreement/agreement';
import type { Ports, ProjectId } from './ports';
import { judgeBy, latestTexts, runCase, type CaseRevision, type CaseRun } from './run-cases';
import { rulesOf } from './rules';

/** What a draft makes of the cases that are kept. */
export interface CasesReview {
  /** How many cases there are to judge it by. */
  readonly total: number;
  /** Those that would come out otherwise than they are expected to. */
  readonly differing: readonly CaseRun[];
  /** Names what was judged: it is another one when any case, agreement or calendar has changed. */
  readonly mark: string;
}

/**
 * Runs the cases of a project against a draft, as if it had been published instead of the version before it. Judged are its
 * own cases, and those of other agreements that come out as expected without it: it may take issues away from them (T13).
 */
export async function reviewCases(
  ports: Pick<Ports, 'clock' | 'records'>,
  project: ProjectId,
  draft: Agreement,
): Promise<CasesReview> {
  const kept = await ports.records.documents(project, 'case');
  const cases = kept.filter(({ doc }) => !doc.closed);
  const texts = await latestTexts(ports, project);
  const today = await judgeBy(ports, project, texts);
  const then = await judgeBy(ports, project, [...texts.filter(({ id }) => id !== draft.id), draft]);
  const judging = cases.filter(
    (saved) => saved.doc.agreement === draft.id || runCase(saved, today)?.differences.length === 0,
  );
  const runs = judging.flatMap((saved) => runCase(saved, then) ?? []);
  const { book } = await rulesOf(ports, project);
  return {
    total: runs.length,
    differing: runs.filter(({ differences }) => differences.length > 0),
    mark: `${book.version} ${kept.reduce((revisions, { seq }) => revisions + seq, 0)}`,
  };
}

/** The case from now on expects what was found. */
export function acceptedIn({ saved, found }: CaseRun): Pick<CaseRevision, 'kind' | 'seq' | 'doc'> {
  return { kind: 'case', seq: saved.seq + 1, doc: { ...saved.doc, expected: found } };
}
