/** The object without an entry, as drafts have no entries that are undefined. */
export function without<Of extends object, Key extends keyof Of>(object: Of, key: Key): Omit<Of, Key> {
  const { [key]: _left, ...rest } = object;
  return rest;
}

/** The object with an entry, or without it where there is nothing to say. */
export function withEntry<Of extends object, Key extends keyof Of>(
  object: Of,
  key: Key,
  value: Of[Key] | undefined,
): Of {
  return (value === undefined ? without(object, key) : { ...object, [key]: value }) as Of;
}

/** The list with two neighbours in the place of one another. */
export function moved<Item>(list: readonly Item[], index: number, by: -1 | 1): readonly Item[] {
  const [item] = list.slice(index, index + 1);
  return item === undefined ? list : list.toSpliced(index, 1).toSpliced(index + by, 0, item);
}
