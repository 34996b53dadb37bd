import { termIn, type GlossaryLanguage, type Term } from '../../../../src/domain/glossary/term';

/** The language of the glossary for a reader's locale. */
export const glossaryLanguageOf = (locale: string): GlossaryLanguage =>
  locale.startsWith('zh') ? 'zh' : 'en';

/** What a term is called in the reader's language, or in the other one where that has no name for it. */
export const termName = (term: Term, locale: string): string =>
  termIn(term, glossaryLanguageOf(locale))?.name ?? '';
