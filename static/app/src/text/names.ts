const collators = new Map<string | undefined, Intl.Collator>();

/** How a reader expects names to be sorted: “Customer 2” stands before “Customer 10”. */
export function compareNames(a: string, b: string, locale?: string): number {
  const collator = collators.get(locale) ?? new Intl.Collator(locale, { numeric: true });
  collators.set(locale, collator);
  return collator.compare(a, b);
}
