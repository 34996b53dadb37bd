import { parseISO } from 'date-fns';
import type { FieldValue } from '../../domain/timer/history';
import type { FieldShape } from './field-shape';
import type { ChangeItem } from './schemas';

/** What the issue itself says that a field holds, as ids; where Jira's changelog has no ids, as text. */
export function fieldValue(value: unknown, shape: FieldShape): FieldValue {
  return namesOf(value).map((name) => plain(name, shape));
}

/** One side of a change. */
export interface Said {
  /** Undefined when the changelog shows a name but no id: which value was meant is then unknown. */
  readonly value: FieldValue | undefined;
  /** As it was shown to people then; names and languages change, ids do not. */
  readonly shown: string;
}

/** What an item of the changelog says that a field held before or after it, to be compared with {@link fieldValue}. */
export function changedValue(item: ChangeItem, side: 'from' | 'to', shape: FieldShape): Said {
  const id =
    (side === 'from' ? (item.tmpFromAccountId ?? item.from) : (item.tmpToAccountId ?? item.to)) ?? '';
  const shown = (side === 'from' ? item.fromString : item.toString) ?? '';
  return { value: valueSaid(id, shown, shape), shown };
}

function valueSaid(id: string, shown: string, shape: FieldShape): FieldValue | undefined {
  switch (shape) {
    case 'id':
    case 'account':
    case 'parts':
      return id ? [id] : nothingUnless(shown);
    case 'ids':
      return id ? listed(id) : nothingUnless(shown);
    case 'cascade':
      return shown ? cascaded(shown) : [];
    case 'words':
      return shown.split(/\s+/).filter(Boolean);
    case 'text':
    case 'number':
      return kept(shown || id, shape);
    case 'date':
    case 'instant':
      return kept(id || shown, shape);
    case 'other':
      return id.startsWith('[') ? listed(id) : kept(id || shown, shape);
  }
}

const nothingUnless = (shown: string): FieldValue | undefined => (shown ? undefined : []);

const kept = (text: string, shape: FieldShape): FieldValue => (text ? [plain(text, shape)] : []);

/** `[10218, 10244]` or `38, 40`. */
function listed(ids: string): FieldValue {
  return ids
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);
}

/** `Parent values: Hardware(20664)Level 1 values: Printer(20681)`; the level below may be missing. */
function cascaded(shown: string): FieldValue | undefined {
  const [, parent, child] =
    /^Parent values: .*?\((\d+)\)(?:Level 1 values: .*\((\d+)\))?$/s.exec(shown) ?? [];
  return parent ? [parent, ...(child ? [child] : [])] : undefined;
}

/** Plain values read the same wherever they come from: 3.0 and 3, a day with and without midnight, one instant in two zones. */
function plain(text: string, shape: FieldShape): string {
  if (shape === 'number') return Number.isNaN(Number(text)) ? text : String(Number(text));
  if (shape === 'date') return text.slice(0, 'yyyy-mm-dd'.length);
  // Without an offset the same text would be another instant on another machine.
  if (shape !== 'instant' || !/(Z|[+-]\d{2}:?\d{2})$/.test(text)) return text;
  const time = parseISO(text).getTime();
  return Number.isNaN(time) ? text : new Date(time).toISOString();
}

const ID_KEYS = ['id', 'accountId', 'groupId', 'requestType', 'value', 'name'] as const;

/**
 * The ids in a value of any shape: an option with the one below it, a person, a group, a request type, a list of
 * anything, text, a document. What has no id that this app knows of is named by all that it holds, so that it is at
 * least not taken for empty.
 */
function namesOf(value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) return value.flatMap(namesOf);
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object') return [JSON.stringify(value)];
  if ('type' in value && value.type === 'doc') return textOf(value) ? [textOf(value)] : [];
  const entries: Readonly<Record<string, unknown>> = { ...value };
  const named = ID_KEYS.map((key) => namesOf(entries[key])).find((names) => names.length > 0);
  if (named) return [...named, ...namesOf(entries['child'])];
  return Object.keys(entries).length > 0 ? [JSON.stringify(value)] : [];
}

/** The words of a document in Atlassian Document Format. */
function textOf(node: object): string {
  if ('text' in node && typeof node.text === 'string') return node.text;
  if (!('content' in node) || !Array.isArray(node.content)) return '';
  return node.content
    .map((child: unknown) => (typeof child === 'object' && child !== null ? textOf(child) : ''))
    .join('');
}
