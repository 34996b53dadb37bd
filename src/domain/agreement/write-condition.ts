import type { ConditionOf, Reference } from '../timer/condition';
import type { FieldId } from '../timer/history';
import type { KnownField, KnownFields } from './known-field';

/** How the values of a condition are said anew: those of a field, and groups of the site. */
export interface Wording<From, To> {
  readonly value: (field: FieldId, value: From) => To;
  readonly group: (group: From) => To;
}

/** The same condition, with its values said in other words. */
export function reworded<From, To>(
  condition: ConditionOf<From>,
  wording: Wording<From, To>,
): ConditionOf<To> {
  const again = (inner: ConditionOf<From>): ConditionOf<To> => reworded(inner, wording);
  if ('all' in condition) return { all: condition.all.map(again) };
  if ('any' in condition) return { any: condition.any.map(again) };
  if ('not' in condition) return { not: again(condition.not) };
  if ('begins' in condition) return { begins: again(condition.begins) };
  if ('ends' in condition) return { ends: again(condition.ends) };
  if ('changed' in condition) {
    const { changed, from, to } = condition;
    const values = (said: readonly From[]): To[] => said.map((value) => wording.value(changed, value));
    return { changed, ...(from && { from: values(from) }), ...(to && { to: values(to) }) };
  }
  if ('in' in condition) {
    const { field } = condition;
    return { field, in: condition.in.map((value) => wording.value(field, value)) };
  }
  if ('memberOf' in condition) {
    return { field: condition.field, memberOf: condition.memberOf.map(wording.group) };
  }
  return condition;
}

/** A condition as people write it, which means the same when it is read again. */
export function writeCondition(condition: ConditionOf<Reference>, fieldOf: KnownFields): ConditionOf<string> {
  return reworded(condition, {
    value: (field, value) => writeValue(value, fieldOf(field)),
    // No two groups of a site have the same name.
    group: ({ name }) => name,
  });
}

/**
 * A value by its name where that names it and no other value of its field; by its id otherwise. A value that the field no
 * longer has is written by the name that people knew it by, unless another bears that now.
 */
export function writeValue({ id, name: knownAs }: Reference, known: KnownField | undefined): string {
  if (!known?.values) return known ? id : knownAs;
  const { values } = known;
  const now = values.find((value) => value.id === id);
  const name = now?.name ?? knownAs;
  const meant = values.filter((value) => value.id === name || value.name === name);
  return meant.every((value) => value === now) ? name : id;
}
