import { JqlNotModelled, JqlError } from './errors';

/** Chinese characters are words of their own, as in Jira's index; everything else is split between letters and digits. */
const word = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}_])+/gu;
const pattern = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}_*?])+/gu;

/**
 * What `~` looks for: whole words in any case, each of which must be there; words inside escaped quotes, or joined by
 * punctuation, one after another; `*` and `?` inside a word stand for letters. Endings are not cut off, as Jira does
 * for the language of the site.
 * @param field Its name, for refusals.
 */
export function textQuery(text: string, field: string): (content: string) => boolean {
  const phrases = [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(([whole, inQuotes, alone]) => {
    const operator = /^(AND|OR|NOT|&&|\|\||[-+!].*|.*[~^]\d*|[()].*|.*[()])$/.exec(alone ?? '');
    if (operator !== null) throw new JqlNotModelled(`text search with '${whole}'`);
    return [...(inQuotes ?? alone ?? '').toLowerCase().matchAll(pattern)].map(([found]) =>
      wordTest(found, text, field),
    );
  });
  const wanted = phrases.filter((phrase) => phrase.length > 0);
  if (wanted.length === 0) return () => false;
  return (content) => {
    const words = [...content.toLowerCase().matchAll(word)].map(([found]) => found);
    return wanted.every((phrase) =>
      words.some((_, at) => phrase.every((test, offset) => test(words[at + offset]))),
    );
  };
}

type WordTest = (word: string | undefined) => boolean;

function wordTest(wanted: string, text: string, field: string): WordTest {
  const first = wanted.charAt(0);
  if (first === '*' || first === '?') {
    throw new JqlError(
      `The text query '${text}' for field '${field}' is not allowed to start with '${first}'.`,
    );
  }
  if (!/[*?]/.test(wanted)) return (found) => found === wanted;
  const expression = new RegExp(`^${wanted.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u');
  return (found) => found !== undefined && expression.test(found);
}
