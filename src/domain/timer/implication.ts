import type { Condition, Reference } from './condition';
import type { FieldId } from './history';
import { canBeSo, groupsOf, type Formula, type Literal, type Situation } from './satisfiable';

/**
 * What follows from what among conditions, whatever happens to an issue. The answers are sound but not complete: `true`
 * is proven, `false` means not proven. They rest on what the engine takes for granted: an act changes a field at most once,
 * and from the value that the field had. Who is in which group is taken to be known.
 */

/** Whether `b` is proven to hold whenever `a` does. */
export function implies(a: Condition, b: Condition): boolean {
  return !canHold({ all: [a, { not: b }] });
}

/** Whether the two are proven never to hold together. */
export function excludes(a: Condition, b: Condition): boolean {
  return !canHold({ all: [a, b] });
}

/** Whether the two are proven always to hold together. */
export function equivalent(a: Condition, b: Condition): boolean {
  return implies(a, b) && implies(b, a);
}

/** Whether the condition may hold: false where it is proven to contradict itself. */
export function canHold(condition: Condition): boolean {
  return canBeSo(formulaOf(condition, true, 'now'));
}

type Side = 'now' | 'before';

/** The condition, or with `so` false its opposite, as it was before or is after the fact. */
function formulaOf(condition: Condition, so: boolean, side: Side): Formula {
  if ('not' in condition) return formulaOf(condition.not, !so, side);
  if ('all' in condition) return joined(condition.all, so, so, side);
  if ('any' in condition) return joined(condition.any, !so, so, side);
  if ('begins' in condition) {
    return edge(formulaOf(condition.begins, so, 'now'), formulaOf(condition.begins, !so, 'before'), so, true);
  }
  if ('ends' in condition) {
    return edge(formulaOf(condition.ends, !so, 'now'), formulaOf(condition.ends, so, 'before'), so, false);
  }
  return literalOf(condition, so, side);
}

function joined(parts: readonly Condition[], all: boolean, so: boolean, side: Side): Formula {
  const formulas = parts.map((part) => formulaOf(part, so, side));
  return all ? { and: formulas } : { or: formulas };
}

/** That a state is so after the fact and was not before it. At its creation an issue comes from no state at all. */
function edge(after: Formula, before: Formula, so: boolean, atCreation: boolean): Formula {
  const creation = literalOf({ created: true }, so, 'now');
  const noCreation = literalOf({ created: true }, !so, 'now');
  if (so) return { and: [after, atCreation ? { or: [creation, before] } : { and: [noCreation, before] }] };
  return { or: [after, atCreation ? { and: [creation, before] } : { or: [noCreation, before] }] };
}

type Leaf = Exclude<
  Condition,
  | { readonly all: unknown }
  | { readonly any: unknown }
  | { readonly not: unknown }
  | { readonly begins: unknown }
  | { readonly ends: unknown }
>;

function literalOf(leaf: Leaf, so: boolean, side: Side): Literal {
  const { field, lists = [], holds } = meaningOf(leaf, side);
  return { field, lists, holds: (situation) => holds(situation) === so };
}

interface Meaning {
  readonly field: FieldId | undefined;
  readonly lists?: Literal['lists'];
  readonly holds: (situation: Situation) => boolean;
}

function meaningOf(leaf: Leaf, side: Side): Meaning {
  if ('created' in leaf) return { field: undefined, holds: ({ fact }) => fact.kind === 'created' };
  if ('commented' in leaf) {
    const { by, public: inPublic } = leaf.commented;
    return {
      field: undefined,
      holds: ({ fact }) =>
        fact.kind === 'commented' &&
        (!by || by.includes(fact.by)) &&
        (inPublic === undefined || inPublic === fact.public),
    };
  }
  if ('changed' in leaf) {
    const [from, to] = [leaf.from && idsOf(leaf.from), leaf.to && idsOf(leaf.to)];
    return {
      field: leaf.changed,
      lists: [from, to].filter((list) => list !== undefined),
      holds: ({ changed, before, now }) =>
        changed && (!from || anyOf(from, before)) && (!to || anyOf(to, now)),
    };
  }
  if ('assigned' in leaf) return filled('assignee', leaf.assigned);
  if ('resolved' in leaf) return filled('resolution', leaf.resolved);
  if ('empty' in leaf) {
    return { field: leaf.field, holds: (situation) => (situation[side].length === 0) === leaf.empty };
  }
  const [field, references] =
    'memberOf' in leaf ? [groupsOf(leaf.field), leaf.memberOf] : [leaf.field, leaf.in];
  const values = idsOf(references);
  return { field, lists: [values], holds: (situation) => anyOf(values, situation[side]) };
}

const filled = (field: FieldId, some: boolean): Meaning => ({
  field,
  holds: ({ changed, now }) => changed && now.length > 0 === some,
});

const idsOf = (references: readonly Reference[]): string[] => references.map(({ id }) => id);
const anyOf = (ids: readonly string[], value: readonly string[]): boolean =>
  value.some((id) => ids.includes(id));
