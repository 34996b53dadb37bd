/** The languages in which the site's glossary explains its terms (A22). */
export const glossaryLanguages = ['en', 'zh'] as const;
export type GlossaryLanguage = (typeof glossaryLanguages)[number];

/** What a term is called in one language, and what it means there. */
export interface TermText {
  readonly name: string;
  readonly meaning: string;
}

/** One entry of the site's glossary (A22). Explained in one language at least. */
export interface Term {
  readonly id: string;
  readonly en?: TermText;
  readonly zh?: TermText;
  /** What else people call it, in either language, abbreviations too. */
  readonly otherWords: readonly string[];
  /** It was taken out of the glossary. */
  readonly removed?: true;
}

/** Everything that a term is called: its names first. */
export function wordsOf({ en, zh, otherWords }: Term): string[] {
  return [...(en ? [en.name] : []), ...(zh ? [zh.name] : []), ...otherWords];
}

/** All its names, such as `Outage · 中断`. */
export const termName = (term: Term): string =>
  glossaryLanguages.flatMap((language) => term[language]?.name ?? []).join(' · ');

/** What a term is called and means in a language, or in the other one where it is not explained in that. */
export function termIn(term: Term, language: GlossaryLanguage): TermText | undefined {
  return term[language] ?? term.en ?? term.zh;
}

/** The same for words that differ in nothing that a reader would hear. */
export const wordKey = (word: string): string => word.trim().replace(/\s+/gu, ' ').toLowerCase();
