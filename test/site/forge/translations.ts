import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TranslationsShape } from './manifest-shape';
import type { Text } from './page-modules';

/** The manifest's texts in the languages it names. */
export interface Translations {
  /**
   * A title as readers of `locale` see it: in that language, else in another variant of it, else in the fallback.
   * @throws Error when no file has the key.
   */
  text(title: Text, locale: string): string;
}

export function readTranslations(root: string, shape: TranslationsShape): Translations {
  const files = new Map(
    (shape?.resources ?? []).map(({ key, path }): [string, unknown] => [
      key,
      JSON.parse(readFileSync(resolve(root, path), 'utf8')),
    ]),
  );
  return {
    text(title, locale) {
      if (typeof title === 'string') return title;
      const language = locale.split('-')[0];
      const sister = [...files.keys()].find((key) => key.split('-')[0] === language);
      for (const candidate of [locale, sister, shape?.fallback.default]) {
        const found = candidate === undefined ? undefined : look(files.get(candidate), title.i18n);
        if (found !== undefined) return found;
      }
      throw new Error(`No translation has the key ${title.i18n}`);
    },
  };
}

/** The text at a dotted key, such as `module.issueTimers.title`. */
function look(file: unknown, dottedKey: string): string | undefined {
  let value = file;
  for (const part of dottedKey.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, part)?.value;
  }
  return typeof value === 'string' ? value : undefined;
}
