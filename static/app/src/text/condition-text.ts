import type { Condition, Reference } from '../../../../src/domain/timer/condition';
import type { Messages } from './messages';
import type { Reader } from './reader';

type Changed = Extract<Condition, { readonly changed: unknown }>;
type Commented = Extract<Condition, { readonly commented: unknown }>;

/** A condition as a clause that can follow "if" or "because", such as `priority is 1 - Critical or 2 - High`. */
export function conditionText(condition: Condition, reader: Reader): string {
  const { messages } = reader;
  if ('all' in condition) return joined(condition.all, 'conjunction', reader);
  if ('any' in condition) return joined(condition.any, 'disjunction', reader);
  if ('not' in condition) return notText(condition.not, reader);
  if ('created' in condition) return messages.text('condition.created');
  if ('changed' in condition) return changedText(condition, reader);
  if ('commented' in condition) return commentedText(condition, reader);
  const field = fieldName(condition.field, messages);
  if ('empty' in condition)
    return messages.text(`condition.${condition.empty ? 'empty' : 'filled'}`, { field });
  return messages.text('condition.is', { field, values: valuesText(condition.in, reader) });
}

/** A field by its name in the reader's language; one that the app does not know, by its id. */
function fieldName(field: string, messages: Messages): string {
  const key = `condition.field.${field}`;
  return messages.knows(key) ? messages.text(key) : field;
}

function notText(condition: Condition, reader: Reader): string {
  const { messages } = reader;
  if ('field' in condition && 'empty' in condition) {
    return conditionText({ ...condition, empty: !condition.empty }, reader);
  }
  if ('field' in condition) {
    return messages.text('condition.isNot', {
      field: fieldName(condition.field, messages),
      values: valuesText(condition.in, reader),
    });
  }
  return messages.text('condition.not', { condition: grouped(condition, reader) });
}

function changedText({ changed, from, to }: Changed, reader: Reader): string {
  const { messages } = reader;
  const values = {
    field: fieldName(changed, messages),
    from: valuesText(from ?? [], reader),
    to: valuesText(to ?? [], reader),
  };
  if (from && to) return messages.text('condition.changedFromTo', values);
  if (from) return messages.text('condition.changedFrom', values);
  return messages.text(to ? 'condition.changedTo' : 'condition.changed', values);
}

function commentedText({ commented }: Commented, reader: Reader): string {
  const { messages } = reader;
  const audience = commented.public === undefined ? 'any' : commented.public ? 'public' : 'internal';
  if (!commented.by) return messages.text('condition.commented', { audience });
  const authors = commented.by.map((author) => messages.text(`condition.author.${author}`));
  return messages.text('condition.commentedBy', { audience, authors: list(authors, 'disjunction', reader) });
}

function joined(
  conditions: readonly Condition[],
  type: 'conjunction' | 'disjunction',
  reader: Reader,
): string {
  const texts = conditions.map((condition) =>
    conditions.length > 1 ? grouped(condition, reader) : conditionText(condition, reader),
  );
  return list(texts, type, reader);
}

/** In brackets where it would else run into the words around it. */
function grouped(condition: Condition, reader: Reader): string {
  const text = conditionText(condition, reader);
  const several =
    ('all' in condition && condition.all.length > 1) || ('any' in condition && condition.any.length > 1);
  return several ? reader.messages.text('condition.group', { condition: text }) : text;
}

/** Any of the values. Several may bear the same name: it is said once. */
const valuesText = (values: readonly Reference[], reader: Reader): string =>
  list([...new Set(values.map(({ name }) => name))], 'disjunction', reader);

const list = (texts: readonly string[], type: 'conjunction' | 'disjunction', { locale }: Reader): string =>
  new Intl.ListFormat(locale, { type }).format(texts);
