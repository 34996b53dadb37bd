import type { Author, FieldId } from './history';

/** A value of a field: matched by its id, shown by the name it had when the definition was saved (engine rule 10). */
export interface Reference {
  readonly id: string;
  readonly name: string;
}

/**
 * A condition as data (engine rule 10). Some are states: they hold as long as the fields are so. The others are events:
 * they hold at the one fact that they describe.
 *
 * @typeParam Value how a field's value is named: by {@link Reference} once resolved, by its name in a definitions file.
 */
export type ConditionOf<Value> =
  | { readonly all: readonly ConditionOf<Value>[] }
  | { readonly any: readonly ConditionOf<Value>[] }
  | { readonly not: ConditionOf<Value> }
  | Leaf<Value>;

type Leaf<Value> = StateLeaf<Value> | EventLeaf<Value>;

type StateLeaf<Value> =
  | { readonly field: FieldId; readonly in: readonly Value[] }
  | { readonly field: FieldId; readonly empty: boolean }
  | GroupQuestion<Value>;

/** An account in the field is in one of the groups; unknown before anybody saw which it is in (engine rule 9). */
interface GroupQuestion<Value> {
  readonly field: FieldId;
  readonly memberOf: readonly Value[];
}

/**
 * `changed` asks about one change of a field, `assigned` and `resolved` about the two that are asked about most: to
 * somebody or to nobody, with a resolution or without. `begins` and `ends` hold at the fact, the creation too, at which a
 * state comes to hold or ceases to.
 */
type EventLeaf<Value> =
  | { readonly created: true }
  | { readonly changed: FieldId; readonly from?: readonly Value[]; readonly to?: readonly Value[] }
  | { readonly assigned: boolean }
  | { readonly resolved: boolean }
  | { readonly commented: { readonly by?: readonly Author[]; readonly public?: boolean } }
  | { readonly begins: ConditionOf<Value> }
  | { readonly ends: ConditionOf<Value> };

export type Condition = ConditionOf<Reference>;

/** Whether a condition can hold for a while: one without events. Only such a one can pause a timer or choose a goal. */
export function isState<Value>(condition: ConditionOf<Value>): boolean {
  return leaves(condition).every((leaf) => 'field' in leaf);
}

/** Whether a condition holds only at the facts that it describes. Only such a one can start or stop a timer. */
export function isEvent<Value>(condition: ConditionOf<Value>): boolean {
  if ('all' in condition) return condition.all.some(isEvent);
  if ('any' in condition) return condition.any.every(isEvent);
  // That something else happens is no event.
  return !('not' in condition) && !('field' in condition);
}

/** The conditions that `condition` is made of, all/any/not taken apart. */
export function leaves<Value>(condition: ConditionOf<Value>): Leaf<Value>[] {
  if ('all' in condition) return condition.all.flatMap(leaves);
  if ('any' in condition) return condition.any.flatMap(leaves);
  if ('not' in condition) return leaves(condition.not);
  return [condition];
}

/** The fields that a condition asks about. */
export function fieldsOf(condition: ConditionOf<unknown>): FieldId[] {
  return leaves(condition).flatMap((leaf) => {
    if ('field' in leaf) return leaf.field;
    if ('changed' in leaf) return leaf.changed;
    if ('assigned' in leaf) return 'assignee';
    if ('resolved' in leaf) return 'resolution';
    if ('begins' in leaf) return fieldsOf(leaf.begins);
    return 'ends' in leaf ? fieldsOf(leaf.ends) : [];
  });
}

/** The questions of a condition about who is in which group. */
export function groupQuestions<Value>(condition: ConditionOf<Value>): GroupQuestion<Value>[] {
  return leaves(condition).flatMap((leaf) => {
    if ('memberOf' in leaf) return leaf;
    if ('begins' in leaf) return groupQuestions(leaf.begins);
    return 'ends' in leaf ? groupQuestions(leaf.ends) : [];
  });
}

/** Whether a condition listens to comments. */
export function asksComments(condition: ConditionOf<unknown>): boolean {
  return leaves(condition).some((leaf) => 'commented' in leaf);
}
