import type { Agreement } from '../agreement/agreement';
import { problem, type Problem } from '../problem';
import { wordKey, wordsOf, type Term } from './term';

/** `term: meaning`, with a colon of either language, or a dash between spaces. */
const DEFINITION = /^\s*(?:[-*•]\s*)?(.{1,100}?)\s*(?:[:：]|\s[–—-]\s)\s*\S/u;

/**
 * Terms of the site's glossary to which an agreement gives a meaning of its own: it may only add to it (A22). Its place as
 * in `details.sections[3].text`.
 */
export function redefinedTerms(details: Agreement['details'], glossary: readonly Term[]): Problem[] {
  const known = new Map(
    glossary.flatMap((term) =>
      term.removed ? [] : wordsOf(term).map((word) => [wordKey(word), term] as const),
    ),
  );
  return (details?.sections ?? []).flatMap(({ kind, text }, index) => {
    if (kind !== 'glossary') return [];
    const terms = text.split('\n').flatMap((line) => {
      const word = DEFINITION.exec(line)?.[1] ?? '';
      return known.has(wordKey(word)) ? [word.trim()] : [];
    });
    return terms.map((word) => problem('term.redefined', `details.sections[${index}].text`, { word }));
  });
}
