import type { Issue } from '../model';
import type { JqlContext } from './context';
import { JqlError } from './errors';
import { comparisons, isNegative, isNoneOf, isOneOf, notThere, resolveAll, wrongFunction } from './kinds';
import type { JqlField, Resolve } from './kinds';
import { maySee } from '../permissions';

/** `key`: also takes ids; comparisons hold within one project only, by number. */
export function keyField(context: JqlContext): JqlField {
  return {
    operators: ['=', '!=', 'in', 'not in', 'is', 'is not', '<', '<=', '>', '>='],
    test: ({ name, operator, operand }) => {
      const compare = comparisons[operator];
      const keys = resolveAll(operand, name, compare === undefined ? existing(context) : readable);
      const wanted = new Set(keys);
      if (compare === undefined) {
        return isNegative(operator)
          ? ({ key }) => isNoneOf([key], wanted)
          : ({ key }) => isOneOf([key], wanted);
      }
      return ({ key }) =>
        keys.some((limit) => {
          if (limit === null || projectPart(key) !== projectPart(limit)) return false;
          return compare(numberPart(key), numberPart(limit));
        });
    },
    sortKey: ({ key }) => `${projectPart(key)} ${String(numberPart(key)).padStart(12, '0')}`,
  };
}

/** `id`: means the same issues as `key`, is compared and sorted as a number. */
export function idField(context: JqlContext): JqlField {
  const key = keyField(context);
  return {
    ...key,
    test: (question) => {
      const compare = comparisons[question.operator];
      if (compare === undefined) return key.test(question);
      const ids = resolveAll(question.operand, question.name, numbers);
      return (issue) => ids.some((limit) => limit !== null && compare(Number(issue.id), limit));
    },
    sortKey: (issue) => Number(issue.id),
  };
}

const keyPattern = /^[A-Z][A-Z0-9_]*-\d+$/i;

/** @throws JqlError for what is no key, and for an issue that is not there or may not be seen: Jira does not say which. */
function existing({ store, caller }: JqlContext): Resolve<string> {
  return (value, name) => {
    if (value.kind === 'function') throw wrongFunction(value, name);
    const issue: Issue | undefined = store.issue(value.text);
    if (issue !== undefined && maySee(store, caller, issue)) return [issue.key];
    if (/^\d+$/.test(value.text)) throw notThere({ ...value, isNumber: true }, name);
    if (!keyPattern.test(value.text))
      throw new JqlError(`The issue key '${value.text}' for field '${name}' is invalid.`);
    throw new JqlError(`An issue with key '${value.text}' does not exist for field '${name}'.`);
  };
}

const readable: Resolve<string> = (value, name) => {
  if (value.kind === 'function') throw wrongFunction(value, name);
  if (keyPattern.test(value.text)) return [value.text.toUpperCase()];
  throw new JqlError(`The issue key '${value.text}' for field '${name}' is invalid.`);
};

const numbers: Resolve<number> = (value, name) => {
  if (value.kind === 'function') throw wrongFunction(value, name);
  if (/^\d+$/.test(value.text)) return [Number(value.text)];
  throw notThere(value, name);
};

const projectPart = (key: string): string => key.slice(0, key.lastIndexOf('-'));
const numberPart = (key: string): number => Number(key.slice(key.lastIndexOf('-') + 1));
