import * as v from 'valibot';

/**
 * The schema of the kind that a value's keys name, so that a mistake is told about the kind that was meant.
 *
 * @param kinds by the key that only values of that kind have.
 * @param code of the problem with a value whose keys name no kind, or several.
 */
export function byKey<Kinds extends Readonly<Record<string, v.GenericSchema>>>(
  kinds: Kinds,
  code: string,
): v.GenericSchema<unknown, v.InferOutput<Kinds[keyof Kinds]>> {
  type Output = v.InferOutput<Kinds[keyof Kinds]>;
  const entries = Object.entries(kinds);
  const noKind = v.custom<Output>(() => false, code);
  return v.lazy((input) => {
    const isObject = typeof input === 'object' && input !== null;
    const meant = isObject ? entries.filter(([key]) => Object.hasOwn(input, key)) : entries.slice(0, 1);
    return (meant.length === 1 && meant[0]?.[1]) || noKind;
  });
}
