import { isZone } from '../../../../src/domain/time/zone';
import type { PageContext } from '../platform/page-context';
import type { Catalogue } from './messages';
import { languageOf, readerOf, type Language, type Reader } from './reader';

const catalogues: Record<Language, () => Promise<{ default: Catalogue }>> = {
  'en-US': () => import('../../../locales/en-US.json'),
  'zh-CN': () => import('../../../locales/zh-CN.json'),
};

/** Brings the texts in the reader's language, and only those. */
export async function loadReader({ locale, timezone }: PageContext): Promise<Reader> {
  const catalogue = await catalogues[languageOf(locale)]();
  const zone = isZone(timezone) ? timezone : Intl.DateTimeFormat().resolvedOptions().timeZone;
  return readerOf(locale, zone, catalogue.default);
}
