import type { Zone } from '../../../../src/domain/time/zone';
import { messagesOf, type Catalogue, type Messages } from './messages';

/** Who reads the page: in which language, with whose ways of writing dates, and by which clock. */
export interface Reader {
  readonly locale: string;
  readonly zone: Zone;
  readonly messages: Messages;
}

export type Language = 'en-US' | 'zh-CN';

/** The language of the texts for a reader's locale, which Jira writes as `en-GB` or `zh_CN`. */
export function languageOf(locale: string): Language {
  return /^zh\b/i.test(locale.replace('_', '-')) ? 'zh-CN' : 'en-US';
}

/**
 * The locale that dates and numbers are written by: the reader's, in the words of the texts around them. So a reader of
 * `de-DE`, whose texts are English, gets `en-DE`: English weekdays in the German order, on a 24-hour clock.
 */
export function formatLocaleOf(locale: string): string {
  if (languageOf(locale) === 'zh-CN') return 'zh-CN';
  const region = /^[a-z]{2,3}[-_]([A-Z]{2})\b/.exec(locale)?.[1];
  return region ? `en-${region}` : 'en-US';
}

export function readerOf(locale: string, zone: Zone, catalogue: Catalogue): Reader {
  const formatLocale = formatLocaleOf(locale);
  return { locale: formatLocale, zone, messages: messagesOf(catalogue, formatLocale) };
}
