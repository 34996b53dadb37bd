import { problem, type Problem } from '../problem';
import { glossaryLanguages, wordKey, wordsOf, type Term } from './term';

/** The most characters of a name or another word, and of a meaning. */
export const LONGEST_WORD = 100;
export const LONGEST_MEANING = 1_000;
/** The most other words of one term. */
export const MOST_OTHER_WORDS = 10;
/** The most terms that a glossary may have: a text is searched for all of them. */
export const MOST_TERMS = 500;

/**
 * Everything that is wrong with a term beside the others of the glossary, its place as in `doc.en.name`. No word may name
 * two terms: it would mean one thing here and another thing there.
 */
export function termProblems(term: Term, glossary: readonly Term[]): Problem[] {
  return term.removed ? [] : [...textProblems(term), ...wordProblems(term, saying(glossary))];
}

function textProblems(term: Term): Problem[] {
  const problems = glossaryLanguages.flatMap((language) => {
    const said = term[language];
    if (!said) return [];
    return [
      ...(said.name === '' ? [problem('term.no-name', `doc.${language}.name`)] : []),
      ...(said.meaning === '' ? [problem('term.no-meaning', `doc.${language}.meaning`)] : []),
      ...longProblem(said.name, LONGEST_WORD, `doc.${language}.name`),
      ...longProblem(said.meaning, LONGEST_MEANING, `doc.${language}.meaning`),
    ];
  });
  if (!term.en && !term.zh) problems.push(problem('term.no-name', 'doc.en.name'));
  if (term.otherWords.length > MOST_OTHER_WORDS)
    problems.push(problem('term.many-words', 'doc.otherWords', { most: String(MOST_OTHER_WORDS) }));
  const longest = term.otherWords.reduce((one, other) => (other.length > one.length ? other : one), '');
  return [...problems, ...longProblem(longest, LONGEST_WORD, 'doc.otherWords')];
}

const longProblem = (text: string, most: number, path: string): Problem[] =>
  text.length > most ? [problem('term.long', path, { most: String(most) })] : [];

/** The terms that say each word, by its key. */
type Saying = ReadonlyMap<string, readonly Term[]>;

/** Of glossaries that many terms are looked up in. */
const known = new WeakMap<readonly Term[], Saying>();

function saying(glossary: readonly Term[]): Saying {
  const before = known.get(glossary);
  if (before) return before;
  const terms = new Map<string, Term[]>();
  for (const term of glossary) {
    if (term.removed) continue;
    for (const word of wordsOf(term)) {
      const key = wordKey(word);
      terms.set(key, [...(terms.get(key) ?? []), term]);
    }
  }
  known.set(glossary, terms);
  return terms;
}

function wordProblems(term: Term, glossary: Saying): Problem[] {
  const seen = new Set<string>();
  return placedWords(term).flatMap(({ word, path }) => {
    const key = wordKey(word);
    if (key === '') return [];
    const other = glossary.get(key)?.find(({ id }) => id !== term.id);
    if (other) return [problem('term.twice', path, { word, other: wordsOf(other)[0] ?? '' })];
    if (seen.has(key)) return [problem('term.word-twice', path, { word })];
    seen.add(key);
    return [];
  });
}

function placedWords({ en, zh, otherWords }: Term): { readonly word: string; readonly path: string }[] {
  return [
    ...(en ? [{ word: en.name, path: 'doc.en.name' }] : []),
    ...(zh ? [{ word: zh.name, path: 'doc.zh.name' }] : []),
    ...otherWords.map((word) => ({ word, path: 'doc.otherWords' })),
  ];
}
