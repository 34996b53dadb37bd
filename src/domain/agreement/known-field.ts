import type { Reference } from '../timer/condition';
import type { FieldId } from '../timer/history';

/**
 * What kind of value a field holds, and so how a definitions file writes one where the values cannot be listed:
 *
 * - `date`: `2026-12-31`; `instant`: `2026-12-31T17:00:00.000Z`.
 * - `number`: in its shortest form, `3` and not `3.0`; `text`: the text itself.
 * - `label`: one word; `person`: the id of an account.
 * - `numbered`: a thing whose id is a number, such as an option or a component.
 * - `other`: whatever names it in the history.
 */
export const fieldKinds = [
  'date',
  'instant',
  'number',
  'text',
  'label',
  'person',
  'numbered',
  'other',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** What definitions must know of a field to refer to it (engine rules 7, 10). */
export interface KnownField {
  readonly kind: FieldKind;
  /** An issue can hold several values of it at once, or one within another. */
  readonly several?: true;
  /** All that it can hold, where that can be listed; a name may belong to several values. */
  readonly values?: readonly Reference[];
}

/** A field by its id, and by the name that Jira shows of it. */
export interface ListedField extends KnownField, Reference {}

/** The fields of the project that definitions are for; undefined for one that they cannot refer to. */
export type KnownFields = (field: FieldId) => KnownField | undefined;

export function knownAmong(fields: readonly ListedField[]): KnownFields {
  const known = new Map(fields.map((field) => [field.id, field]));
  return (id) => known.get(id);
}

const FORMS: Readonly<Record<FieldKind, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  instant: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
  number: /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/,
  text: /\S/,
  label: /^\S+$/,
  person: /^\S+$/,
  numbered: /^\d+$/,
  other: /\S/,
};

/** Whether a field of that kind can hold a value written so: if not, a condition on it would never hold. */
export const isWrittenAs = (kind: FieldKind, text: string): boolean => FORMS[kind].test(text);

/** The kinds of field that can say when something is, and how long. */
export const ABLE: Readonly<Record<'date' | 'length', readonly FieldKind[]>> = {
  date: ['date', 'instant'],
  length: ['number', 'text'],
};
