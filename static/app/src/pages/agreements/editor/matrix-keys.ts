/** Values of a field that share a row or a column; undefined for all others. */
export type Key = readonly string[] | undefined;

export const isSameKey = (a: Key, b: Key): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Each key once, in the order in which they come; what holds for all others last. */
export function distinct(keys: readonly Key[]): Key[] {
  const once = keys.filter((key, index) => keys.findIndex((other) => isSameKey(other, key)) === index);
  return once.sort((a, b) => Number(a === undefined) - Number(b === undefined));
}

/** Where a value stands in the list of its field; behind all where it is not listed. */
export function orderOf(listed: readonly string[]): (text: string | undefined) => number {
  return (text) => {
    const place = text === undefined ? -1 : listed.indexOf(text);
    return place === -1 ? listed.length : place;
  };
}

/**
 * One order of keys that keeps the order of each line, and the order of the field's list where the lines say nothing. What
 * holds for all others comes last.
 */
export function inOrderOf(
  lines: readonly (readonly Key[])[],
  rank: (text: string | undefined) => number,
): Key[] {
  let left = lines.map((line) => [...line]);
  const order: Key[] = [];
  while (left.some((line) => line.length > 0)) {
    const all = left.flat();
    const free = all.filter((key) =>
      left.every((line) => line.slice(1).every((later) => !isSameKey(later, key))),
    );
    // Lines that contradict one another have no order: any will do, since no table comes of it.
    const [next] = (free.length > 0 ? free : all).sort((a, b) => placeOf(a) - placeOf(b));
    order.push(next);
    left = left.map((line) => line.filter((key) => !isSameKey(key, next)));
  }
  return order;

  function placeOf(key: Key): number {
    return key ? rank(key[0]) : Infinity;
  }
}
