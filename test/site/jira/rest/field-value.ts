import type { CustomField, Issue } from '../model';
import { timestamp, userJson } from '../shapes';
import type { Reader } from '../shapes';
import type { Store } from '../store';
import { badField, reference, RestError } from './operation';

/** Characters of a one-line text. */
const longestText = 255;

/** A custom field's value as issues show it; null when it is empty. */
export function customFieldValue(reader: Reader, issue: Issue, fieldId: string): unknown {
  const { store, base } = reader;
  const field = store.customField(fieldId);
  const value = issue.custom.get(fieldId);
  if (value === undefined) return null;
  switch (field.type) {
    case 'select':
      return {
        self: `${base}/rest/api/3/customFieldOption/${value}`,
        value: field.options.get(value) ?? '',
        id: value,
      };
    case 'number':
      return Number(value);
    case 'datetime':
      return timestamp(reader, Date.parse(value));
    case 'user':
      return userJson(reader, store.user(value));
    case 'text':
    case 'string':
    case 'date':
      return value;
  }
}

const badValue = (field: CustomField, message: string): RestError =>
  new RestError(400, [], { [field.id]: message });

/**
 * What a request sets a custom field to: text, an option by `value` or `id`, a number, `2026-11-18`, an instant in ISO 8601
 * with its offset, or `{ accountId }`.
 * @returns the value as `Issue.custom` holds it; null empties the field.
 * @throws RestError 400 for a value that the field cannot take.
 */
export function parseCustomField(store: Store, field: CustomField, value: unknown): string | null {
  if (value === null) return null;
  switch (field.type) {
    case 'text':
    case 'string':
      if (typeof value !== 'string') throw badValue(field, 'Operation value must be a string');
      if (value.length > longestText)
        throw badValue(field, `The text must not exceed ${longestText} characters.`);
      return value === '' ? null : value;
    case 'select':
      return parseOption(field, value);
    case 'number':
      if (typeof value !== 'number') throw badValue(field, 'Operation value must be a number');
      return String(value);
    case 'date':
      return parseDate(field.id, value);
    case 'datetime':
      return parseInstant(field, value);
    case 'user': {
      const accountId = reference(value, ['accountId', 'id']);
      if (accountId !== undefined && store.users.has(accountId)) return accountId;
      throw badValue(field, `User '${accountId ?? ''}' does not exist.`);
    }
  }
}

function parseOption(field: CustomField, value: unknown): string {
  const wanted = reference(value, ['id', 'value']);
  for (const [id, name] of field.options) if (id === wanted || name === wanted) return id;
  const message =
    wanted === undefined
      ? `Specify a valid 'id' or 'name' for ${field.name}`
      : `Option value '${wanted}' is not valid`;
  throw badValue(field, message);
}

export function parseDate(fieldId: string, value: unknown): string {
  const isDay = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
  const at = isDay ? new Date(value) : undefined;
  if (at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(String(value))) {
    return String(value);
  }
  throw badField(fieldId, `Error parsing date string: ${String(value)}`);
}

function parseInstant(field: CustomField, value: unknown): string {
  const [, wall, hours, minutes] =
    (typeof value === 'string' &&
      /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(?:Z|([+-]\d\d):?(\d\d))$/.exec(value)) ||
    [];
  const at = new Date(`${wall}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`);
  if (Number.isNaN(at.getTime())) throw badValue(field, `Error parsing time: ${String(value)}`);
  // Fields of apps ignore milliseconds, as Forge's documentation says.
  if (field.appKey !== undefined) at.setUTCMilliseconds(0);
  return at.toISOString();
}
