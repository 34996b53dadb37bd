import type { Revision } from '../domain/agreement/revisions';
import type { RevisionOf } from '../domain/documents';
import { readyTerms } from '../domain/glossary/ready-terms';
import type { Term } from '../domain/glossary/term';
import { MOST_TERMS, termProblems } from '../domain/glossary/term-rules';
import { problem, type Problem } from '../domain/problem';
import { canonical } from './canonical';
import { SITE, type AccountId, type Ports } from './ports';

export interface Glossary {
  /** The latest revision of each term, of those that were removed too. */
  readonly terms: readonly RevisionOf<'term'>[];
  /** Ready-made terms of which no word is taken. */
  readonly ready: readonly Term[];
}

/** The site's glossary (A22). */
export async function viewGlossary({ records }: Pick<Ports, 'records'>): Promise<Glossary> {
  const terms = await records.documents(SITE, 'term');
  const docs = terms.map(({ doc }) => doc);
  const room = MOST_TERMS - docs.length;
  const isThere = new Set(docs.flatMap(({ id, removed }) => (removed ? [] : id)));
  const ready = readyTerms.filter((term) => !isThere.has(term.id) && termProblems(term, docs).length === 0);
  return { terms, ready: ready.slice(0, Math.max(0, room)) };
}

/**
 * Saves a term, or takes it out of the glossary. Each term is a record of its own, so that two people who write different
 * ones lose nothing.
 *
 * @param seen the number of the revision that the term was made from, 0 for a new one.
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function saveTerm(
  ports: Pick<Ports, 'records' | 'clock' | 'ids'>,
  actor: AccountId,
  doc: Term,
  seen: number,
): Promise<readonly Problem[]> {
  const terms = await ports.records.documents(SITE, 'term');
  const own = terms.find((each) => each.doc.id === doc.id);
  // Whoever did not hear that it was saved saves once more.
  if (own && canonical(own.doc) === canonical(doc)) return [];
  if ((own?.seq ?? 0) !== seen) return [problem('record.newer', '')];
  const problems = termProblems(
    doc,
    terms.map((each) => each.doc),
  );
  if (!own && terms.length >= MOST_TERMS)
    problems.push(problem('term.too-many', '', { most: String(MOST_TERMS) }));
  if (problems.length > 0) return problems;
  await commit(ports, actor, [{ doc, seq: seen + 1 }]);
  return [];
}

/** Adds the ready-made terms that say nothing that is said already. @throws SomebodyElseSaves */
export async function addReadyTerms(
  ports: Pick<Ports, 'records' | 'clock' | 'ids'>,
  actor: AccountId,
): Promise<void> {
  const { terms, ready } = await viewGlossary(ports);
  if (ready.length === 0) return;
  const seqOf = new Map(terms.map(({ doc, seq }) => [doc.id, seq]));
  await commit(
    ports,
    actor,
    ready.map((doc) => ({ doc, seq: (seqOf.get(doc.id) ?? 0) + 1 })),
  );
}

async function commit(
  { records, clock, ids }: Pick<Ports, 'records' | 'clock' | 'ids'>,
  actor: AccountId,
  docs: readonly { readonly doc: Term; readonly seq: Revision['seq'] }[],
): Promise<void> {
  const [change, at] = [ids.next(), clock.now()];
  const revisions = docs.map(({ doc, seq }) => ({ kind: 'term', change, at, seq, doc }) as const);
  await records.commit({ id: change, project: SITE, at, actor, action: 'write', revisions });
}
