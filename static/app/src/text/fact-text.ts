import type { UnmetView } from '../../../../src/contract/explanation';
import { fieldName } from './field-name';
import type { Reader } from './reader';

/** What things are called that conditions know by their ids. */
export interface IssueNames {
  /** By field id. */
  readonly fields: ReadonlyMap<string, string>;
  /** By field id and the value's id. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** The same reader, who also knows what this site calls its own fields. */
export function knowingFields(reader: Reader, fields: IssueNames['fields']): Reader {
  const { messages } = reader;
  const nameOf = (key: string): string | undefined =>
    messages.knows(key) ? undefined : fields.get(key.replace(/^condition\.field\./, ''));
  return {
    ...reader,
    messages: {
      ...messages,
      text: (key, values) => nameOf(key) ?? messages.text(key, values),
      knows: (key): key is Parameters<typeof messages.text>[0] =>
        messages.knows(key) || nameOf(key) !== undefined,
    },
  };
}

/** What an issue is like where a condition asked for something else, such as `priority is 3 - Moderate, due date is empty`. */
export function factsText(
  unmet: readonly UnmetView[],
  { values }: Pick<IssueNames, 'values'>,
  reader: Reader,
): string {
  const facts = unmet.map((one) => factText(one, values.get(one.field), reader));
  return list([...new Set(facts)], reader);
}

function factText(
  { condition, field: id, found }: UnmetView,
  names: ReadonlyMap<string, string> | undefined,
  reader: Reader,
): string {
  const { messages } = reader;
  const field = fieldName(id, messages);
  const asked = 'not' in condition ? condition.not : condition;
  const isAboutGroups = 'memberOf' in asked;
  if (found === null) return messages.text('why.fact.unknown', { field });
  if (found.length === 0)
    return messages.text(isAboutGroups ? 'why.fact.noGroup' : 'why.fact.empty', { field });
  // Accounts are in many groups that no definition names, and whose ids say nothing to anybody.
  const shown = isAboutGroups ? found.filter((value) => names?.has(value)) : found;
  if (shown.length === 0) return messages.text('why.fact.otherGroups', { field });
  const values = list(
    shown.map((value) => names?.get(value) ?? value),
    reader,
  );
  return messages.text(isAboutGroups ? 'why.fact.groups' : 'why.fact.is', { field, values });
}

const list = (texts: readonly string[], { locale }: Reader): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(texts);
