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
