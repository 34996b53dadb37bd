import type { Author, FieldId, FieldValue } from './history';

/** What a moment may be like for one field: its values before and after the fact, and what kind of fact that is. */
export interface Situation {
  readonly fact: FactShape;
  readonly before: FieldValue;
  readonly now: FieldValue;
  /** Whether the fact changes the field. */
  readonly changed: boolean;
}

export type FactShape =
  | { readonly kind: 'created' | 'changed' | 'other' }
  | { readonly kind: 'commented'; readonly by: Author; readonly public: boolean };

/** Something that a moment is or is not like. */
export interface Literal {
  /** The field that it is about; undefined when it is about the fact alone. */
  readonly field: FieldId | undefined;
  /** The lists of values that it looks a value up in. */
  readonly lists: readonly (readonly string[])[];
  readonly holds: (situation: Situation) => boolean;
}

export type Formula = Literal | { readonly and: readonly Formula[] } | { readonly or: readonly Formula[] };

/** So many alternatives are tried before it is taken that one of them is possible. */
const MOST_BRANCHES = 500;

/** Whether there is a moment of which `formula` is true: false only where it is proven that there is none. */
export function canBeSo(formula: Formula): boolean {
  let branches = 0;

  /** A tableau: alternatives are opened only once all that is certain does not contradict itself. */
  function open(formulas: readonly Formula[], known: readonly Literal[]): boolean {
    const literals = [...known];
    const alternatives: (readonly Formula[])[] = [];
    const waiting = [...formulas];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if ('and' in next) waiting.push(...next.and);
      else if ('or' in next) alternatives.push(next.or);
      else literals.push(next);
    }
    if (literals.length > known.length && !isPossible(literals)) return false;
    const [first, ...rest] = alternatives.sort((a, b) => a.length - b.length);
    if (!first) return true;
    const others = rest.map((or): Formula => ({ or }));
    return first.some((part) => ++branches > MOST_BRANCHES || open([part, ...others], literals));
  }

  return open([formula], []);
}

const factShapes: readonly FactShape[] = [
  { kind: 'other' },
  { kind: 'changed' },
  { kind: 'created' },
  ...(['agent', 'customer', 'automation'] as const).flatMap((by): FactShape[] => [
    { kind: 'commented', by, public: true },
    { kind: 'commented', by, public: false },
  ]),
];

/** Once the kind of fact is given, fields are independent of one another. */
function isPossible(literals: readonly Literal[]): boolean {
  const fields = [...new Set(literals.map(({ field }) => field))].map((field) => {
    const about = literals.filter((literal) => literal.field === field);
    return { field, about, values: field === undefined ? [[]] : candidates(field, about) };
  });
  return factShapes.some((fact) =>
    fields.every(({ field, about, values }) => {
      if (!values) return true;
      const fits = (situation: Situation): boolean => about.every(({ holds }) => holds(situation));
      if (values.some((value) => fits({ fact, before: value, now: value, changed: false }))) return true;
      const changed = fact.kind === 'changed';
      const moves = changed || (fact.kind === 'other' && field?.startsWith(GROUPS));
      return moves && values.some((before) => values.some((now) => fits({ fact, before, now, changed })));
    }),
  );
}

const GROUPS = 'groups of ';

/** Which groups the account in a field is in, as if it stood in a field of its own. */
export const groupsOf = (field: FieldId): FieldId => `${GROUPS}${field}`;

/** Fields of which Jira keeps at most one value; any other may have several. */
const ONE_VALUE: ReadonlySet<FieldId> = new Set([
  'status',
  'priority',
  'issuetype',
  'resolution',
  'assignee',
  'reporter',
  'project',
]);

/** Sets of values are tried in full up to so many values. */
const MOST_TOGETHER = 5;

/**
 * Enough values of a field to tell apart all that the literals ask about; undefined when those are too many. Values that no
 * literal tells apart stand for one another, and one that none names for all others.
 */
function candidates(field: FieldId, about: readonly Literal[]): FieldValue[] | undefined {
  const lists = about.flatMap((literal) => literal.lists);
  const alike = new Map<string, string>();
  for (const value of ['\0', ...lists.flat()]) {
    const asked = lists.map((list) => Number(list.includes(value))).join('');
    if (!alike.has(asked)) alike.set(asked, value);
  }
  const values = [...alike.values()];
  if (ONE_VALUE.has(field)) return [[], ...values.map((value) => [value])];
  if (values.length > MOST_TOGETHER) return undefined;
  return values.reduce<FieldValue[]>((sets, value) => [...sets, ...sets.map((set) => [...set, value])], [[]]);
}
