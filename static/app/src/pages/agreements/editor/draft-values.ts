import { knownAmong } from '../../../../../../src/domain/agreement/known-field';
import type { ProjectShape } from '../../../../../../src/domain/agreement/project-shape';
import { reworded, writeValue } from '../../../../../../src/domain/agreement/write-condition';
import type { Condition, ConditionOf, Reference } from '../../../../../../src/domain/timer/condition';
import type { FieldId } from '../../../../../../src/domain/timer/history';

export type ConditionDraft = ConditionOf<string>;

/** A value as a draft writes it, and as people are shown it. */
export interface WrittenValue {
  readonly text: string;
  readonly name: string;
}

/** All that a field can hold, where that can be listed, each as a draft writes it. */
export function valuesOf(field: FieldId, { fields }: ProjectShape): readonly WrittenValue[] | undefined {
  const known = knownAmong(fields)(field);
  return known?.values?.map((value) => ({ text: writeValue(value, known), name: value.name }));
}

/** Whether a text of a draft means that value, by its name or by its id. */
export const means = (text: string, { id, name }: Reference): boolean => text === id || text === name;

/** A condition of a draft as it is put into words: values that it names by their ids get their names. */
export function readable(condition: ConditionDraft, { fields }: ProjectShape): Condition {
  const fieldOf = knownAmong(fields);
  return reworded(condition, {
    value: (field, text) =>
      fieldOf(field)?.values?.find((value) => means(text, value)) ?? { id: text, name: text },
    group: (text) => ({ id: text, name: text }),
  });
}

/** The texts of references, for parts that a preset puts together from a project's own values. */
export function written(field: FieldId, values: readonly Reference[], { fields }: ProjectShape): string[] {
  const known = knownAmong(fields)(field);
  return values.map((value) => writeValue(value, known));
}
