import {
  bareName,
  checkKeys,
  checkName,
  checkTable,
  isNode,
  listOf,
  nodesOf,
  textOf,
  type Node,
  type Report,
} from './tree';

/** Bytes of a value in a key, by type; text without a bound cannot stand in one. */
const KEY_BYTES: Readonly<Record<string, number>> = { BIGINT: 8, INT: 4 };
/** Of one character in utf8mb4. */
const CHARACTER_BYTES = 4;
const LONGEST_KEY = 3072;
const LONGEST_ROW = 65_535;

const UNBOUNDED = ['TEXT', 'MEDIUMTEXT'];

const typeReasons: readonly (readonly [RegExp, string])[] = [
  [/^(DATE|TIME|YEAR)/, 'time is counted in milliseconds by the app: use BIGINT'],
  [/^(BOOL|TINYINT|BIT)/, 'it comes back otherwise from each: use INT with 0 and 1'],
  [/^JSON/, 'JSON is text that a schema parses: use TEXT or MEDIUMTEXT'],
  [
    /^(DECIMAL|NUMERIC|FLOAT|DOUBLE|REAL)/,
    'fractions differ in their digits: use whole numbers in a small unit',
  ],
  [/^CHAR/, 'it loses trailing blanks in MySQL only: use VARCHAR'],
  [/^(ENUM|SET)/, 'its values are checked in MySQL only: use VARCHAR'],
];

/** What is wrong with a CREATE, ALTER or DROP. */
export function checkSchema(statement: Node, report: Report): void {
  const { type, keyword } = statement;
  if (type === 'create' && keyword === 'table') return createTable(statement, report);
  if (type === 'create' && keyword === 'index') return createIndex(statement, report);
  if (type === 'alter') return alterTable(statement, report);
  if (type === 'drop' && (keyword === 'table' || keyword === 'index')) return drop(statement, report);
  report(
    `${textOf(type).toUpperCase()} ${textOf(keyword).toUpperCase()}: the app has tables and indexes only`,
  );
}

/** The columns of a table by name, as CREATE TABLE and ALTER TABLE give them. */
export type Columns = ReadonlyMap<string, Node>;

export const columnsOf = (definitions: unknown): Columns =>
  new Map(
    nodesOf(definitions).flatMap((part) =>
      isNode(part['column']) ? [[bareName(part['column']['column']), part]] : [],
    ),
  );

function createTable(table: Node, report: Report): void {
  checkKeys(table, ['type', 'keyword', 'if_not_exists', 'table', 'create_definitions'], report);
  for (const each of nodesOf(table['table'])) checkTable(each, report);
  if (!table['if_not_exists'])
    report('CREATE TABLE without IF NOT EXISTS: two processes may come first together');
  const columns = columnsOf(table['create_definitions']);
  let primaryKeys = 0;
  for (const part of nodesOf(table['create_definitions'])) {
    if (part['resource'] === 'column') {
      checkColumn(part, report);
      if (part['primary_key']) primaryKeys += 1;
      if (part['primary_key'] || part['unique'])
        checkKey([part['column']], columns, report, part['primary_key'] ? 'primary' : 'unique');
    } else if (part['constraint_type'] === 'primary key') {
      primaryKeys += 1;
      checkKey(listOf(part['definition']), columns, report, 'primary');
    } else if (part['constraint_type'] === 'unique') {
      checkKey(listOf(part['definition']), columns, report, 'unique');
    } else {
      const what = textOf(part['constraint_type'] ?? part['keyword'] ?? part['resource']).toUpperCase();
      report(
        `${what} in CREATE TABLE: ${what.includes('KEY') ? 'not in SQLite' : 'not in all three'}: write CREATE INDEX, or check in the app`,
      );
    }
  }
  if (primaryKeys !== 1)
    report('a table has one PRIMARY KEY, by which REPLACE finds a row and TiDB keeps it');
  const bytes = [...columns.values()].reduce((sum, column) => sum + lengthOf(column) * CHARACTER_BYTES, 0);
  if (bytes > LONGEST_ROW) report(`VARCHARs of ${bytes} bytes a row, more than ${LONGEST_ROW}: use TEXT`);
}

function checkColumn(part: Node, report: Report): void {
  checkKeys(
    part,
    [
      'column',
      'definition',
      'resource',
      'nullable',
      'default_val',
      'primary_key',
      'unique',
      'auto_increment',
      'collate',
      'action',
      'type',
      'keyword',
    ],
    report,
  );
  const { column, definition, default_val: byDefault } = part;
  const name = isNode(column) ? bareName(column['column']) : '';
  if (isNode(column)) checkName(column['column'], report);
  if (part['auto_increment'])
    report(`${name} AUTO_INCREMENT: TiDB’s ids have gaps and no order: ids are the app’s own`);
  if (part['collate'])
    report(`${name} COLLATE: the names of collations differ: text is compared by its bytes`);
  if (!isNode(definition)) return;
  const type = textOf(definition['dataType']).toUpperCase();
  if (type === 'VARCHAR') {
    if (!lengthOf(part)) report(`${name} VARCHAR without a length: MySQL wants one`);
  } else if (!(type in KEY_BYTES) && !UNBOUNDED.includes(type)) {
    const reason =
      typeReasons.find(([pattern]) => pattern.test(type))?.[1] ??
      'use BIGINT, INT, VARCHAR(n), TEXT or MEDIUMTEXT';
    report(`${name} ${type}: ${reason}`);
  } else if (definition['length']) {
    report(`${name} ${type}(n): the width means nothing, or another type: leave it out`);
  }
  if (listOf(definition['suffix']).length > 0)
    report(`${name} ${listOf(definition['suffix']).join(' ')}: SQLite has it not: leave it out`);
  if (!isNode(byDefault)) return;
  const value = isNode(byDefault['value']) ? textOf(byDefault['value']['type']) : '';
  if (UNBOUNDED.includes(type) && value !== 'null')
    report(`${name} ${type} DEFAULT: MySQL refuses that: write the value with each row`);
  if (!['number', 'single_quote_string', 'null'].includes(value))
    report(`${name} DEFAULT: only a plain value is the same everywhere`);
}

/** A unique key takes any number of NULLs in all three. */
function checkKey(
  parts: readonly unknown[],
  columns: Columns,
  report: Report,
  key: 'primary' | 'unique',
): void {
  let bytes = 0;
  for (const part of parts.filter(isNode)) {
    const name = bareName(part['column']);
    const column = columns.get(name);
    if (part['order_by'])
      report(
        `${name} ${textOf(part['order_by']).toUpperCase()} in a key: TiDB reads it and forgets it: leave it out`,
      );
    if (!column) {
      report(
        `${name || 'an expression'} in a key: not a column of the table; parts of columns and expressions are MySQL’s alone`,
      );
      continue;
    }
    const nullable = isNode(column['nullable']) ? textOf(column['nullable']['type']) : '';
    if (key === 'primary' && nullable !== 'not null')
      report(`${name} in a primary key without NOT NULL: SQLite takes NULL there`);
    bytes += keyBytes(column, name, report);
  }
  if (bytes > LONGEST_KEY) report(`a key of ${bytes} bytes, more than ${LONGEST_KEY}: shorten its VARCHARs`);
}

function keyBytes(column: Node, name: string, report: Report): number {
  const type = isNode(column['definition']) ? textOf(column['definition']['dataType']).toUpperCase() : '';
  if (UNBOUNDED.includes(type)) report(`${name} ${type} in a key: it has no bound: use VARCHAR(n)`);
  return type === 'VARCHAR' ? lengthOf(column) * CHARACTER_BYTES : (KEY_BYTES[type] ?? 0);
}

/** Of a VARCHAR, in characters. */
function lengthOf({ definition }: Node): number {
  const isVarchar = isNode(definition) && textOf(definition['dataType']).toUpperCase() === 'VARCHAR';
  return isVarchar && typeof definition['length'] === 'number' ? definition['length'] : 0;
}

function createIndex(index: Node, report: Report): void {
  checkKeys(index, ['type', 'index_type', 'keyword', 'index', 'on_kw', 'table', 'index_columns'], report);
  checkName(index['index'], report);
  if (isNode(index['table'])) checkTable(index['table'], report);
  if (index['index_type'] && index['index_type'] !== 'unique')
    report(`${textOf(index['index_type']).toUpperCase()} INDEX: MySQL’s alone`);
  for (const part of nodesOf(index['index_columns'])) {
    if (part['type'] !== 'column_ref')
      report('part of a column, or an expression, in an index: MySQL’s alone: index whole columns');
    else checkName(part['column'], report);
    if (part['order_by'])
      report(
        `${bareName(part['column'])} ${textOf(part['order_by']).toUpperCase()} in an index: TiDB reads it and forgets it: leave it out`,
      );
  }
}

function alterTable(alter: Node, report: Report): void {
  for (const table of nodesOf(alter['table'])) checkTable(table, report);
  const actions = nodesOf(alter['expr']);
  if (actions.length !== 1)
    report('ALTER TABLE with several actions: SQLite takes one: write a statement for each');
  for (const action of actions) {
    if (action['resource'] !== 'column' || !['add', 'drop'].includes(textOf(action['action']))) {
      report(
        'ALTER TABLE: only ADD COLUMN and DROP COLUMN are the same everywhere; for keys write CREATE INDEX',
      );
      continue;
    }
    if (action['action'] === 'drop') continue;
    checkColumn(action, report);
    const isNotNull = isNode(action['nullable']) && action['nullable']['type'] === 'not null';
    if (isNotNull && !action['default_val'])
      report('ADD COLUMN NOT NULL without DEFAULT: SQLite refuses that: give it a value');
  }
}

function drop(statement: Node, report: Report): void {
  checkKeys(statement, ['type', 'keyword', 'prefix', 'name', 'table'], report);
  const names = listOf(statement['name']);
  if (names.length > 1) report('DROP of several tables: SQLite takes one: write a statement for each');
}

/** What is wrong with the keys of indexes, which depend on the columns that earlier statements gave their tables. */
export function checkIndexes(statements: readonly Node[], report: Report): void {
  const tables = new Map<string, Map<string, Node>>();
  for (const statement of statements) {
    const [table = statement['table']] = nodesOf(statement['table']);
    const name = isNode(table) ? bareName(table['table']) : '';
    const columns = tables.get(name) ?? new Map<string, Node>();
    for (const [column, part] of columnsOf(statement['create_definitions'] ?? statement['expr']))
      columns.set(column, part);
    tables.set(name, columns);
    if (statement['type'] !== 'create' || statement['keyword'] !== 'index') continue;
    const bytes = nodesOf(statement['index_columns']).reduce((sum, { column }) => {
      const known = columns.get(bareName(column));
      if (!known) report(`${bareName(column)} in an index of ${name}: not one of its columns`);
      return sum + (known ? keyBytes(known, bareName(column), report) : 0);
    }, 0);
    if (bytes > LONGEST_KEY)
      report(
        `${textOf(statement['index'])}: a key of ${bytes} bytes, more than ${LONGEST_KEY}: shorten its VARCHARs`,
      );
  }
}
