import type { GlossaryView } from '../../../../../src/contract/glossary';
import { glossaryLanguages, type GlossaryLanguage, type Term } from '../../../../../src/domain/glossary/term';
import { idFor } from '../calendars/draft';

/** A term as it is typed: every field is there, and other words stand on a line each. */
interface TermDraft {
  readonly id: string;
  readonly en: { readonly name: string; readonly meaning: string };
  readonly zh: { readonly name: string; readonly meaning: string };
  readonly otherWords: string;
}

const EMPTY = { name: '', meaning: '' };

export function draftOf(term: Term | undefined): TermDraft {
  const { id = '', en = EMPTY, zh = EMPTY, otherWords = [] } = term ?? {};
  return { id, en, zh, otherWords: otherWords.join('\n') };
}

/** What a draft says: a language in which nothing was written is left out. */
export function termOf(draft: TermDraft, taken: GlossaryView['terms']): Term {
  const said = (language: GlossaryLanguage) => {
    const name = draft[language].name.trim();
    const meaning = draft[language].meaning.trim();
    return name || meaning ? { [language]: { name, meaning } } : {};
  };
  const otherWords = draft.otherWords
    .split('\n')
    .map((word) => word.trim())
    .filter(Boolean);
  const ids = taken.map(({ record }) => record.id);
  const id = draft.id || idFor(draft.en.name || draft.otherWords, ids, 'term');
  return { id, ...glossaryLanguages.reduce((all, each) => ({ ...all, ...said(each) }), {}), otherWords };
}
