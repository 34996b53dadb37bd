import type { Term } from '../../../../src/domain/glossary/term';

/** A term with a name in English, and other words. */
export function term(name: string, ...otherWords: string[]): Term {
  return {
    id: name.toLowerCase().replaceAll(' ', '-'),
    en: { name, meaning: `What ${name} is` },
    otherWords,
  };
}

/** The same with a name in Chinese alone. */
export function chineseTerm(name: string): Term {
  return { id: `zh-${name}`, zh: { name, meaning: `${name}的释义` }, otherWords: [] };
}
