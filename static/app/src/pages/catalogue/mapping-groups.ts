import type { Condition, Reference } from '../../../../../src/domain/timer/condition';

/** One row of a mapping: a field holds one of these values. */
export interface Row {
  readonly field: string;
  readonly values: readonly Reference[];
}

/** Groups of which one must hold; in a group all rows must. */
export type Groups = readonly (readonly Row[])[];

/** The condition that groups come to; undefined for none. */
export function conditionOf(groups: Groups): Condition | undefined {
  const ways = groups.map((rows): Condition => {
    const leaves = rows.map(({ field, values }): Condition => ({ field, in: values }));
    const [only, ...others] = leaves;
    return only && others.length === 0 ? only : { all: leaves };
  });
  const [only, ...others] = ways;
  return only && others.length > 0 ? { any: ways } : only;
}

/** The groups that a condition is made of; undefined for one that no groups come to. */
export function groupsOf(condition: Condition): Groups | undefined {
  const ways = 'any' in condition ? condition.any : [condition];
  const groups = ways.map((way) => {
    const rows = ('all' in way ? way.all : [way]).map(rowOf);
    return rows.every((row) => row !== undefined) ? rows : undefined;
  });
  return groups.every((group) => group !== undefined) ? groups : undefined;
}

const rowOf = (leaf: Condition): Row | undefined =>
  'in' in leaf ? { field: leaf.field, values: leaf.in } : undefined;
