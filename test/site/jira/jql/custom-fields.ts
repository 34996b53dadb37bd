import type { CustomField, CustomFieldType, Issue } from '../model';
import type { JqlContext } from './context';
import { instantOf } from './dates';
import { JqlError } from './errors';
import { choice, moment, numbers, ordered, prose, words, wrongFunction } from './kinds';
import type { JqlField, Resolve } from './kinds';
import { people } from './people';

interface CustomKind {
  /** What Jira writes behind the field's name: `"Category[Dropdown]"`. */
  readonly label: string;
  readonly make: (field: CustomField, context: JqlContext) => JqlField;
}

const kinds: Readonly<Record<CustomFieldType, CustomKind>> = {
  text: { label: 'short text', make: textField },
  string: { label: 'short text', make: stringField },
  select: { label: 'dropdown', make: selectField },
  number: { label: 'number', make: numberField },
  date: { label: 'date', make: dateField },
  datetime: { label: 'time stamp', make: instantField },
  user: { label: 'user picker (single user)', make: userField },
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

/** As a whole, in any case. */
function stringField({ id }: CustomField): JqlField {
  const whole = (issue: Issue): readonly string[] => {
    const text = issue.custom.get(id);
    return text === undefined ? [] : [text.toLowerCase()];
  };
  return choice(whole, words, { sortKey: (issue) => issue.custom.get(id) ?? null });
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

function numberField({ id }: CustomField): JqlField {
  return ordered((issue) => numberOf(issue.custom.get(id)), numbers);
}

const numberOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

/** A day is its midnight in the caller's zone, as a day in the query is. */
function dateField({ id, name }: CustomField, context: JqlContext): JqlField {
  return moment(context, (issue) => {
    const text = issue.custom.get(id);
    return text === undefined ? null : instantOf({ kind: 'value', text, isNumber: false }, context, name);
  });
}

function instantField({ id }: CustomField, context: JqlContext): JqlField {
  return moment(context, (issue) => {
    const text = issue.custom.get(id);
    return text === undefined ? null : Date.parse(text);
  });
}

function userField({ id }: CustomField, context: JqlContext): JqlField {
  return people(context, (issue) => issue.custom.get(id) ?? null);
}
