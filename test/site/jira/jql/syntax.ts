/** The syntax tree of a query. It says what was written; what the words mean, fields say (`fields.ts`). */
export interface Query {
  /** Absent in a query that restricts nothing. */
  readonly where?: Clause;
  readonly orderBy: readonly OrderTerm[];
}

export type Clause = Compound | Not | Comparison | Was | Changed;

export interface Compound {
  readonly kind: 'and' | 'or';
  /** Two or more. */
  readonly clauses: readonly Clause[];
}

export interface Not {
  readonly kind: 'not';
  readonly clause: Clause;
}

export type ComparisonOperator =
  '=' | '!=' | '<' | '<=' | '>' | '>=' | '~' | '!~' | 'in' | 'not in' | 'is' | 'is not';
export type WasOperator = 'was' | 'was not' | 'was in' | 'was not in';

export interface Comparison {
  readonly kind: 'comparison';
  readonly field: FieldRef;
  readonly operator: ComparisonOperator;
  readonly operand: Operand;
}

/** What a field once was. */
export interface Was {
  readonly kind: 'was';
  readonly field: FieldRef;
  readonly operator: WasOperator;
  readonly operand: Operand;
  readonly predicates: readonly Predicate[];
}

export interface Changed {
  readonly kind: 'changed';
  readonly field: FieldRef;
  readonly predicates: readonly Predicate[];
}

export const predicateWords = ['from', 'to', 'by', 'before', 'after', 'on', 'during'] as const;

/** Narrows a search in histories: `after -1w`, `by currentUser()`. */
export interface Predicate {
  readonly word: (typeof predicateWords)[number];
  readonly operand: Operand;
}

export interface FieldRef {
  /** As written, such as `status`, `cf[10050]` or `issue.property`. */
  readonly name: string;
  /** What `issue.property[key].path` names; the path has no leading dot and is empty for the whole value. */
  readonly property?: { readonly key: string; readonly path: string };
}

export type Operand = Single | List;
export type Single = Value | FunctionCall | Empty;

export interface Value {
  readonly kind: 'value';
  readonly text: string;
  /** True for digits without quotes: such a value is an id before it is a name. */
  readonly isNumber: boolean;
}

export interface FunctionCall {
  readonly kind: 'function';
  readonly name: string;
  readonly args: readonly string[];
}

/** `EMPTY` or `NULL`. */
export interface Empty {
  readonly kind: 'empty';
}

export interface List {
  readonly kind: 'list';
  readonly values: readonly Single[];
}

export interface OrderTerm {
  readonly field: FieldRef;
  /** Absent when the field's own direction holds. */
  readonly direction?: 'asc' | 'desc';
}
