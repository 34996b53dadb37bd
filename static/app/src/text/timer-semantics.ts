import { languageOf, type Language, type Reader } from './reader';

/** The rules of timers in words, for those who live by them. */
export interface TimerSemantics {
  readonly intro: string;
  readonly sections: readonly Section[];
}

interface Section {
  /** Stands in links to the section; the same in every language. */
  readonly id: string;
  readonly title: string;
  readonly body: readonly Block[];
}

/** A paragraph, a list of them, or a case worked out. */
type Block = string | { readonly list: readonly string[] } | { readonly example: string };

const texts: Record<Language, () => Promise<{ default: TimerSemantics }>> = {
  'en-US': () => import('../../../locales/timer-semantics/en-US.json'),
  'zh-CN': () => import('../../../locales/timer-semantics/zh-CN.json'),
};

/** In the reader's language; brought only when somebody reads it. */
export async function loadTimerSemantics({ locale }: Pick<Reader, 'locale'>): Promise<TimerSemantics> {
  return (await texts[languageOf(locale)]()).default;
}
