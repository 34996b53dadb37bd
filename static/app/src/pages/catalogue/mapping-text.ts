import type { Condition } from '../../../../../src/domain/timer/condition';
import type { ListedField } from '../../../../../src/domain/agreement/known-field';
import { conditionText } from '../../text/condition-text';
import { fieldName } from '../../text/field-name';
import type { Reader } from '../../text/reader';

/** A field by its name in the reader's language, else by the one that Jira shows. */
export function nameOfField(field: string, fields: readonly ListedField[], { messages }: Reader): string {
  const name = fieldName(field, messages);
  return name === field ? (fields.find(({ id }) => id === field)?.name ?? field) : name;
}

/** A mapping as a clause, its fields by their names. */
export function mappingText(mapping: Condition, fields: readonly ListedField[], reader: Reader): string {
  return conditionText(named(mapping, fields, reader), reader);
}

/** A condition whose fields are their names: what words it is put into does not depend on which field it is. */
function named(condition: Condition, fields: readonly ListedField[], reader: Reader): Condition {
  const rename = (part: Condition): Condition => named(part, fields, reader);
  if ('all' in condition) return { all: condition.all.map(rename) };
  if ('any' in condition) return { any: condition.any.map(rename) };
  if ('not' in condition) return { not: rename(condition.not) };
  if (!('field' in condition)) return condition;
  return { ...condition, field: nameOfField(condition.field, fields, reader) };
}
