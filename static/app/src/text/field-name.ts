import type { FieldId } from '../../../../src/domain/timer/history';
import type { Messages } from './messages';

/** A field by its name in the reader's language; one that the app does not know, by its id. */
export function fieldName(field: FieldId, messages: Messages): string {
  const key = `condition.field.${field}`;
  return messages.knows(key) ? messages.text(key) : field;
}
