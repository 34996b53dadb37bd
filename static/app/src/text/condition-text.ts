import type { Condition, Reference } from '../../../../src/domain/timer/condition';
import { fieldName } from './field-name';
import type { MessageKey } from './messages';
import type { Reader } from './reader';

type Changed = Extract<Condition, { readonly changed: unknown }>;
type Commented = Extract<Condition, { readonly commented: unknown }>;
type State = Extract<Condition, { readonly field: unknown }>;

/** A condition as a clause that can follow "if" or "because", such as `priority is 1 - Critical or 2 - High`. */
export function conditionText(condition: Condition, reader: Reader): string {
  const { messages } = reader;
  if ('all' in condition) return joined(condition.all, 'condition.and', reader);
  if ('any' in condition) return joined(condition.any, 'condition.or', reader);
  if ('not' in condition) return notText(condition.not, reader);
  if ('created' in condition) return messages.text('condition.created');
  if ('changed' in condition) return changedText(condition, reader);
  if ('commented' in condition) return commentedText(condition, reader);
  if ('assigned' in condition) {
    return messages.text(condition.assigned ? 'condition.assigned' : 'condition.unassigned');
  }
  if ('resolved' in condition) {
    return messages.text(condition.resolved ? 'condition.resolved' : 'condition.unresolved');
  }
  if ('begins' in condition) return edgeText(condition.begins, 'begins', reader);
  if ('ends' in condition) return edgeText(condition.ends, 'ends', reader);
  return stateText(condition, 'holds', reader);
}

/** The words for a state by what is said of it: that it holds, that it does not, that it comes or that it goes. */
const stateWords = {
  holds: { in: 'is', memberOf: 'memberOf', empty: 'empty', filled: 'filled' },
  not: { in: 'isNot', memberOf: 'notMemberOf', empty: 'filled', filled: 'empty' },
  begins: { in: 'becomes', memberOf: 'joins', empty: 'cleared', filled: 'set' },
  ends: { in: 'isNoLonger', memberOf: 'leaves', empty: 'set', filled: 'cleared' },
} as const;

function stateText(state: State, said: keyof typeof stateWords, reader: Reader): string {
  const { messages } = reader;
  const field = fieldName(state.field, messages);
  const words = stateWords[said];
  if ('empty' in state)
    return messages.text(`condition.${words[state.empty ? 'empty' : 'filled']}`, { field });
  if ('memberOf' in state) {
    return messages.text(`condition.${words.memberOf}`, {
      field,
      groups: valuesText(state.memberOf, reader),
    });
  }
  return messages.text(`condition.${words.in}`, { field, values: valuesText(state.in, reader) });
}

function notText(condition: Condition, reader: Reader): string {
  if ('field' in condition) return stateText(condition, 'not', reader);
  return reader.messages.text('condition.not', { condition: grouped(condition, reader) });
}

function edgeText(state: Condition, edge: 'begins' | 'ends', reader: Reader): string {
  if ('field' in state) return stateText(state, edge, reader);
  return reader.messages.text(`condition.${edge}`, { condition: grouped(state, reader) });
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
  return messages.text('condition.commentedBy', { audience, authors: oneOf(authors, reader) });
}

/** Clauses in a row. What joins the last one differs between languages from what joins names. */
function joined(
  conditions: readonly Condition[],
  last: Extract<MessageKey, 'condition.and' | 'condition.or'>,
  reader: Reader,
): string {
  const texts = conditions.map((condition) =>
    conditions.length > 1 ? grouped(condition, reader) : conditionText(condition, reader),
  );
  return texts.reduce((earlier, next, index) =>
    reader.messages.text(index === texts.length - 1 ? last : 'condition.more', { earlier, next }),
  );
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
  oneOf([...new Set(values.map(({ name }) => name))], reader);

const oneOf = (texts: readonly string[], { locale }: Reader): string =>
  new Intl.ListFormat(locale, { type: 'disjunction' }).format(texts);
