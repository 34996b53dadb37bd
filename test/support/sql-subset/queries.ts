import {
  checkKeys,
  checkName,
  checkTable,
  bareName,
  isNode,
  listOf,
  nodesOf,
  textOf,
  type Node,
  type Report,
} from './tree';
import { Expressions } from './expressions';
import { commonAggregates } from './words';

/** What is wrong with a SELECT, INSERT, REPLACE, UPDATE or DELETE. */
export function checkQuery(statement: Node, report: Report): void {
  const query = new QueryCheck(report);
  switch (statement['type']) {
    case 'select':
      return query.select(statement, 'result');
    case 'insert':
    case 'replace':
      return query.insert(statement);
    case 'update':
      return query.update(statement);
    case 'delete':
      return query.delete(statement);
    default:
      report(
        `${textOf(statement['type']).toUpperCase()}: Forge SQL runs SELECT, INSERT, REPLACE, UPDATE and DELETE`,
      );
  }
}

/** What a SELECT is for: what the app reads, a table of its own in FROM or WITH, a further part of UNION, or a value. */
type Place = 'result' | 'derived' | 'union' | 'nested';

class QueryCheck {
  private readonly expressions: Expressions;

  constructor(private readonly report: Report) {
    this.expressions = new Expressions(report, (select) => this.select(select, 'nested'));
  }

  select(select: Node, place: Place): void {
    checkKeys(
      select,
      [
        'type',
        'with',
        'into',
        'distinct',
        'columns',
        'from',
        'where',
        'groupby',
        'having',
        'orderby',
        'limit',
        '_next',
        'set_op',
        'parentheses_symbol',
        'tableList',
        'columnList',
        'locking_read',
        'parentheses',
      ],
      this.report,
    );
    this.ctes(select);
    if (select['locking_read'])
      this.report(
        `${textOf(select['locking_read'])}: locks need a transaction, which Forge SQL has not: leave it out`,
      );
    this.columns(select, place);
    this.from(select);
    this.expressions.check(select['where']);
    this.expressions.check(select['having']);
    for (const column of nodesOf(isNode(select['groupby']) ? select['groupby']['columns'] : []))
      this.byName(column, 'GROUP BY');
    for (const { expr } of nodesOf(select['orderby'])) this.byName(expr, 'ORDER BY');
    this.grouping(select);
    this.limit(select, place);
    this.union(select, place);
  }

  insert(insert: Node): void {
    checkKeys(
      insert,
      ['type', 'table', 'columns', 'values', 'prefix', 'on_duplicate_update', 'returning', 'set'],
      this.report,
    );
    for (const table of nodesOf(insert['table'])) this.onlyTable(table);
    if (insert['set']) this.report('INSERT … SET is MySQL’s alone: write (columns) VALUES (…)');
    const columns = listOf(insert['columns']);
    if (columns.length === 0) this.report('name the columns: a migration may add one');
    for (const column of columns) checkName(column, this.report);
    const { values } = insert;
    if (!isNode(values)) return;
    if (values['type'] === 'select') return this.select(values, 'nested');
    for (const row of nodesOf(values['values'])) {
      for (const cell of listOf(row['value'])) this.expressions.check(cell);
    }
  }

  update(update: Node): void {
    checkKeys(update, ['type', 'table', 'set', 'where'], this.report);
    this.oneTable(update, 'UPDATE');
    const assigned = nodesOf(update['set']).map(({ column }) => bareName(column));
    for (const { column, table, value } of nodesOf(update['set'])) {
      checkName(column, this.report);
      if (table) this.report(`SET ${textOf(table)}.…: SQLite wants the column alone`);
      this.expressions.check(value);
      const others = columnsIn(value)
        .map((name) => bareName(name['column']))
        .filter((name) => name !== bareName(column));
      const read = others.find((name) => assigned.includes(name));
      if (read !== undefined)
        this.report(`SET reads ${read}, which it also sets: MySQL reads the new value, SQLite the old`);
    }
    this.mustHaveWhere(update, 'UPDATE');
  }

  delete(statement: Node): void {
    checkKeys(statement, ['type', 'table', 'from', 'where', 'returning'], this.report);
    this.oneTable({ ...statement, table: statement['from'] }, 'DELETE');
    this.mustHaveWhere(statement, 'DELETE');
  }

  private mustHaveWhere(statement: Node, what: string): void {
    const { where } = statement;
    if (!where) return this.report(`${what} without WHERE changes every row: say which`);
    this.expressions.check(where);
    const [table] = nodesOf(statement['from'] ?? statement['table']).map((from) => bareName(from['table']));
    if (tablesIn(where).some((name) => name === table)) {
      this.report(`${what} with a subquery on ${table ?? ''} itself: MySQL refuses that: select first`);
    }
  }

  private oneTable(statement: Node, what: string): void {
    const tables = nodesOf(statement['table']);
    if (tables.length > 1)
      this.report(`${what} of several tables is MySQL’s alone: write one statement a table`);
    for (const table of tables) this.onlyTable(table);
  }

  /** A table that is written to. */
  private onlyTable(table: Node): void {
    checkTable(table, this.report);
    if (table['as']) this.report('an alias for the table that is written to: not everywhere: use its name');
  }

  private ctes(select: Node): void {
    for (const { name, stmt, recursive } of nodesOf(select['with'])) {
      if (recursive) this.report('WITH RECURSIVE: its memory has no bound: walk in the app');
      checkName(isNode(name) ? name['value'] : name, this.report);
      if (isNode(stmt) && isNode(stmt['ast'])) this.select(stmt['ast'], 'derived');
    }
  }

  private columns(select: Node, place: Place): void {
    for (const { expr, as } of nodesOf(select['columns'])) {
      if (!isNode(expr)) continue;
      if (expr['column'] === '*') {
        this.report('SELECT *: a migration may add columns: name those that are read');
        continue;
      }
      this.expressions.check(expr);
      if (as) checkName(as, this.report);
      else if (
        (place === 'result' || place === 'derived') &&
        (expr['type'] !== 'column_ref' || expr['table'])
      ) {
        this.report('a column of the result without AS: each engine names it otherwise');
      }
    }
  }

  private from(select: Node): void {
    for (const from of nodesOf(select['from'])) {
      const { join, on, using, expr, as } = from;
      if (isNode(expr)) {
        if (!as) this.report('a subquery in FROM without AS: give it a name');
        if (isNode(expr['ast'])) this.select(expr['ast'], 'derived');
      } else {
        checkTable(from, this.report);
      }
      if (as) checkName(as, this.report);
      if (join && !['INNER JOIN', 'LEFT JOIN', 'CROSS JOIN'].includes(textOf(join))) {
        this.report(`${textOf(join)}: not in every SQLite or MySQL: write LEFT JOIN, or two queries`);
      }
      if (using) this.report('USING: what its column holds differs: write ON');
      else if (join && !on && join !== 'CROSS JOIN')
        this.report(`${textOf(join)} without ON: say what joins the rows`);
      this.expressions.check(on);
    }
  }

  private limit(select: Node, place: Place): void {
    const { limit } = select;
    if (!isNode(limit)) return;
    if (limit['seperator'] === ',') this.report('LIMIT a, b: write LIMIT b OFFSET a');
    if (listOf(limit['value']).length > 0 && place === 'nested')
      this.report('LIMIT in a subquery: MySQL refuses that in IN: join, or ask first');
    for (const value of listOf(limit['value'])) this.expressions.check(value);
  }

  private union(select: Node, place: Place): void {
    const { _next: next, set_op: operation } = select;
    if (!isNode(next)) return;
    if (operation !== 'union' && operation !== 'union all') {
      this.report(`${textOf(operation).toUpperCase()}: not in every MySQL: use IN or NOT EXISTS`);
    }
    if (select['parentheses_symbol'] || next['parentheses_symbol'])
      this.report('parentheses around a part of UNION: SQLite refuses them');
    this.select(next, place === 'nested' ? place : 'union');
  }

  /** ONLY_FULL_GROUP_BY as TiDB and MariaDB have it, who see no dependency on a key. */
  private grouping(select: Node): void {
    const { groupby, having } = select;
    const groups = nodesOf(isNode(groupby) ? groupby['columns'] : []);
    if (isNode(groupby) && listOf(groupby['modifiers']).some(Boolean))
      this.report('WITH ROLLUP: SQLite has it not: sum up in the app');
    if (groups.length === 0 && having) this.report('HAVING without GROUP BY: not in every SQLite: use WHERE');
    const columns = nodesOf(select['columns']);
    const aliases = columns.flatMap(({ as }) => (as ? [bareName(as)] : []));
    const isAggregate = columns.some(({ expr }) => aggregatesIn(expr).length > 0);
    for (const group of groups) {
      const renamed = columns.find(
        ({ as, expr }) => as && bareName(as) === bareName(group['column']) && !isSameColumn(expr, group),
      );
      if (renamed && !group['table']) {
        this.report(
          `GROUP BY ${bareName(group['column'])} may mean the column or the alias: name the table before it`,
        );
      }
    }
    if (groups.length === 0 && !isAggregate) return;
    const sorted = nodesOf(select['orderby']).map(({ expr }) => expr);
    const isAlias = (column: Node): boolean =>
      !column['table'] && aliases.includes(bareName(column['column']));
    const outside = [
      ...columns.flatMap(({ expr }) => ungrouped(expr)),
      ...[...sorted, having].flatMap(ungrouped).filter((column) => !isAlias(column)),
    ];
    for (const column of outside.filter((each) => !groups.some((group) => isSameColumn(group, each)))) {
      const name = bareName(column['column']);
      this.report(`${name} is neither grouped by nor in an aggregate: GROUP BY it, or take MIN or MAX`);
    }
  }

  private byName(expression: unknown, clause: string): void {
    if (isNode(expression) && expression['type'] === 'number')
      this.report(`${clause} a position: name the column`);
    this.expressions.check(expression);
  }
}

function* within(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const each of value) yield* within(each);
  if (!isNode(value)) return;
  yield value;
  for (const each of Object.values(value)) yield* within(each);
}

const columnsIn = (value: unknown): Node[] => [...within(value)].filter(({ type }) => type === 'column_ref');

const tablesIn = (value: unknown): string[] =>
  [...within(value)].flatMap(({ from }) => nodesOf(from).map(({ table }) => bareName(table)));

const aggregatesIn = (value: unknown): Node[] =>
  [...within(value)].filter(
    ({ type, name }) => type === 'aggr_func' && commonAggregates.has(textOf(name).toUpperCase()),
  );

/** The columns of an expression that no aggregate takes in; a subquery has its own. */
function ungrouped(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(ungrouped);
  if (!isNode(value) || value['type'] === 'aggr_func' || isNode(value['ast'])) return [];
  return value['type'] === 'column_ref' ? [value] : Object.values(value).flatMap(ungrouped);
}

function isSameColumn(one: unknown, other: unknown): boolean {
  if (!isNode(one) || !isNode(other)) return false;
  const tables = [one['table'], other['table']].filter(Boolean).map(bareName);
  return (
    bareName(one['column']) === bareName(other['column']) && (tables.length < 2 || tables[0] === tables[1])
  );
}
