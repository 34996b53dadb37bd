import type { CustomField, Issue } from '../model';
import type { JqlContext } from './context';
import { JqlError } from './errors';
import { choice, prose, wrongFunction } from './kinds';
import type { JqlField, Resolve } from './kinds';

interface CustomKind {
  /** What Jira writes behind the field's name: `"Category[Dropdown]"`. */
  readonly label: string;
  readonly make: (field: CustomField, context: JqlContext) => JqlField;
}

const kinds: Readonly<Record<CustomField['type'], CustomKind>> = {
  text: { label: 'short text', make: textField },
  select: { label: 'dropdown', make: selectField },
};

/** The custom field that is named: `cf[10050]`, `customfield_10050`, its name, or its name with its kind in brackets. */
export function customField(name: string, context: JqlContext): JqlField | undefined {
  const field = named(name, context);
  return field === undefined ? undefined : kinds[field.type].make(field, context);
}

function named(name: string, { store }: JqlContext): CustomField | undefined {
  const [, number] = /^cf\[(\d+)\]$/i.exec(name) ?? [];
  if (number !== undefined) return store.customFields.get(`customfield_${number}`);
  const wanted = name.toLowerCase();
  return [...store.customFields.values()].find((field) => {
    const own = field.name.toLowerCase();
    return field.id === wanted || own === wanted || `${own}[${kinds[field.type].label}]` === wanted;
  });
}

function textField({ id }: CustomField): JqlField {
  const texts = (issue: Issue): readonly string[] => {
    const text = issue.custom.get(id);
    return text === undefined ? [] : [text];
  };
  return prose(texts, ['~', '!~', 'is', 'is not'], { sortKey: (issue) => issue.custom.get(id) ?? null });
}

function selectField({ id, options }: CustomField, { store }: JqlContext): JqlField {
  const resolve: Resolve<string> = (value, name) => {
    if (value.kind === 'function') throw wrongFunction(value, name);
    const text = value.text.toLowerCase();
    const found = [...options].filter(([option, label]) => option === text || label.toLowerCase() === text);
    if (found.length > 0) return found.map(([option]) => option);
    throw new JqlError(`The option '${value.text}' for field '${name}' does not exist.`);
  };
  const chosen = (issue: Issue): readonly string[] => {
    const option = issue.custom.get(id);
    return option === undefined ? [] : [option];
  };
  return choice(chosen, resolve, { sortKey: (issue) => store.customText(issue, id) });
}
