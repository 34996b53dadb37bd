import type { Issue } from '../model';
import { comparisons, isNegative, isNoneOf, isOneOf, resolveAll, wrongFunction } from './kinds';
import type { JqlField, Resolve } from './kinds';
import type { FieldRef } from './syntax';
import { textQuery } from './text';

/**
 * `issue.property[key].path` where no app says what it is. Every property counts as indexed, by what its JSON is: numbers are compared as numbers,
 * dates (`yyyy-mm-dd`, with or without a time) as instants, everything else by its text; each item of a list is a value.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-entity-property/
 */
export function propertyField({ key, path }: NonNullable<FieldRef['property']>): JqlField {
  const values = (issue: Issue): readonly string[] => propertyValues(issue, key, path).map(String);
  return {
    operators: ['=', '!=', '<', '<=', '>', '>=', '~', '!~', 'in', 'not in', 'is', 'is not'],
    test: ({ name, operator, operand }) => {
      if (operand.kind === 'value' && (operator === '~' || operator === '!~')) {
        const found = textQuery(operand.text, name);
        return operator === '~'
          ? (issue) => values(issue).some(found)
          : (issue) => values(issue).length > 0 && !values(issue).some(found);
      }
      const wanted = resolveAll(operand, name, literal);
      const compare = comparisons[operator];
      if (compare !== undefined) {
        const limits = wanted.map(size);
        return (issue) => values(issue).some((own) => limits.some((limit) => compare(size(own), limit)));
      }
      const set = new Set(wanted);
      return isNegative(operator)
        ? (issue) => isNoneOf(values(issue), set)
        : (issue) => isOneOf(values(issue), set);
    },
  };
}

const literal: Resolve<string> = (value, name) => {
  if (value.kind === 'function') throw wrongFunction(value, name);
  return [value.text];
};

/** What a property holds at a path, each item of a list by itself. */
export function propertyValues(issue: Issue, key: string, path: string): (string | number | boolean)[] {
  return leaves(at(issue.properties.get(key), path));
}

function at(value: unknown, path: string): unknown {
  if (path === '') return value;
  return path.split('.').reduce<unknown>((inside, part) => {
    if (typeof inside !== 'object' || inside === null) return undefined;
    return Object.entries(inside).find(([name]) => name === part)?.[1];
  }, value);
}

function leaves(value: unknown): (string | number | boolean)[] {
  if (Array.isArray(value)) return value.flatMap(leaves);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [value] : [];
}

/** For comparisons; NaN, which no comparison satisfies, for what is neither a number nor a date. */
function size(text: string | null): number {
  if (text === null || text.trim() === '') return Number.NaN;
  const number = Number(text);
  return Number.isNaN(number) && /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : number;
}
