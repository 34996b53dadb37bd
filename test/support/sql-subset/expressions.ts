import { checkName, isNode, listOf, nodesOf, textOf, type Node, type Report } from './tree';
import { functionProblem } from './words';

const OPERATORS = ['=', '<>', '!=', '<', '<=', '>', '>=', '+', '-', '*', 'AND', 'OR', 'IS', 'IS NOT'];
const LISTS = ['IN', 'NOT IN', 'BETWEEN', 'NOT BETWEEN'];

const operatorReasons: Readonly<Record<string, string>> = {
  '/': 'it divides integers as integers in SQLite only: divide in the app',
  '%': 'its sign and type differ: compute in the app',
  DIV: 'SQLite has it not: compute in the app',
  MOD: 'SQLite has it not: compute in the app',
  '||': 'it joins text in SQLite and means OR in MySQL: join in the app',
  '&&': 'SQLite has it not: write AND',
  XOR: 'SQLite has it not: write <> between two conditions',
  '!': 'SQLite has it not: write NOT',
};

const literalReasons: Readonly<Record<string, string>> = {
  bool: 'TRUE and FALSE are words in MySQL only: write 1 and 0',
  double_quote_string: 'double quotes mean a string in MySQL and a name in SQLite: bind the string',
  bigint: 'the number is too large to be exact: use at most 9007199254740991',
  full_hex_string: 'a hexadecimal literal is a string here and a number there: bind it',
  hex_string: 'a hexadecimal literal is a string here and a number there: bind it',
  interval: 'INTERVAL: time is counted in milliseconds by the app: bind a BIGINT',
  cast: 'CAST: the types differ: bind what has the right type, convert in the app',
  var: 'variables belong to a connection: bind a parameter with ?',
  param: 'parameters are written ?',
};

/** Says what is wrong with the expressions of a query. */
export class Expressions {
  constructor(
    private readonly report: Report,
    private readonly subquery: (select: Node) => void,
  ) {}

  check(value: unknown): void {
    if (!isNode(value)) return;
    if (isNode(value['ast'])) return this.subquery(value['ast']);
    const type = textOf(value['type']);
    switch (type) {
      case 'null':
      case 'star':
        return;
      case 'origin':
        return value['value'] === '?'
          ? undefined
          : this.report(`${textOf(value['value'])}: write a value or ?`);
      case 'column_ref':
        return this.column(value);
      case 'number':
        return Number.isSafeInteger(value['value'])
          ? undefined
          : this.report('a fraction has other digits elsewhere: use whole numbers, or bind it');
      case 'single_quote_string':
        return textOf(value['value']).includes('\\')
          ? this.report('a backslash in a literal means something in MySQL only: bind it')
          : undefined;
      case 'binary_expr':
        return this.binary(value);
      case 'unary_expr':
        if (value['operator'] !== '-') this.report(this.operatorProblem(textOf(value['operator'])));
        return this.check(value['expr']);
      case 'function':
        return this.call(value);
      case 'aggr_func':
        return this.aggregate(value);
      case 'case':
        this.check(value['expr']);
        for (const { cond, result } of nodesOf(value['args'])) {
          this.check(cond);
          this.check(result);
        }
        return;
      case 'expr_list':
        return this.report(
          'a list of values in parentheses as one value: SQLite compares them otherwise: write AND and OR',
        );
      default:
        this.report(literalReasons[type] ?? `${type}: not known to be the same in TiDB, MariaDB and SQLite`);
    }
  }

  private column(column: Node): void {
    checkName(column['column'], this.report);
    if (column['table']) checkName(column['table'], this.report);
    if (column['db']) this.report(`${textOf(column['db'])}.…: the app has one database: leave its name out`);
    if (column['collate'])
      this.report('COLLATE: the names of collations differ: text is compared by its bytes');
  }

  private binary({ operator, left, right }: Node): void {
    const name = textOf(operator);
    this.check(left);
    if (LISTS.includes(name)) {
      for (const each of isNode(right) && right['type'] === 'expr_list' ? listOf(right['value']) : [right])
        this.check(each);
      return;
    }
    if (name === 'LIKE' || name === 'NOT LIKE') {
      const escape = isNode(right) && isNode(right['escape']) ? right['escape']['value'] : undefined;
      if (!isNode(escape))
        this.report("LIKE without ESCAPE: a backslash escapes in MySQL only: add ESCAPE '!'");
    } else if (!OPERATORS.includes(name)) {
      this.report(this.operatorProblem(name));
    }
    this.check(right);
  }

  private operatorProblem(operator: string): string {
    return `${operator}: ${operatorReasons[operator] ?? 'not the same in TiDB, MariaDB and SQLite'}`;
  }

  private call({ name, args, over }: Node): void {
    const parts = nodesOf(isNode(name) ? name['name'] : []).map(({ value }) => textOf(value).toUpperCase());
    if (over)
      return this.report(
        `${parts.join('.')}() OVER: a window sorts all it sees, beyond Forge’s 16 MiB: use ORDER BY, LIMIT and OFFSET`,
      );
    const problem = functionProblem(parts.join('.'));
    if (problem !== undefined) this.report(problem);
    for (const each of listOf(isNode(args) ? args['value'] : [])) this.check(each);
  }

  private aggregate({ name, args, over }: Node): void {
    const called = textOf(name).toUpperCase();
    if (over)
      return this.report(
        `${called}() OVER: a window sorts all it sees, beyond Forge’s 16 MiB: GROUP BY instead`,
      );
    const problem = functionProblem(called);
    if (problem !== undefined) return this.report(problem);
    const expression = isNode(args) ? args['expr'] : undefined;
    if (isNode(expression) && expression['type'] === 'expr_list')
      return this.report(`${called}() of several columns: SQLite takes one`);
    this.check(expression);
  }
}
