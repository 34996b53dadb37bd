import type { RevisionOf } from '../../domain/documents';
import { termName, type Term } from '../../domain/glossary/term';
import { MOST_TERMS, termProblems } from '../../domain/glossary/term-rules';
import { problem, type Problem } from '../../domain/problem';
import type { ComparedRecord } from '../../domain/transfer/compared';
import { canonical } from '../canonical';

export interface TermsRead {
  readonly terms: readonly Pick<RevisionOf<'term'>, 'seq' | 'doc'>[];
  readonly compared: readonly ComparedRecord[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the terms of a file beside those that stay as they are here.
 *
 * @param here the glossary as it is, with what was taken out of it.
 */
export function readTerms(carried: readonly Term[], here: readonly RevisionOf<'term'>[]): TermsRead {
  const own = new Map(here.map((term) => [term.doc.id, term]));
  const ids = carried.map(({ id }) => id);
  const named = new Set(ids);
  const together = [...carried, ...here.flatMap(({ doc }) => (named.has(doc.id) ? [] : doc))];
  if (together.length > MOST_TERMS) {
    const tooMany = problem('term.too-many', 'terms', { most: String(MOST_TERMS) });
    return { terms: [], compared: [], problems: [tooMany] };
  }
  const problems: Problem[] = [];
  const results = carried.map((doc, index) => {
    const last = own.get(doc.id);
    const isThere = last !== undefined && !last.doc.removed;
    const isSame = isThere && canonical(last.doc) === canonical(doc);
    const what = isSame ? ('same' as const) : isThere ? ('changed' as const) : ('new' as const);
    const place = `terms[${index}]`;
    if (ids.indexOf(doc.id) < index)
      problems.push(problem('definition.id-twice', `${place}.id`, { found: doc.id }));
    if (!isSame)
      for (const found of termProblems(doc, together))
        problems.push({ ...found, path: found.path.replace(/^doc/, place) });
    return { doc, seq: (last?.seq ?? 0) + 1, what };
  });
  return {
    terms: results.flatMap(({ doc, seq, what }) => (what === 'same' ? [] : { doc, seq })),
    compared: results.map(({ doc, what }) => ({ kind: 'term', id: doc.id, name: termName(doc), what })),
    problems,
  };
}
