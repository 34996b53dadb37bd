import type { Author, Fact, FieldId, FieldValues } from './history';

/** A value of a field: matched by its id, shown by the name it had when the definition was saved (engine rule 10). */
export interface Reference {
  readonly id: string;
  readonly name: string;
}

/**
 * A condition as data (engine rule 10). `created`, `changed` and `commented` are events: they hold at the one fact that
 * they describe. `field` is a state: it holds as long as the field does.
 *
 * @typeParam Value how a field's value is named: by {@link Reference} once resolved, by its name in a definitions file.
 */
export type ConditionOf<Value> =
  | { readonly all: readonly ConditionOf<Value>[] }
  | { readonly any: readonly ConditionOf<Value>[] }
  | { readonly not: ConditionOf<Value> }
  | { readonly created: true }
  | { readonly changed: FieldId; readonly from?: readonly Value[]; readonly to?: readonly Value[] }
  | { readonly commented: { readonly by?: readonly Author[]; readonly public?: boolean } }
  | { readonly field: FieldId; readonly in: readonly Value[] }
  | { readonly field: FieldId; readonly empty: boolean };

export type Condition = ConditionOf<Reference>;

/** The moment that a condition is asked about: the fields as they are then, and the fact that happens just then. */
export interface Moment {
  readonly fields: FieldValues;
  readonly fact?: Fact;
}

export function holds(condition: Condition, moment: Moment): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, moment));
  if ('any' in condition) return condition.any.some((part) => holds(part, moment));
  if ('not' in condition) return !holds(condition.not, moment);
  const { fact, fields } = moment;
  if ('created' in condition) return fact?.kind === 'created';
  if ('commented' in condition) {
    const { by, public: inPublic } = condition.commented;
    if (fact?.kind !== 'commented') return false;
    return (!by || by.includes(fact.by)) && (inPublic === undefined || inPublic === fact.public);
  }
  if ('changed' in condition) {
    if (fact?.kind !== 'changed') return false;
    const { changed, from, to } = condition;
    return fact.changes.some(
      (change) =>
        change.field === changed && (!from || names(from, change.from)) && (!to || names(to, change.to)),
    );
  }
  const value = fields[condition.field] ?? [];
  return 'empty' in condition ? (value.length === 0) === condition.empty : names(condition.in, value);
}

function names(references: readonly Reference[], value: readonly string[]): boolean {
  return references.some(({ id }) => value.includes(id));
}

/** Whether a condition can hold for a while: one without events. Only such a one can pause a timer or choose a goal. */
export function isState<Value>(condition: ConditionOf<Value>): boolean {
  return !leaves(condition).some((leaf) => !('field' in leaf));
}

/** Whether a condition holds only at the facts that it describes. Only such a one can start or stop a timer. */
export function isEvent<Value>(condition: ConditionOf<Value>): boolean {
  if ('all' in condition) return condition.all.some(isEvent);
  if ('any' in condition) return condition.any.every(isEvent);
  // That something else happens is no event.
  return !('not' in condition) && !('field' in condition);
}

type Leaf<Value> = Exclude<
  ConditionOf<Value>,
  { readonly all: unknown } | { readonly any: unknown } | { readonly not: unknown }
>;

/** The conditions that `condition` is made of, all/any/not taken apart. */
export function leaves<Value>(condition: ConditionOf<Value>): Leaf<Value>[] {
  if ('all' in condition) return condition.all.flatMap(leaves);
  if ('any' in condition) return condition.any.flatMap(leaves);
  if ('not' in condition) return leaves(condition.not);
  return [condition];
}
