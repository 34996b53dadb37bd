import type { Agreement } from '../domain/agreement/agreement';
import type { MadeUpIssue } from '../domain/agreement/made-up-issue';
import { MOST_CASES, type Expected, type SavedCase } from '../domain/agreement/saved-case';
import { problem, type Problem } from '../domain/problem';
import { agreementsOf } from './agreements-of';
import { canonical } from './canonical';
import { LONGEST, type AccountId, type Ports, type ProjectId } from './ports';
import { judgeBy, latestTexts, runCase, type CaseRevision, type CaseRun } from './run-cases';

type Kept = Pick<Ports, 'clock' | 'records'>;

/** A case, and what the rules make of it; undefined for one whose agreement has ended. */
export interface CaseView {
  readonly saved: CaseRevision;
  readonly run: CaseRun | undefined;
}

/** The cases of an agreement by their names, judged by what was published last. */
export async function viewCases(
  ports: Kept,
  project: ProjectId,
  agreement: Agreement['id'],
): Promise<CaseView[]> {
  const cases = (await ports.records.documents(project, 'case')).filter(
    ({ doc }) => doc.agreement === agreement && !doc.closed,
  );
  const judge = await judgeBy(ports, project, await latestTexts(ports, project));
  return cases
    .sort((a, b) => (a.doc.name < b.doc.name ? -1 : 1))
    .map((saved) => ({ saved, run: runCase(saved, judge) }));
}

/** What an agreement makes of a made-up issue. */
export interface CaseTried {
  readonly agreement: Pick<Agreement, 'id' | 'name'>;
  readonly found: readonly Expected[];
}

/** What a case of that issue would expect now, of each agreement that has not ended. */
export async function tryCase(ports: Kept, project: ProjectId, issue: MadeUpIssue): Promise<CaseTried[]> {
  const texts = await latestTexts(ports, project);
  const found = (await judgeBy(ports, project, texts))(issue);
  return texts.map(({ id, name }) => ({ agreement: { id, name }, found: found.get(id) ?? [] }));
}

/** A case as somebody wants it to be; a new one has no id yet. */
export type CaseDraft = Omit<SavedCase, 'id'> & { readonly id?: SavedCase['id'] };

export interface CaseSaving {
  readonly project: ProjectId;
  readonly actor: AccountId;
  /** The number of the revision that was before whoever saves, 0 for a new case: nobody overwrites what they have not seen. */
  readonly seen: number;
}

/**
 * Keeps a case with an agreement, changes it, throws it away or takes that back.
 *
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function saveCase(
  ports: Ports,
  { project, actor, seen }: CaseSaving,
  { id, ...text }: CaseDraft,
): Promise<readonly Problem[]> {
  const { clock, ids, records } = ports;
  const file = (await agreementsOf(ports, project)).get(text.agreement);
  if (!file || file.versions.length === 0) return [problem('life.unknown-agreement', '')];
  const kept = (await records.documents(project, 'case')).filter(
    ({ doc }) => doc.agreement === text.agreement,
  );
  const open = kept.filter(({ doc }) => !doc.closed);
  // Whoever did not hear that it was saved saves once more.
  const same = (id === undefined ? open : kept).some(
    ({ doc: { id: other, ...doc } }) =>
      (id === undefined || id === other) && canonical(doc) === canonical(text),
  );
  if (same) return [];
  const last = id === undefined ? undefined : kept.find(({ doc }) => doc.id === id);
  const isOlder = last ? last.seq !== seen : id !== undefined || seen !== 0;
  if (isOlder) return [problem('record.newer', '')];
  const place = last ?? freePlace(text.agreement, kept);
  if (!place) return [problem('case.too-many', '', { most: String(MOST_CASES) })];
  const doc = { ...text, id: place.doc.id };
  const problems = problemsOf(doc, open);
  if (problems.length > 0) return problems;
  const [change, at] = [ids.next(), clock.now()];
  const revision = { kind: 'case', change, at, seq: place.seq + 1, doc } as const;
  await records.commit({ id: change, project, at, actor, action: 'write', revisions: [revision] });
  return [];
}

interface Place {
  readonly seq: number;
  readonly doc: Pick<SavedCase, 'id'>;
}

/** A new case takes the place of one that was thrown away, so that there are never more places than cases allowed. */
function freePlace(agreement: Agreement['id'], kept: readonly CaseRevision[]): Place | undefined {
  const places = Array.from({ length: MOST_CASES }, (_, index): Place => {
    const id = `${agreement}.${index + 1}`;
    return kept.find(({ doc }) => doc.id === id) ?? { seq: 0, doc: { id } };
  });
  return places.find(({ seq }) => seq === 0) ?? places.find(({ doc }) => isClosed(doc.id, kept));
}

const isClosed = (id: SavedCase['id'], kept: readonly CaseRevision[]): boolean =>
  kept.some(({ doc }) => doc.id === id && doc.closed);

function problemsOf(doc: SavedCase, open: readonly CaseRevision[]): Problem[] {
  if (doc.closed) return [];
  const isTaken = open.some(({ doc: { id, name } }) => id !== doc.id && name === doc.name);
  return [
    ...(doc.name === '' ? [problem('case.no-name', 'doc.name')] : []),
    ...(isTaken ? [problem('case.name-taken', 'doc.name', { found: doc.name })] : []),
    ...(JSON.stringify(doc).length > LONGEST.case
      ? [problem('case.too-long', '', { most: String(LONGEST.case) })]
      : []),
  ];
}
