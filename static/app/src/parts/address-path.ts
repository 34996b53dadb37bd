/** The address of a place in a page, from its parts. An equals sign stands as it is, so that people can read filters. */
export const pathOf = (parts: readonly string[]): string =>
  `/${parts.map((part) => encodeURIComponent(part).replaceAll('%3D', '=')).join('/')}`;

export const partsOf = (path: string): string[] => path.split('/').filter(Boolean).map(decoded);

/** Somebody may have typed it. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The parts of an address that say something, such as `period=last-month`, by what they say it of. */
export type SaidParts = ReadonlyMap<string, string>;

export const saidIn = (parts: readonly string[]): SaidParts =>
  new Map(parts.map((part) => [part.split('=', 1)[0] ?? '', part.slice(part.indexOf('=') + 1)]));

/** The id of a record that an address names; undefined for what cannot be one. */
export function idIn(said: SaidParts, name: string): string | undefined {
  const value = said.get(name);
  return value !== undefined && /^[a-z0-9][a-z0-9-]{0,47}$/.test(value) ? value : undefined;
}
