import type { Issue } from '../model';
import type { JqlContext, Test } from './context';
import { JqlError } from './errors';
import { fieldOf } from './fields';
import { testChanged, testWas } from './history';
import type { SortKey } from './kinds';
import { fieldName, printOperand } from './print';
import type { Changed, Clause, Comparison, ComparisonOperator, OrderTerm, Query, Was } from './syntax';

const mostOrderTerms = 7;

/** A query that is ready to run. */
export interface CompiledQuery {
  readonly matches: Test;
  /** What an issue is sorted by: one key per term of `ORDER BY`, and its id at the end. */
  readonly sortKeys: (issue: Issue) => readonly SortKey[];
  readonly compare: (a: readonly SortKey[], b: readonly SortKey[]) => number;
}

/**
 * Binds a query to the site and to whom it is run for. What is wrong is said at once, not field by field.
 * @throws JqlError for what the site does not have, JqlNotModelled for what only Jira has.
 */
export function compile({ where, orderBy }: Query, context: JqlContext): CompiledQuery {
  const problems: string[] = [];
  const compiler = new Compiler(context, problems);
  const matches = where === undefined ? () => true : compiler.clause(where, false);
  const terms = orderBy.length === 0 ? [newestFirst] : orderBy.flatMap((term) => compiler.term(term));
  if (orderBy.length > mostOrderTerms) {
    problems.push(`The ORDER BY clause can contain a maximum of ${mostOrderTerms} fields.`);
  }
  if (problems.length > 0) throw new JqlError(...new Set(problems));
  return { matches, ...ordering(terms) };
}

interface Term {
  readonly key: (issue: Issue) => SortKey;
  readonly descends: boolean;
}

const newestFirst: Term = { key: (issue) => Number(issue.id), descends: true };

class Compiler {
  constructor(
    private readonly context: JqlContext,
    private readonly problems: string[],
  ) {}

  /**
   * @param isNegated Under an odd number of `not`. Jira turns `not` into the opposite operators, so that `not a = b`
   * leaves out empty fields just as `a != b` does.
   */
  clause(clause: Clause, isNegated: boolean): Test {
    switch (clause.kind) {
      case 'not':
        return this.clause(clause.clause, !isNegated);
      case 'and':
      case 'or': {
        const tests = clause.clauses.map((each) => this.clause(each, isNegated));
        return (clause.kind === 'and') === isNegated
          ? (issue) => tests.some((test) => test(issue))
          : (issue) => tests.every((test) => test(issue));
      }
      case 'comparison':
        return this.noting(() => this.comparison(clause, isNegated));
      case 'was':
      case 'changed':
        return this.noting(() => this.history(clause, isNegated));
    }
  }

  term({ field: ref, direction }: OrderTerm): Term[] {
    const terms: Term[] = [];
    this.noting(() => {
      const field = fieldOf(ref, this.context);
      if (field.sortKey === undefined)
        throw new JqlError(`Not able to sort using field '${fieldName(ref)}'.`);
      const descends = direction === undefined ? field.descends === true : direction === 'desc';
      terms.push({ key: field.sortKey, descends });
      return never;
    });
    return terms;
  }

  private comparison(clause: Comparison, isNegated: boolean): Test {
    const { operator, operand } = clause;
    const name = fieldName(clause.field);
    const field = fieldOf(clause.field, this.context);
    if (!field.operators.includes(operator)) {
      throw new JqlError(`The operator '${operator}' is not supported by the '${name}' field.`);
    }
    checkOperand(clause, name);
    return field.test({ name, operator: isNegated ? opposites[operator] : operator, operand });
  }

  private history(clause: Was | Changed, isNegated: boolean): Test {
    const { past } = fieldOf(clause.field, this.context);
    if (past === undefined) {
      throw new JqlError(`History searches do not support the '${clause.field.name}' field.`);
    }
    if (clause.kind === 'changed') return negatedIf(isNegated, testChanged(clause, past, this.context));
    const isNot = clause.operator === 'was not' || clause.operator === 'was not in';
    return negatedIf(isNot !== isNegated, testWas(clause, past, this.context));
  }

  /** Goes on after a problem, so that the next one is found as well. */
  private noting(make: () => Test): Test {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof JqlError)) throw error;
      this.problems.push(...error.messages);
      return never;
    }
  }
}

const never: Test = () => false;
const negatedIf = (isNegated: boolean, test: Test): Test => (isNegated ? (issue) => !test(issue) : test);

const opposites: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
  '~': '!~',
  '!~': '~',
  in: 'not in',
  'not in': 'in',
  is: 'is not',
  'is not': 'is',
};

function checkOperand({ operator, operand }: Comparison, name: string): void {
  const isList = operand.kind === 'list';
  const takesList = operator === 'in' || operator === 'not in';
  const value = printOperand(operand);
  if (isList && !takesList) {
    throw new JqlError(
      `Operator '${operator}' does not support the list value '${value}' for field '${name}'.`,
    );
  }
  if (!isList && takesList && operand.kind !== 'function') {
    throw new JqlError(
      `Operator '${operator}' does not support the non-list value '${value}' for field '${name}'.`,
    );
  }
  if ((operator === 'is' || operator === 'is not') && operand.kind !== 'empty') {
    throw new JqlError(`Operator '${operator}' does not support searching for non-empty values.`);
  }
}

/** Empty is behind everything else, so that it comes last upwards and first downwards. */
function ordering(terms: readonly Term[]): Pick<CompiledQuery, 'sortKeys' | 'compare'> {
  const all = terms.at(-1) === newestFirst ? terms : [...terms, newestFirst];
  return {
    sortKeys: (issue) => all.map(({ key }) => key(issue)),
    compare: (a, b) => {
      const at = all.findIndex((_, index) => compareKeys(a[index] ?? null, b[index] ?? null) !== 0);
      const order = compareKeys(a[at] ?? null, b[at] ?? null);
      return all[at]?.descends === true ? -order : order;
    },
  };
}

const collator = new Intl.Collator('en', { numeric: true });

function compareKeys(a: SortKey, b: SortKey): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}
