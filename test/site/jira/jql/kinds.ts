import type { Issue } from '../model';
import type { JqlContext, Test } from './context';
import { instantOf, instantOfFunction, isDateFunction } from './dates';
import { JqlError, JqlNotModelled } from './errors';
import type { ComparisonOperator, FunctionCall, Operand, Value } from './syntax';
import { textQuery } from './text';
import { functionsNotModelled } from './words';

/** What is asked of a field, after every `not` has been moved into the operator. */
export interface Question {
  /** The field as the query writes it, for refusals. */
  readonly name: string;
  readonly operator: ComparisonOperator;
  readonly operand: Operand;
}

export type SortKey = number | string | null;

/** A field as queries see it. */
export interface JqlField {
  /** What a query may write; the opposites of these are understood as well. */
  readonly operators: readonly ComparisonOperator[];
  /** @throws JqlError for values that the field does not have. */
  readonly test: (question: Question) => Test;
  /** Absent when Jira cannot sort by it. */
  readonly sortKey?: (issue: Issue) => SortKey;
  /** True when `ORDER BY` without a direction goes downwards. */
  readonly descends?: boolean;
  /** Present when Jira remembers what the field was. */
  readonly past?: Past;
}

/** How a field stands in histories. */
export interface Past {
  readonly fieldId: string;
  /** Ids; null when empty. */
  readonly current: (issue: Issue) => string | null;
  readonly resolve: Resolve<string | null>;
}

/** What a literal or a function means to a field. @throws JqlError when it means nothing to it. */
export type Resolve<V> = (value: Value | FunctionCall, name: string) => readonly V[];

const membership = ['=', '!=', 'in', 'not in', 'is', 'is not'] as const;
const order = ['<', '<=', '>', '>='] as const;

/** A field of ids: status, assignee, labels. `values` gives none for an empty field. */
export function choice(
  values: (issue: Issue) => readonly string[],
  resolve: Resolve<string | null>,
  extras: Pick<JqlField, 'sortKey' | 'past'> = {},
): JqlField {
  return {
    operators: membership,
    test: ({ name, operator, operand }) => {
      const wanted = new Set(resolveAll(operand, name, resolve));
      return isNegative(operator)
        ? (issue) => isNoneOf(values(issue), wanted)
        : (issue) => isOneOf(values(issue), wanted);
    },
    ...extras,
  };
}

/** A field of numbers: instants, ranks, sizes. Null when empty; an empty field satisfies no comparison. */
export function ordered(
  value: (issue: Issue) => number | null,
  resolve: Resolve<number>,
  extras: Pick<JqlField, 'descends' | 'past'> = {},
): JqlField {
  const values = (issue: Issue): readonly number[] => {
    const number = value(issue);
    return number === null ? [] : [number];
  };
  return orderedList(values, resolve, extras);
}

/** The same where an issue may have several; it is sorted by the first. */
export function orderedList(
  values: (issue: Issue) => readonly number[],
  resolve: Resolve<number>,
  extras: Pick<JqlField, 'descends' | 'past'> = {},
): JqlField {
  return {
    operators: [...membership, ...order],
    test: ({ name, operator, operand }) => {
      const wanted = resolveAll(operand, name, resolve);
      const compare = comparisons[operator];
      if (compare === undefined) {
        const set = new Set(wanted);
        return isNegative(operator)
          ? (issue) => isNoneOf(values(issue), set)
          : (issue) => isOneOf(values(issue), set);
      }
      return (issue) =>
        values(issue).some((own) => wanted.some((limit) => limit !== null && compare(own, limit)));
    },
    sortKey: (issue) => values(issue)[0] ?? null,
    ...extras,
  };
}

/** A moment of an issue. */
export function moment(context: JqlContext, value: (issue: Issue) => number | null): JqlField {
  return ordered(value, momentsOf(context), { descends: true });
}

/** Reads dates, periods and date functions. */
export function momentsOf(context: JqlContext): Resolve<number> {
  return (value, name) => {
    if (value.kind === 'value') return [instantOf(value, context, `field '${name}'`)];
    if (isDateFunction(value.name)) return [instantOfFunction(value, context)];
    checkFunction(value);
    throw new JqlError(
      `A date for the field '${name}' provided by the function '${value.name}' is not valid.`,
    );
  };
}

/** Words of people. `texts` gives none when the field is empty. */
export function prose(
  texts: (issue: Issue) => readonly string[],
  operators: readonly ComparisonOperator[],
  extras: Pick<JqlField, 'sortKey'> = {},
): JqlField {
  return {
    operators,
    test: ({ name, operator, operand }) => {
      if (operator === 'is') return (issue) => texts(issue).length === 0;
      if (operator === 'is not') return (issue) => texts(issue).length > 0;
      if (operand.kind !== 'value') throw new JqlError(`The field '${name}' only supports text values.`);
      const found = textQuery(operand.text, name);
      if (operator === '~') return (issue) => texts(issue).some(found);
      return (issue) => texts(issue).length > 0 && !texts(issue).some(found);
    },
    ...extras,
  };
}

type Compare = (own: number, limit: number) => boolean;
export const comparisons: Readonly<Partial<Record<ComparisonOperator, Compare>>> = {
  '<': (own, limit) => own < limit,
  '<=': (own, limit) => own <= limit,
  '>': (own, limit) => own > limit,
  '>=': (own, limit) => own >= limit,
};

export const isNegative = (operator: ComparisonOperator): boolean =>
  operator === '!=' || operator === 'not in' || operator === 'is not' || operator === '!~';

export function isOneOf<V>(own: readonly V[], wanted: ReadonlySet<V | null>): boolean {
  return own.length === 0 ? wanted.has(null) : own.some((value) => wanted.has(value));
}

/** An empty field is not "something else": negative operators never match it. */
export function isNoneOf<V>(own: readonly V[], wanted: ReadonlySet<V | null>): boolean {
  return own.length > 0 && !own.some((value) => wanted.has(value));
}

/** The values that an operand means, with null for `EMPTY`. */
export function resolveAll<V>(operand: Operand, name: string, resolve: Resolve<V>): (V | null)[] {
  const values = operand.kind === 'list' ? operand.values : [operand];
  return values.flatMap((value): readonly (V | null)[] =>
    value.kind === 'empty' ? [null] : resolve(value, name),
  );
}

export const numbers: Resolve<number> = (value, name) => {
  if (value.kind === 'function') throw wrongFunction(value, name);
  const number = value.text.trim() === '' ? Number.NaN : Number(value.text);
  if (!Number.isNaN(number)) return [number];
  throw new JqlError(`Value '${value.text}' for the '${name}' field is not a valid number.`);
};

/** Any words, in any case. */
export const words: Resolve<string> = (value, name) => {
  if (value.kind === 'function') throw wrongFunction(value, name);
  return [value.text.toLowerCase()];
};

/** Looks things up by id or by name in any case. */
export function byName(things: Iterable<{ readonly id: string; readonly name: string }>): Resolve<string> {
  const all = [...things];
  return (value, name) => {
    if (value.kind === 'function') throw wrongFunction(value, name);
    const text = value.text.toLowerCase();
    const found = all.filter((thing) => thing.id === value.text || thing.name.toLowerCase() === text);
    if (found.length === 0) throw notThere(value, name);
    return found.map(({ id }) => id);
  };
}

export function notThere({ text, isNumber }: Value, name: string): JqlError {
  const what = isNumber ? `A value with ID '${text}'` : `The value '${text}'`;
  return new JqlError(`${what} does not exist for the field '${name}'.`);
}

/** The refusal of a function that there is, but not for this field. */
export function wrongFunction(call: FunctionCall, name: string): JqlError {
  checkFunction(call);
  return new JqlError(`A value provided by the function '${call.name}' is invalid for the field '${name}'.`);
}

/** @throws JqlError for a function that there is not, JqlNotModelled for one that only Jira has. */
export function checkFunction({ name }: FunctionCall): void {
  if (functionsNotModelled.has(name.toLowerCase())) throw new JqlNotModelled(`function ${name}()`);
  if (name.toLowerCase() === 'currentuser' || isDateFunction(name)) return;
  throw new JqlError(`Unable to find JQL function '${name}()'.`);
}
