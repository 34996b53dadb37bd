import { wordKey, wordsOf, type Term } from './term';

/** A piece of a text: as it stands, and the term that it names. The pieces of a text make up the text. */
export interface Piece {
  readonly text: string;
  readonly term?: Term;
}

/** What a word in Latin letters goes on with. Chinese is written without spaces: there any two words may touch. */
const GOES_ON = /[\p{Script=Latin}\p{N}_]/u;
/** An abbreviation such as IT, which in small letters is another word. */
const IN_CAPITALS = /^\P{Ll}*\p{Lu}\P{Ll}*\p{Lu}\P{Ll}*$/u;

interface Word {
  readonly key: string;
  /** How it must be written, where that matters. */
  readonly exactly: string | undefined;
  readonly term: Term;
}

/**
 * Where the terms of a glossary stand in a text: from the left, the longest word that fits at each place. A word in Latin
 * letters stands by itself, or with the `s` of its plural; an abbreviation is meant only in capitals.
 */
export function termsIn(text: string, glossary: readonly Term[]): Piece[] {
  const words = wordsByFirstSign(glossary);
  const folded = foldedOf(text);
  const pieces: Piece[] = [];
  let told = 0;
  for (let at = 0; at < text.length;) {
    const found = wordAt(words, text, folded, at);
    if (!found) {
      at += 1;
      continue;
    }
    if (at > told) pieces.push({ text: text.slice(told, at) });
    pieces.push({ text: text.slice(at, found.end), term: found.term });
    at = told = found.end;
  }
  if (told < text.length) pieces.push({ text: text.slice(told) });
  return pieces;
}

function wordsByFirstSign(glossary: readonly Term[]): Map<string, Word[]> {
  const words = glossary
    .filter(({ removed }) => !removed)
    .flatMap((term) =>
      wordsOf(term).map((word): Word => {
        const exactly = IN_CAPITALS.test(word) ? word.trim() : undefined;
        return { key: wordKey(word), exactly, term };
      }),
    )
    .filter(({ key }) => key !== '')
    .sort((one, other) => other.key.length - one.key.length);
  const bySign = new Map<string, Word[]>();
  for (const word of words) {
    const sign = word.key.charAt(0);
    const before = bySign.get(sign);
    if (before) before.push(word);
    else bySign.set(sign, [word]);
  }
  return bySign;
}

function wordAt(
  words: ReadonlyMap<string, readonly Word[]>,
  text: string,
  folded: string,
  at: number,
): { readonly end: number; readonly term: Term } | undefined {
  for (const { key, exactly, term } of words.get(folded.charAt(at)) ?? []) {
    if (!folded.startsWith(key, at) || (exactly !== undefined && !text.startsWith(exactly, at))) continue;
    if (GOES_ON.test(key.charAt(0)) && GOES_ON.test(folded.charAt(at - 1))) continue;
    const end = at + key.length;
    if (!GOES_ON.test(key.at(-1) ?? '') || !GOES_ON.test(folded.charAt(end))) return { end, term };
    if (folded.charAt(end) === 's' && !GOES_ON.test(folded.charAt(end + 1))) return { end: end + 1, term };
  }
  return undefined;
}

/** As words are compared, sign by sign. The few letters whose small form is longer leave a text as it is. */
function foldedOf(text: string): string {
  const small = text.replace(/\s/gu, ' ').toLowerCase();
  return small.length === text.length ? small : text;
}
