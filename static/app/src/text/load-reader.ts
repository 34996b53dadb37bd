import { isZone } from '../../../../src/domain/time/zone';
import type { PageContext } from '../platform/page-context';
import type { Catalogue } from './messages';
import { languageOf, readerOf, type Language, type Reader } from './reader';

type Catalogues = Record<Language, () => Promise<{ default: Catalogue }>>;

const all: Catalogues = {
  'en-US': () => import('../../../locales/en-US.json'),
  'zh-CN': () => import('../../../locales/zh-CN.json'),
};

/** What is left out is asked for by nobody before it is there. */
const first = {
  'en-US': () => import('../../../locales/en-US.json?first'),
  'zh-CN': () => import('../../../locales/zh-CN.json?first'),
} as Catalogues;

let learnRest: () => Promise<void> = () => Promise.resolve();

/**
 * Brings the texts in the reader's language, and only those.
 *
 * @param which `first` for a page that shows no others until {@link allTexts} are there.
 */
export async function loadReader(
  { locale, timezone }: PageContext,
  which: 'all' | 'first' = 'all',
): Promise<Reader> {
  const language = languageOf(locale);
  const catalogue = await (which === 'first' ? first : all)[language]();
  const zone = isZone(timezone) ? timezone : Intl.DateTimeFormat().resolvedOptions().timeZone;
  const reader = readerOf(locale, zone, catalogue.default);
  if (which === 'first') learnRest = async () => reader.messages.learn((await all[language]()).default);
  return reader;
}

/** Resolves when the reader has all texts. Rejects when they cannot be brought. */
export const allTexts = (): Promise<void> => learnRest();
