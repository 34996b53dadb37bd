import { IntlMessageFormat } from 'intl-messageformat';
import type en from '../../../locales/en-US.json';

/** All texts of one language. Every language has the keys of the English file. */
export type Catalogue = typeof en;

type LeafOf<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${LeafOf<Tree[Key]>}`;
}[keyof Tree & string];

/** Names a text, such as `timer.state.met`. */
export type MessageKey = LeafOf<Catalogue>;

export type Values = Readonly<Record<string, string | number>>;

/** The texts of one language, ready to be filled in. */
export interface Messages {
  text(key: MessageKey, values?: Values): string;
  /** As `text`, but values that are not text stay what they are, between the pieces of text around them. */
  parts<Part extends object>(
    key: MessageKey,
    values: Readonly<Record<string, string | number | Part>>,
  ): (string | Part)[];
  /** Whether a key that was put together at run time has a text. */
  knows(key: string): key is MessageKey;
  /** Adds the texts that were left out at first. */
  learn(catalogue: Catalogue): void;
}

/** @param locale whose ways of writing numbers and plurals hold. */
export function messagesOf(catalogue: Catalogue, locale: string): Messages {
  const texts = new Map(leaves(catalogue, ''));
  const formats = new Map<string, IntlMessageFormat>();

  function formatOf(key: MessageKey): IntlMessageFormat {
    const known = formats.get(key);
    if (known) return known;
    const format = new IntlMessageFormat(texts.get(key) ?? key, locale, undefined, { ignoreTag: true });
    formats.set(key, format);
    return format;
  }

  return {
    text: (key, values) => String(formatOf(key).format(values)),
    parts: (key, values) =>
      formatOf(key)
        .formatToParts(values)
        .map(({ value }) => value),
    knows: (key): key is MessageKey => texts.has(key),
    learn(rest) {
      for (const [key, text] of leaves(rest, '')) texts.set(key, text);
      formats.clear();
    },
  };
}

interface Tree {
  readonly [key: string]: string | Tree;
}

function leaves(tree: Tree, prefix: string): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : leaves(value, `${prefix}${key}.`),
  );
}
