import { knownAmong } from '../../../../../../src/domain/agreement/known-field';
import type { ProjectShape } from '../../../../../../src/domain/agreement/project-shape';
import { reworded, writeValue } from '../../../../../../src/domain/agreement/write-condition';
import type { Condition, ConditionOf, Reference } from '../../../../../../src/domain/timer/condition';
import type { FieldId } from '../../../../../../src/domain/timer/history';

export type ConditionDraft = ConditionOf<string>;

/** A value as a draft writes it, and as people are shown it. */
export interface WrittenValue extends Reference {
  readonly text: string;
}

/** All that a field can hold, where that can be listed, each as a draft writes it. */
export function valuesOf(field: FieldId, { fields }: ProjectShape): readonly WrittenValue[] | undefined {
  const known = knownAmong(fields)(field);
  return known?.values?.map((value) => ({ ...value, text: writeValue(value, known) }));
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

/** What people read for a text of a draft. */
export function shownAs(text: string, values: readonly WrittenValue[] = []): string {
  return values.find((value) => means(text, value))?.name ?? text;
}

/** Whether any of the texts means that value. */
export const isMeant = (texts: readonly string[], value: WrittenValue): boolean =>
  texts.some((text) => means(text, value));

/** The texts that mean none of the values. */
export function unknownAmong(texts: readonly string[], values: readonly WrittenValue[]): string[] {
  return texts.filter((text) => !values.some((value) => means(text, value)));
}

/** The texts with a value that was not meant, or without one that was; a name for several goes on meaning the others. */
export function toggled(
  texts: readonly string[],
  value: WrittenValue,
  values: readonly WrittenValue[],
): string[] {
  if (!isMeant(texts, value)) return [...texts, value.text];
  return texts.flatMap((text) => {
    if (!means(text, value)) return text;
    return values.filter((other) => other.id !== value.id && means(text, other)).map((other) => other.text);
  });
}
