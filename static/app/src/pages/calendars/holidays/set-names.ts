import type { Reader } from '../../../text/reader';

/** As many characters as an id may have, with room for a number behind them. */
const LONGEST_STEM = 40;

/** An id for a new record that none of the known ones has, as near to its name as ids can be. */
export function freeId(name: string, known: readonly string[]): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const stem = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_STEM)
    .replace(/^-+|-+$/g, '');
  const base = stem || 'holidays';
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!known.includes(id)) return id;
  }
}

/** A country in the reader's language. */
export function countryName(code: string, { locale }: Reader): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
}

/** A country, or a part of it by the name that it has there: `Germany, Bayern`. */
export function placeName(country: string, part: string, reader: Reader): string {
  const name = countryName(country, reader);
  return part ? reader.messages.text('holidays.country.place', { country: name, part }) : name;
}
